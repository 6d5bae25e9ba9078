/**
 * Reports an accusation or insult about a named person or body from a source without a name. Knows the speaker's type, the
 * allegations inside a content, and the reviewed list of insults.
 */
import type { Attribution, Speaker, Stance } from '../annotation.ts';
import { RULE_INSULTS } from '../lexicon/ruleInsults.gen.ts';
import { COARSE } from '../segment/tags.ts';
import { hull, overlaps, type Span } from '../text/spans.ts';
import { isNamed, offenceIn } from './accusations.ts';
import { names, speakerOf } from './graph.ts';
import { flagOption, type Rule, type RuleContext } from './rule.ts';
import { cueHead, sentenceOf, tokensIn, type Story } from './story.ts';
import { anyOf, GUILT_NOUNS, phraseAt, phrases, sentenceLine, VERBS } from './vocabulary.ts';
import { ANONYMITY_REASONS } from '../lexicon/anonymityReasons.gen.ts';

const INSULTS = phrases(RULE_INSULTS.map(([form]) => [form, true] as const));
const REASONS: RegExp = anyOf(
  ANONYMITY_REASONS.filter(([, , counts]) => counts === 'y').map(([, , , pattern]) => pattern),
);
const DOCUMENTS: ReadonlySet<string> = new Set(
  'document documents memo memos email emails record records contract letter video recording minutes invoice invoices'.split(
    ' ',
  ),
);
const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'him', 'her', 'they', 'them']);
/** People whose names courts and editors withhold. */
/** What an unnamed source does when it attacks; asking, telling and confirming are none of it. */
const ACCUSING: ReadonlySet<Stance> = new Set(['accuse', 'allege', 'claim', 'condemn']);
const PROTECTED: ReadonlySet<string> = new Set(
  'victim victims witness witnesses complainant survivor survivors child patient'.split(' '),
);

function insults(story: Story, content: Span): boolean {
  const { first, end } = tokensIn(story.words, content);
  for (let i = first; i < end; i++) {
    if (
      phraseAt(INSULTS, story.words, i, end) !== null ||
      phraseAt(GUILT_NOUNS, story.words, i, end) !== null
    ) {
      // "a criminal inquiry": an adjective, not a name for somebody.
      if (story.words.lower[i] === 'criminal' && story.words.coarse[i + 1] === COARSE.noun) continue;
      return story.words.lower[i - 1] !== 'not' && story.words.lower[i - 2] !== 'not';
    }
  }
  return false;
}

/** "alleged", "claimed": the verb itself says that it may not be so. */
function accuses(story: Story, attribution: Attribution): boolean {
  const group = VERBS.get(story.words.lemma[cueHead(story, attribution)] ?? '')?.group;
  return group === 'accusing' || group === 'distancing-claim';
}

/** The named person or body that the content is about: accused in it, named in it, or named right after the cue. */
function targetOf(story: Story, attribution: Attribution, content: Span): Speaker | null {
  for (const allegation of story.annotation.allegations) {
    if (
      allegation.accused === null ||
      allegation.accused === attribution.speaker ||
      allegation.attribution !== attribution.id ||
      !overlaps(allegation, content)
    )
      continue;
    // "a dinner at which A and B argued": told by nobody in particular, and no attack.
    const told = tokensIn(story.words, content);
    if (!ACCUSING.has(attribution.stance)) continue;
    if (
      !(accuses(story, attribution) && allegation.responses.some(({ kind }) => kind === 'denial')) &&
      !insults(story, content) &&
      offenceIn(story, told.first, told.end) === null
    )
      continue;
    const target = story.speaker.get(allegation.accused);
    if (target !== undefined && isNamed(target)) return target;
  }
  if (!insults(story, content)) return null;
  const sentence = sentenceOf(story, attribution.cue[0]?.start ?? content.start);
  if (sentence === null) return null;
  const whole = {
    start: story.words.start[sentence.first] ?? 0,
    end: story.words.end[sentence.end - 1] ?? 0,
  };
  const { first, end } = tokensIn(story.words, content);
  let pronoun = false;
  for (let i = first; i < end; i++) if (PRONOUNS.has(story.words.lower[i] ?? '')) pronoun = true;
  for (const speaker of story.annotation.speakers) {
    if (speaker.id === attribution.speaker || speaker.type !== 'person' || !isNamed(speaker)) continue;
    if (names(story, content, speaker) || (pronoun && names(story, whole, speaker))) return speaker;
  }
  return null;
}

function check({ story, options, report }: RuleContext): void {
  const lower = flagOption(options, 'lowerWithDocument');
  for (const attribution of story.annotation.attributions) {
    const speaker = speakerOf(story, attribution);
    const content = hull(attribution.content);
    if (speaker?.type !== 'anonymous' || content === null || attribution.source.length === 0) continue;
    if (
      attribution.stance === 'deny' ||
      speaker.name
        .toLowerCase()
        .split(/\s+/)
        .some((word) => PROTECTED.has(word))
    )
      continue;
    const target = targetOf(story, attribution, content);
    if (target === null) continue;
    const sentence = sentenceOf(story, attribution.cue[0]?.start ?? content.start);
    let supported = false;
    if (lower && sentence !== null && sentenceLine(story, sentence).text.search(REASONS) >= 0) {
      for (let i = 0; i < story.words.count && !supported; i++)
        supported = DOCUMENTS.has(story.words.lower[i] ?? '');
    }
    report({
      ...content,
      message: 'attack',
      args: { name: target.name },
      confidence: attribution.confidence * 0.9,
      step: supported ? -1 : 0,
      speakers: [target.name],
    });
  }
}

export const sourceAnonymousAttack: Rule = {
  id: 'source-anonymous-attack',
  number: 21,
  title: 'Attack from behind anonymity',
  starred: false,
  needs: ['G'],
  severity: 'info',
  fix: 'none',
  docs: {
    summary: 'An accusation or insult about a named person or firm from a source without a name.',
    range: 'The content.',
    rationale: 'No abuse and no accusation behind anonymity (B12, B14).',
    standards: ['B12', 'B14'],
    silentOn: [
      {
        what: 'facts without judgement',
        text: 'An aide to the governor, who asked not to be named because she feared for her job, said Marek Dole, the treasurer, left at noon.',
      },
      {
        what: 'institutions in general',
        text: 'An aide to the governor, who asked not to be named because she feared for her job, said the system was rotten.',
      },
    ],
    bad: [
      {
        text: '⟦“He is a crook,”⟧ an aide to the governor, who asked not to be named because she feared for her job, said of Marek Dole, the treasurer. Dole said he had done nothing wrong.',
      },
    ],
    good: [
      {
        text: 'Jo Brandt, an aide to the governor, said Marek Dole, the treasurer, had signed the contract twice. Dole said he had done nothing wrong.',
      },
    ],
  },
  messages: { attack: 'An unnamed source attacks {name}.' },
  options: {
    lowerWithDocument: {
      type: 'boolean',
      default: true,
      description: 'One level lower where a reason for the anonymity and a document are given.',
    },
  },
  check,
};
