/**
 * An article against an older draft of it: what changed in sourcing, as data and as a Markdown report with links. The
 * older draft is any file that can be read: the saved one, one from git through the client, another file.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sourcingDiff, type Change, type ChangeKind } from '../../engine/export/sourcingDiff.ts';
import { formatOfLanguage } from '../../engine/input/formats.ts';
import { read } from '../../engine/input/read.ts';
import { readSuppressions } from '../../engine/suppress.ts';
import type { CompareResult, SourcingChange } from '../../protocol/index.ts';
import { annotateInTurns, type Article } from './annotationCache.ts';
import { placedDocument, toRange, type PlacedDocument } from './convert.ts';
import { nameOf } from './fileAccess.ts';
import { escapeMarkdown, placeLink } from './links.ts';
import type { Services } from './services.ts';

/** In the order of a report: what an editor must see first. */
const CHAPTERS: readonly (readonly [title: string, kinds: readonly ChangeKind[]])[] = [
  ['Lost', ['reply-lost', 'attribution-lost', 'statement-lost', 'source-weaker']],
  ['Changed', ['quote-changed', 'cue-changed', 'source-changed']],
  ['New allegations, and allegations dropped', ['allegation-added', 'allegation-lost']],
  ['Gained', ['reply-added', 'source-stronger', 'statement-added']],
];

/** The changes from the draft at `base` to the article; null when that draft cannot be read. */
export async function compareWith(
  services: Services,
  article: Article,
  base: string,
): Promise<CompareResult | null> {
  const { files, projects, runtime, say } = services;
  const text = base === article.uri ? await files.readSaved(base) : await files.read(base);
  if (text === null) return null;
  const { options, suppressions } = await projects.of(article.uri, article.settings);
  // A draft is in the format of the article it became.
  const reading = read(text, formatOfLanguage(article.languageId));
  const story = readSuppressions(reading?.text ?? text, { marker: suppressions.plainTextMarker }).text;
  const before = await annotateInTurns(story, { ...options, plainText: 'always' }, runtime);
  const old = placedDocument(TextDocument.create(base, article.languageId, 0, text), reading);
  const place = (document: PlacedDocument, at: Change['before']): SourcingChange['before'] =>
    at === null ? null : { range: toRange(document, at), paragraph: at.paragraph };
  return {
    uri: article.uri,
    base,
    changes: sourcingDiff(before, article.analysis, say).map(({ kind, message, before: was, after: is }) => ({
      kind,
      message,
      before: place(old, was),
      after: place(article.document, is),
    })),
  };
}

/** The report on a comparison, for a reader. */
export function compareReport(services: Services, result: CompareResult): string {
  const { say } = services;
  const link = placeLink(services);
  const own = result.base === result.uri;
  const base = own
    ? say('the saved version')
    : result.base.startsWith('git:')
      ? say('the last commit')
      : nameOf(result.base);
  const where = ({ before, after }: SourcingChange): string =>
    [
      ...(before === null
        ? []
        : [
            // The saved version is no document of its own, so there is nothing to jump to.
            say('was in {0}', [
              link(
                say('paragraph {0}', [before.paragraph]),
                own ? null : { uri: result.base, range: before.range },
              ),
            ]),
          ]),
      ...(after === null
        ? []
        : [
            say('now in {0}', [
              link(say('paragraph {0}', [after.paragraph]), { uri: result.uri, range: after.range }),
            ]),
          ]),
    ].join(', ');
  const parts = [
    `# ${escapeMarkdown(say('What changed in sourcing: {0}', [nameOf(result.uri)]))}`,
    escapeMarkdown(say('Compared with {0}.', [base])),
  ];
  if (result.changes.length === 0) parts.push(escapeMarkdown(say('Nothing changed in sourcing.')));
  for (const [title, kinds] of CHAPTERS) {
    const changes = result.changes
      .filter(({ kind }) => kinds.some((wanted) => wanted === kind))
      .sort(
        (a, b) => kinds.findIndex((kind) => kind === a.kind) - kinds.findIndex((kind) => kind === b.kind),
      );
    if (changes.length === 0) continue;
    parts.push(
      `## ${escapeMarkdown(say(title))}`,
      changes
        .map((change) => {
          const message = change.message.charAt(0).toUpperCase() + change.message.slice(1);
          return `- ${escapeMarkdown(message)} (${where(change)})`;
        })
        .join('\n'),
    );
  }
  return `${parts.join('\n\n')}\n`;
}
