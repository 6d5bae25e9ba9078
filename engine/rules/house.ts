/**
 * House packs: a newsroom's own words as plain data (verbs, phrases, vague sources, roles), in the shape rules look them
 * up, and the schema of the files that hold them. Words only: no code, no patterns. Knows no files; lines and columns
 * belong to whoever parsed the text.
 */
import type { Severity } from '../annotation.ts';
import type { Schema } from './schema.ts';

/** What a verb of a pack is to the rules. */
export const VERB_CLASSES = ['loaded', 'mild', 'factive', 'nonspeech', 'neutral'] as const;
export type VerbClass = (typeof VERB_CLASSES)[number];

export interface HouseVerb {
  /** Lemma, or lemma and particle: "double down". */
  readonly verb: string;
  readonly class: VerbClass;
  /** Lemmas offered in its place. */
  readonly instead: readonly string[];
}

export interface HousePhrase {
  readonly phrase: string;
  /** What to write; empty = only reported. */
  readonly instead: string;
  readonly reason: string;
  readonly severity: Severity | null;
  /** `all`: the first word in every form ("pass away" is "passed away" too). */
  readonly forms: 'as-written' | 'all';
}

export interface House {
  readonly verbs: readonly HouseVerb[];
  readonly phrases: readonly HousePhrase[];
  readonly vagueSources: readonly string[];
  readonly bareSources: readonly string[];
  readonly hedges: readonly string[];
  readonly roles: readonly string[];
}

export const NO_HOUSE: House = {
  verbs: [],
  phrases: [],
  vagueSources: [],
  bareSources: [],
  hedges: [],
  roles: [],
};

/** Sections of a pack, each also a list of its own under `lexicons`. */
export const LEXICON_NAMES = [
  'verbs',
  'phrases',
  'vagueSources',
  'bareSources',
  'hedges',
  'roles',
  'people',
  'agencies',
] as const;
export type LexiconName = (typeof LEXICON_NAMES)[number];

/** An example of an entry: `⟦ ⟧` mark what must be reported in a bad one; a good one has no mark and no finding. */
export interface HouseExample {
  readonly rule: string;
  readonly text: string;
  readonly path: readonly (string | number)[];
}

export interface HouseFile {
  readonly house: House;
  readonly examples: readonly HouseExample[];
  /** Entries that no bad example tests. */
  readonly untested: readonly { readonly path: readonly (string | number)[]; readonly words: string }[];
}

/** House words are matched word by word; more words than this are a sentence. */
const MAX_WORDS = 10;
const WORDS: Schema = {
  type: 'string',
  maxLength: 100,
  pattern: `^\\S+(?: \\S+){0,${MAX_WORDS - 1}}$`,
  description: `Up to ${MAX_WORDS} plain words with single spaces; no patterns.`,
};
const EXAMPLES = {
  bad: {
    type: 'array',
    maxItems: 50,
    items: { type: 'string', maxLength: 2000 },
    description: 'Sentences in which it must be reported; ⟦ ⟧ mark exactly what.',
  },
  good: {
    type: 'array',
    maxItems: 50,
    items: { type: 'string', maxLength: 2000 },
    description: 'Sentences in which it must not be reported.',
  },
} as const satisfies Record<string, Schema>;

function entries(
  key: string,
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[],
): Schema {
  return {
    type: 'array',
    maxItems: 5000,
    items: {
      oneOf: [WORDS, { type: 'object', additionalProperties: false, required, properties }],
    },
    description: key,
  };
}

const PLAIN = (description: string): Schema =>
  entries(description, { words: WORDS, reason: { type: 'string', maxLength: 300 }, ...EXAMPLES }, ['words']);

/** One schema a section; the source book's own check reads people and agencies. */
const SECTIONS: Readonly<Record<LexiconName, Schema>> = {
  verbs: {
    type: 'array',
    maxItems: 5000,
    description: 'Reporting verbs, as lemmas.',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['verb', 'class'],
      properties: {
        verb: WORDS,
        class: {
          type: 'string',
          enum: VERB_CLASSES,
          description:
            'loaded: it judges. mild: only with level 1. factive: it takes a contested claim as true. nonspeech: nobody can smile a sentence. neutral: accepted, whatever the built-in list says.',
        },
        instead: {
          type: 'array',
          maxItems: 5,
          items: WORDS,
          description: 'Verbs offered in its place, as lemmas.',
        },
        reason: { type: 'string', maxLength: 300 },
        ...EXAMPLES,
      },
    },
  },
  phrases: entries(
    'Phrases that the house avoids.',
    {
      phrase: WORDS,
      instead: { type: 'string', maxLength: 100, description: 'What to write in its place.' },
      reason: { type: 'string', maxLength: 300, description: 'Why; part of the message.' },
      severity: { type: 'string', enum: ['hint', 'info', 'warning', 'error'] },
      forms: {
        type: 'string',
        enum: ['as-written', 'all'],
        default: 'as-written',
        description:
          'all: the first word is a verb and is found in every form; the replacement takes the same form.',
      },
      ...EXAMPLES,
    },
    ['phrase'],
  ),
  vagueSources: PLAIN('Classes in the place of a source (attribution-vague).'),
  bareSources: PLAIN('Single words that name a source without describing it (source-bare).'),
  hedges: PLAIN('Words that hedge, for allegation-double-hedge and the headline contract.'),
  roles: PLAIN(
    'Titles and roles that introduce a person: “Reeve”, “harbour pilot” (source-first-reference).',
  ),
  people: {
    type: 'array',
    maxItems: 5000,
    description: 'People, as in a source book: name, aliases, role, affiliation, note.',
    items: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        aliases: { type: 'array', items: { type: 'string' } },
        role: { type: 'string' },
        affiliation: { type: 'string' },
        note: { type: 'string' },
      },
    },
  },
  agencies: {
    type: 'array',
    maxItems: 5000,
    description: 'Agencies and outlets, as in a source book.',
    items: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        id: { type: 'string' },
        aliases: { type: 'array', items: { type: 'string' } },
        kind: { type: 'string', enum: ['agency', 'broadcaster', 'newspaper'] },
        country: { type: 'string' },
      },
    },
  },
};

