/**
 * Figures for speakers on the project's own corpus: is the name right, is the role, is the affiliation. Once with the
 * gold attributions as input (resolution alone) and once on what the engine found (as users see it). Knows the gold
 * format and the annotation; prints nothing.
 */
import type { Annotation, Speaker } from '../../engine/annotation.ts';
import type { LinkedAttribution, LinkedDocument } from '../../engine/attribute/linked.ts';
import { annotate } from '../../engine/index.ts';
import { resolve } from '../../engine/resolve/resolve.ts';
import type { Span } from '../../engine/text/spans.ts';
import type { CorpusArticle, CorpusAttribution, CorpusSpeaker } from '../corpus/inline.ts';

export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface SpeakerFigures {
  /** Attributions whose gold says who speaks: the name is right. */
  readonly all: Share;
  /** Of these, all content in quotation marks, or part of it. */
  readonly quoted: Share;
  readonly pronoun: Share;
  readonly surname: Share;
  readonly description: Share;
  readonly named: Share;
  /** Gold "ambiguous" left open. */
  readonly ambiguous: Share;
  /** Gold "no speaker" left without one. */
  readonly none: Share;
  readonly hearer: Share;
  readonly type: Share;
  /** Speakers whose gold gives a role: found alike; and of all roles given, those that the gold has. */
  readonly role: Share;
  readonly roleInvented: Share;
  readonly affiliation: Share;
  readonly affiliationInvented: Share;
}

export interface SpeakerMiss {
  readonly article: string;
  readonly what: string;
  readonly number: number;
  readonly source: string;
  readonly gold: string;
  readonly got: string;
}

type Key = keyof SpeakerFigures;
type Counts = Record<Key, { right: number; of: number }>;

const KEYS: readonly Key[] = [
  'all', 'quoted', 'pronoun', 'surname', 'description', 'named', 'ambiguous', 'none', 'hearer', 'type', 'role', 'roleInvented', 'affiliation', 'affiliationInvented',
]; // prettier-ignore

const SMALL = new Set(['the', 'a', 'an', 'of', 'for', 'at', 'in', 'and', 's', 'its', 'his', 'her', 'their', 'to', 'with', 'from', 'who']); // prettier-ignore

function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replace(/[̀-ͯ]/g, '')
    .toLowerCase()
    .replace(/['’]s?\b/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !SMALL.has(word));
}

/** Equal but for case, marks, determiners and small words. */
export function sameWords(a: string, b: string): boolean {
  return [...wordsOf(a)].sort().join(' ') === [...wordsOf(b)].sort().join(' ');
}

/** Half of the words or more in common, one way or the other: for descriptions, which annotators cut differently. */
function similar(a: string, b: string): boolean {
  const left = wordsOf(a);
  const right = new Set(wordsOf(b));
  const common = left.filter((word) => right.has(word)).length;
  return common > 0 && common >= 0.5 * Math.min(left.length, right.size);
}

/** Is this speaker the one that the gold means? Names must be equal; descriptions may be cut differently. */
function sameSpeaker(gold: CorpusSpeaker | string, got: Speaker): boolean {
  const name = typeof gold === 'string' ? gold : gold.name;
  if (sameWords(name, got.name)) return true;
  if ((got.aliases ?? []).some((alias) => sameWords(alias, name))) return true;
  const described = !/\p{Lu}/u.test(name.replace(/^\p{Lu}/u, '').replace(/\b(?:of|for|at)\b.*$/u, '')) || (typeof gold !== 'string' && gold.type !== 'person' && gold.type !== 'country'); // prettier-ignore
  if (
    got.type === 'person' &&
    /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(got.name) &&
    (typeof gold === 'string' || gold.type !== 'person')
  )
    return false;
  return described && similar(name, got.name);
}

const textOf = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => text.slice(span.start, span.end)).join(' … ');

