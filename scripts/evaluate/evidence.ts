/**
 * Figures for agencies and evidence on the project's own corpus: mentions of agencies and their functions, stance and
 * verification, allegations with accuser, accused, status and replies. Once with the gold attributions as input
 * (evidence alone) and once on what the engine found. Knows the gold format and the annotation; prints nothing.
 */
import type { Annotation, Attribution } from '../../engine/annotation.ts';
import { annotate } from '../../engine/index.ts';
import { resolve } from '../../engine/resolve/resolve.ts';
import type { Span } from '../../engine/text/spans.ts';
import type { CorpusArticle, CorpusAttribution } from '../corpus/inline.ts';
import { goldDocument, sameWords, type Share } from './speakers.ts';

export interface EvidenceFigures {
  /** Agency mentions: precision, recall; of those found, the function is right; via of an attribution is right. */
  readonly agencyPrecision: Share;
  readonly agencyRecall: Share;
  readonly agencyFunction: Share;
  readonly via: Share;
  readonly stance: Share;
  readonly verification: Share;
  readonly negated: Share;
  /** Allegations: overlapping propositions; of the pairs, accuser, accused, status and replies are right. */
  readonly allegationPrecision: Share;
  readonly allegationRecall: Share;
  readonly accuser: Share;
  readonly accused: Share;
  readonly status: Share;
  readonly attributed: Share;
  readonly responsePrecision: Share;
  readonly responseRecall: Share;
  readonly responseKind: Share;
}

export interface EvidenceMiss {
  readonly article: string;
  readonly what: string;
  readonly gold: string;
  readonly got: string;
  readonly text: string;
}

type Key = keyof EvidenceFigures;

const KEYS: readonly Key[] = [
  'agencyPrecision', 'agencyRecall', 'agencyFunction', 'via', 'stance', 'verification', 'negated', 'allegationPrecision', 'allegationRecall', 'accuser', 'accused', 'status', 'attributed', 'responsePrecision', 'responseRecall', 'responseKind',
]; // prettier-ignore

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const touches = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((x) => b.some((y) => overlap(x, y) > 0));

/** Gold and found attributions of the same cue (or, without cues, of the same content). */
function pairs(
  gold: readonly CorpusAttribution[],
  found: readonly Attribution[],
): readonly { readonly gold: CorpusAttribution; readonly found: Attribution }[] {
  const taken = new Set<string>();
  const result: { gold: CorpusAttribution; found: Attribution }[] = [];
  for (const wanted of gold) {
    const match = found.find(
      (candidate) =>
        !taken.has(candidate.id) &&
        (touches(wanted.cue, candidate.cue) ||
          (wanted.cue.length === 0 && touches(wanted.content, candidate.content))),
    );
    if (!match) continue;
    taken.add(match.id);
    result.push({ gold: wanted, found: match });
  }
  return result;
}

function quoteOf(text: string, spans: readonly Span[]): string {
  return spans
    .map((span) => text.slice(span.start, span.end))
    .join(' … ')
    .slice(0, 220);
}

/**
 * Compares annotations with the gold. What counts:
 * - An allegation is found when its proposition shares at least one character with the gold's; each found one counts for
 *   one gold one, the longest overlap first. Where a proposition begins and ends is a matter of taste, what it is about is
 *   not; an allegation elsewhere in the same sentence does not count.
 * - Accuser, accused, status and "attributed" are judged on the pairs found. A party is right when the names agree, or
 *   share half of the words of the shorter ("the former harbour chief"); nobody is right only where the gold names nobody.
 * - Replies are judged on the allegations found, each against its own gold replies: recall over those, precision over all
 *   that the engine links to a found allegation, kind on the pairs. A reply to an allegation that was missed is counted
 *   as part of that miss, not again.
 * - Stance, verification and negation are judged on attributions whose cue is found.
 */
