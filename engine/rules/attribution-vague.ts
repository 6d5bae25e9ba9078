/**
 * Reports a class in the place of a source ("critics say"). Knows the reviewed list of classes and the clause around
 * them; whether a member of the class is named next it asks the attributions.
 */
import { VAGUE_SOURCES } from '../lexicon/vagueSources.gen.ts';
import { COARSE } from '../segment/tags.ts';
import { beginsClause, classVerbAfter } from './clause.ts';
import { insert } from './fixes.ts';
import { listOption, numberOption, type Rule, type RuleContext } from './rule.ts';
import { blockOf, isProse, looksLikeTitle, sentenceIndex, spanOf, textOf, type Story } from './story.ts';
import { phraseAt, phrases, type Phrases } from './vocabulary.ts';

interface Class {
  readonly kind: string;
  readonly plural: boolean;
  /** "Some", "many": only as the subject of a clause, since they are determiners elsewhere. */
  readonly bare: boolean;
}

const SINGULAR: ReadonlySet<string> = new Set([
  'everyone',
  'nobody',
  'the public',
  'the community',
  'social media',
  'the internet',
  'online',
]);
const BARE: ReadonlySet<string> = new Set([
  'many',
  'some',
  'others',
  'several',
  'most',
  'people',
  'everyone',
  'nobody',
]);

const OWN = VAGUE_SOURCES.filter(([, , owner]) => owner === 'attribution-vague');

function classOf(form: string, kind: string): Class {
  return { kind, plural: !SINGULAR.has(form), bare: BARE.has(form) };
}

const CLASSES: readonly (readonly [string, Class])[] = OWN.filter(([, , , verb]) => verb === 'y').flatMap(
  ([form, kind]): (readonly [string, Class])[] => {
    const value = classOf(form, kind);
    const american = form.replace('sceptics', 'skeptics').replace('neighbours', 'neighbors');
    return american === form
      ? [[form, value]]
      : [
          [form, value],
          [american, value],
        ];
  },
);
const CLASS_TABLE: Phrases<Class> = phrases(CLASSES);

/** Frames that need no verb of their own: "questions have been raised". */
const FRAMES: Phrases<true> = phrases(
  OWN.filter(([, , , verb]) => verb === 'n').map(([form]) => [form, true] as const),
);

/** Modifiers that leave a class as vague as it was: "some critics", "legal experts". */
const WEAK_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'some many most several few other the these those all various certain numerous countless legal political outside ' +
    'independent local industry military medical security financial longtime vocal prominent leading top'
  ).split(' '),
);

/** What makes a class countable or names its members: "experts, including Ada Quill". */
const NAMING: ReadonlySet<string> = new Set(['including', 'such', 'like', 'among', 'namely', ':', '-']);

/** True if the words before the class describe it ("Northport residents", "the mayor's critics", "two experts"). */
function described(story: Story, first: number, i: number): boolean {
  const { words } = story;
  let k = i - 1;
  while (k >= first && WEAK_MODIFIERS.has(words.lower[k] ?? '')) k--;
  // "nine in 10 registered voters": counted, whatever stands between.
  for (let j = i - 1; j >= Math.max(first, i - 4); j--)
    if (story.words.coarse[j] === COARSE.number) return true;
  if (k < first) return false;
  const coarse = words.coarse[k];
  return (
    coarse === COARSE.number ||
    coarse === COARSE.name ||
    coarse === COARSE.noun ||
    coarse === COARSE.adjective ||
    coarse === COARSE.possessive ||
    coarse === COARSE.preposition
  );
}

/** Named people who speak in this sentence or the `count - 1` after it. */
function namedSoon(story: Story, sentence: number, count: number): readonly string[] {
  const names: string[] = [];
  for (const attribution of story.annotation.attributions) {
    const source = attribution.source[0];
    if (source === undefined) continue;
    const at = sentenceIndex(story, source.start);
    if (at < sentence || at >= sentence + count) continue;
    const speaker = attribution.speaker === null ? undefined : story.speaker.get(attribution.speaker);
    // "his brother" is no member of a class whose name the reader now has.
    const named = speaker?.mentions.some((mention) => mention.kind === 'name') === true;
    if (speaker?.type === 'person' && named && !names.includes(speaker.name)) names.push(speaker.name);
  }
  return names;
}

/** In a headline or lede a class may sum up people whom the story names below. */
function summarises(story: Story, at: number): boolean {
  const names = new Set<string>();
  for (const attribution of story.annotation.attributions) {
    const speaker = attribution.speaker === null ? undefined : story.speaker.get(attribution.speaker);
    if (speaker?.type === 'person' && (attribution.source[0]?.start ?? 0) > at) names.add(speaker.id);
  }
  // A headline has no room for names; one of them below is enough.
  const block = blockOf(story, at);
  return names.size >= (block !== null && looksLikeTitle(story, block) ? 1 : 2);
}

const TURNS: ReadonlySet<string> = new Set(['nobody', 'everyone']);

/** A share or a poll in the sentence. */
function counted(story: Story, first: number, end: number): boolean {
  for (let i = first; i < end; i++)
    if (/^(?:percent|cent|%|poll|survey)$/.test(story.words.lower[i] ?? '')) return true;
  return false;
}