const PRONOUN = /^(?:he|she|they|it|who|which|that|i|we|his|her|their|its|him|them)$/iu;

function sortOf(source: string): 'pronoun' | 'surname' | 'description' | 'named' {
  const bare = source.replace(/['’]s?$|[,:]$/gu, '').trim();
  if (PRONOUN.test(bare)) return 'pronoun';
  if (/^\p{Lu}\S*$/u.test(bare)) return 'surname';
  return /\p{Lu}/u.test(bare.replace(/^\p{Lu}/u, '')) ? 'named' : 'description';
}

/** The document with the gold's attributions in place of the engine's. */
export function goldDocument(article: CorpusArticle, linked: LinkedDocument): LinkedDocument {
  const attributions = [...article.attributions]
    .filter((gold) => gold.cue.length > 0 || gold.content.length > 0)
    .sort((a, b) => startOf(a) - startOf(b))
    .map((gold): LinkedAttribution => {
      const at = gold.cue[0]?.start ?? gold.content[0]?.start ?? 0;
      let paragraph = 0;
      linked.paragraphs.forEach((placed, index) => {
        if (placed.offset <= at) paragraph = index;
      });
      const placed = linked.paragraphs[paragraph];
      let cueHead = -1;
      if (placed !== undefined) {
        const { tokens } = placed.paragraph;
        for (let i = 0; i < tokens.count; i++) {
          const start = (tokens.start[i] ?? 0) + placed.offset;
          if (
            gold.cue.some((cue) => cue.start <= start && start < cue.end) &&
            (cueHead < 0 || tokens.coarse[i] === 4)
          )
            cueHead = i;
        }
      }
      const marks = linked.quotes.filter((quote) =>
        gold.content.some((span) => span.start <= quote.start && quote.end <= span.end + 1),
      );
      const whole = gold.content.length > 0 && gold.content.every((span) => marks.some((quote) => quote.start <= span.start && span.end <= quote.end + 1)); // prettier-ignore
      return {
        paragraph,
        source: gold.source,
        cue: gold.cue,
        content: gold.content,
        cueHead,
        class: gold.class,
        form: whole ? 'direct' : marks.length > 0 ? 'mixed' : 'indirect',
        confidence: 1,
      };
    });
  return {
    ...linked,
    attributions,
    quotes: linked.quotes.map((quote) => ({
      ...quote,
      attribution: attributions.findIndex((other) => other.content.some((span) => span.start <= quote.start && quote.end <= span.end + 1)), // prettier-ignore
    })),
  };
}

function startOf(gold: CorpusAttribution): number {
  return Math.min(...[...gold.source, ...gold.cue, ...gold.content].map((span) => span.start));
}

const overlap = (a: readonly Span[], b: readonly Span[]): number => {
  let common = 0;
  for (const x of a)
    for (const y of b) common += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return common;
};

type Resolved = Pick<Annotation, 'attributions' | 'speakers'>;

/** Compares one article; pairs gold and found attributions by their cue, then by their content. */
function compare(article: CorpusArticle, resolved: Resolved, counts: Counts, misses: SpeakerMiss[]): void {
  const speakers = new Map(resolved.speakers.map((speaker) => [speaker.id, speaker]));
  const goldSpeakers = new Map(article.speakers.map((speaker) => [speaker.name, speaker]));
  const count = (key: Key, right: boolean): void => {
    counts[key].of++;
    if (right) counts[key].right++;
  };
  const pairs = new Map<string, Speaker>();
  for (const gold of article.attributions) {
    if (gold.cue.length === 0 && gold.content.length === 0) continue;
    const found = resolved.attributions
      .map((other) => ({
        other,
        score: overlap(gold.cue, other.cue) * 1000 + overlap(gold.content, other.content),
      }))
      .filter(
        ({ other, score }) =>
          score > 0 && (gold.cue.length === 0 || other.cue.length === 0 || overlap(gold.cue, other.cue) > 0),
      )
      .sort((a, b) => b.score - a.score)[0]?.other;
    if (found === undefined) continue;
    const got = found.speaker === null ? undefined : speakers.get(found.speaker);
    const source = textOf(article.text, gold.source);
    const miss = (what: string, expected: string, value: string): void => {
      misses.push({ article: article.id, what, number: gold.number, source, gold: expected, got: value });
    };
    const shown = got?.name ?? (found.candidates === undefined ? '-' : `ambiguous ${found.candidates.map((id) => speakers.get(id)?.name ?? '?').join(' | ')}`); // prettier-ignore
    if (gold.ambiguous) {
      count('ambiguous', got === undefined);
      if (got !== undefined) miss('ambiguous', 'ambiguous', shown);
    } else if (gold.speaker === null) {
      count('none', got === undefined);
      if (got !== undefined) miss('none', '-', shown);
    } else {
      const goldSpeaker = goldSpeakers.get(gold.speaker) ?? gold.speaker;
      const right = got !== undefined && sameSpeaker(goldSpeaker, got);
      count('all', right);
      if (found.form !== 'indirect') count('quoted', right);
      if (source !== '') count(sortOf(source), right);
      if (!right) miss(source === '' ? 'no source' : sortOf(source), gold.speaker, shown);
      if (right && !pairs.has(gold.speaker)) pairs.set(gold.speaker, got);
    }
    if (gold.to !== null) {
      const to = found.to === null ? undefined : speakers.get(found.to);
      const right =
        to !== undefined &&
        (sameSpeaker(goldSpeakers.get(gold.to) ?? gold.to, to) || similar(gold.to, to.name));
      count('hearer', right);
      if (!right) miss('hearer', gold.to, to?.name ?? '-');
    }
  }
  for (const [name, got] of pairs) {
    const gold = goldSpeakers.get(name);
    if (gold === undefined) continue;
    const miss = (what: string, expected: string, value: string): void => {
      misses.push({ article: article.id, what, number: 0, source: name, gold: expected, got: value });
    };
    count('type', gold.type === got.type);
    if (gold.type !== got.type) miss('type', gold.type, got.type);
    if (gold.role !== null) {
      const right = got.role !== null && similar(gold.role, got.role);
      count('role', right);
      if (!right) miss('role', gold.role, got.role ?? '-');
    }
    if (got.role !== null) count('roleInvented', gold.role === null);
    if (gold.affiliation !== null) {
      const right = got.affiliation !== null && similar(gold.affiliation, got.affiliation);
      count('affiliation', right);
      if (!right) miss('affiliation', gold.affiliation, got.affiliation ?? '-');
    }
    if (got.affiliation !== null) count('affiliationInvented', gold.affiliation === null);
  }
}

export interface SpeakerEvaluation {
  readonly found: SpeakerFigures;
  readonly gold: SpeakerFigures;
  readonly missesOnGold: readonly SpeakerMiss[];
  readonly missesOnFound: readonly SpeakerMiss[];
}

const emptyCounts = (): Counts => Object.fromEntries(KEYS.map((key) => [key, { right: 0, of: 0 }])) as Counts;

/** Speaker figures over the articles, with and without the errors of attribution. */
export function evaluateSpeakers(articles: readonly CorpusArticle[]): SpeakerEvaluation {
  const found = emptyCounts();
  const gold = emptyCounts();
  const missesOnGold: SpeakerMiss[] = [];
  const missesOnFound: SpeakerMiss[] = [];
  for (const article of articles) {
    const analysis = annotate(article.text, { plainText: 'always' });
    const options = article.outlet === null ? {} : { outlet: article.outlet };
    compare(article, analysis.annotation, found, missesOnFound);
    compare(article, resolve(goldDocument(article, analysis.linked), options), gold, missesOnGold);
  }
  return { found, gold, missesOnGold, missesOnFound };
}
