/**
 * Reports a pronoun as the source of a cue where the resolver found no antecedent, or several equal ones. Knows the
 * resolver's candidates; gender counts only where the text gives it, which is the resolver's business.
 */
import type { Attribution, Speaker } from '../annotation.ts';
import { GIVEN_NAMES } from '../lexicon/givenNames.gen.ts';
import { COARSE } from '../segment/tags.ts';
import { matchCase, replace } from './fixes.ts';
import { blockIndexAt, pronounSource, surname } from './graph.ts';
import { numberOption, type Rule, type RuleContext } from './rule.ts';
import { cueHead, sentenceIndex, spanOf, textOf, tokensIn, type Story } from './story.ts';
import type { Span } from '../text/spans.ts';

const GIVEN: ReadonlySet<string> = new Set(GIVEN_NAMES.map(([name]) => name));
const TITLES: ReadonlySet<string> = new Set('mr ms mrs miss dr mr. ms. mrs. dr.'.split(' '));

/** The last place before an offset where a speaker is named or described, or null. */
function lastMention(story: Story, speaker: Speaker, before: number): Span | null {
  let last: Span | null = null;
  const own = new Set(speaker.name.toLowerCase().split(/\s+/));
  // The annotation keeps the mentions that speak; a name counts wherever it stands.
  for (const token of story.capitals.get(surname(speaker.name).toLowerCase()) ?? []) {
    const span = spanOf(story.words, token, token + 1);
    const given = story.words.lower[token - 1] ?? '';
    // "Jens Lindholm" is no mention of Tova Lindholm.
    const another = story.words.coarse[token - 1] === COARSE.name && !own.has(given) && !TITLES.has(given);
    if (span.end <= before && !another) last = span;
  }
  for (const mention of speaker.mentions) {
    if (mention.kind !== 'pronoun' && mention.end <= before && (last === null || mention.start > last.start))
      last = mention;
  }
  const { introduction } = speaker;
  return introduction !== null &&
    introduction.start < before &&
    (last === null || introduction.start > last.start)
    ? introduction
    : last;
}

/** Candidates with a name, the one mentioned last first. */
function candidatesOf(story: Story, attribution: Attribution, pronoun: Span): readonly Speaker[] {
  return (attribution.candidates ?? [])
    .flatMap((id) => {
      const speaker = story.speaker.get(id);
      // Bodies, people without a name and what was taken for a person ("New York Republican") are no rivals for "he" and "she".
      const rival =
        speaker?.type === 'person' &&
        GIVEN.has(speaker.name.split(/\s+/)[0]?.toLowerCase() ?? '') &&
        speaker.mentions.some((mention) => mention.kind === 'name');
      return speaker !== undefined && rival ? [speaker] : [];
    })
    .sort(
      (a, b) =>
        (lastMention(story, b, pronoun.start)?.start ?? -1) -
        (lastMention(story, a, pronoun.start)?.start ?? -1),
    );
}

const HE: ReadonlySet<string> = new Set(
  'mr sir lord husband father brother brother-in-law son grandfather uncle nephew widower spokesman chairman king prince boyfriend'.split(
    ' ',
  ),
);
const SHE: ReadonlySet<string> = new Set(
  'ms mrs miss lady dame wife mother sister sister-in-law daughter grandmother aunt niece widow spokeswoman chairwoman queen princess girlfriend'.split(
    ' ',
  ),
);

/** What the text itself says of somebody's gender: a title, kinship, an earlier pronoun; null when it says nothing. */
function toldGender(story: Story, speaker: Speaker): 'he' | 'she' | null {
  const words = [
    ...(speaker.role ?? '').toLowerCase().split(/[^a-z-]+/),
    ...(story.capitals.get(surname(speaker.name).toLowerCase()) ?? []).map((token) =>
      (story.words.lower[token - 1] ?? '').replace('.', ''),
    ),
    ...speaker.mentions.flatMap((mention) => {
      const before = story.words.lower[tokensIn(story.words, mention).first - 1] ?? '';
      const own = textOf(story, mention).toLowerCase();
      return [before.replace('.', ''), ...(mention.kind === 'pronoun' ? [own] : own.split(/[^a-z-]+/))];
    }),
  ];
  for (const word of words) {
    if (HE.has(word) || /^(?:he|him|his)$/.test(word)) return 'he';
    if (SHE.has(word) || /^(?:she|her|hers)$/.test(word)) return 'she';
  }
  return null;
}

