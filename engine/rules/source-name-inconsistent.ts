/**
 * Reports two spellings or titles that seem to be one person: first names one or two letters apart, surnames one, "Dr"
 * here and "Mr" there. Knows the
 * capitalised names of the story; who is a person it asks the speakers.
 */
import type { Fix } from '../annotation.ts';
import type { Span } from '../text/spans.ts';
import { COARSE } from '../segment/tags.ts';
import { listOption, numberOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, spanOf, textOf, type Story } from './story.ts';
import { editDistance } from '../text/editDistance.ts';

interface Name {
  readonly first: string;
  readonly last: string;
  readonly places: Span[];
}

/** Names that are a letter apart and yet two names or one nickname. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['bill', 'will'],
  ['bob', 'rob'],
  ['jon', 'john'],
  ['jan', 'jane'],
  ['dan', 'dana'],
  ['don', 'dan'],
  ['tim', 'tom'],
  ['tim', 'jim'],
  ['maria', 'marie'],
  ['paul', 'paula'],
  ['carl', 'carla'],
  ['eric', 'erica'],
  ['mike', 'mick'],
  ['ann', 'anna'],
  ['north', 'south'],
  ['east', 'west'],
];

/** Capitalised pairs that are no personal name. */
const NOT_GIVEN: ReadonlySet<string> = new Set(
  (
    'the north south east west new old great upper lower mr mrs ms dr sir lord lady prof professor judge justice mayor ' +
    'president minister king queen prince princess saint st mount lake port fort san santa los las el la'
  ).split(' '),
);

