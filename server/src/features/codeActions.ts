/**
 * What can be done about a finding: its fixes, three ways to ignore it, its explanation; and all safe fixes at once
 * (`source.fixAll.sourcelight`). Edits are made in `codeAction/resolve` where the client resolves, for exactly the
 * version the action was offered for.
 */
import { CodeActionKind, type CodeAction, type Command, type WorkspaceEdit } from 'vscode-languageserver';
import { overlaps } from '../../../engine/text/spans.ts';
import type { Fix, Span } from '../../../engine/index.ts';
import { CLIENT_COMMANDS, SERVER_COMMANDS, type IgnoreParams } from '../../../protocol/index.ts';
import type { Article } from '../annotationCache.ts';
import { toDiagnostic, toSpan, toTextEdits } from '../convert.ts';
import { contentModified, guarded, onDocument } from '../handler.ts';
import { ignoreEdit } from '../ignore.ts';
import { quoteAt } from '../quoteCheck.ts';
import type { Findings } from '../lint.ts';
import type { Services } from '../services.ts';
import type { Feature } from './feature.ts';

/** Not a fix: it changes nothing and shows no light bulb in editors that ask for fixes only. */
export const CHECK_QUOTE = 'refactor.sourcelight.checkQuote';

/** All safe fixes of a document. */
export const FIX_ALL = 'source.fixAll.sourcelight';

/** What `resolve` needs to make the edit. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly action: 'fix' | 'ignore' | 'fix-all';
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly fix: number;
  readonly scope: IgnoreParams['scope'];
}

function isActionData(value: unknown): value is ActionData {
  if (typeof value !== 'object' || value === null) return false;
  const data = value as Partial<Record<keyof ActionData, unknown>>;
  return (
    typeof data.uri === 'string' &&
    typeof data.version === 'number' &&
    typeof data.action === 'string' &&
    typeof data.rule === 'string' &&
    typeof data.start === 'number' &&
    typeof data.end === 'number'
  );
}

function editOf(services: Services, article: Article, fixes: readonly Fix[]): WorkspaceEdit {
  const edits = fixes.flatMap((fix) => fix.edits.flatMap((edit) => toTextEdits(article.document, edit)));
  return services.client.documentChanges
    ? { documentChanges: [{ textDocument: { uri: article.uri, version: article.version }, edits }] }
    : { changes: { [article.uri]: edits } };
}

/** The first safe fix of each finding, leaving out those that overlap an earlier one: they wait for the next pass. */
export function safeFixes(findings: Findings): readonly Fix[] {
  const chosen: Fix[] = [];
  const taken: Span[] = [];
  for (const finding of findings.items) {
    const fix = finding.fixes.find((candidate) => candidate.safe);
    if (fix === undefined) continue;
    const clashes = fix.edits.some((edit) =>
      taken.some((span) => overlaps(span, edit) || (span.start === edit.start && span.end === edit.end)),
    );
    if (clashes) continue;
    taken.push(...fix.edits);
    chosen.push(fix);
  }
  return chosen;
}

const SCOPES: readonly (readonly [IgnoreParams['scope'], string])[] = [
  ['here', 'Ignore here'],
  ['file', 'Ignore in this file'],
  ['always', 'Never report in this project'],
];

async function makeEdit(
  services: Services,
  article: Article,
  findings: Findings,
  data: ActionData,
): Promise<WorkspaceEdit | null> {
  if (data.action === 'fix-all') return editOf(services, article, safeFixes(findings));
  if (data.action === 'ignore') return ignoreEdit(services, article, { ...data, reason: '' }, data);
  const finding = findings.items.find(
    ({ rule, start, end }) => rule === data.rule && start === data.start && end === data.end,
  );
  const fix = finding?.fixes[data.fix];
  return fix === undefined ? null : editOf(services, article, [fix]);
}