/** "Kim Ng and her husband, Sam Osei": the possessive between the two is the first one's. */
function possessorGender(story: Story, speaker: Speaker, pronoun: Span): 'he' | 'she' | null {
  const mention = lastMention(story, speaker, pronoun.start);
  if (mention === null) return null;
  const { words } = story;
  const { end } = tokensIn(words, mention);
  const next = words.lower[end] === 'and' ? (words.lower[end + 1] ?? '') : '';
  return next === 'her' ? 'she' : next === 'his' ? 'he' : null;
}

/** Named only as an owner: "Holt’s colleague Matt Lauer was late after he …" asks nobody who Holt is. */
function onlyOwner(story: Story, speaker: Speaker, pronoun: Span): boolean {
  const mention = lastMention(story, speaker, pronoun.start);
  if (mention === null) return false;
  const { first, end } = tokensIn(story.words, mention);
  return (
    story.words.lower[end] === "'s" ||
    story.words.lower[end - 1] === "'s" ||
    story.words.lower[first + 1] === "'s"
  );
}

/** Equal for the reader: named in one sentence, and nothing in the text tells them apart. */
function rivals(story: Story, candidates: readonly Speaker[], pronoun: Span): readonly Speaker[] {
  const nearest = candidates[0] === undefined ? null : lastMention(story, candidates[0], pronoun.start);
  if (nearest === null) return [];
  const sentence = sentenceIndex(story, nearest.start);
  const word = textOf(story, pronoun).toLowerCase();
  return candidates.filter((candidate) => {
    const mention = lastMention(story, candidate, pronoun.start);
    if (mention === null || sentenceIndex(story, mention.start) !== sentence) return false;
    const gender = toldGender(story, candidate) ?? possessorGender(story, candidate, pronoun);
    return (gender === null || gender === word) && !onlyOwner(story, candidate, pronoun);
  });
}

/** The pronoun begins its sentence, or its main clause after "When A telephoned B,": there a reader looks for a name. */
function opens(story: Story, pronoun: Span): boolean {
  const { words } = story;
  const { first } = tokensIn(words, pronoun);
  const sentence = story.sentences[words.sentence[first] ?? -1];
  if (sentence === undefined || words.lower[first + 1] === 'or') return false;
  if (first === sentence.first) return true;
  return (
    words.lower[first - 1] === ',' &&
    /^(?:when|after|before|while|as)$/.test(words.lower[sentence.first] ?? '')
  );
}

/** "He added", "She also said": whoever has just spoken. */
function goesOn(story: Story, attribution: Attribution): boolean {
  const head = cueHead(story, attribution);
  return (
    /^(?:add|continue|go|conclude)$/.test(story.words.lemma[head] ?? '') ||
    story.words.lower[head - 1] === 'also'
  );
}

/** True if anybody who could be meant is mentioned in the paragraphs before, so that a miss of ours is likelier. */
function somebodyNear(story: Story, pronoun: Span, paragraphs: number): boolean {
  const here = blockIndexAt(story, pronoun.start);
  return story.annotation.speakers.some((speaker) =>
    speaker.mentions.some(
      (mention) =>
        mention.kind !== 'pronoun' &&
        mention.start < pronoun.start &&
        here - blockIndexAt(story, mention.start) <= paragraphs,
    ),
  );
}

/** A capitalised word before the pronoun that begins no sentence: somebody or something is named. */
function namedBefore(story: Story, pronoun: Span, paragraphs: number): boolean {
  const { words, blocks } = story;
  const here = blockIndexAt(story, pronoun.start);
  for (let b = Math.max(0, here - paragraphs); b <= here; b++) {
    const block = blocks[b];
    if (block === undefined) continue;
    for (let i = block.firstToken; i < block.endToken && (words.start[i] ?? 0) < pronoun.start; i++) {
      if (/^\p{Lu}\p{L}/u.test(words.form[i] ?? '') && words.sentence[i] === words.sentence[i - 1])
        return true;
    }
  }
  return false;
}

