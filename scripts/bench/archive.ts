/** An archive of any size out of the own corpus: each copy of an article has people and places of its own. */
import { readFileSync } from 'node:fs';
import { corpusFiles } from '../corpus/files.mts';
import { readArticle } from '../corpus/inline.ts';

const ENDINGS = [
  '',
  'er',
  'in',
  'sen',
  'ova',
  'berg',
  'wick',
  'ari',
  'mann',
  'ley',
  'ton',
  'ska',
  'ek',
  'oni',
];

/** The article with every surname changed in the same way: "Ada Quill … Quill" → "Ada Quillsen … Quillsen". */
function renamed(text: string, copy: number): string {
  const tail =
    (ENDINGS[copy % ENDINGS.length] ?? '') + (ENDINGS[Math.floor(copy / ENDINGS.length) % 14] ?? '');
  if (tail === '') return text;
  const surnames = new Set<string>();
  for (const match of text.matchAll(/\p{Lu}\p{Ll}+ (\p{Lu}\p{Ll}{3,})/gu)) surnames.add(match[1] ?? '');
  return text.replace(/\p{Lu}\p{Ll}{3,}/gu, (word) => (surnames.has(word) ? word + tail : word));
}

/** `count` articles, as in the corpus first, then with other names. */
export function archive(count: number): readonly string[] {
  const own = (['train', 'dev'] as const)
    .flatMap((part) => corpusFiles(part))
    .map((file) => readArticle(readFileSync(file, 'utf8')).article?.text ?? '');
  return Array.from({ length: count }, (_, index) =>
    renamed(own[index % own.length] ?? '', Math.floor(index / own.length)),
  );
}
