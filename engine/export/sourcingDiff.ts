/**
 * What changed in sourcing between two drafts, not in letters: statements that came or went, sources that became
 * vaguer or clearer, quotes whose words changed, replies that were lost. Compares two analyses; reads no files.
 */
import type { Allegation, Speaker } from '../annotation.ts';
import type { Analysis } from '../index.ts';
import { english, type Say } from '../say.ts';
import type { Span } from '../text/spans.ts';
import { joinedText, paragraphAt, speakersById, statementsOf, type Statement } from './statements.ts';

export type ChangeKind =
  | 'statement-lost'
  | 'statement-added'
  | 'attribution-lost'
  | 'source-weaker'
  | 'source-stronger'
  | 'source-changed'
  | 'quote-changed'
  | 'cue-changed'
  | 'reply-lost'
  | 'reply-added'
  | 'allegation-added'
  | 'allegation-lost';

export interface Change {
  readonly kind: ChangeKind;
  /** One sentence that names the words concerned. */
  readonly message: string;
  /** Where in the old and in the new draft; null where it does not stand. */
  readonly before: (Span & { readonly paragraph: number }) | null;
  readonly after: (Span & { readonly paragraph: number }) | null;
}

/** How firmly a source is named: nobody, anonymous or a group, a described one, a name. */
function firmness(speaker: Speaker | null): number {
  if (speaker === null) return 0;
  if (speaker.type === 'anonymous') return 1;
  if (speaker.type === 'group') return 2;
  return /^\p{Lu}/u.test(speaker.name) ? 4 : 3;
}

