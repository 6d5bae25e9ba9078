/**
 * Quotations of the same speakers in the other articles of the workspace, for the rule that compares wordings across
 * stories. Handed over only where the rule's option `workspace` asks for it.
 */
import type { Annotation } from '../../engine/index.ts';
import type { ForeignQuote } from '../../engine/rules/rule.ts';
import type { Location } from '../../protocol/index.ts';
import { nameOf } from './fileAccess.ts';
import type { Project } from './projects.ts';
import { rangesOf, speakerKey, type WorkspaceIndex } from './workspaceIndex.ts';

/** A quotation of another article, with its place. */
export interface PlacedQuote extends ForeignQuote, Location {}

/** More quotations of one article's speakers are an archive; the first ones must do. */
const MAX_QUOTES = 2000;

export function comparesWorkspace({ config }: Project): boolean {
  const setting = config.rules['quote-drift'];
  return setting?.options?.['workspace'] === true && setting.severity !== 'off';
}

export function quotesElsewhere(
  index: Pick<WorkspaceIndex, 'files'>,
  uri: string,
  annotation: Annotation,
): readonly PlacedQuote[] {
  const names = new Map<string, string>();
  for (const { type, name } of annotation.speakers) {
    const key = speakerKey(type, name);
    if (key !== null) names.set(key, name);
  }
  const found: PlacedQuote[] = [];
  if (names.size === 0) return found;
  for (const file of index.files()) {
    if (file.uri === uri) continue;
    for (const quote of file.quotes) {
      const name = names.get(quote.key ?? '');
      const [range] = name === undefined ? [] : rangesOf(file, quote);
      if (name === undefined || range === undefined) continue;
      // Under the name this article has for the speaker, so that the rule can compare names.
      found.push({ uri: file.uri, range, where: nameOf(file.uri), text: quote.text, speaker: name });
      if (found.length >= MAX_QUOTES) return found;
    }
  }
  return found;
}
