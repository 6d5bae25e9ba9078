/**
 * Reports a speaker whose first mention is a surname only, or who has no role or tie to the story. Knows the speakers as
 * resolved and the words around a first mention that give a role.
 */
import type { Attribution, Speaker } from '../annotation.ts';
import type { Span } from '../text/spans.ts';
import { ROLES } from '../lexicon/roles.gen.ts';
import { GIVEN_NAMES } from '../lexicon/givenNames.gen.ts';
import { COARSE } from '../segment/tags.ts';
import { replace, insert } from './fixes.ts';
import { speakerOf, surname, trimmed } from './graph.ts';
import { flagOption, listOption, type Rule, type RuleContext } from './rule.ts';
import {
  blockOf,
  sentenceIndex,
  looksLikeTitle,
  sentenceOf,
  textOf,
  tokensIn,
  type Block,
  type Sentence,
  type Story,
} from './story.ts';

/** What ties a person to the story without a role: "was arrested", "lives in". */
const TIES: ReadonlySet<string> = new Set(
  (
    'arrest charge elect hurt injure kill appoint name live work own run lead chair found win lose rescue evacuate ' +
    'survive witness coach play join study teach hold sue convict sentence accuse marry bear live grow resign quit ' +
    'retire leave buy sell write direct produce report drive serve'
  ).split(' '),
);

/** The earliest mention by name in the body, or in the whole story where headlines count. */
function firstMention(
  story: Story,
  speaker: Speaker,
  headlineCounts: boolean,
  places: ReadonlyMap<string, readonly number[]>,
): Span | null {
  let first: Span | null = null;
  const last = surname(speaker.name).toLowerCase();
  const own = new Set(speaker.name.toLowerCase().split(/\s+/));
  const { words } = story;
  for (const i of places.get(last) ?? []) {
    const block = story.blocks[words.block[i] ?? -1];
    if (block === undefined || (!headlineCounts && looksLikeTitle(story, block)) || block.scope === null)
      continue;
    // "a Trump supporter", "Osama bin Laden": the name as part of something else.
    const alone = i === block.firstToken || words.coarse[i - 1] !== COARSE.name;
    const after =
      alone &&
      (words.coarse[i + 1] === COARSE.noun || words.coarse[i + 1] === COARSE.name) &&
      words.sentence[i + 1] === words.sentence[i];
    if (
      after ||
      /^(?:the|an?|bin|van|von|de|der|den|del|la|le|al|el|ibn|da|di|du)$/.test(words.lower[i - 1] ?? '')
    )
      continue;
    let from = i;
    while (
      from > block.firstToken &&
      words.sentence[from - 1] === words.sentence[i] &&
      (words.coarse[from - 1] === COARSE.name || own.has(words.lower[from - 1] ?? '')) &&
      /^\p{Lu}/u.test(words.form[from - 1] ?? '') &&
      // "Wells Fargo CEO John Stumpf": the name begins where the speaker's does.
      (own.size < 2 || own.has(words.lower[from - 1] ?? ''))
    ) {
      from--;
    }
    // "Lonnie Mays" before Carla Mays: of two with one surname the bare name may be either.
    if (from === i && !alone && own.size >= 2 && GIVEN_NAMES_SET.has(words.lower[i - 1] ?? '')) return null;
    // A summary at the top may say "Trump"; a full name there is an introduction.
    if (from === i && !headlineCounts && isSummary(story, block)) continue;
    first = { start: words.start[from] ?? 0, end: words.end[i] ?? 0 };
    break;
  }
  return first;
}

const GIVEN_NAMES_SET: ReadonlySet<string> = new Set(GIVEN_NAMES.map(([name]) => name));

const TITLES: ReadonlySet<string> = new Set('mr mrs ms miss mx mr. mrs. ms.'.split(' '));

