/**
 * What a word form looks like, computed once per form and text: normal form, shape, affix hashes. A form table
 * is handed in by the caller, so that no cache outlives the text it was made for.
 */
import { hashString } from '../text/hash.ts';

export interface Form {
  readonly text: string;
  /** Lower case, marks and dashes normalised. */
  readonly lower: string;
  /** Hash of the form with its case. */
  readonly cased: number;
  /** Hash of `lower` with every digit made 0. */
  readonly word: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly prefix3: number;
  readonly shape: number;
  readonly capitalised: boolean;
  /** Letters or digits inside: false for marks and symbols. */
  readonly isWord: boolean;
}

export type FormTable = Map<string, Form>;

/** Lower-cased word with typographic apostrophes, quotes and dashes made plain, so that ’s and 's are one form. */
export function normalise(text: string): string {
  let plain = text;
  if (/[‘’“”–—―]/u.test(text)) {
    plain = text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/[–—―]/gu, '—');
  }
  return plain;
}

/** "McKenna-3" → "XxXx-d": runs longer than two are cut, so that shapes stay few. */
function shapeOf(text: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  const limit = Math.min(text.length, 24);
  for (let i = 0; i < limit; i++) {
    const code = text.charCodeAt(i);
    let kind: string;
    if (code >= 97 && code <= 122) kind = 'x';
    else if (code >= 65 && code <= 90) kind = 'X';
    else if (code >= 48 && code <= 57) kind = 'd';
    else if (code > 127) {
      const char = text.charAt(i);
      kind = /\p{Lu}/u.test(char) ? 'X' : /\p{L}/u.test(char) ? 'x' : normalise(char);
    } else kind = text.charAt(i);
    if (kind === last) {
      if (++run > 2) continue;
    } else {
      run = 1;
      last = kind;
    }
    shape += kind;
  }
  return shape;
}

function makeForm(text: string): Form {
  const plain = normalise(text);
  const lower = plain.toLowerCase();
  const word = /\d/u.test(lower) ? lower.replace(/\d/gu, '0') : lower;
  return {
    text,
    lower,
    cased: hashString(plain),
    word: hashString(word),
    suffix1: hashString('1' + word.slice(-1)),
    suffix2: hashString('2' + word.slice(-2)),
    suffix3: hashString('3' + word.slice(-3)),
    prefix3: hashString('p' + word.slice(0, 3)),
    shape: hashString(shapeOf(text)),
    capitalised: /^\p{Lu}/u.test(text),
    isWord: /[\p{L}\p{N}]/u.test(text),
  };
}

/** Longest stretch of a form that is looked at; longer tokens (base64, no spaces) behave like their beginning. */
const MAX_FORM = 64;

/** The form of a token, from the table or made and added to it. */
export function formOf(table: FormTable, token: string): Form {
  const key = token.length > MAX_FORM ? token.slice(0, MAX_FORM) : token;
  let form = table.get(key);
  if (!form) {
    form = makeForm(key);
    table.set(key, form);
  }
  return form;
}

/** Stands for the positions before and after a sentence or paragraph. */
export const EDGE: Form = makeForm('\u0002');