function check({ story, options, report }: RuleContext): void {
  const paragraphs = numberOption(options, 'paragraphs');
  for (const attribution of story.annotation.attributions) {
    const pronoun = pronounSource(story, attribution);
    if (pronoun === null || attribution.speaker !== null) continue;
    const word = textOf(story, pronoun);
    // "They" and "it" point to groups and bodies in too many ways to call any of them equal.
    if (/^(?:they|it)$/i.test(word)) continue;
    if (!opens(story, pronoun) || goesOn(story, attribution)) continue;
    const candidates = rivals(story, candidatesOf(story, attribution, pronoun), pronoun);
    if (candidates.length >= 2) {
      report({
        ...pronoun,
        message: 'ambiguous',
        args: {
          word,
          names: candidates
            .slice(0, 3)
            .map((speaker) => speaker.name)
            .join(' or '),
        },
        // What the reader takes from the sense ("her husband … he") we do not see: a guess until it does.
        confidence: attribution.confidence * 0.8,
        speakers: candidates.map((speaker) => speaker.name),
        related: candidates.flatMap((speaker) => {
          const mention = lastMention(story, speaker, pronoun.start);
          return mention === null ? [] : [{ start: mention.start, end: mention.end, message: speaker.name }];
        }),
        fixes: candidates.map((speaker) => {
          const name = surname(speaker.name);
          return replace(`Write “${name}”`, pronoun, matchCase(name, name));
        }),
      });
    } else if ((attribution.candidates ?? []).length === 0) {
      if (somebodyNear(story, pronoun, paragraphs) || namedBefore(story, pronoun, paragraphs)) continue;
      report({
        ...pronoun,
        message: 'nobody',
        args: { word },
        confidence: attribution.confidence * 0.85,
        fixes: [replace('Name the speaker', pronoun, '‹name›')],
      });
    }
  }
}

export const attributionOrphanPronoun: Rule = {
  id: 'attribution-orphan-pronoun',
  number: 17,
  title: 'Pronoun that could be two people, or nobody',
  starred: true,
  needs: ['G'],
  severity: 'hint',
  fix: 'offer',
  docs: {
    summary:
      'He, she, they or it as the source of a cue with no fitting antecedent in this and the two paragraphs before, or with two equal ones.',
    range: 'The pronoun.',
    rationale:
      'The speaker must be clear at once (B10). About 22% of measured sources are pronouns, so the gate must be strict.',
    standards: ['B10'],
    fix: "Offers each candidate's name.",
    silentOn: [
      {
        what: 'singular they for a person just named',
        text: 'Kim Ng, the buyer, was late. They said the deal was dead.',
      },
      {
        what: 'a chain of quotations by one speaker',
        text: 'Kim Ng, the buyer, said the deal was dead. “We are done,” she said. “I am going home,” she said.',
      },
      {
        what: '“it” for the only institution',
        text: 'The harbour board met on Friday. It said the pier was sound.',
      },
      {
        what: 'kinship that gives the gender',
        text: 'Kim Ng and her brother, Sam Osei, took the early ferry. He said the deal was dead.',
      },
      {
        what: 'a rival from an earlier sentence',
        text: 'Kim Ng, the buyer, was late. Police asked a barber, Sam Osei, about the deal; he said it was dead.',
      },
      {
        what: 'a name that only owns the other',
        text: 'Ng’s colleague Sam Osei left early after he said the deal was dead. Kim Ng stayed.',
      },
      {
        what: 'a title that gives the gender',
        text: 'Ms Kim Ng, the buyer, met Mr Sam Osei, the seller. He said the deal was dead.',
      },
    ],
    bad: [
      {
        text: 'Kim Ng, the buyer, met Sam Osei, the seller. ⟦He⟧ said the deal was dead.',
        fixed: 'Kim Ng, the buyer, met Sam Osei, the seller. Osei said the deal was dead.',
      },
    ],
    good: [{ text: 'Kim Ng, the buyer, met Sam Osei, the seller. Osei said the deal was dead.' }],
  },
  messages: {
    ambiguous: 'Who is “{word}”: {names}?',
    nobody: 'Nobody before this is the one “{word}” stands for.',
  },
  options: {
    paragraphs: {
      type: 'integer',
      default: 2,
      minimum: 0,
      maximum: 10,
      description: 'Paragraphs before this one in which an antecedent is looked for.',
    },
  },
  check,
};
