/** Part-of-speech tags: the Penn Treebank set, as far as a tagger can tell its members apart, and their coarse classes. */
export const TAGS = [
  '.', ',', ':', '``', "''", '-LRB-', '-RRB-', '$', '#', 'SYM',
  'NN', 'NNS', 'NNP', 'NNPS', 'PRP', 'PRP$', 'POS', 'DT', 'EX', 'CD',
  'JJ', 'JJR', 'JJS', 'RB', 'RBR', 'RBS', 'RP', 'IN', 'TO', 'CC',
  'MD', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'WDT', 'WP', 'WP$',
  'WRB', 'UH', 'FW',
] as const; // prettier-ignore

export type Tag = (typeof TAGS)[number];

/** Coarse classes of tags, small enough for windows of several tokens. */
export const COARSE = {
  other: 0,
  noun: 1,
  name: 2,
  pronoun: 3,
  verb: 4,
  modal: 5,
  adjective: 6,
  adverb: 7,
  preposition: 8,
  determiner: 9,
  conjunction: 10,
  comma: 11,
  end: 12,
  quote: 13,
  number: 14,
  wh: 15,
  to: 16,
  possessive: 17,
  dash: 18,
  bracket: 19,
} as const;

const TAG_INDEX: ReadonlyMap<string, number> = new Map(TAGS.map((tag, index) => [tag, index]));

/** Index of a tag in `TAGS`, or -1. */
export function tagIndex(tag: string): number {
  return TAG_INDEX.get(tag) ?? -1;
}

function coarseOf(tag: Tag): number {
  if (tag.startsWith('NNP')) return COARSE.name;
  if (tag.startsWith('NN')) return COARSE.noun;
  if (tag.startsWith('VB')) return COARSE.verb;
  if (tag.startsWith('JJ')) return COARSE.adjective;
  if (tag.startsWith('RB') || tag === 'RP') return COARSE.adverb;
  if (tag.startsWith('W')) return COARSE.wh;
  switch (tag) {
    case 'PRP':
      return COARSE.pronoun;
    case 'PRP$':
    case 'POS':
      return COARSE.possessive;
    case 'MD':
      return COARSE.modal;
    case 'IN':
      return COARSE.preposition;
    case 'DT':
      return COARSE.determiner;
    case 'CC':
      return COARSE.conjunction;
    case ',':
      return COARSE.comma;
    case '.':
      return COARSE.end;
    case '``':
    case "''":
      return COARSE.quote;
    case 'CD':
      return COARSE.number;
    case 'TO':
      return COARSE.to;
    case ':':
      return COARSE.dash;
    case '-LRB-':
    case '-RRB-':
      return COARSE.bracket;
    default:
      return COARSE.other;
  }
}

/** Coarse class by tag index. */
export const COARSE_OF_TAG: Uint8Array = Uint8Array.from(TAGS, coarseOf);
