/**
 * Reports a reporting verb that judges, where it is used as a cue. Knows the reviewed list of verbs and the attribution
 * that a verb is the cue of; a verb that reports nobody's words is never touched.
 */
import type { Attribution, Fix } from '../annotation.ts';
import { OFFENCES } from '../lexicon/offences.gen.ts';
import { COARSE } from '../segment/tags.ts';
import { speakerOf } from './graph.ts';
import { replace } from './fixes.ts';
import { inflect } from './inflect.ts';
import { listOption, numberOption, type Rule, type RuleContext } from './rule.ts';
import { cueHead, sentenceOf, spanOf, textOf, tokensIn, type Story } from './story.ts';
import { houseVerb, houseVerbs, insteadOf, VERBS, verbLemma, type VerbEntry } from './vocabulary.ts';

/** Phrases whose first word alone says nothing: "hit out at", "take aim at". */
const PARTICLES: ReadonlySet<string> = new Set('out back into on off aim clean up water'.split(' '));

/** Verbs whose object is the thing judged, not what was said: "slammed the plan". */
const OBJECT_GROUPS: ReadonlySet<string> = new Set(['accusing', 'condemning', 'praising']);

const OFFENCE_WORDS: ReadonlySet<string> = new Set(
  OFFENCES.flatMap(([noun, , , , verb]) => [noun, verb]).filter((word) => word !== '' && !word.includes(' ')),
);
const COURT: ReadonlySet<string> = new Set(
  'witness court judge jury magistrates magistrate hearing plea guilty trial tribunal dock'.split(' '),
);

/** Verbs of doing as well as of speaking. */
const ACTS: ReadonlySet<string> = new Set(
  'attack expose rip blast savage hit finger bare leak betray mock skewer grill'.split(' '),
);

interface Verb {
  readonly first: number;
  readonly end: number;
  readonly lemma: string;
  readonly entry: VerbEntry;
}

function verbOf(story: Story, attribution: Attribution, added: ReadonlyMap<string, number>): Verb | null {
  const { words } = story;
  const head = cueHead(story, attribution);
  if (head < 0 || (words.coarse[head] === COARSE.noun && !verbAfterAll(story, head))) return null;
  const tagged = words.lemma[head] ?? '';
  const lemma = words.coarse[head] === COARSE.noun ? verbLemma(words.lower[head] ?? '') : tagged;
  const next = words.lower[head + 1] ?? '';
  const house = added.size === 0 ? null : houseVerb(story, head, added);
  if (house !== null) {
    const load = added.get(house.lemma) ?? 0;
    return { ...house, entry: { group: 'added', stance: 'other', load, factive: false, polysemous: false } };
  }
  if (PARTICLES.has(next)) {
    const entry = VERBS.get(`${lemma} ${next}`);
    if (entry !== undefined) return { first: head, end: head + 2, lemma: `${lemma} ${next}`, entry };
  }
  const entry = VERBS.get(lemma);
  return entry === undefined ? null : { first: head, end: head + 1, lemma, entry };
}

/** "Eva Holm, the minister, claims that": taken for a noun, but nothing before it makes it one. */
function verbAfterAll(story: Story, head: number): boolean {
  const { words } = story;
  const before = words.coarse[head - 1];
  return words.lower[head + 1] === 'that' && (before === COARSE.comma || before === COARSE.name);
}

/** A plea or a legal admission: "admitted theft in court" judges nobody. */
function legalAdmission(story: Story, verb: Verb): boolean {
  if (verb.entry.group !== 'conceding') return false;
  const { words } = story;
  const sentence = sentenceOf(story, words.start[verb.first] ?? 0);
  if (sentence === null) return false;
  const object = words.lemma[verb.end] ?? '';
  if (OFFENCE_WORDS.has(object) || OFFENCE_WORDS.has(words.lower[verb.end] ?? '')) return true;
  if (/^(?:guilt|charges?|counts?|offences?|manslaughter)$/.test(words.lower[verb.end] ?? '')) return true;
  for (let i = verb.end; i < sentence.end; i++) {
    if ((words.quote[i] ?? 0) === 0 && COURT.has(words.lower[i] ?? '')) return true;
  }
  return false;
}