/** A role of a house pack stands right before the name ("Reeve Lund") or right after it ("Lund, the reeve"). */
function houseRole(story: Story, sentence: Sentence, first: number, end: number): boolean {
  const { words } = story;
  return story.house.roles.some((role) => {
    const wanted = role.toLowerCase().split(' ');
    const at = (from: number): boolean =>
      from >= sentence.first && wanted.every((word, k) => words.lower[from + k] === word);
    const after = words.lower[end] === ',' ? end + 1 : end;
    const article = /^(?:an?|the)$/.test(words.lower[after] ?? '') ? after + 1 : after;
    return at(first - wanted.length) || at(article);
  });
}

/** True if role, apposition, relative clause, age or a tie stands at the mention or in the next sentence. */
function introduced(story: Story, mention: Span): boolean {
  const { words, sentences } = story;
  const { first, end } = tokensIn(words, mention);
  const index = sentenceIndex(story, mention.start);
  const sentence = sentences[index];
  if (sentence === undefined) return true;
  const before = words.lower[first - 1] ?? '';
  // A role before the name: "the mayor, Ines Roy", "engineer Wei Lin", "Councillor Lund".
  if (
    first > sentence.first &&
    (before === ',' ||
      words.coarse[first - 1] === COARSE.noun ||
      words.coarse[first - 1] === COARSE.possessive)
  ) {
    if (before !== ',' || words.coarse[first - 2] === COARSE.noun) return true;
  }
  if (first > sentence.first && words.coarse[first - 1] === COARSE.name && !TITLES.has(before)) return true;
  // After it: "Ana Ruiz, a driver", "Ana Ruiz, 42,", "Ana Ruiz, who", "Ana Ruiz of the union".
  const after = words.lower[end] ?? '';
  const next = words.lower[end + 1] ?? '';
  if (
    after === ',' &&
    (/^(?:an?|the|who|whose|its|his|her|their|one|\d+|chief|head|then|now|once|formerly)$/.test(next) ||
      words.coarse[end + 1] === COARSE.noun ||
      words.coarse[end + 1] === COARSE.name ||
      words.coarse[end + 1] === COARSE.adjective ||
      words.coarse[end + 1] === COARSE.number)
  ) {
    return true;
  }
  if (/^(?:of|from|with|at|\(|who|:)$/.test(after) || words.coarse[end] === COARSE.dash) return true;
  // "candidates like Marco Dell", "players including Ana Ruiz": the class says who.
  if (/^(?:like|including|as)$/.test(before)) return true;
  // A tie in this sentence or the next: "Ana Ruiz was rescued", "She runs the bakery".
  for (let i = sentence.first; i < (sentences[index + 1]?.end ?? sentence.end); i++) {
    if ((words.quote[i] ?? 0) === 0 && words.coarse[i] === COARSE.verb && TIES.has(words.lemma[i] ?? ''))
      return true;
    if (
      (words.lower[i] === 'is' || words.lower[i] === 'was') &&
      /^(?:an?|the|one)$/.test(words.lower[i + 1] ?? '') &&
      i > end - 1
    )
      return true;
  }
  return false;
}

/**
 * The sentence before describes somebody and leaves the name to this one: "Her lawyer told another story. “Ask who had the
 * key,” Marcus Tull said."
 */
function announced(story: Story, mention: Span): boolean {
  const { words } = story;
  const index = sentenceIndex(story, mention.start);
  for (let back = 1; back <= 2; back++) {
    const before = story.sentences[index - back];
    if (before === undefined) break;
    for (let i = before.first; i < before.end; i++) {
      if ((words.quote[i] ?? 0) > 0 || words.coarse[i] !== COARSE.noun || !PEOPLE.has(words.lower[i] ?? ''))
        continue;
      for (let k = i - 1; k >= Math.max(before.first, i - 4); k--)
        if (/^(?:an?|the|one|another|his|her|its|their|'s)$/.test(words.lower[k] ?? '')) return true;
    }
  }
  return false;
}

/** Nouns for one person: roles of one word, kinship, and the plainest. */
const PEOPLE: ReadonlySet<string> = new Set([
  ...ROLES.map(([role]) => role).filter((role) => !role.includes(' ')),
  ...'man woman person driver neighbour neighbor father mother brother sister son daughter husband wife widow head'.split(
    ' ',
  ),
]);

/** “…” ― Ana Ruiz: a reader's name under a reader's words. */
function isSignature(story: Story, mention: Span): boolean {
  const before = story.text.slice(Math.max(0, mention.start - 4), mention.start);
  return /[—–―-]\s*$/.test(before) && /^[\s.]*(?:\n|$)/.test(story.text.slice(mention.end, mention.end + 4));
}

/** A short line of one sentence near the top sums up, as a headline does. */
function isSummary(story: Story, block: Block): boolean {
  return (
    looksLikeTitle(story, block) ||
    (block.body >= 0 &&
      block.body <= 1 &&
      block.endSentence - block.firstSentence <= 2 &&
      block.endToken - block.firstToken <= 20 &&
      (story.marks.length === 0 || story.marks.every((mark) => story.blocks[mark.block] !== block)) &&
      story.blocks.length >= 6)
  );
}

/** The first mention is where the person speaks: the story has told nothing of them before. */
function speaksAtOnce(attribution: Attribution, mention: Span): boolean {
  return attribution.source.some((source) => source.start <= mention.start && mention.end <= source.end);
}

/** A quotation is signed with it, or a title stands before it: bodies ("Twitter", "Carrier") have neither. */
function speaksAsPerson(story: Story, attribution: Attribution, mention: Span): boolean {
  const { first } = tokensIn(story.words, mention);
  return (
    attribution.form === 'direct' ||
    TITLES.has(story.words.lower[first - 1] ?? '') ||
    TITLES.has(story.words.lower[first] ?? '')
  );
}

/** The story is about this person: named in the headline, or again and again. */
function isSubject(story: Story, found: readonly number[]): boolean {
  for (const i of found) {
    const block = story.blocks[story.words.block[i] ?? -1];
    if (block?.scope === 'headline' || block === story.blocks[0]) return true;
  }
  return found.length >= 8;
}

function check({ story, options, report }: RuleContext): void {
  const requireRole = flagOption(options, 'requireRole');
  const headlineCounts = flagOption(options, 'headlineCounts');
  const famous = new Set(listOption(options, 'famous').map((name) => name.toLowerCase()));
  const seen = new Set<string>();
  const places = story.capitals;
  for (const attribution of story.annotation.attributions) {
    const speaker = speakerOf(story, attribution);
    if (speaker?.type !== 'person' || seen.has(speaker.id)) continue;
    if (
      attribution.class !== 'speech' ||
      blockOf(story, attribution.source[0]?.start ?? 0)?.scope === 'headline'
    )
      continue;
    seen.add(speaker.id);
    // A speaker without a name of their own ("a driver") is not introduced by name.
    if (!/^\p{Lu}/u.test(speaker.name) || !speaker.mentions.some((mention) => mention.kind === 'name'))
      continue;
    const last = surname(speaker.name);
    if (famous.has(speaker.name.toLowerCase()) || famous.has(last.toLowerCase())) continue;
    // A body that the resolver took for a person is named as bodies are.
    if (/[a-z][A-Z]/.test(last.replace(/^(?:Mc|Mac|De|Di|Du|La|Le|Van)(?=[A-Z])/, ''))) continue;
    const found = firstMention(story, speaker, headlineCounts, places);
    if (found === null) continue;
    const mention = trimmed(story, found);
    const written = textOf(story, mention).replace(/^(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+/, '');
    const surnameOnly = !/\s/.test(written);
    const { first: nameFirst, end: nameEnd } = tokensIn(story.words, mention);
    const sentenceHere = sentenceOf(story, mention.start);
    if (sentenceHere !== null && houseRole(story, sentenceHere, nameFirst, nameEnd)) continue;
    if (introduced(story, mention) && (surnameOnly ? speaker.role !== null : true)) continue;
    // A turn of a transcript ("WHITLOCK: …"), a first name that is all there is ("gave his name only as Pete").
    if (
      /^\p{Lu}{2}/u.test(written) ||
      isSignature(story, mention) ||
      written.split(/\s+/).length > 4 ||
      /\b(?:only as|named|called)\s+$/.test(story.text.slice(Math.max(0, mention.start - 20), mention.start))
    )
      continue;
    if (surnameOnly) {
      // A capitalised word before it that the resolver did not take for the first name: our miss, not the writer's.
      const { first: at } = tokensIn(story.words, mention);
      const sentence = sentenceOf(story, mention.start);
      if (sentence !== null && at > sentence.first && /^\p{Lu}\p{Ll}/u.test(story.words.form[at - 1] ?? ''))
        continue;
      // "Leo would rather": somebody whom the story knows by first name.
      if (GIVEN_NAMES_SET.has(written.toLowerCase())) continue;
      // A name that the story gives in full somewhere is out of order at worst, and most are known to every reader.
      if (/\s/.test(speaker.name) || !speaksAsPerson(story, attribution, mention)) continue;
      // A role beside a surname is an introduction.
      if (speaker.role !== null) continue;
      report({
        ...mention,
        message: 'surname',
        args: { name: written },
        confidence: attribution.confidence * 0.95,
        speakers: [speaker.name],
        fixes: [replace('Introduce the speaker', mention, `‹first name› ${written}, ‹role›,`)],
      });
    } else if (
      requireRole &&
      // A name that begins as no personal name does may be a body's ("Historic England").
      GIVEN_NAMES_SET.has(written.split(/\s+/)[0]?.toLowerCase() ?? '') &&
      !announced(story, mention) &&
      speaker.role === null &&
      speaker.affiliation === null &&
      !isSubject(story, places.get(last.toLowerCase()) ?? []) &&
      speaksAtOnce(attribution, mention)
    ) {
      report({
        ...mention,
        message: 'role',
        args: { name: written },
        confidence: attribution.confidence * 0.75,
        step: -1,
        speakers: [speaker.name],
        fixes: [insert('Say who this is', mention.end, ', ‹role›,')],
      });
    }
  }
}

export const sourceFirstReference: Rule = {
  id: 'source-first-reference',
  number: 24,
  title: 'Speaker who is not introduced',
  starred: true,
  needs: ['G'],
  severity: 'hint',
  fix: 'offer',
  docs: {
    summary:
      'A person quoted or paraphrased whose first mention is a surname only, or has no role or tie to the story.',
    range: 'The first mention.',
    rationale: 'Name and position make a source worth something (B10, B11).',
    standards: ['B10', 'B11'],
    fix: 'Offers `‹first name› Haddad, ‹role›,`.',
    silentOn: [
      { what: 'a role in the next sentence', text: '“No,” said Lina Haddad. She is the school’s head.' },
      { what: 'a name on the famous list', text: '“No,” Haddad said.', options: { famous: ['Haddad'] } },
      {
        what: 'a tie told in the sentence',
        text: 'Lina Haddad, who was rescued from the roof, said the water rose in minutes.',
      },
      { what: 'a role before the name', text: 'The school’s head, Lina Haddad, said no.' },
    ],
    bad: [
      {
        text: '“No,” ⟦Haddad⟧ said.',
        fixed: '“No,” ‹first name› Haddad, ‹role›, said.',
        fill: ['Lina', 'the school’s head'],
      },
    ],
    good: [{ text: '“No,” said Lina Haddad, the school’s head.' }],
  },
  messages: {
    surname: '“{name}” speaks before being introduced: first name and role?',
    role: 'Nothing says who {name} is.',
  },
  options: {
    requireRole: {
      type: 'boolean',
      default: false,
      description:
        'A full name without role or tie is reported too; most of those are names that every reader knows (see `famous`).',
    },
    famous: { type: 'strings', default: [], description: 'Names that need no introduction.' },
    headlineCounts: {
      type: 'boolean',
      default: false,
      description: 'A mention in the headline counts as the first one.',
    },
  },
  check,
};
