/**
 * Reports the same utterance quoted twice with different words. Knows the quotations of the annotation and who speaks
 * them; quotations are compared only where they share several words in a row.
 */
import type { Quote } from '../annotation.ts';
import type { Analysis } from '../index.ts';
import { replace } from './fixes.ts';
import { flagOption, numberOption, type ForeignQuote, type Rule, type RuleContext } from './rule.ts';
import { blockOf, isProse, textOf, type Story } from './story.ts';

interface Wording {
  readonly words: readonly string[];
  readonly letters: string;
}

interface Utterance extends Wording {
  readonly quote: Quote;
}

/** Longer quotations are compared by their beginning. */
const MAX_LETTERS = 400;
/** A pair of words that starts more quotations than this is no evidence ("of the"). */
const MAX_SHARING = 12;

function wordingOf(text: string): Wording {
  const words = text
    .toLowerCase()
    .replace(/[^A-Za-z0-9À-ɏḀ-ỿ…\s]+/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return { words, letters: words.join('').slice(0, MAX_LETTERS) };
}

function utterance(story: Story, quote: Quote): Utterance {
  return { quote, ...wordingOf(textOf(story, quote)) };
}

/** Edit distance, given up above `limit`. */
function distance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1),
      );
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** Share of the shorter one's words that the longer one has too: cheap, and rules out nearly every pair. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  return short.filter((word) => long.has(word)).length / short.length;
}

/** The shorter is a part of the longer in the same order: a trimmed repeat, not a drift. */
function trimmedRepeat(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return ` ${long.join(' ')} `.includes(` ${short.join(' ')} `);
}

/** Shorter quotations that are alike are slogans as often as one utterance. */
const SLOGAN = 6;

function sameSpeaker(story: Story, a: Quote, b: Quote): boolean {
  const short = [a, b].some((quote) => textOf(story, quote).split(/\s+/).length < SLOGAN);
  if (a.speaker !== null && a.speaker === b.speaker && !short) return true;
  // In running text unsigned quotations that are alike are slogans set against each other (“make it whole”, not “make
  // it great”); only a headline leaves out who speaks.
  const headline = [a, b].some((quote) => blockOf(story, quote.start)?.scope === 'headline');
  if (!headline) return false;
  if (a.speaker === null || b.speaker === null) return true;
  const first = story.speaker.get(a.speaker);
  const second = story.speaker.get(b.speaker);
  const named = (speaker: typeof first): boolean =>
    speaker?.type === 'person' && speaker.mentions.some((mention) => mention.kind === 'name');
  // Two people with names are two people; "flood town's mayor" may be either.
  return !(named(first) && named(second));
}

/** The copy that stands farther from the source: in the headline, else the later one. */
function farther(story: Story, a: Quote, b: Quote): readonly [copy: Quote, other: Quote] {
  const headline = blockOf(story, a.start)?.scope === 'headline';
  return headline ? [a, b] : [b, a];
}

/** Two wordings of one utterance: alike, not the same, and neither a part of the other. */
function drifted(a: Wording, b: Wording, minSimilarity: number): boolean {
  const longest = Math.max(a.letters.length, b.letters.length);
  const limit = Math.floor((1 - minSimilarity) * longest);
  return (
    a.letters !== b.letters &&
    Math.abs(a.letters.length - b.letters.length) <= limit &&
    sharedWords(a.words, b.words) >= 0.5 &&
    !trimmedRepeat(a.words, b.words) &&
    distance(a.letters, b.letters, limit) <= limit
  );
}

/** The caller hands over quotations of the same speakers only, so names need no comparing. */
function checkElsewhere({ story, elsewhere, options, report }: RuleContext): void {
  const minWords = numberOption(options, 'minWords');
  const minSimilarity = numberOption(options, 'minSimilarity');
  const others = elsewhere
    .map((foreign, index) => ({ foreign, index, wording: wordingOf(foreign.text) }))
    .filter(({ foreign, wording }) => wording.words.length >= minWords && !foreign.text.includes('…'));
  if (others.length === 0) return;
  const nameOf = (quote: Quote): string | undefined => story.speaker.get(quote.speaker ?? '')?.name;
  for (const quote of story.annotation.quotes) {
    if (quote.level > 1 || !isProse(blockOf(story, quote.start))) continue;
    const own = utterance(story, quote);
    if (own.words.length < minWords || textOf(story, quote).includes('…')) continue;
    const speaker = nameOf(quote);
    const same = ({ speaker: other }: ForeignQuote): boolean =>
      speaker === undefined || other === null || other === speaker;
    const found = others.find(
      ({ foreign, wording }) => same(foreign) && drifted(own, wording, minSimilarity),
    );
    if (found === undefined) continue;
    report({
      start: quote.start,
      end: quote.end,
      message: 'elsewhere',
      args: { other: found.foreign.text, where: found.foreign.where },
      confidence: 0.9,
      foreign: found.index,
      ...(speaker === undefined ? {} : { speakers: [speaker] }),
    });
  }
}