/** First and last names as written in the story's own words, each with the places where it stands. */
function namesOf(story: Story): readonly Name[] {
  const { words } = story;
  const found = new Map<string, Name>();
  for (let i = 0; i + 1 < words.count; i++) {
    if (words.coarse[i + 1] !== COARSE.name) continue;
    const first = words.form[i] ?? '';
    const last = words.form[i + 1] ?? '';
    if (!/^[A-ZÀ-Þ][a-zß-ɏḀ-ỿ]{2,}$/.test(first) || !/^[A-ZÀ-Þ][A-Za-zÀ-ɏḀ-ỿ’'-]{2,}$/.test(last)) continue;
    if (words.sentence[i] !== words.sentence[i + 1] || (words.quote[i] ?? 0) > 0) continue;
    if (NOT_GIVEN.has(first.toLowerCase()) || !isProse(story.blocks[words.block[i] ?? -1])) continue;
    if (words.coarse[i] !== COARSE.name && story.sentences[words.sentence[i] ?? -1]?.first !== i) continue;
    const key = `${first} ${last}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { first, last, places: [spanOf(words, i, i + 2)] });
    else known.places.push(spanOf(words, i, i + 2));
  }
  return [...found.values()];
}

function isPerson(story: Story, name: Name): boolean {
  const full = `${name.first} ${name.last}`;
  return story.annotation.speakers.some(
    (speaker) =>
      speaker.type === 'person' && (speaker.name === full || speaker.name.endsWith(` ${name.last}`)),
  );
}

/** Named together they are siblings or a couple: "Kim and Kit Bell". */
function together(story: Story, a: Name, b: Name): boolean {
  const sentences = new Set(a.places.map((place) => sentenceAt(story, place.start)));
  return b.places.some((place) => sentences.has(sentenceAt(story, place.start)));
}

function sentenceAt(story: Story, offset: number): number {
  const { words } = story;
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words.start[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return words.sentence[low] ?? -1;
}

function renamed(wrong: Name, right: Name): Fix {
  return {
    title: `Write “${right.first} ${right.last}” everywhere`,
    safe: false,
    edits: wrong.places.map((place) => ({
      start: place.start,
      end: place.end,
      newText: `${right.first} ${right.last}`,
    })),
  };
}

/** Titles of one person that do not go together; "Mr" and "Mrs" are two people as a rule. */
const CLASHES: readonly (readonly [string, string])[] = [
  ['dr', 'mr'],
  ['dr', 'mrs'],
  ['dr', 'ms'],
  ['dr', 'miss'],
  ['mrs', 'ms'],
  ['mrs', 'miss'],
  ['miss', 'ms'],
  ['professor', 'mr'],
  ['professor', 'mrs'],
  ['professor', 'ms'],
];
const TITLES: ReadonlySet<string> = new Set(CLASHES.flat());

interface Titled {
  readonly title: string;
  /** The title as written, and the surname. */
  readonly places: { readonly title: Span; readonly whole: Span }[];
}

/** Titles by surname, in the story's own words: "Dr Lin", "Mr Lin". */
function titlesOf(story: Story): ReadonlyMap<string, readonly Titled[]> {
  const { words } = story;
  const found = new Map<string, Titled[]>();
  for (const [last, tokens] of story.capitals) {
    for (const token of tokens) {
      const title = (words.lower[token - 1] ?? '').replace(/\.$/, '').replace(/^prof$/, 'professor');
      if (!TITLES.has(title) || (words.quote[token] ?? 0) > 0) continue;
      if (!isProse(story.blocks[words.block[token] ?? -1])) continue;
      const place = { title: spanOf(words, token - 1, token), whole: spanOf(words, token - 1, token + 1) };
      const list = found.get(last) ?? [];
      const known = list.find((entry) => entry.title === title);
      if (known === undefined) found.set(last, [...list, { title, places: [place] }]);
      else known.places.push(place);
    }
  }
  return found;
}

/** "Dr Lin … Mr Lin" where the story knows only one Lin. */
function checkTitles({ story, report }: RuleContext, byLast: ReadonlyMap<string, readonly Name[]>): void {
  for (const [last, titles] of titlesOf(story)) {
    if (titles.length !== 2 || (byLast.get(last)?.length ?? 0) > 1) continue;
    const [a, b] = titles;
    if (a === undefined || b === undefined) continue;
    if (!CLASHES.some(([x, y]) => (a.title === x && b.title === y) || (a.title === y && b.title === x)))
      continue;
    const [wrong, right] = b.places.length <= a.places.length ? [b, a] : [a, b];
    const place = wrong.places[0];
    const other = right.places[0];
    if (place === undefined || other === undefined) continue;
    const written = textOf(story, other.title);
    report({
      ...place.whole,
      message: 'title',
      args: { name: textOf(story, place.whole), other: textOf(story, other.whole) },
      confidence: 0.85,
      step: -1,
      related: [{ ...other.whole, message: 'Another title here' }],
      fixes: [
        {
          title: `Write “${written}” everywhere`,
          safe: false,
          edits: wrong.places.map(({ title }) => ({ ...title, newText: written })),
        },
      ],
    });
  }
}

/** One first name, two spellings of the surname: "Ines Osei … Ines Osie". */
function checkSurnames({ story, report }: RuleContext, all: readonly Name[]): void {
  const byFirst = new Map<string, Name[]>();
  for (const name of all) byFirst.set(name.first, [...(byFirst.get(name.first) ?? []), name]);
  for (const group of byFirst.values()) {
    if (group.length < 2 || group.length > 8) continue;
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length; j++) {
        const a = group[i];
        const b = group[j];
        if (a === undefined || b === undefined || together(story, a, b)) continue;
        const [x, y] = [a.last.toLowerCase(), b.last.toLowerCase()];
        // A plural or possessive ("the Bells") and short names are no slips.
        if (x === y || Math.min(x.length, y.length) < 5 || `${x}s` === y || `${y}s` === x) continue;
        if (!y.startsWith(x.charAt(0)) || slips(x, y) > 1) continue;
        if (!isPerson(story, a) && !isPerson(story, b)) continue;
        spelling({ story, report }, a, b);
      }
    }
  }
}

/** Letters by which two spellings differ; two neighbours that changed places are one slip. */
function slips(a: string, b: string): number {
  if (a.length === b.length) {
    let at = 0;
    while (at < a.length && a.charAt(at) === b.charAt(at)) at++;
    const swapped = a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
    if (swapped === b) return 1;
  }
  return editDistance(a, b);
}

/** The rarer form is the slip; of two equal ones the later. */
function spelling({ report }: Pick<RuleContext, 'story' | 'report'>, a: Name, b: Name): void {
  const [wrong, right] = b.places.length <= a.places.length ? [b, a] : [a, b];
  const place = wrong.places[0];
  const other = right.places[0];
  if (place === undefined || other === undefined) return;
  report({
    ...place,
    message: 'spelling',
    args: { name: `${wrong.first} ${wrong.last}`, other: `${right.first} ${right.last}` },
    confidence: 0.85,
    speakers: [`${wrong.first} ${wrong.last}`, `${right.first} ${right.last}`],
    related: [{ ...other, message: 'Spelt differently here' }],
    fixes: [renamed(wrong, right), renamed(right, wrong)],
  });
}

function check(context: RuleContext): void {
  const { story, options } = context;
  const maxDistance = numberOption(options, 'maxDistance');
  const pairs = new Set(
    [
      ...PAIRS,
      ...listOption(options, 'nicknames').map((pair) => pair.toLowerCase().split(/\s*=\s*/)),
    ].flatMap(([a = '', b = '']) => [`${a} ${b}`, `${b} ${a}`]),
  );
  const byLast = new Map<string, Name[]>();
  const all = namesOf(story);
  for (const name of all)
    byLast.set(name.last.toLowerCase(), [...(byLast.get(name.last.toLowerCase()) ?? []), name]);
  for (const group of byLast.values()) {
    if (group.length < 2 || group.length > 8 || !group.some((name) => isPerson(story, name))) continue;
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length; j++) {
        const a = group[i];
        const b = group[j];
        if (a === undefined || b === undefined) continue;
        const [x, y] = [a.first.toLowerCase(), b.first.toLowerCase()];
        if (x === y || x.length < 4 || y.length < 4 || pairs.has(`${x} ${y}`) || together(story, a, b))
          continue;
        if (editDistance(x, y) > maxDistance || (!x.endsWith(y.slice(-2)) && !x.startsWith(y.charAt(0))))
          continue;
        spelling(context, a, b);
      }
    }
  }
  checkSurnames(context, all);
  checkTitles(context, byLast);
}

export const sourceNameInconsistent: Rule = {
  id: 'source-name-inconsistent',
  number: 25,
  title: 'One person, two spellings',
  starred: false,
  needs: ['G'],
  severity: 'warning',
  fix: 'offer',
  docs: {
    summary:
      'Two spellings or titles that seem to be one person: edit distance one or two with the same surname or initial, or two titles (Dr, Mr).',
    range: 'The rarer form.',
    rationale: 'A misspelt name is the commonest correction in print.',
    standards: ['accuracy'],
    fix: 'Offers to rename all to the one or the other; *they are two people* (kept in the sidecar).',
    silentOn: [
      {
        what: 'husband and wife',
        text: 'Tom Bell and Ida Bell run the mill. Mr Bell said it would close. Mrs Bell said it would not.',
      },
      {
        what: 'a doctor among relatives',
        text: 'Wei Lin, the engineer, and Mei Lin, the doctor, met the board. Dr Lin said the lock was sound. Mr Lin said it was not.',
      },
      {
        what: 'siblings named together',
        text: 'Karen and Karin Bell opened the shop. Karen Bell, the owner, said Karin Bell would run it.',
      },
      {
        what: 'nicknames',
        text: 'Maria Bell, the coroner, opened the inquest. Marie Bell said it would last a week.',
      },
      {
        what: 'names inside quotations',
        text: 'Katherine Bell, the coroner, opened the inquest. “Catherine Bell is late,” said Ana Ruiz, a clerk.',
      },
    ],
    bad: [
      {
        text: 'Wei Lin, the engineer, opened the lock. Dr Lin said it was sound. ⟦Mr Lin⟧ left at noon. Dr Lin had warned the board.',
        fixed:
          'Wei Lin, the engineer, opened the lock. Dr Lin said it was sound. Dr Lin left at noon. Dr Lin had warned the board.',
      },
      {
        text: 'Katherine Osborne, the coroner, opened the inquest. ⟦Katherine Osbourne⟧ said it would last a week.',
        fixed:
          'Katherine Osborne, the coroner, opened the inquest. Katherine Osborne said it would last a week.',
      },
      {
        text: 'Katherine Bell, the coroner, opened the inquest. ⟦Catherine Bell⟧ said it would last a week.',
        fixed: 'Katherine Bell, the coroner, opened the inquest. Katherine Bell said it would last a week.',
      },
    ],
    good: [{ text: 'Katherine Bell, the coroner, opened the inquest. Bell said it would last a week.' }],
  },
  messages: {
    spelling: '{name} or {other}: one person or two?',
    title: '{name} or {other}: one title for one person.',
  },
  options: {
    maxDistance: {
      type: 'integer',
      default: 2,
      minimum: 1,
      maximum: 4,
      description: 'Letters by which two first names may differ.',
    },
    nicknames: {
      type: 'strings',
      default: [],
      description: 'Pairs of names that are no slip: “Katie=Kate”.',
    },
  },
  check,
};