function choices(
  story: Story,
  attribution: Attribution,
  verb: Verb,
  preferred: readonly string[],
): readonly Fix[] {
  const { words } = story;
  const span = spanOf(words, verb.first, verb.end);
  const form = words.form[verb.first] ?? '';
  const next = words.lower[verb.end] ?? '';
  const auxiliary = /^(?:have|be|'s|'ve|'d)$/.test(words.lemma[verb.first - 1] ?? '');
  const verbal = words.coarse[verb.end] === COARSE.verb && next.endsWith('ing');
  // "claimed to have seen", "admitted taking": no other verb fits without turning the clause round.
  if (next === 'to' || verbal) return [];
  const neutral =
    // "boasted of his record" → "spoke of his record".
    next === 'of' || next === 'about'
      ? ['speak']
      : OBJECT_GROUPS.has(verb.entry.group) && !reportsClause(story, attribution, verb)
        ? [
            verb.entry.group === 'praising'
              ? 'praise'
              : story.dialect === 'en-US'
                ? 'criticize'
                : 'criticise',
            'comment on',
          ]
        : [...preferred, 'state', 'explain'];
  return [...new Set(neutral)].map((choice) => {
    const [first = '', ...rest] = choice.split(' ');
    const text = [inflect(first, form, auxiliary), ...rest].join(' ');
    return replace(`Write “${text}”`, span, text);
  });
}

/** The content is a quotation or a clause ("slammed: “…”", "raged that"), so that *said* can stand in for the verb. */
function reportsClause(story: Story, attribution: Attribution, verb: Verb): boolean {
  const { words } = story;
  return attribution.content.some((content) => {
    const { first } = tokensIn(words, content);
    if ((words.quote[first] ?? 0) > 0) return true;
    if (words.lower[first] === 'that') return true;
    // Content before the cue ("It was a disgrace, he raged") is a clause.
    return first < verb.first;
  });
}

function isPassive(story: Story, verb: Verb): boolean {
  const before = story.words.lemma[verb.first - 1] ?? '';
  return before === 'be' || before === 'get' || before === "'s";
}

/** The content says something: a quotation, or words with a verb of their own. */
function propositional(story: Story, attribution: Attribution, verb: Verb): boolean {
  if (reportsClause(story, attribution, verb)) return true;
  const { words } = story;
  return attribution.content.some((content) => {
    const { first, end } = tokensIn(words, content);
    for (let i = first; i < end; i++) {
      const coarse = words.coarse[i];
      if (coarse === COARSE.verb || coarse === COARSE.modal || (words.quote[i] ?? 0) > 0) return true;
    }
    return false;
  });
}

/** A quotation, or "saying", "as", "for", stands in the sentence after the verb. */
function wordsGoWith(story: Story, verb: Verb): boolean {
  const { words } = story;
  const sentence = story.sentences[words.sentence[verb.first] ?? -1];
  for (let i = verb.end; i < (sentence?.end ?? verb.end); i++) {
    if ((words.quote[i] ?? 0) > 0 || /^(?:saying|as|for|calling|arguing)$/.test(words.lower[i] ?? ''))
      return true;
  }
  return false;
}

/** Verbs whose subject may be a thing. */
const THINGS: ReadonlySet<string> = new Set(['reveal', 'expose', 'betray', 'lay bare']);

function speaks(story: Story, attribution: Attribution): boolean {
  const speaker = speakerOf(story, attribution);
  return speaker !== null && speaker.type !== 'document' && attribution.class !== 'finding';
}

function accused(story: Story, id: string | null): boolean {
  return id !== null && story.annotation.allegations.some((allegation) => allegation.accused === id);
}

function check({ story, options, report }: RuleContext): void {
  const level = numberOption(options, 'level');
  const preferred = listOption(options, 'preferred');
  const allowed = new Set([...listOption(options, 'allow'), ...houseVerbs(story, 'neutral')]);
  const added = new Map([
    ...listOption(options, 'add').map((verb) => [verb, 9] as const),
    ...story.house.verbs.flatMap(({ verb, class: kind }): (readonly [string, number])[] =>
      kind === 'loaded' ? [[verb, 9]] : kind === 'mild' ? [[verb, 1]] : [],
    ),
  ]);
  for (const attribution of story.annotation.attributions) {
    if (attribution.source.length === 0 || attribution.content.length === 0 || attribution.cue.length === 0)
      continue;
    const verb = verbOf(story, attribution, added);
    if (verb === null || allowed.has(verb.lemma) || verb.entry.load < level || legalAdmission(story, verb))
      continue;
    // "Tests revealed", "the debate exposed": a thing judges nobody.
    if (THINGS.has(verb.lemma) && !speaks(story, attribution)) continue;
    // "begged to differ" is a turn of phrase.
    if (verb.lemma === 'beg' && story.words.lower[verb.end] === 'to') continue;
    if (verb.entry.group === 'evidence-subject' || verb.entry.group === 'nonspeech') continue;
    // "was admitted to hospital", "claimed a seat": no words are reported.
    if (
      !OBJECT_GROUPS.has(verb.entry.group) &&
      (isPassive(story, verb) || !propositional(story, attribution, verb))
    )
      continue;
    // "attacked the ship", "exposed his accounts": an act, unless words go with it.
    if (ACTS.has(verb.lemma) && !wordsGoWith(story, verb)) continue;
    // Nobody judges who reports a denial of the judgement: "did not claim".
    if (attribution.negated) continue;
    const span = spanOf(story.words, verb.first, verb.end);
    const speaker = speakerOf(story, attribution);
    const worse = accused(story, attribution.speaker);
    report({
      ...span,
      message: worse ? 'accused' : 'loaded',
      args: { verb: textOf(story, span) },
      confidence: verb.entry.polysemous ? attribution.confidence * 0.9 : attribution.confidence,
      step: worse ? 1 : 0,
      ...(speaker === null ? {} : { speakers: [speaker.name] }),
      fixes: choices(story, attribution, verb, insteadOf(story, verb.lemma) ?? preferred),
    });
  }
}

export const verbLoaded: Rule = {
  id: 'verb-loaded',
  number: 13,
  title: 'Reporting verb that judges',
  starred: true,
  needs: ['T', 'G'],
  severity: 'info',
  fix: 'offer',
  docs: {
    summary: 'A reporting verb that judges, **used as a cue**: claim, admit, boast, rant, insist, slam.',
    range: 'The verb group.',
    rationale: '*Claimed* doubts, *admitted* implies guilt, *slammed* performs (B26).',
    standards: ['B26'],
    fix: 'Offers *said* in the same tense and person, and two other neutral verbs.',
    silentOn: [
      {
        what: 'a verb with another meaning: admitted to hospital',
        text: 'Eva Holm, the minister, was admitted to hospital on Friday.',
      },
      {
        what: 'a verb with another meaning: claimed a seat',
        text: 'Eva Holm, the minister, claimed a seat on the council in May.',
      },
      { what: 'a plea', text: 'Jo Pike, a clerk at the bank, admitted theft in court.' },
      {
        what: '“allege”, the right word for an unproved act',
        text: 'Prosecutors allege that Jo Pike, a clerk, kept the money. Pike denies it.',
      },
      {
        what: 'words inside a quotation',
        text: '“He claimed that the road was closed,” said Ana Ruiz, a driver.',
      },
    ],
    bad: [
      {
        text: 'The minister, Eva Holm, ⟦admitted⟧ that the road was closed.',
        fixed: 'The minister, Eva Holm, said that the road was closed.',
      },
    ],
    good: [{ text: 'The minister, Eva Holm, said that the road was closed.' }],
  },
  messages: {
    loaded: '“{verb}” judges the speaker; “said” only reports.',
    accused: '“{verb}” judges a person who is accused; “said” only reports.',
  },
  options: {
    level: {
      type: 'integer',
      default: 2,
      minimum: 1,
      maximum: 2,
      description: '2: verbs that judge (claim, admit, slam); 1 adds mild ones (warn, stress, contend).',
    },
    preferred: { type: 'strings', default: ['say'], description: 'Verbs offered instead, as lemmas.' },
    allow: { type: 'strings', default: [], description: 'Lemmas of the list that are accepted.' },
    add: { type: 'strings', default: [], description: 'Further lemmas that are reported.' },
  },
  check,
};