const normal = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[“”„«»"]|``|''/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:]+|[\s.,;:]+$/g, '')
    .toLowerCase();

const wordsOf = (text: string): readonly string[] => normal(text).match(/[\p{L}\d']+/gu) ?? [];

/** Share of words that two texts have in common, 0 to 1. */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      shared++;
      counts.set(word, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length);
}

/** From here on two texts are the same statement in other words. */
const ALIKE = 0.6;
/** Candidates compared per item, nearest in order first, so that long drafts stay fast. */
const REACH = 120;

/** Pairs equal items first, then the most alike; what finds no partner stays alone. */
function pair<T>(
  olds: readonly T[],
  news: readonly T[],
  textOf: (item: T) => string,
): { pairs: (readonly [T, T])[]; lost: T[]; added: T[] } {
  const byText = new Map<string, number[]>();
  news.forEach((item, index) => {
    const key = normal(textOf(item));
    byText.set(key, [...(byText.get(key) ?? []), index]);
  });
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  olds.forEach((item, index) => {
    const match = byText.get(normal(textOf(item)))?.find((candidate) => !taken.has(candidate));
    if (match === undefined) return;
    partner.set(index, match);
    taken.add(match);
  });
  const newWords = news.map((item) => wordsOf(textOf(item)));
  const candidates: { index: number; other: number; score: number }[] = [];
  olds.forEach((item, index) => {
    if (partner.has(index)) return;
    const words = wordsOf(textOf(item));
    for (let other = Math.max(0, index - REACH); other < Math.min(news.length, index + REACH); other++) {
      if (taken.has(other)) continue;
      const score = likeness(words, newWords[other] ?? []);
      if (score >= ALIKE) candidates.push({ index, other, score });
    }
  });
  for (const { index, other } of candidates.sort((a, b) => b.score - a.score)) {
    if (partner.has(index) || taken.has(other)) continue;
    partner.set(index, other);
    taken.add(other);
  }
  const pairs: (readonly [T, T])[] = [];
  olds.forEach((item, index) => {
    const other = news[partner.get(index) ?? -1];
    if (other !== undefined) pairs.push([item, other]);
  });
  return {
    pairs,
    lost: olds.filter((_, index) => !partner.has(index)),
    added: news.filter((_, index) => !taken.has(index)),
  };
}

function clipped(text: string): string {
  // The message has marks of its own.
  const line = text.replace(/\s+/g, ' ').replace(/^[“”"‘\s]+|[“”"’,\s]+$/g, '');
  return line.length <= 80
    ? line
    : `${line
        .slice(0, 79)
        .replace(/\s+\S*$/, '')
        .replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const nameOf = (speaker: Speaker | null, say: Say): string => speaker?.name ?? say('nobody named');

/** Every change in sourcing from one draft to the next, in the order of the new draft, losses where they stood. */
export function sourcingDiff(before: Analysis, after: Analysis, say: Say = english): readonly Change[] {
  const changes: (Change & { readonly order: number })[] = [];
  const place = (analysis: Analysis, span: Span): Span & { readonly paragraph: number } => ({
    start: span.start,
    end: span.end,
    paragraph: paragraphAt(analysis, span.start),
  });
  const tell = (kind: ChangeKind, message: string, old: Span | null, fresh: Span | null): void => {
    const share = old === null ? 0 : old.start / Math.max(1, before.text.length);
    changes.push({
      kind,
      message,
      before: old === null ? null : place(before, old),
      after: fresh === null ? null : place(after, fresh),
      order: fresh === null ? share * after.text.length : fresh.start,
    });
  };

  const statements = pair(statementsOf(before), statementsOf(after), (statement) => statement.text);
  const newText = normal(after.text);
  for (const statement of statements.lost) {
    const who = nameOf(statement.speaker, say);
    const bare = normal(statement.text);
    // The words are still there, but nobody says them any more.
    if (bare.length > 20 && newText.includes(bare)) {
      tell(
        'attribution-lost',
        say('“{0}” is no longer attributed to {1}', [clipped(statement.text), who]),
        statement.span,
        null,
      );
    } else
      tell(
        'statement-lost',
        say('lost what {0} says: “{1}”', [who, clipped(statement.text)]),
        statement.span,
        null,
      );
  }
  for (const statement of statements.added) {
    tell(
      'statement-added',
      say('new from {0}: “{1}”', [nameOf(statement.speaker, say), clipped(statement.text)]),
      null,
      statement.span,
    );
  }
  for (const [old, fresh] of statements.pairs) compareStatements(old, fresh, tell, say);

  compareAllegations(before, after, tell, say);
  return changes
    .sort((a, b) => a.order - b.order)
    .map(({ kind, message, before: old, after: fresh }) => ({ kind, message, before: old, after: fresh }));
}

type Tell = (kind: ChangeKind, message: string, old: Span | null, fresh: Span | null) => void;

function compareStatements(old: Statement, fresh: Statement, tell: Tell, say: Say): void {
  const was = old.speaker;
  const is = fresh.speaker;
  if (was?.name !== is?.name) {
    const step = firmness(is) - firmness(was);
    const what = say('the source of “{0}” went from {1} to {2}', [
      clipped(fresh.text),
      nameOf(was, say),
      nameOf(is, say),
    ]);
    // "Quill" for "Ada Quill" is the same person under a shorter name.
    const short = was !== null && is !== null && (was.name.endsWith(is.name) || is.name.endsWith(was.name));
    if (!short)
      tell(
        step < 0 ? 'source-weaker' : step > 0 ? 'source-stronger' : 'source-changed',
        what,
        old.span,
        fresh.span,
      );
  }
  const quoted = old.attribution.form !== 'indirect' || fresh.attribution.form !== 'indirect';
  if (quoted && normal(old.text) !== normal(fresh.text)) {
    tell(
      'quote-changed',
      say('the words of {0} changed: “{1}” is now “{2}”', [
        nameOf(is, say),
        clipped(old.text),
        clipped(fresh.text),
      ]),
      old.span,
      fresh.span,
    );
  }
  if (old.attribution.stance !== fresh.attribution.stance) {
    tell(
      'cue-changed',
      say('“{0}” became “{1}” for {2}: “{3}”', [old.cue, fresh.cue, nameOf(is, say), clipped(fresh.text)]),
      old.span,
      fresh.span,
    );
  }
}

/** Replies in the body; a headline "Mayor denies it" is none without the denial that it sums up. */
function repliesOf(analysis: Analysis, { responses }: Allegation): Allegation['responses'] {
  return responses.filter(({ start }) => {
    const placed = analysis.paragraphs[paragraphAt(analysis, start) - 1];
    return placed?.paragraph.zone !== 'headline';
  });
}

function compareAllegations(before: Analysis, after: Analysis, tell: Tell, say: Say): void {
  const oldNames = speakersById(before.annotation);
  const newNames = speakersById(after.annotation);
  const accusedOf = (allegation: Allegation, names: ReadonlyMap<string, Speaker>): string =>
    (allegation.accused === null ? undefined : names.get(allegation.accused)?.name) ?? say('somebody');
  // Two drafts in one pairing: each item carries the text it stands in.
  const items = (analysis: Analysis): readonly { allegation: Allegation; text: string }[] =>
    analysis.annotation.allegations.map((allegation) => ({
      allegation,
      text: joinedText(analysis.text, [allegation]),
    }));
  const { pairs, lost, added } = pair(items(before), items(after), (item) => item.text);
  for (const { allegation, text } of lost) {
    tell(
      'allegation-lost',
      say('no longer alleged of {0}: “{1}”', [accusedOf(allegation, oldNames), clipped(text)]),
      allegation,
      null,
    );
  }
  for (const { allegation, text } of added) {
    const template =
      allegation.responses.length > 0
        ? 'newly alleged of {0}: “{1}”'
        : 'newly alleged of {0}, without a reply: “{1}”';
    tell(
      'allegation-added',
      say(template, [accusedOf(allegation, newNames), clipped(text)]),
      null,
      allegation,
    );
  }
  for (const [old, fresh] of pairs) {
    const [was] = repliesOf(before, old.allegation);
    const [is] = repliesOf(after, fresh.allegation);
    if (was !== undefined && is === undefined) {
      const at = paragraphAt(before, was.start);
      tell(
        'reply-lost',
        say(
          was.kind === 'denial'
            ? 'lost the denial in paragraph {0} to “{1}”'
            : 'lost the reply in paragraph {0} to “{1}”',
          [at, clipped(fresh.text)],
        ),
        was,
        fresh.allegation,
      );
    } else if (was === undefined && is !== undefined) {
      tell(
        'reply-added',
        say(is.kind === 'denial' ? '“{0}” now has a denial' : '“{0}” now has a reply', [clipped(fresh.text)]),
        old.allegation,
        is,
      );
    }
  }
}
