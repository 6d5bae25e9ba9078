/**
 * Sentences for people, in their language. Whoever writes for people takes a `Say` and hands it English templates with
 * places to fill in; a language is a table keyed by the English template. Knows no languages and no front end.
 */

/** What is filled in: `{0}`, `{1}` by position, or `{name}` by name. */
export type SayArguments = readonly (string | number)[] | Readonly<Record<string, string | number>>;

/** An English template, filled in and in the reader's language. */
export type Say = (template: string, args?: SayArguments) => string;

function fill(template: string, args: SayArguments | undefined): string {
  if (args === undefined) return template;
  const values = args as Readonly<Record<string, string | number | undefined>>;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The templates as they are written. */
export const english: Say = fill;

/** A language; what its table lacks stays English. */
export function sayFrom(table: Readonly<Record<string, string>>): Say {
  return (template, args) => fill(table[template] ?? template, args);
}
