/**
 * Reports a proposition that the body attributes or hedges and that stands bare in the headline, lede or elsewhere. Knows
 * the headline contract (contract.ts): which body sentence carries a claim, and how firmly.
 */
import { overlaps, type Span } from '../text/spans.ts';
import { accusations, isNamed, type Accusation } from './accusations.ts';
import { bySentence, convicted, headlineContract, proposition, soft } from './contract.ts';
import { replace, insert } from './fixes.ts';
import { flagOption, numberOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, spanOf, textOf, tokensIn, type Sentence, type Story } from './story.ts';
import { OFFENCE_VERBS, verbLemma } from './vocabulary.ts';
import { COARSE } from '../segment/tags.ts';
import { surname } from './graph.ts';

/** Words between a subject and its verb: "Doyle had also quietly taken". */
const BETWEEN = 4;

/**
 * The name of the accused is the subject of the same act, in the writer's words: "Doyle took the money in three parts".
 * Acts agree when their verbs do, or when both are the same kind of offence.
 */
function tellsAsFact(story: Story, sentence: Sentence, { target, offence }: Accusation): boolean {
  const { words } = story;
  const last = surname(target.name).toLowerCase();
  for (const token of story.capitals.get(last) ?? []) {
    if (token < sentence.first || token >= sentence.end || (words.quote[token] ?? 0) > 0) continue;
    for (let i = token + 1; i < Math.min(sentence.end, token + 1 + BETWEEN); i++) {
      const word = words.lower[i] ?? '';
      // "Doyle was robbed": the passive makes a victim of the subject.
      if (words.lemma[i] === 'be' || word === 'by' || word === ',') break;
      if (words.coarse[i] !== COARSE.verb || word.endsWith('ing') || word === verbLemma(word)) continue;
      const act = OFFENCE_VERBS.get(verbLemma(word));
      if (act !== undefined && (act.noun === offence?.noun || act.category === offence?.category))
        return true;
    }
  }
  return false;
}

/** A later sentence of the body that tells as a fact what the story has attributed. */
function restated(story: Story, accusation: Accusation): Span | null {
  const own = bySentence(story);
  for (let index = accusation.sentence + 1; index < story.sentences.length; index++) {
    const sentence = story.sentences[index];
    const block = story.blocks[sentence?.block ?? -1];
    if (sentence === undefined || !isProse(block) || (block.scope !== 'body' && block.scope !== 'lede'))
      continue;
    if ((own.get(index) ?? []).length > 0 || soft(story, sentence.first, sentence.end)) continue;
    const range = proposition(story, sentence);
    if (range === null || !tellsAsFact(story, sentence, accusation)) continue;
    const span = spanOf(story.words, range.first, range.end);
    const { first, end } = tokensIn(story.words, span);
    let quoted = false;
    for (let i = first; i < end; i++) if ((story.words.quote[i] ?? 0) > 0) quoted = true;
    if (quoted || story.annotation.allegations.some((other) => other.attributed && overlaps(other, span)))
      continue;
    return span;
  }
  return null;
}

/** Accusations of the body that come back without whoever makes them. */
function checkBody({ story, report }: RuleContext): void {
  const all = accusations(story);
  if (all.length === 0 || convicted(story)) return;
  const done = new Set<number>();
  for (const accusation of all) {
    const { allegation, offence, target } = accusation;
    if (!allegation.attributed || offence === null || !isNamed(target)) continue;
    const span = restated(story, accusation);
    if (span === null || done.has(span.start)) continue;
    done.add(span.start);
    report({
      ...span,
      message: 'bare',
      args: { words: textOf(story, span) },
      confidence: 0.85,
      // In the headline it is an error; further down the reader has met the accuser.
      step: -1,
      speakers: [target.name],
      related: [{ start: allegation.start, end: allegation.end, message: 'The story attributes it here' }],
      fixes: [insert('Attribute it at the end', span.end, ', ‹accuser› says')],
    });
  }
}

