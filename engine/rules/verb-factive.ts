/**
 * Reports a verb that takes its content as true where that content is contested or comes from a party to the dispute.
 * Knows the reviewed verbs, the allegations, and who denies what.
 */
import type { Attribution } from '../annotation.ts';
import { overlaps, type Span } from '../text/spans.ts';
import { offenceIn } from './accusations.ts';
import { replace } from './fixes.ts';
import { blockIndexAt, anchorOf, names, speakerOf } from './graph.ts';
import { inflect } from './inflect.ts';
import { listOption, type Rule, type RuleContext } from './rule.ts';
import { cueHead, sentenceIndex, spanOf, textOf, tokensIn, type Story } from './story.ts';
import { houseVerb, houseVerbs, insteadOf, VERBS } from './vocabulary.ts';

/** Factive verbs that report words; knowing, learning and deciding officially are other matters. */
const GROUPS: ReadonlySet<string> = new Set([
  'assertive',
  'explain-inform',
  'revealing',
  'conceding',
  'accusing',
  'neutral-say',
]);

/** A denial nearby whose holder the content speaks of, by name or pronoun: "Vega denies it. … that she took money". */
function deniedNearby(story: Story, attribution: Attribution): boolean {
  const here = blockIndexAt(story, anchorOf(attribution));
  return story.annotation.attributions.some((other) => {
    if (other === attribution || other.speaker === null || other.speaker === attribution.speaker)
      return false;
    const head = cueHead(story, other);
    const lemma = story.words.lemma[head] ?? '';
    if (other.stance !== 'deny' && lemma !== 'deny') return false;
    if (Math.abs(blockIndexAt(story, anchorOf(other)) - here) > 1) return false;
    const denier = speakerOf(story, other);
    if (denier === null) return false;
    return attribution.content.some((content) => {
      if (names(story, content, denier) && offenceNear(story, content, other)) return true;
      // "Vega denies it. Stern pointed out that she …": a pronoun reaches one sentence back.
      const gap = sentenceIndex(story, content.start) - sentenceIndex(story, anchorOf(other));
      if (gap < 0 || gap > 1) return false;
      const { first, end } = tokensIn(story.words, content);
      for (let i = first; i < Math.min(end, first + 4); i++)
        if (/^(?:he|she|they|it)$/.test(story.words.lower[i] ?? '')) return true;
      return false;
    });
  });
}

/** What is said, or what is denied, is wrongdoing: a policy that somebody rejects is no fact in dispute. */
function offenceNear(story: Story, content: Span, denial: Attribution): boolean {
  return [content, ...denial.content].some((span) => tellsOffence(story, span));
}

function contested(story: Story, attribution: Attribution): boolean {
  const { allegations } = story.annotation;
  if (
    allegations.some(
      (allegation) =>
        allegation.accused !== null &&
        allegation.legalStatus !== 'convicted' &&
        allegation.attribution === attribution.id &&
        // A reproach without wrongdoing ("they let the crops wither") that nobody answers is not contested.
        (allegation.responses.length > 0 || tellsOffence(story, allegation)) &&
        attribution.content.some((content) => overlaps(content, allegation)),
    )
  ) {
    return true;
  }
  return deniedNearby(story, attribution);
}

function tellsOffence(story: Story, span: Span): boolean {
  const { first, end } = tokensIn(story.words, span);
  return offenceIn(story, first, end) !== null;
}

const CONFIRMING: ReadonlySet<string> = new Set(['confirm', 'verify', 'corroborate']);

/** Somebody else confirms it in the same paragraph. */
function confirmed(story: Story, attribution: Attribution): boolean {
  const here = blockIndexAt(story, anchorOf(attribution));
  return story.annotation.attributions.some(
    (other) =>
      other !== attribution &&
      other.speaker !== attribution.speaker &&
      (other.stance === 'confirm' || CONFIRMING.has(story.words.lemma[cueHead(story, other)] ?? '')) &&
      Math.abs(blockIndexAt(story, anchorOf(other)) - here) <= 1,
  );
}

function check({ story, options, report }: RuleContext): void {
  const allow = new Set([...listOption(options, 'allow'), ...houseVerbs(story, 'neutral')]);
  const add = new Set([...listOption(options, 'add'), ...houseVerbs(story, 'factive')]);
  const { words } = story;
  for (const attribution of story.annotation.attributions) {
    if (attribution.source.length === 0 || attribution.content.length === 0 || attribution.negated) continue;
    const head = cueHead(story, attribution);
    if (head < 0) continue;
    const lemma = words.lemma[head] ?? '';
    const phrase = `${lemma} ${words.lower[head + 1] ?? ''}`;
    const entry = VERBS.get(phrase) ?? VERBS.get(lemma);
    const house = add.size === 0 ? null : houseVerb(story, head, add);
    const end = house?.end ?? (VERBS.has(phrase) ? head + 2 : head + 1);
    // "is free to disclose", "it is worth noting": nobody has reported anything yet.
    if (words.lower[head - 1] === 'to' || (words.lower[head] ?? '').endsWith('ing')) continue;
    if (allow.has(lemma) || allow.has(phrase)) continue;
    if (house === null && (entry === undefined || !entry.factive || !GROUPS.has(entry.group))) continue;
    // A document or a release that shows something is evidence, not a party.
    if (attribution.class === 'finding') continue;
    if (!contested(story, attribution) || confirmed(story, attribution)) continue;
    const span = spanOf(words, head, end);
    const speaker = speakerOf(story, attribution);
    const said = inflect(insteadOf(story, house?.lemma ?? lemma)?.[0] ?? 'say', words.form[head] ?? '');
    report({
      ...span,
      message: 'factive',
      args: { verb: textOf(story, span) },
      confidence: attribution.confidence * 0.95,
      ...(speaker === null ? {} : { speakers: [speaker.name] }),
      fixes: [replace(`Write “${said}”`, span, said)],
    });
  }
}

export const verbFactive: Rule = {
  id: 'verb-factive',
  number: 14,
  title: 'Verb that takes a contested claim as true',
  starred: false,
  needs: ['G'],
  severity: 'hint',
  fix: 'offer',
  docs: {
    summary:
      'A verb that takes its content as true (pointed out, noted, revealed, exposed) where that content is contested or comes from a party to the dispute.',
    range: 'The verb group.',
    rationale: 'The outlet endorses one side without meaning to (B26).',
    standards: ['B26'],
    fix: 'Offers *said*.',
    silentOn: [
      {
        what: 'content nobody disputes',
        text: 'Paul Stern, a councillor, pointed out that the ferry leaves at noon.',
      },
      {
        what: 'content that another source confirms',
        text: 'Dana Vega, the port’s director, denies taking bribes. Her rival, Paul Stern, pointed out that she took money from the port. The port’s auditor, Ida Moen, confirmed that she took it.',
      },
    ],
    bad: [
      {
        text: 'Dana Vega, the port’s director, denies taking bribes. Her rival, Paul Stern, ⟦pointed out⟧ that she took money from the port.',
        fixed:
          'Dana Vega, the port’s director, denies taking bribes. Her rival, Paul Stern, said that she took money from the port.',
      },
    ],
    good: [
      {
        text: 'Dana Vega, the port’s director, denies taking bribes. Her rival, Paul Stern, said that she took money from the port.',
      },
    ],
  },
  messages: { factive: '“{verb}” takes a contested claim as true.' },
  options: {
    allow: { type: 'strings', default: [], description: 'Lemmas of the list that are accepted.' },
    add: { type: 'strings', default: [], description: 'Further lemmas that are reported.' },
  },
  check,
};
