/**
 * Reads the few keys of a story's front matter that lint understands. Knows the fence and `key: value` lines, not YAML:
 * everything else in the block is somebody else's and is passed over.
 */
import { GENRES, type ConfigLayer } from './config.ts';

/** Front matter is a header, not a document: nobody's is longer than this. */
const MAX_LINES = 60;

/** The `key: value` lines of a closed front matter block, keys in lower case. Empty without one. */
export function frontMatterValues(text: string): ReadonlyMap<string, string> {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!/^---[ \t]*\r?\n/.test(text.slice(start, start + 80))) return new Map();
  const values = new Map<string, string>();
  let closed = false;
  let at = text.indexOf('\n', start) + 1;
  for (let line = 0; line < MAX_LINES && at > 0 && at < text.length; line++) {
    const next = text.indexOf('\n', at);
    const content = text.slice(at, next < 0 ? text.length : next).trimEnd();
    if (content === '---' || content === '...') {
      closed = true;
      break;
    }
    const pair = /^([a-z]{1,20})[ \t]*:[ \t]*(.*?)(?:[ \t]+#.*)?$/i.exec(content.slice(0, 500));
    if (pair?.[1] !== undefined && pair[2] !== undefined) {
      values.set(pair[1].toLowerCase(), pair[2].replace(/^(["'])(.*)\1$/, '$2'));
    }
    at = next < 0 ? -1 : next + 1;
  }
  return closed ? values : new Map();
}

/** The layer that the story itself gives: genre, date, outlet, credit. */
export function frontMatter(values: ReadonlyMap<string, string>): ConfigLayer {
  const genre = GENRES.find((name) => name === values.get('genre'));
  const date = /^\d{4}-\d{2}-\d{2}/.exec(values.get('date') ?? '')?.[0];
  const outlet = values.get('outlet');
  const credit = values.get('credit');
  return {
    ...(genre === undefined ? {} : { genre }),
    ...(date === undefined ? {} : { date }),
    ...(outlet === undefined || outlet === '' ? {} : { outlet }),
    ...(credit === undefined || credit === '' ? {} : { credit }),
  };
}
