/**
 * Reports a proposition that the body attributes or hedges and that stands bare in the headline, lede or elsewhere. Knows
 * the headline contract (contract.ts): which body sentence carries a claim, and how firmly.
 */
import { headlineContract } from './contract.ts';
import { replace, insert } from './fixes.ts';
import { flagOption, numberOption, type Rule, type RuleContext } from './rule.ts';
import { textOf } from './story.ts';

function check({ story, options, report }: RuleContext): void {
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
  severity: 'error',
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