/** The schema of a pack file (draft-07). */
export function packSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:sourcelight:pack:1',
    title: 'Sourcelight house pack',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      name: { type: 'string', maxLength: 100, description: 'What the pack is called.' },
      description: { type: 'string', maxLength: 1000 },
      ...SECTIONS,
    },
  };
}

/** The rule that reports an entry of a section; null where no rule does. */
function ruleOf(section: LexiconName, entry: Readonly<Record<string, unknown>>): string | null {
  switch (section) {
    case 'verbs':
      switch (entry['class']) {
        case 'factive':
          return 'verb-factive';
        case 'nonspeech':
          return 'verb-nonspeech';
        default:
          return 'verb-loaded';
      }
    case 'phrases':
      return 'house-phrase';
    case 'vagueSources':
      return 'attribution-vague';
    case 'bareSources':
      return 'source-bare';
    case 'hedges':
      return 'allegation-double-hedge';
    case 'roles':
      return 'source-first-reference';
    default:
      return null;
  }
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An entry as a record: plain words stand for an entry without anything else. */
function record(section: LexiconName, item: unknown): Readonly<Record<string, unknown>> {
  if (typeof item === 'string') return { [section === 'phrases' ? 'phrase' : 'words']: item };
  return typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>) : {};
}

/** The words of a pack whose value has passed the schema. Never throws. */
export function readHouse(value: unknown): HouseFile {
  const given =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const examples: HouseExample[] = [];
  const untested: { path: readonly (string | number)[]; words: string }[] = [];
  const section = (name: LexiconName): readonly Readonly<Record<string, unknown>>[] => {
    const list: unknown = given[name];
    if (!Array.isArray(list)) return [];
    return list.map((item: unknown, index) => {
      const entry = record(name, item);
      const rule = ruleOf(name, entry);
      if (rule !== null) {
        for (const kind of ['bad', 'good'] as const) {
          strings(entry[kind]).forEach((example, at) => {
            examples.push({ rule, text: example, path: [name, index, kind, at] });
          });
        }
        // What is accepted, or introduces somebody, shows in what is not reported.
        const wanted = entry['class'] === 'neutral' || name === 'roles' ? 'good' : 'bad';
        if (strings(entry[wanted]).length === 0)
          untested.push({
            path: [name, index],
            words: text(entry['verb'] ?? entry['phrase'] ?? entry['words']),
          });
      }
      return entry;
    });
  };
  const words = (name: LexiconName): readonly string[] =>
    section(name).flatMap((entry) => (text(entry['words']) === '' ? [] : [text(entry['words'])]));
  const house: House = {
    verbs: section('verbs').flatMap((entry) => {
      const kind = VERB_CLASSES.find((name) => name === entry['class']);
      const verb = text(entry['verb']).toLowerCase();
      return kind === undefined || verb === ''
        ? []
        : [{ verb, class: kind, instead: strings(entry['instead']) }];
    }),
    phrases: section('phrases').flatMap((entry) => {
      const phrase = text(entry['phrase']);
      if (phrase === '') return [];
      const severity = (['hint', 'info', 'warning', 'error'] as const).find(
        (name) => name === entry['severity'],
      );
      return [
        {
          phrase,
          instead: text(entry['instead']),
          reason: text(entry['reason']),
          severity: severity ?? null,
          forms: entry['forms'] === 'all' ? ('all' as const) : ('as-written' as const),
        },
      ];
    }),
    vagueSources: words('vagueSources'),
    bareSources: words('bareSources'),
    hedges: words('hedges'),
    roles: words('roles'),
  };
  return { house, examples, untested };
}

/** Several packs as one, in the order given; of two verbs or phrases that are the same the later counts. */
export function mergeHouses(houses: readonly House[]): House {
  const last = <T>(lists: readonly (readonly T[])[], key: (item: T) => string): readonly T[] => [
    ...new Map(lists.flat().map((item) => [key(item), item] as const)).values(),
  ];
  const unique = (pick: (house: House) => readonly string[]): readonly string[] => [
    ...new Set(houses.flatMap(pick)),
  ];
  return {
    verbs: last(
      houses.map((house) => house.verbs),
      (entry) => `${entry.verb}\n${entry.class === 'mild' ? 'loaded' : entry.class}`,
    ),
    phrases: last(
      houses.map((house) => house.phrases),
      (entry) => entry.phrase.toLowerCase(),
    ),
    vagueSources: unique((house) => house.vagueSources),
    bareSources: unique((house) => house.bareSources),
    hedges: unique((house) => house.hedges),
    roles: unique((house) => house.roles),
  };
}
