/**
 * What the server says to people in the client's language (`InitializeParams.locale`). Tables are keyed by the English
 * template; a new language is one file in l10n/ and one line here.
 */
import german from '../../l10n/server.de.json';
import { english, sayFrom, type Say } from '../../engine/say.ts';

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = { de: german };

/** Titles and messages that rules and suppressions hand over filled in already; the more specific ones first. */
const FILLED: readonly string[] = [
  'Write “{0}” everywhere',
  'Write “{0}”',
  'Write {0}',
  'Delete “{0}”',
  'Add “{0}”',
  'Insert {0}',
  'Credit {0}',
  'Attribute it to {0}',
  'Status: {0}',
  'This suppression of {0} suppresses nothing',
  'The sidecar suppression of {0} gives no reason; write it after “--”',
  'The sidecar suppression of {0} suppresses nothing',
  'The sidecar suppression of {0} no longer finds its words',
  'There is no rule “{0}”; did you mean “{1}”?',
  'There is no rule “{0}”',
];

/** A template as the pattern of what it becomes. */
function pattern(template: string): RegExp {
  const literal = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/\{\d\}/g, '(.+?)')}$`);
}

/** The language of a locale like `de` or `de-AT`; English for every other. */
export function sayIn(locale: string | undefined): Say {
  const table = TABLES[(locale ?? '').toLowerCase().split(/[-_]/)[0] ?? ''];
  if (table === undefined) return english;
  const say = sayFrom(table);
  const filled = FILLED.map((template) => [pattern(template), template] as const);
  return (template, args) => {
    if (args !== undefined || template in table) return say(template, args);
    for (const [form, known] of filled) {
      const match = form.exec(template);
      if (match !== null) return say(known, match.slice(1));
    }
    return template;
  };
}