function check(context: RuleContext): void {
  const { story, options, report } = context;
  if (flagOption(options, 'workspace')) checkElsewhere(context);
  const minWords = numberOption(options, 'minWords');
  const minSimilarity = numberOption(options, 'minSimilarity');
  const known = new Map<string, Utterance[]>();
  const reported = new Set<Quote>();
  for (const quote of story.annotation.quotes) {
    if (quote.level > 1 || !isProse(blockOf(story, quote.start))) continue;
    const own = utterance(story, quote);
    if (own.words.length < minWords) continue;
    const candidates = new Set<Utterance>();
    for (let i = 0; i + 1 < own.words.length; i++) {
      const key = `${own.words[i] ?? ''} ${own.words[i + 1] ?? ''}`;
      const sharing = known.get(key) ?? [];
      if (sharing.length <= MAX_SHARING) for (const other of sharing) candidates.add(other);
      if (sharing.length <= MAX_SHARING) known.set(key, [...sharing, own]);
    }
    for (const other of candidates) {
      if (textOf(story, quote).includes('…') || textOf(story, other.quote).includes('…')) continue;
      if (!sameSpeaker(story, other.quote, quote) || !drifted(own, other, minSimilarity)) continue;
      const [copy, source] = farther(story, other.quote, quote);
      if (reported.has(copy)) continue;
      reported.add(copy);
      const written = textOf(story, copy);
      const [lead] = /^["“«‘'`]*/.exec(written) ?? [''];
      const [tail] = /[.,!?]*["”»’']*$/.exec(written) ?? [''];
      const inner = textOf(story, source)
        .replace(/^["“«‘'`]+/, '')
        .replace(/[.,!?]*["”»’']*$/, '');
      report({
        start: copy.start,
        end: copy.end,
        message: 'drift',
        args: { other: textOf(story, source) },
        confidence: 0.9,
        related: [{ start: source.start, end: source.end, message: 'Quoted differently here' }],
        fixes: [replace('Copy the other wording', copy, `${lead}${inner}${tail}`)],
      });
      break;
    }
  }
}

/** The quotations of a story that has a speaker with a name, as other stories compare with them. */
export function quotationsOf(
  { text, annotation }: Pick<Analysis, 'text' | 'annotation'>,
  where: string,
): readonly ForeignQuote[] {
  const names = new Map(annotation.speakers.map((speaker) => [speaker.id, speaker]));
  return annotation.quotes.flatMap((quote) => {
    const speaker = quote.speaker === null ? undefined : names.get(quote.speaker);
    return quote.level === 1 && speaker?.type === 'person'
      ? [{ where, text: text.slice(quote.start, quote.end), speaker: speaker.name }]
      : [];
  });
}

export const quoteDrift: Rule = {
  id: 'quote-drift',
  number: 7,
  title: 'The same words quoted differently',
  starred: false,
  needs: ['G'],
  severity: 'warning',
  fix: 'offer',
  docs: {
    summary:
      'The same utterance quoted twice with different words, by the same speaker, in one document (across the workspace when switched on).',
    range: 'The copy that is farther from the source: headline, caption, push text, otherwise the later one.',
    rationale: 'Words inside quote marks must be what was said (B20), headlines included (B21).',
    standards: ['B20', 'B21'],
    fix: 'Go to the other; offers to copy its wording.',
    silentOn: [
      {
        what: 'a shortened repeat',
        text: '# “Never rebuild here”, says flood town’s mayor\n\n“We will never rebuild here,” the mayor, Ines Roy, said at the river bank.',
      },
      {
        what: 'slogans set against each other',
        text: 'The mayor, Ines Roy, ran on “make the pier great again”. Her rival, Eva Holm, wanted to “make the pier whole again”.',
      },
      {
        what: 'marked omissions',
        text: '# “We will … rebuild here”, says flood town’s mayor\n\n“We will never rebuild here,” the mayor, Ines Roy, said at the river bank.',
      },
      {
        what: 'punctuation and case',
        text: '# “We Will Never Rebuild Here”, says flood town’s mayor\n\n“We will never rebuild here!” the mayor, Ines Roy, said at the river bank.',
      },
    ],
    bad: [
      {
        text: '# ⟦“We will not rebuild here”⟧, says flood town’s mayor\n\n“We will never rebuild here,” the mayor, Ines Roy, said at the river bank.',
        fixed:
          '# “We will never rebuild here”, says flood town’s mayor\n\n“We will never rebuild here,” the mayor, Ines Roy, said at the river bank.',
      },
    ],
    good: [
      {
        text: '# “We will never rebuild here”, says flood town’s mayor\n\n“We will never rebuild here,” the mayor, Ines Roy, said at the river bank.',
      },
    ],
  },
  messages: {
    drift: 'Elsewhere the same words are quoted as {other}',
    elsewhere: '{where} quotes the same words as {other}',
  },
  options: {
    minWords: {
      type: 'integer',
      default: 4,
      minimum: 2,
      maximum: 50,
      description: 'Shorter quotations are not compared.',
    },
    minSimilarity: {
      type: 'number',
      default: 0.75,
      minimum: 0.5,
      maximum: 1,
      description: 'Share of equal letters from which two quotations count as the same utterance.',
    },
    workspace: {
      type: 'boolean',
      default: false,
      description: 'Compare across the stories of the workspace, where the caller hands them over.',
    },
  },
  check,
};
