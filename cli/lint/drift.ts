/**
 * Quotations of all files of a run, for `quote-drift` with its option `workspace`: the files are read and annotated once
 * before they are checked. Only where a configuration asks for it.
 */
import { annotate } from '../../engine/index.ts';
import { quotationsOf } from '../../engine/rules/quote-drift.ts';
import type { ForeignQuote } from '../../engine/rules/rule.ts';
import { readSuppressions } from '../../engine/suppress.ts';
import { decode, readBytes } from '../input.ts';
import type { CheckOptions } from './check.ts';
import type { Target } from './files.ts';

type OptionsFor = (path: string) => Promise<CheckOptions & { readonly maxBytes: number }>;

function compares({ config }: CheckOptions): boolean {
  const setting = config.rules['quote-drift'];
  return setting?.options?.['workspace'] === true && setting.severity !== 'off';
}

function quotesIn(
  { path, name }: Target,
  options: CheckOptions & { readonly maxBytes: number },
): readonly ForeignQuote[] {
  try {
    const { text } = decode(readBytes(path, options.maxBytes), path);
    const { text: story } = readSuppressions(text, { marker: options.suppressions.plainTextMarker });
    return quotationsOf(annotate(story, { plainText: options.plainText, ...options.book }), name);
  } catch {
    // What is wrong with the file is told when it is checked.
    return [];
  }
}

/** By path, the quotations of all other files; empty where no configuration compares across files. */
export async function quotesElsewhere(
  targets: readonly Target[],
  optionsFor: OptionsFor,
): Promise<(path: string) => readonly ForeignQuote[]> {
  const quotes = new Map<string, readonly ForeignQuote[]>();
  for (const target of targets) {
    const options = await optionsFor(target.path);
    if (compares(options)) quotes.set(target.path, quotesIn(target, options));
  }
  return (path) =>
    quotes.has(path) ? [...quotes].flatMap(([other, own]) => (other === path ? [] : own)) : [];
}