function check(context: RuleContext): void {
  const { story, options, report } = context;
  checkBody(context);
  const claimQuotes = flagOption(options, 'claimQuotes');
  const minOverlap = numberOption(options, 'minOverlap');
  for (const claim of headlineContract(story, { minOverlap, claimQuotes, accusationsOnly: true })) {
    if (claim.verdict !== 'stronger' || claim.support === null) continue;
    const words = textOf(story, claim);
    const first = words.charAt(0).toLowerCase() + words.slice(1);
    report({
      start: claim.start,
      end: claim.end,
      message: claim.scope === 'headline' ? 'headline' : 'bare',
      args: { words },
      confidence: claim.confidence,
      related: [{ ...claim.support, message: 'The story attributes it here' }],
      fixes: [
        replace('Say who accuses', claim, `‹Accuser› says ${first}`),
        ...(claim.scope === 'headline'
          ? [replace('Put the claim in quotation marks', claim, `‘${words}’`)]
          : []),
        insert('Attribute it at the end', claim.end, ', ‹accuser› says'),
      ],
    });
  }
}

export const allegationAsFact: Rule = {
  id: 'allegation-as-fact',
  number: 28,
  title: 'Accusation that stands as a fact',
  starred: true,
  needs: ['G', 'S'],
  severity: 'warning',
  fix: 'offer',
  docs: {
    summary:
      'A proposition that the body attributes or hedges and that stands bare in the headline or lede, or the other way round.',
    range: 'The bare proposition.',
    rationale: 'Headlines must be supported by the text (B21); the accusation is not ours (B3).',
    standards: ['B3', 'B21'],
    fix: 'Offers `‹accuser› accuses …`, claim quotes, or *alleged*.',
    silentOn: [
      {
        what: 'a conviction in the body',
        text: '# Mayor stole relief funds\n\nThe mayor, Bola Adeyemi, was convicted of stealing from the flood relief fund, the court said.',
      },
      {
        what: 'an accusation that comes back with its accuser',
        text: 'Piers Doyle, the club’s treasurer, stole from the building fund, prosecutors say. Doyle denies it.\n\nDoyle stole the money in three parts, the indictment says.',
      },
      {
        what: 'another act of the accused',
        text: 'Piers Doyle, the club’s treasurer, stole from the building fund, prosecutors say. Doyle denies it.\n\nDoyle took the early ferry home.',
      },
      {
        what: 'a claim in quotation marks',
        text: '# Mayor ‘stole relief funds’\n\nThe mayor, Bola Adeyemi, stole from the flood relief fund, a lawsuit filed by the city’s auditor says. Adeyemi denies it.',
      },
      {
        what: 'an act nobody disputes',
        text: '# Mayor opens new bridge\n\nThe mayor, Bola Adeyemi, opened a new bridge on Friday, the council said.',
      },
    ],
    bad: [
      {
        text: 'Piers Doyle, the club’s treasurer, stole from the building fund, prosecutors say. Doyle denies it.\n\nThe club has 400 members. ⟦Doyle stole the money in three parts⟧.',
        fixed:
          'Piers Doyle, the club’s treasurer, stole from the building fund, prosecutors say. Doyle denies it.\n\nThe club has 400 members. Doyle stole the money in three parts, ‹accuser› says.',
        fill: ['the indictment'],
      },
      {
        text: '# ⟦Mayor stole relief funds⟧\n\nThe mayor, Bola Adeyemi, stole from the flood relief fund, a lawsuit filed by the city’s auditor says. Adeyemi denies it.',
        fixed:
          '# ‹Accuser› says mayor stole relief funds\n\nThe mayor, Bola Adeyemi, stole from the flood relief fund, a lawsuit filed by the city’s auditor says. Adeyemi denies it.',
        fill: ['Lawsuit'],
      },
    ],
    good: [
      {
        text: '# Lawsuit accuses mayor of stealing relief funds\n\nThe mayor, Bola Adeyemi, stole from the flood relief fund, a lawsuit filed by the city’s auditor says. Adeyemi denies it.',
      },
    ],
  },
  messages: {
    headline: 'The headline states as a fact what the story attributes: “{words}”.',
    bare: '“{words}” stands as a fact; elsewhere the story attributes it.',
  },
  options: {
    claimQuotes: {
      type: 'boolean',
      default: true,
      description: 'Quotation marks in a headline count as attribution.',
    },
    minOverlap: {
      type: 'integer',
      default: 2,
      minimum: 1,
      maximum: 10,
      description: 'Content words that two sentences must share to tell the same.',
    },
  },
  check,
};