export function compareEvidence(
  cases: readonly {
    readonly article: CorpusArticle;
    readonly annotation: Pick<Annotation, 'attributions' | 'speakers' | 'agencies' | 'allegations'>;
  }[],
): { readonly figures: EvidenceFigures; readonly misses: readonly EvidenceMiss[] } {
  const counts: Record<Key, { right: number; of: number }> = Object.fromEntries(
    KEYS.map((key) => [key, { right: 0, of: 0 }]),
  ) as Record<Key, { right: number; of: number }>;
  const misses: EvidenceMiss[] = [];
  for (const { article, annotation } of cases) {
    const { text } = article;
    const miss = (what: string, gold: string, got: string, spans: readonly Span[]): void => {
      misses.push({ article: article.id, what, gold, got, text: quoteOf(text, spans) });
    };
    const count = (key: Key, right: boolean, gold: string, got: string, spans: readonly Span[]): void => {
      counts[key].of++;
      if (right) counts[key].right++;
      else miss(key, gold, got, spans);
    };
    const names = new Map(annotation.speakers.map((speaker) => [speaker.id, speaker]));
    const sameParty = (gold: string | null, id: string | null): boolean => {
      const got = id === null ? undefined : names.get(id);
      if (gold === null || got === undefined) return gold === null && got === undefined;
      return (
        sameWords(gold, got.name) ||
        (got.aliases ?? []).some((alias) => sameWords(alias, gold)) ||
        similar(gold, got.name)
      );
    };
    const nameOf = (id: string | null): string => (id === null ? '-' : (names.get(id)?.name ?? '?'));

    const wanted = article.agencies.flatMap((agency) =>
      agency.mentions.map((mention) => ({ ...mention, key: agency.key })),
    );
    const got = annotation.agencies.flatMap((agency) =>
      agency.mentions.map((mention) => ({ ...mention, key: agency.key ?? agency.name })),
    );
    const used = new Set<object>();
    for (const mention of wanted) {
      const match = got.find((candidate) => !used.has(candidate) && overlap(mention, candidate) > 0);
      count('agencyRecall', match !== undefined, `${mention.key}:${mention.function}`, '-', [mention]);
      if (!match) continue;
      used.add(match);
      count('agencyFunction', match.function === mention.function, mention.function, match.function, [
        mention,
      ]);
    }
    for (const mention of got)
      count('agencyPrecision', used.has(mention), '-', `${mention.key}:${mention.function}`, [
        { start: Math.max(0, mention.start - 60), end: mention.end + 30 },
      ]);

    for (const { gold, found } of pairs(article.attributions, annotation.attributions)) {
      const where = [...gold.source, ...gold.cue, ...gold.content];
      count('stance', gold.stance === found.stance, gold.stance, found.stance, where);
      count(
        'verification',
        gold.verification === found.verification,
        gold.verification,
        found.verification,
        where,
      );
      count('negated', gold.negated === found.negated, String(gold.negated), String(found.negated), gold.cue);
      if (gold.via !== null || found.via !== null) {
        const agency = annotation.agencies.find((candidate) => candidate.id === found.via);
        const right =
          gold.via !== null &&
          agency !== undefined &&
          (agency.key === gold.via || sameWords(agency.name, gold.via));
        count('via', right, gold.via ?? '-', agency?.name ?? '-', where);
      }
    }

    const goldAllegations = article.allegations.filter((allegation) => allegation.spans.length > 0);
    const taken = new Set<string>();
    for (const gold of goldAllegations) {
      let best: (typeof annotation.allegations)[number] | null = null;
      let most = 0;
      for (const candidate of annotation.allegations) {
        if (taken.has(candidate.id)) continue;
        const common = Math.max(...gold.spans.map((span) => overlap(span, candidate)));
        if (common > most) {
          most = common;
          best = candidate;
        }
      }
      count(
        'allegationRecall',
        best !== null,
        `${gold.accuser ?? '-'} → ${gold.accused ?? '-'}`,
        '-',
        gold.spans,
      );
      if (!best) continue;
      taken.add(best.id);
      count(
        'accuser',
        sameParty(gold.accuser, best.accuser),
        gold.accuser ?? '-',
        nameOf(best.accuser),
        gold.spans,
      );
      count(
        'accused',
        sameParty(gold.accused, best.accused),
        gold.accused ?? '-',
        nameOf(best.accused),
        gold.spans,
      );
      count('status', gold.status === best.legalStatus, gold.status, best.legalStatus, gold.spans);
      count(
        'attributed',
        gold.attributed === best.attributed,
        String(gold.attributed),
        String(best.attributed),
        gold.spans,
      );
      const matched = new Set<object>();
      for (const response of gold.responses) {
        const reply = best.responses.find(
          (candidate) =>
            !matched.has(candidate) && response.spans.some((span) => overlap(span, candidate) > 0),
        );
        count('responseRecall', reply !== undefined, response.kind, '-', response.spans);
        if (!reply) continue;
        matched.add(reply);
        count('responseKind', reply.kind === response.kind, response.kind, reply.kind, response.spans);
      }
      for (const reply of best.responses)
        count(
          'responsePrecision',
          matched.has(reply),
          `no reply to ${quoteOf(text, gold.spans).slice(0, 60)}`,
          reply.kind,
          [reply],
        );
    }
    for (const allegation of annotation.allegations)
      count(
        'allegationPrecision',
        taken.has(allegation.id),
        '-',
        `${nameOf(allegation.accuser)} → ${nameOf(allegation.accused)}`,
        [allegation],
      );
  }
  return { figures: counts, misses };
}

/** Descriptions of one party may be cut differently: half of the words in common. */
function similar(a: string, b: string): boolean {
  const words = (name: string): readonly string[] =>
    name
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word.length > 2 && word !== 'the');
  const left = words(a);
  const right = new Set(words(b));
  const common = left.filter((word) => right.has(word)).length;
  return common > 0 && common >= 0.5 * Math.min(left.length, right.size);
}

/** Evidence with the gold attributions as input. */
export function evaluateEvidenceOnGold(
  articles: readonly CorpusArticle[],
): ReturnType<typeof compareEvidence> {
  return compareEvidence(
    articles.map((article) => {
      const { linked } = annotate(article.text, { plainText: 'always' });
      return {
        article,
        annotation: resolve(goldDocument(article, linked), article.outlet ? { outlet: article.outlet } : {}),
      };
    }),
  );
}

/** Evidence on what the engine found itself, as users see it. */
export function evaluateEvidence(articles: readonly CorpusArticle[]): ReturnType<typeof compareEvidence> {
  return compareEvidence(
    articles.map((article) => ({
      article,
      annotation: annotate(article.text, {
        plainText: 'always',
        ...(article.outlet ? { outlet: article.outlet } : {}),
      }).annotation,
    })),
  );
}
