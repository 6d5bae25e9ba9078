/**
 * The tagger's teacher: wink-nlp (MIT), whose universal tags are turned into Penn tags by form and context. Used for
 * training only; nothing of it ships. wink keeps state from one document to the next, so texts are always read in
 * the same order, in a fresh process.
 */
import { createRequire } from 'node:module';
import { tagIndex } from '../../engine/segment/tags.ts';

interface WinkTokens {
  out(what: unknown): string[];
}
interface Wink {
  readonly its: Readonly<Record<'value' | 'pos' | 'precedingSpaces', unknown>>;
  readDoc(text: string): { tokens(): WinkTokens };
}
const require = createRequire(import.meta.url);
const nlp = (require('wink-nlp') as (model: unknown, pipe: readonly string[]) => Wink)(
  require('wink-eng-lite-web-model'),
  ['sbd', 'pos'],
);

const MARKS: Readonly<Record<string, string>> = {
  '.': '.', '?': '.', '!': '.', ',': ',', ':': ':', ';': ':', '—': ':', '–': ':', '-': ':', '--': ':', '...': ':',
  '…': ':', '“': '``', '”': "''", '"': "''", "''": "''", '``': '``', '’': "''", '‘': '``', "'": "''", '(': '-LRB-',
  ')': '-RRB-', '[': '-LRB-', ']': '-RRB-', $: '$', '£': '$', '€': '$', '«': '``', '»': "''", '„': '``',
}; // prettier-ignore
const BE = /^(?:be|am|is|are|was|were|been|being|['’]s|['’]re|['’]m)$/;
const HAVE = /^(?:have|has|had|having|['’]ve)$/;
const MODAL = /^(?:will|would|can|could|may|might|shall|should|must|['’]ll|['’]d|wo|ca)$/;
const PAST =
  /^(?:said|told|wrote|made|took|came|went|saw|knew|thought|gave|got|found|left|felt|held|spoke|began|became|met|ran|sent|kept|led|won|lost|brought|called|stood|sat|put|paid|fell|rose|grew|heard|set|meant|understood|drew|broke|spent|built|chose|drove|flew|threw|wore|swore|withdrew)$/;

function penn(form: string, universal: string, previous: readonly string[], previousTag: string): string {
  const mark = MARKS[form];
  if (mark !== undefined) return mark;
  const lower = form.toLowerCase();
  if (lower === 'to') return 'TO';
  if (/^(?:who|whom|what|whoever)$/.test(lower)) return 'WP';
  if (/^(?:which|whatever|whichever)$/.test(lower)) return 'WDT';
  if (/^(?:when|where|why|how)$/.test(lower)) return 'WRB';
  if (lower === 'whose') return 'WP$';
  if (/^['’]s?$/.test(lower) && universal === 'PART') return 'POS';
  const verbal = universal === 'AUX' || universal === 'VERB';
  if (verbal && MODAL.test(lower)) return 'MD';
  if (verbal) return verbTag(lower, previous, previousTag);
  switch (universal) {
    case 'PROPN':
      return 'NNP';
    case 'NOUN':
      return /[^su]s$/.test(lower) ? 'NNS' : 'NN';
    case 'ADJ':
      return 'JJ';
    case 'ADV':
    case 'PART':
      return 'RB';
    case 'ADP':
    case 'SCONJ':
      return 'IN';
    case 'CCONJ':
      return 'CC';
    case 'NUM':
      return 'CD';
    case 'INTJ':
      return 'UH';
    case 'PUNCT':
      return ':';
    case 'SYM':
      return 'SYM';
    case 'DET':
      return /^(?:my|your|his|her|its|our|their)$/.test(lower) ? 'PRP$' : 'DT';
    case 'PRON':
      if (/^(?:my|your|his|its|our|their)$/.test(lower)) return 'PRP$';
      return /^(?:that|this|these|those)$/.test(lower) ? 'DT' : 'PRP';
    default:
      return 'NN';
  }
}

function verbTag(lower: string, previous: readonly string[], previousTag: string): string {
  if (/^(?:was|were|had|did|['’]d)$/.test(lower)) return 'VBD';
  if (/^(?:is|has|does|['’]s)$/.test(lower)) return 'VBZ';
  if (/^(?:am|are|['’]re|['’]m|['’]ve)$/.test(lower)) return 'VBP';
  if (lower === 'been') return 'VBN';
  if (lower.endsWith('ing') && lower.length > 4) return 'VBG';
  const before = previous.filter((x) => !/ly$|^(?:not|n['’]t|also|never|already|just)$/.test(x)).at(-1) ?? '';
  if (before === 'to' || MODAL.test(before) || /^(?:do|does|did)$/.test(before)) return 'VB';
  if (BE.test(before) || HAVE.test(before)) return 'VBN';
  if (lower.endsWith('ed')) return /^(?:NN|NNS|NNP|PRP|WP|WDT|,|'')$/.test(previousTag) ? 'VBD' : 'VBN';
  if (PAST.test(lower)) return 'VBD';
  return /[^s]s$/.test(lower) ? 'VBZ' : 'VBP';
}

/**
 * Tags of a text by the teacher.
 * @returns tag index by `start-end` of the teacher's tokens, in UTF-16 offsets
 */
export function teach(text: string): Map<string, number> {
  const tags = new Map<string, number>();
  for (const line of text.matchAll(/[^\n]+/g)) {
    let at = line.index;
    const tokens = nlp.readDoc(line[0]).tokens();
    const forms = tokens.out(nlp.its.value);
    const universal = tokens.out(nlp.its.pos);
    const spaces = tokens.out(nlp.its.precedingSpaces);
    const previous: string[] = [];
    let tag = '';
    for (const [i, form] of forms.entries()) {
      at += spaces[i]?.length ?? 0;
      const start = at;
      at += form.length;
      if (text.slice(start, at) !== form) break;
      tag = penn(form, universal[i] ?? '', previous.slice(-4), tag);
      previous.push(form.toLowerCase());
      tags.set(`${start}-${at}`, Math.max(0, tagIndex(tag)));
    }
  }
  return tags;
}
