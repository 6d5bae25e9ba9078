/**
 * Passive cues: in "The driver was accused of leaving" and "Teacher accused of theft" the subject is no speaker but the
 * party that is spoken of, and whoever speaks stands after "by" or is not named. Puts the parts of such an attribution
 * where they belong. Knows one paragraph's tokens; knows neither the model nor speakers.
 */
import type { LocalAttribution, Paragraph, Tokens } from '../segment/paragraph.ts';
import { COARSE } from '../segment/tags.ts';
import type { Span } from '../text/spans.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** The subject is the matter or the party: "Ferrow is accused of theft", "the fund is thought to have lost millions". */
const PARTY_IS_SUBJECT: ReadonlySet<string> = words(
  'accuse charge suspect blame indict convict sue fault criticize criticise condemn praise believe think understand say allege report rumour rumor claim find',
);
/** The subject is the hearer: "The hospital was warned about the roof", "the jury was told that …". */
const HEARER_IS_SUBJECT: ReadonlySet<string> = words('tell warn inform advise notify remind assure');
/** Verbs that read as passives in headlines and after a noun when their preposition follows at once: "Mayor accused of". */
const REDUCED: Readonly<Record<string, ReadonlySet<string>>> = {
  accuse: words('of'),
  suspect: words('of'),
  charge: words('with over in'),
  blame: words('for'),
  indict: words('on over for'),
  convict: words('of'),
  warn: words('of about over'),
};
const BE: ReadonlySet<string> = words("is are was were be been being am 's 're stands stood");

/** The token that starts at or after an offset of the paragraph. */
function tokenFrom(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True if the cue's verb is passive: a form of "be" before it, or a headline's bare participle. */
function isPassive(tokens: Tokens, one: LocalAttribution): boolean {
  const head = one.cueHead;
  const lemma = tokens.lemma[head] ?? '';
  const form = tokens.lower[head] ?? '';
  if (!/(?:ed|[^d]d|t|n)$/u.test(form) || form === lemma) return false;
  for (let i = head - 1; i >= 0 && i >= head - 4; i--) {
    const word = tokens.lower[i] ?? '';
    if (BE.has(word)) return true;
    if (word !== 'not' && word !== "n't" && !word.endsWith('ly') && word !== 'also' && word !== 'widely')
      break;
  }
  const after = tokens.lower[head + 1] ?? '';
  const source = one.source.at(-1);
  const reduced = Object.hasOwn(REDUCED, lemma) && REDUCED[lemma]?.has(after) === true;
  // "Prosecutors charged over the weekend" has no subject of its own left; the source must end right before the cue
  return reduced && source !== undefined && tokenFrom(tokens, source.end) === head;
}

/** "by the fire service" right after the cue, up to the preposition that opens the matter. */
function agentAfter(tokens: Tokens, cueEnd: number): Span | null {
  const by = tokenFrom(tokens, cueEnd);
  // "by" may be the cue's last word or the one after it
  const first = tokens.lower[by] === 'by' ? by + 1 : tokens.lower[by - 1] === 'by' ? by : -1;
  if (first < 0) return null;
  let last = -1;
  for (let i = first; i < tokens.count && i < first + 12; i++) {
    const kind = tokens.coarse[i];
    const noun = kind === COARSE.noun || kind === COARSE.name || kind === COARSE.pronoun;
    const inside =
      noun ||
      kind === COARSE.determiner ||
      kind === COARSE.adjective ||
      kind === COARSE.possessive ||
      kind === COARSE.number;
    if (!inside) break;
    // "14 families last month": a time is no part of who it was
    if (/^(?:last|this|next|yesterday|today|earlier)$/u.test(tokens.lower[i] ?? '')) break;
    if (noun) last = i;
  }
  return last < 0 ? null : { start: tokens.start[first] ?? 0, end: tokens.end[last] ?? 0 };
}

/** Content without the part that overlaps the agent and the words "by" and punctuation before what is left. */
function without(content: readonly Span[], agent: Span, tokens: Tokens): Span[] {
  const left: Span[] = [];
  for (const piece of content) {
    if (piece.end <= agent.start || piece.start >= agent.end) left.push(piece);
    else if (piece.end > agent.end) {
      const next = tokenFrom(tokens, agent.end);
      const start = tokens.start[next] ?? piece.end;
      if (start < piece.end) left.push({ start, end: piece.end });
    }
  }
  return left;
}

/** The attribution with its parts in place, if its cue is passive; else as it was. */
export function readPassive(one: LocalAttribution, { tokens }: Paragraph): LocalAttribution {
  const cue = one.cue[0];
  if (!cue || one.cueHead < 0) return one;
  const lemma = tokens.lemma[one.cueHead] ?? '';
  const party = PARTY_IS_SUBJECT.has(lemma);
  if (!party && !HEARER_IS_SUBJECT.has(lemma)) return one;
  if (!isPassive(tokens, one)) return one;
  // "was found guilty" is a verdict on the subject, "was found by divers" none of this; "was said to" needs its clause
  const agent = agentAfter(tokens, cue.end);
  const subject = one.source.filter((span) => span.end <= cue.start);
  const rest = one.source.filter((span) => span.end > cue.start);
  let content = agent ? without(one.content, agent, tokens) : [...one.content];
  if (party && subject.length > 0) content = [...subject, ...content];
  content.sort((a, b) => a.start - b.start);
  if (content.length === 0) return one;
  return { ...one, source: agent ? [agent] : rest, content };
}