/** True if the client wants actions of this kind; no filter wants everything but source actions. */
function wanted(only: readonly string[] | undefined, kind: string): boolean {
  if (only === undefined || only.length === 0) return !kind.startsWith(CodeActionKind.Source);
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

export const codeActions: Feature = {
  id: 'codeActions',
  capabilities: (client) => ({
    codeActionProvider: client.codeActionLiterals
      ? {
          codeActionKinds: [CodeActionKind.QuickFix, CHECK_QUOTE, FIX_ALL],
          resolveProvider: client.codeActionResolvesEdit && client.codeActionData,
        }
      : true,
  }),
  register: (connection, services) => {
    const { client } = services;
    const lazy = client.codeActionResolvesEdit && client.codeActionData;
    connection.onCodeAction(
      onDocument(
        services,
        'textDocument/codeAction',
        null as (Command | CodeAction)[] | null,
        async (article, params): Promise<(Command | CodeAction)[] | null> => {
          const span = toSpan(article.document, params.range);
          const findings = await services.lint.of(article);
          // Positions of an older run do not fit this text.
          if (findings.version !== article.version) return [];
          const { only } = params.context;
          const actions: CodeAction[] = [];
          const add = async (action: CodeAction, data: ActionData): Promise<void> => {
            if (lazy) actions.push({ ...action, data });
            else {
              const edit = await makeEdit(services, article, findings, data);
              if (edit !== null) actions.push({ ...action, edit });
            }
          };
          const base = { uri: article.uri, version: article.version, fix: 0, scope: 'here' as const };
          if (wanted(only, CodeActionKind.QuickFix)) {
            const here = findings.items.filter(
              (finding) => finding.start <= span.end && span.start <= finding.end,
            );
            for (const finding of here) {
              const { rule, start, end } = finding;
              const diagnostic = toDiagnostic(
                article.document,
                { ...finding, docs: services.rulePage(rule) },
                article.settings.lint.editorSeverity,
                client,
              );
              const common = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
              for (const [index, fix] of finding.fixes.entries()) {
                await add(
                  {
                    ...common,
                    title: fix.title,
                    ...(client.codeActionPreferred && index === 0 && fix.safe ? { isPreferred: true } : {}),
                  },
                  { ...base, action: 'fix', rule, start, end, fix: index },
                );
              }
            }
            for (const finding of here) {
              const { rule, start, end } = finding;
              for (const [scope, label] of SCOPES) {
                await add(
                  { kind: CodeActionKind.QuickFix, title: `${services.say(label)}: ${rule}` },
                  { ...base, action: 'ignore', rule, start, end, scope },
                );
              }
              if (client.commands.has(CLIENT_COMMANDS.explain)) {
                const title = services.say('Explain: {0}', [rule]);
                actions.push({
                  kind: CodeActionKind.QuickFix,
                  title,
                  command: { title, command: CLIENT_COMMANDS.explain, arguments: [rule] },
                });
              }
            }
          }
          const quote =
            wanted(only, CHECK_QUOTE) && span.start === span.end ? quoteAt(article, span.start) : null;
          if (quote !== null && services.files.available) {
            const title = services.say('Check this quote against notes');
            const own = client.commands.has(CLIENT_COMMANDS.checkQuote);
            actions.push({
              kind: CHECK_QUOTE,
              title,
              command: {
                title,
                command: own ? CLIENT_COMMANDS.checkQuote : SERVER_COMMANDS.checkQuote,
                arguments: [article.uri, params.range.start],
              },
            });
          }
          if (wanted(only, FIX_ALL) && safeFixes(findings).length > 0) {
            await add(
              { kind: FIX_ALL, title: services.say('Apply all safe Sourcelight fixes') },
              { ...base, action: 'fix-all', rule: '', start: 0, end: 0 },
            );
          }
          if (client.codeActionLiterals) return actions;
          // Clients of the first protocol run commands only.
          return actions.flatMap(({ title, edit, command }) =>
            edit
              ? [{ title, command: SERVER_COMMANDS.applyEdit, arguments: [edit] }]
              : command
                ? [command]
                : [],
          );
        },
      ),
    );
    connection.onCodeActionResolve(
      guarded(services, 'codeAction/resolve', null as unknown as CodeAction, async (action: CodeAction) => {
        const data: unknown = action.data;
        if (!isActionData(data)) return action;
        const article = await services.annotations.get(data.uri);
        // An edit for another version would land in the wrong place.
        if (article?.version !== data.version) throw contentModified();
        const findings = await services.lint.of(article);
        const edit = await makeEdit(services, article, findings, data);
        if (services.documents.get(data.uri)?.document.version !== data.version) throw contentModified();
        return edit === null ? action : { ...action, edit };
      }),
    );
  },
};
