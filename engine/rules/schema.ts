/**
 * JSON Schema, as much of it as our files need, and the check of a parsed value against it. Serves the configuration
 * and the house packs; knows neither, and no files.
 */
import { editDistance } from '../text/editDistance.ts';

/** The part of JSON Schema (draft-07) that the configuration needs. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The nearest known name, for an unknown one. */
  readonly suggestion?: string;
}

/** The known name nearest to an unknown one, or null when none is near. */
export function nearestName(name: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (name.length >= 3 && candidate.startsWith(name)) return candidate;
    const cost = editDistance(name.slice(0, 80).toLowerCase(), candidate.toLowerCase());
    if (cost < least) {
      best = candidate;
      least = cost;
    }
  }
  return best;
}

function nameOfType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function fits(value: unknown, type: Schema['type']): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case undefined:
      return true;
    default:
      return typeof value === type;
  }
}

/** A pattern that can take exponential time: a repeated group that itself repeats, "(a+)+". */
function runsAway(source: string): boolean {
  return source.length > 500 || /\([^)]*[+*}][^)]*\)\s*[+*{]/.test(source);
}

type Path = readonly (string | number)[];

function check(value: unknown, schema: Schema, path: Path, problems: SchemaProblem[]): void {
  if (schema.oneOf !== undefined) {
    const branch = schema.oneOf.find((option) => fits(value, option.type));
    if (branch === undefined) {
      const wanted = schema.oneOf.map((option) =>
        option.enum === undefined ? `an ${option.type ?? 'entry'}` : 'a level',
      );
      const names = wanted.map((name) => (name === 'an string' ? 'a text' : name));
      problems.push({ path, message: `expected ${names.join(' or ')}, found ${nameOfType(value)}` });
    } else check(value, branch, path, problems);
    return;
  }
  if (!fits(value, schema.type)) {
    problems.push({ path, message: `expected ${schema.type ?? 'a value'}, found ${nameOfType(value)}` });
    return;
  }
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    const names = schema.enum.filter((name) => typeof name === 'string');
    const suggestion = typeof value === 'string' ? nearestName(value, names) : null;
    problems.push({
      path,
      message: `“${String(value)}” is not one of ${names.join(', ')}`,
      ...(suggestion === null ? {} : { suggestion }),
    });
    return;
  }
  if (typeof value === 'number') {
    if (schema.minimum !== undefined && value < schema.minimum)
      problems.push({ path, message: `must be at least ${schema.minimum}` });
    if (schema.maximum !== undefined && value > schema.maximum)
      problems.push({ path, message: `must be at most ${schema.maximum}` });
  }
  if (typeof value === 'string') checkText(value, schema, path, problems);
  if (Array.isArray(value) && schema.items !== undefined) {
    const { items } = schema;
    if (schema.maxItems !== undefined && value.length > schema.maxItems)
      problems.push({ path, message: `more than ${schema.maxItems} entries` });
    value.forEach((item: unknown, index) => {
      check(item, items, [...path, index], problems);
    });
  }
  if (schema.type === 'object' && typeof value === 'object' && value !== null)
    checkKeys(value, schema, path, problems);
}

function checkText(value: string, schema: Schema, path: Path, problems: SchemaProblem[]): void {
  if (schema.maxLength !== undefined && value.length > schema.maxLength)
    problems.push({ path, message: `longer than ${schema.maxLength} characters` });
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    problems.push({ path, message: `“${value}” does not have the form ${schema.pattern}` });
  }
  if (schema.format !== 'regex') return;
  try {
    new RegExp(value, 'u');
    if (runsAway(value))
      problems.push({
        path,
        message: 'the pattern repeats a repetition or is too long and could take for ever',
      });
  } catch (error) {
    problems.push({
      path,
      message: `not a regular expression: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

function checkKeys(value: object, schema: Schema, path: Path, problems: SchemaProblem[]): void {
  const properties = schema.properties ?? {};
  for (const key of schema.required ?? []) {
    if (!Object.hasOwn(value, key)) problems.push({ path, message: `“${key}” is missing` });
  }
  for (const [key, item] of Object.entries(value)) {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (known !== undefined) check(item, known, [...path, key], problems);
    else if (schema.additionalProperties === false) {
      const suggestion = nearestName(key, Object.keys(properties));
      const what = path[path.length - 1] === 'rules' ? 'there is no rule' : 'unknown key';
      problems.push({
        path: [...path, key],
        message: `${what} “${key}”`,
        ...(suggestion === null ? {} : { suggestion }),
      });
    }
  }
}

/** What is wrong with a value, in document order of its keys; empty when nothing is. */
export function problemsIn(value: unknown, schema: Schema): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  check(value, schema, [], problems);
  return problems;
}
