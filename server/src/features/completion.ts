/**
 * Completion where it helps and never while prose is typed: verbs and rule ids in suppression comments and marker
 * lines of articles, keys in the source book, keys and rules in the configuration.
 */
import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver';
import { RULES } from '../../../engine/rules/index.ts';
import type { Say } from '../../../engine/say.ts';
import { guarded } from '../handler.ts';
import type { Services } from '../services.ts';
import type { Feature } from './feature.ts';

const VERBS: readonly (readonly [string, string])[] = [
  ['disable-next-line', 'Ignore findings of the next paragraph'],
  ['disable-line', 'Ignore findings of this line'],
  ['disable', 'Ignore findings from here on'],
  ['enable', 'Report findings again'],
  ['disable-file', 'Ignore findings in the whole file'],
];

const BOOK_KEYS: readonly (readonly [string, string])[] = [
  ['name', 'Full name, as it is shown'],
  ['aliases', 'Other forms of the name: a list'],
  ['role', 'Office or profession'],
  ['affiliation', 'Body the person speaks for'],
  ['note', 'Note of the newsroom, shown on the card'],
];

const AGENCY_KEYS: readonly (readonly [string, string])[] = [
  ['id', 'Short key, in lower case'],
  ['needsCue', 'Forms that count only beside a word like "told"'],
  ['kind', 'agency, broadcaster or newspaper'],
  ['country', 'Where it is at home'],
  ['owner', 'To whom it belongs'],
  ['seat', 'City of its head office'],
  ['founded', 'Year'],
  ['website', 'Address'],
  ['standards', 'Address of its editorial standards'],
];

function ruleItems(services: Services): CompletionItem[] {
  return RULES.map((rule) => ({
    label: rule.id,
    kind: CompletionItemKind.EnumMember,
    detail: rule.docs.summary,
    data: { rule: rule.id, markdown: services.client.markdownCompletion },
  }));
}

function items(
  pairs: readonly (readonly [string, string])[],
  kind: CompletionItemKind,
  say: Say,
): CompletionItem[] {
  return pairs.map(([label, detail]) => ({ label, kind, detail: say(detail) }));
}

/** What may stand at the end of this line, or null in prose. */
export function completionsFor(services: Services, uri: string, before: string): CompletionItem[] | null {
  if (/\/\.sourcelight\/sources\.(?:ya?ml|json)$/.test(uri)) {
    if (/^[\s"-]*$/.test(before)) {
      return items(
        [
          ['speakers', 'People and bodies of the newsroom'],
          ['agencies', 'Agencies and outlets'],
          ...BOOK_KEYS,
          ...AGENCY_KEYS,
        ],
        CompletionItemKind.Property,
        services.say,
      );
    }
    return /^[\s"-]*[a-z]*$/i.test(before)
      ? items([...BOOK_KEYS, ...AGENCY_KEYS], CompletionItemKind.Property, services.say)
      : null;
  }
  if (/\/\.sourcelight\.(?:jsonc?|ya?ml)$/.test(uri)) {
    return /^\s*"?[a-z-]*$/.test(before) ? ruleItems(services) : null;
  }
  const directive = /(?:<!--|%%|\/\/)\s*(?:sourcelight-)?(.*)$/.exec(before);
  if (directive === null || !/(?:<!--|%%|\/\/)\s*s?/.test(before)) return null;
  const rest = directive[1] ?? '';
  if (rest.includes(' -- ')) return null;
  const verb = VERBS.find(([name]) => rest.startsWith(`${name} `));
  if (verb !== undefined) return ruleItems(services);
  const begun = /sourcelight-[a-z-]*$/.test(before);
  return items(
    VERBS.map(([name, detail]) => [begun ? name : `sourcelight-${name}`, detail]),
    CompletionItemKind.Keyword,
    services.say,
  );
}

export const completion: Feature = {
  id: 'completion',
  capabilities: () => ({
    completionProvider: { triggerCharacters: ['%', '-', ','], resolveProvider: true },
  }),
  register: (connection, services) => {
    connection.onCompletion(
      guarded(
        services,
        'textDocument/completion',
        null as CompletionItem[] | null,
        (params: { textDocument: { uri: string }; position: Position }) => {
          const open = services.documents.get(params.textDocument.uri);
          if (open === undefined) return null;
          const { line } = params.position;
          const before = open.document.getText({ start: { line, character: 0 }, end: params.position });
          return completionsFor(services, params.textDocument.uri, before);
        },
      ),
    );
    connection.onCompletionResolve(
      guarded(
        services,
        'completionItem/resolve',
        null as unknown as CompletionItem,
        (item: CompletionItem) => {
          const rule = RULES.find(({ id }) => id === item.label);
          if (rule === undefined) return item;
          const value = `${rule.docs.summary}\n\n${rule.docs.rationale}`;
          return {
            ...item,
            documentation: services.client.markdownCompletion ? { kind: 'markdown', value } : value,
          };
        },
      ),
    );
  },
};