function check({ story, options, report }: RuleContext): void {
  const { words } = story;
  if (story.genre === 'interview') return;
  const within = numberOption(options, 'allowIfNamedWithin');
  const added = [...listOption(options, 'add'), ...story.house.vagueSources];
  const removed = new Set(listOption(options, 'remove'));
  const table =
    added.length > 0
      ? phrases([...CLASSES, ...added.map((form) => [form.toLowerCase(), classOf(form, 'added')] as const)])
      : CLASS_TABLE;
  story.sentences.forEach((sentence, index) => {
    const block = story.blocks[sentence.block];
    if (!isProse(block)) return;
    for (let i = sentence.first; i < sentence.end; i++) {
      if ((words.quote[i] ?? 0) > 0) continue;
      const frame = phraseAt(FRAMES, words, i, sentence.end);
      if (frame !== null) {
        const span = spanOf(words, i, frame.end);
        if (!removed.has(textOf(story, span).toLowerCase())) {
          report({ ...span, message: 'frame', args: { words: textOf(story, span) }, confidence: 0.75 });
        }
        i = frame.end - 1;
        continue;
      }
      const found = phraseAt(table, words, i, sentence.end);
      if (found === null) continue;
      const phrase = textOf(story, spanOf(words, i, found.end)).toLowerCase();
      if (removed.has(phrase)) continue;
      const according = words.lower[i - 1] === 'to' && words.lower[i - 2] === 'according';
      const verb = according ? -1 : classVerbAfter(words, found.end, sentence.end, found.value.plural);
      if (verb < 0 && !according) continue;
      // "users suspected of spreading it", "how many can be added": not the subject of a report.
      if (verb >= 0 && (words.lower[verb + 1] === 'of' || words.lower[verb - 1] === 'be')) continue;
      if (
        found.value.bare
          ? !beginsClause(words, i, sentence.first) && !according
          : !according && described(story, sentence.first, i)
      ) {
        continue;
      }
      // "nobody believes", "everyone thinks" are turns of phrase; "52 per cent of voters" are counted.
      if (TURNS.has(phrase) && words.lemma[verb] !== 'say' && words.lemma[verb] !== 'claim') continue;
      if (found.value.kind === 'crowd' && counted(story, sentence.first, sentence.end)) continue;
      const last = according ? found.end : verb + 1;
      const after = words.lower[last] ?? '';
      if (
        last < sentence.end &&
        (NAMING.has(after) || (after === ',' && NAMING.has(words.lower[last + 1] ?? '')))
      )
        continue;
      if (
        according &&
        (after === 'at' || after === 'from' || after === 'in' || after === 'who' || after === 'with')
      )
        continue;
      const first = according ? i - 2 : modified(story, sentence.first, i);
      const named = namedSoon(story, index, within);
      if (named.length > 0) continue;
      const early = block.scope === 'headline' || block.scope === 'lede' || looksLikeTitle(story, block);
      if (early && summarises(story, words.start[i] ?? 0)) continue;
      const span = spanOf(words, first, last);
      report({
        ...span,
        message: 'vague',
        args: { words: textOf(story, span) },
        confidence: found.value.bare ? 0.8 : 0.9,
        fixes: [
          insert('Name a member of the class', words.end[found.end - 1] ?? span.end, ', including ‹name›,'),
        ],
      });
      i = last - 1;
    }
  });
}

/** The class with its weak modifiers: "many legal experts". */
function modified(story: Story, first: number, i: number): number {
  let k = i;
  while (k > first && WEAK_MODIFIERS.has(story.words.lower[k - 1] ?? '')) k--;
  return k;
}

export const attributionVague: Rule = {
  id: 'attribution-vague',
  number: 11,
  title: 'Class in the place of a source',
  starred: true,
  needs: ['T'],
  severity: 'warning',
  fix: 'offer',
  ofAttribution: true,
  docs: {
    summary: 'A class in the place of a source: critics say, experts believe, some argue.',
    range: 'The class and the verb.',
    rationale:
      'The reader cannot weigh a source that is only a class (B16). 0.39 hits in 1,000 words, in 19% of measured stories.',
    standards: ['B16'],
    fix: 'Offers the named members found further down; or `, including ‹name›,`.',
    silentOn: [
      {
        what: 'a class whose members follow',
        text: 'Experts say, including Ada Quill of the harbour board, that the pier is sound.',
      },
      { what: 'a class that is counted', text: 'Two experts say the pier is sound.' },
      { what: 'a class that a name describes', text: 'Northport residents say the bus is late.' },
      { what: 'a poll with numbers', text: 'Some 52 per cent of voters said they would stay at home.' },
      {
        what: 'a class that somebody else speaks of',
        text: '“Critics say the plan is unfair,” said Ana Ruiz, a driver.',
      },
      {
        what: 'a member named next',
        text: 'Critics say the plan is unfair. Ana Ruiz, who heads the tenants’ union, said it would cost her members their homes.',
      },
      {
        what: 'a determiner that looks like a class',
        text: 'The council has some questions about the plan.',
      },
    ],
    bad: [
      {
        text: '⟦Critics say⟧ the plan is unfair.',
        fixed: 'Critics, including ‹name›, say the plan is unfair.',
        fill: ['Ana Ruiz'],
      },
    ],
    good: [{ text: 'The tenants’ union and two councillors say the plan is unfair.' }],
  },
  messages: {
    vague: '“{words}” names a class, not a source: who are they?',
    frame: '“{words}” hides who says so.',
  },
  options: {
    add: { type: 'strings', default: [], description: 'Further classes, in lower case.' },
    remove: { type: 'strings', default: [], description: 'Classes or frames of the list that are accepted.' },
    allowIfNamedWithin: {
      type: 'integer',
      default: 2,
      minimum: 0,
      maximum: 20,
      description: 'A named member within this many sentences, this one included, is enough.',
    },
  },
  check,
};
