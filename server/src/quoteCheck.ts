/**
 * The quotation at a place against transcripts and notes of the workspace: which files are searched, and the answer as
 * data and as a Markdown report that shows the words that differ.
 */
import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { globMatches } from '../../config/apply.ts';
import { checkQuote } from '../../engine/export/quoteCheck.ts';
import { hitsAt } from '../../engine/query.ts';
import type { Quote, Span } from '../../engine/index.ts';
import type { CheckQuoteResult, QuoteMatch } from '../../protocol/index.ts';
import type { Article } from './annotationCache.ts';
import { toRange } from './convert.ts';
import { nameOf } from './fileAccess.ts';
import { escapeMarkdown, placeLink } from './links.ts';
import type { Services } from './services.ts';

/** Notes that are searched at most. */
const MAX_FILES = 500;

/** The quotation that a place is in, or whose source or cue it is. */
export function quoteAt(article: Article, offset: number): Quote | null {
  for (const hit of hitsAt(article.lookup.annotation, offset)) {
    if (hit.kind === 'quote' && hit.quote.level === 1) return hit.quote;
    if (hit.kind !== 'source' && hit.kind !== 'cue' && hit.kind !== 'content') continue;
    const [first] = article.lookup.quotesOf.get(hit.attribution.id) ?? [];
    if (first !== undefined) return first;
  }
  return null;
}

async function notesFor(services: Services, article: Article): Promise<readonly string[]> {
  const { notes } = article.settings;
  if (notes === '') return [];
  const found: string[] = [];
  for (const folder of services.folders()) {
    const matches = { test: (path: string): boolean => globMatches(notes, path) };
    found.push(...(await services.files.list(folder, matches, notes, MAX_FILES)));
  }
  return found.filter((uri) => uri !== article.uri).slice(0, MAX_FILES);
}

/** Searches the notes for the quotation at `offset`; null when there is none. */
export async function checkQuoteAt(
  services: Services,
  article: Article,
  offset: number,
  chosen: readonly string[] | undefined,
  token: CancellationToken,
): Promise<CheckQuoteResult | null> {
  const quote = quoteAt(article, offset);
  if (quote === null) return null;
  const words = article.text.slice(quote.start, quote.end);
  const range = toRange(article.document, quote);
  const searched: string[] = [];
  const matches: QuoteMatch[] = [];
  for (const uri of chosen ?? (await notesFor(services, article))) {
    if (token.isCancellationRequested) break;
    const text = await services.files.read(uri);
    if (text === null) continue;
    searched.push(uri);
    const check = checkQuote(words, text);
    if (check.place !== null && check.verdict !== 'not-found') {
      const document = TextDocument.create(uri, '', 0, text);
      const cut = (whole: string, span: Span | null): string =>
        span === null ? '' : whole.slice(span.start, span.end).replace(/\s+/g, ' ');
      matches.push({
        uri,
        range: toRange(document, check.place),
        verdict: check.verdict,
        similarity: check.similarity,
        runs: check.runs.map((run) => ({
          kind: run.kind,
          quote: cut(words, run.quote),
          notes: cut(text, run.notes),
        })),
      });
    }
    await services.runtime.yieldNow();
  }
  matches.sort(
    (a, b) => b.similarity - a.similarity || Number(b.verdict === 'exact') - Number(a.verdict === 'exact'),
  );
  return { quote: words.replace(/\s+/g, ' '), range, searched, matches };
}

/** Words left out struck through, words put in in bold, what the quotation marks itself in brackets. */
function runsAsMarkdown(runs: QuoteMatch['runs']): string {
  return runs
    .map(({ kind, quote, notes }) => {
      const said = escapeMarkdown(notes);
      const written = escapeMarkdown(quote);
      switch (kind) {
        case 'same':
          return written;
        case 'marked':
          return said === '' ? `\\[${written}\\]` : `\\[…${said}…\\]`;
        case 'left-out':
          return `~~${said}~~`;
        case 'put-in':
          return `**${written}**`;
        case 'replaced':
          return `~~${said}~~ **${written}**`;
      }
    })
    .join(' ');
}

const VERDICTS: Readonly<Record<QuoteMatch['verdict'], string>> = {
  exact: 'Stands word for word in {0}.',
  marked: 'Stands in {0}; what is left out or put in is marked in the quotation.',
  changed: 'Other words in {0}: {1} of the wording is the same.',
};

/** The report on a check, for a reader. */
export function quoteCheckReport(services: Services, uri: string, result: CheckQuoteResult): string {
  const { say } = services;
  const link = placeLink(services);
  const parts = [
    `# ${escapeMarkdown(say('This quotation and the notes'))}`,
    `> ${escapeMarkdown(result.quote)}`,
    link(say('{0}, line {1}', [nameOf(uri), result.range.start.line + 1]), { uri, range: result.range }),
  ];
  for (const match of result.matches.slice(0, 5)) {
    const name = say('{0}, line {1}', [nameOf(match.uri), match.range.start.line + 1]);
    const share = say('{0} %', [Math.round(100 * match.similarity)]);
    parts.push(
      say(VERDICTS[match.verdict], [link(name, match), share]),
      ...(match.verdict === 'exact' ? [] : [`> ${runsAsMarkdown(match.runs)}`]),
    );
  }
  if (result.matches.some(({ verdict }) => verdict !== 'exact'))
    parts.push(`*${escapeMarkdown(say('Struck through: only in the notes. Bold: only in the quotation.'))}*`);
  if (result.matches.length === 0)
    parts.push(
      escapeMarkdown(
        result.searched.length === 0
          ? say('There are no notes to search. The setting sourcelight.notes says which files are notes.')
          : say('Not found in {0}.', [result.searched.map(nameOf).join(', ')]),
      ),
    );
  return `${parts.join('\n\n')}\n`;
}

/** One sentence, for editors that show no documents of ours. */
export function quoteCheckSentence(services: Services, result: CheckQuoteResult): string {
  const { say } = services;
  const [best] = result.matches;
  if (best === undefined)
    return result.searched.length === 0
      ? say('There are no notes to search. The setting sourcelight.notes says which files are notes.')
      : say('Not found in {0}.', [result.searched.map(nameOf).join(', ')]);
  return say(VERDICTS[best.verdict], [
    say('{0}, line {1}', [nameOf(best.uri), best.range.start.line + 1]),
    say('{0} %', [Math.round(100 * best.similarity)]),
  ]);
}
