/**
 * What the server says to people in the client's language (`InitializeParams.locale`). Tables are keyed by the English
 * template; a new language is one file in l10n/ and one line here.
 */
import german from '../../l10n/server.de.json';
import { english, sayFrom, type Say } from '../../engine/say.ts';

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = { de: german };

/** The language of a locale like `de` or `de-AT`; English for every other. */
export function sayIn(locale: string | undefined): Say {
  const table = TABLES[(locale ?? '').toLowerCase().split(/[-_]/)[0] ?? ''];
  return table === undefined ? english : sayFrom(table);
}
