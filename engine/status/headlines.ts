/**
 * Accusations in headlines: a headline that says what the text rests on somebody's word is an allegation of its own,
 * against the same party. Knows headline paragraphs, claim quotes and the allegations of the text.
 */
import { mentionsIn } from '../resolve/entities.ts';
import type { Accusation } from './accusations.ts';
import { isHearing } from './contested.ts';
import { type Context, trim } from './parties.ts';
import { type Range, lower, rangeOf, spanOf, tag } from './tokens.ts';
import { shared, topicOf } from './topics.ts';
import { findWrongs } from './wrongdoing.ts';

/** Allegations further down than this do not make headlines; keeps a long text linear. */
const MOST_COMPARED = 30;
/** Marks by which a headline says that the words are somebody's: ‘ignored two warnings’. */
const CLAIM_QUOTE = /['‘’"“”«»„]/u;

/** The allegations of the headlines that the text bears out. */
export function findInHeadlines(context: Context, found: readonly Accusation[]): Accusation[] {
  const { document, graph, cues, standings } = context;
  const added: Accusation[] = [];
  const headlines = document.paragraphs.filter(({ paragraph }) => paragraph.zone === 'headline');
  if (headlines.length === 0 || found.length === 0) return added;
  const isHeadline = new Set(headlines.map(({ index }) => index));
  const body = found.filter(({ paragraph }) => !isHeadline.has(paragraph)).slice(0, MOST_COMPARED);
  const topics = body.map((one) => {
    const start = document.text.lastIndexOf('\n', one.start) + 1;
    return topicOf(document.text.slice(Math.max(start, one.start - 160), one.end));
  });
  for (const placed of headlines) {
    const { paragraph, offset } = placed;
    const end = offset + paragraph.text.length;
    if (found.some((one) => one.start >= offset && one.end <= end)) continue;
    const index = document.attributions.findIndex(
      (one) => one.paragraph === placed.index && one.content.length > 0,
    );
    const attribution = document.attributions[index];
    const cue = cues[index];
    if (cue && (cue.stance === 'deny' || cue.negated || cue.stance === 'demand')) continue;
    const whole = attribution?.content[0]
      ? rangeOf(document, attribution.content[0])
      : rangeOf(document, { start: offset, end });
    if (!whole) continue;
    const span = spanOf(trim(whole));
    const text = document.text.slice(span.start, span.end);
    const topic = topicOf(text);
    const wrongs = findWrongs(whole.placed.paragraph.tokens, whole.from, whole.to).length > 0;
    // A bare headline states a fact unless it carries claim quotes around a wrong.
    if (!attribution && !((wrongs || quotesAct(whole)) && CLAIM_QUOTE.test(text))) continue;
    let best = -1;
    let most = wrongs || CLAIM_QUOTE.test(text) ? 0 : 1;
    topics.forEach((other, at) => {
      const common = shared(topic, other);
      if (common > most) {
        most = common;
        best = at;
      }
    });
    const source = body[best];
    if (!source) continue;
    const speaker = graph.sources[index]?.entity ?? -1;
    // "Board told": whoever hears it does not say it.
    const standing = standings[index];
    const hears = cue !== undefined && standing !== undefined && isHearing(cue, standing);
    // Somebody else named in the headline is whom it accuses, unless it only describes the party.
    const named = mentionsIn(graph, span).find(
      (mention) => mention.entity >= 0 && graph.entities[mention.entity]?.named && mention.entity !== speaker,
    );
    if (named && named.entity !== source.accused) {
      const sameParty = body.some((one) => one.accused === named.entity);
      if (!sameParty && source.accused >= 0 && named.start - span.start < 3) continue;
    }
    if (speaker >= 0 && speaker === source.accused) continue;
    added.push({
      ...span,
      cue: attribution?.cue ?? [],
      attribution: index,
      accuser: hears ? -1 : speaker,
      accused: source.accused,
      attributed: !hears && speaker >= 0,
      status: source.status,
      paragraph: placed.index,
    });
  }
  return added;
}

/** A claim quote begins with what somebody did: Agent ‘demanded cash’. */
function quotesAct({ placed, from, to }: Range): boolean {
  const { tokens } = placed.paragraph;
  for (let i = from + 1; i < to; i++)
    if (
      CLAIM_QUOTE.test(lower(tokens, i - 1)) &&
      (/^(?:VBD|VBN)$/u.test(tag(tokens, i)) ||
        lower(tokens, i).endsWith('ed') ||
        /^(?:was|were|had|did)$/u.test(lower(tokens, i)))
    )
      return true;
  return false;
}
