/**
 * Who said this elsewhere: statements of the same speaker, and quotations with nearly the same words, in the other
 * articles of the index. Wording is compared by shared runs of three words.
 */
import { hitsAt, speakerAt } from '../../engine/query.ts';
import type { ElsewhereResult } from '../../protocol/index.ts';
import type { Article } from './annotationCache.ts';
import { rangesOf, speakerKey, type WorkspaceIndex } from './workspaceIndex.ts';

/** Below this share of common words two quotations are different ones. */
const ALIKE = 0.5;

function shingles(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];
  const size = Math.min(3, words.length);
  const result = new Set<string>();
  if (size === 0) return result;
  for (let i = 0; i + size <= words.length; i++) result.add(words.slice(i, i + size).join(' '));
  return result;
}

/** A quick test that quotations with nothing in common fail: it has one of the longer words. */
function sharesWord(words: string): (text: string) => boolean {
  const long = [...new Set(words.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])];
  const pattern = new RegExp(long.length === 0 ? '' : long.join('|'), 'iu');
  return (text) => pattern.test(text);
}

/** Share of the shorter quotation's word runs that stand in the other: 1 for the same words. */
export function similarity(a: string, b: string): number {
  const one = shingles(a);
  const other = shingles(b);
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const run of one) if (other.has(run)) common++;
  return common / Math.min(one.size, other.size);
}

export function elsewhere(index: WorkspaceIndex, article: Article, offset: number): ElsewhereResult | null {
  const found = speakerAt(article.lookup, offset);
  const quote = hitsAt(article.lookup.annotation, offset).find((hit) => hit.kind === 'quote');
  if (found === null && quote === undefined) return null;
  const words = quote === undefined ? null : article.text.slice(quote.span.start, quote.span.end);
  const key = found === null ? null : speakerKey(found.speaker.type, found.speaker.name);
  const mayBeAlike = sharesWord(words ?? '');
  const statements: ElsewhereResult['statements'][number][] = [];
  const mentions: ElsewhereResult['mentions'][number][] = [];
  for (const file of index.files()) {
    if (file.uri === article.uri) continue;
    for (const other of file.quotes) {
      const alike = words !== null && mayBeAlike(other.text) ? similarity(words, other.text) : 0;
      const sameSpeaker = key !== null && other.key === key;
      if (alike < ALIKE && !sameSpeaker) continue;
      const [range] = rangesOf(file, other);
      if (range === undefined) continue;
      statements.push({
        uri: file.uri,
        range,
        text: other.text,
        speaker: other.speaker,
        similarity: alike,
      });
    }
    for (const speaker of file.speakers) {
      if (speaker.key !== key) continue;
      for (const range of rangesOf(file, speaker.mentions))
        mentions.push({ uri: file.uri, range, name: speaker.name });
    }
  }
  statements.sort((a, b) => b.similarity - a.similarity);
  return {
    speaker: found === null ? null : { name: found.speaker.name, role: found.speaker.role },
    statements,
    mentions,
    complete: index.complete(),
  };
}
