/**
 * The JSON Schema of `.sourcelight.json`, generated from the rules, and the check of a parsed file against it. One
 * description serves editors (completion), the command line (problems with paths) and the documents, so they cannot
 * drift apart. Knows no files: line numbers belong to whoever parsed the text.
 */
import { DIALECTS, GENRES, LEVELS, SCOPES } from './config.ts';
import { RULES } from './index.ts';
import { PRESET_NAMES } from './presets.ts';
import type { OptionSchema, Rule } from './rule.ts';

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
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

export interface ConfigProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The nearest known name, for an unknown one. */
  readonly suggestion?: string;
}

const SEVERITY: Schema = {
  type: 'string',
  enum: [...LEVELS, 'information'],
  description: 'off, hint, info (or information), warning or error.',
};
const STRINGS: Schema = { type: 'array', items: { type: 'string' } };
const SCOPE_LIST: Schema = {
  type: 'array',
  items: { type: 'string', enum: SCOPES },
  description: 'Parts of the story; none = everywhere.',
};
const CONFIDENCE: Schema = {
  type: 'number',
  minimum: 0,
  maximum: 1,
  description: 'Findings less sure than this are not shown.',
};
const PATTERN: Schema = {
  type: 'string',
  format: 'regex',
  description: 'Findings whose words this pattern matches are not shown.',
};
const GENRE: Schema = { type: 'string', enum: GENRES, default: 'news' };

function optionSchema(option: OptionSchema): Schema {
  const { description } = option;
  if (option.type === 'strings') return { ...STRINGS, description, default: option.default };
  return {
    type: option.type,
    description,
    default: option.default,
    ...(option.enum === undefined ? {} : { enum: option.enum }),
    ...(option.minimum === undefined ? {} : { minimum: option.minimum }),
    ...(option.maximum === undefined ? {} : { maximum: option.maximum }),
  };
}

/** A rule's entry: a level, or an object with the shared keys and the rule's own options. */
function ruleEntry(rule: Rule): Schema {
  const properties: Record<string, Schema> = {
    severity: { ...SEVERITY, default: rule.severity },
    minConfidence: CONFIDENCE,
    ignoreSpeakers: { ...STRINGS, description: 'Speakers whose findings are not shown.' },
    ignorePattern: PATTERN,
    scopes: SCOPE_LIST,
  };
  for (const [name, option] of Object.entries(rule.options ?? {})) properties[name] = optionSchema(option);
  return {
    description: `${rule.title}. ${rule.docs.summary}`,
    oneOf: [
      { ...SEVERITY, default: rule.severity },
      { type: 'object', additionalProperties: false, properties },
    ],
  };
}

function rulesSchema(): Schema {
  return {
    type: 'object',
    description: 'Severity and options by rule.',
    additionalProperties: false,
    properties: Object.fromEntries(RULES.map((rule) => [rule.id, ruleEntry(rule)])),
  };
}

function layerProperties(): Record<string, Schema> {
  return {
    genre: { ...GENRE, description: 'Kind of story; opinion and letters switch the attribution rules off.' },
    outlet: {
      type: 'string',
      description: 'Name of the publishing outlet, so that it is never taken for a second source.',
    },
    dialect: { type: 'string', enum: DIALECTS, default: 'any' },
    minConfidence: { ...CONFIDENCE, default: 0.5 },
    maxFindingsPerFile: {
      type: 'integer',
      minimum: 1,
      default: 200,
      description: 'Most findings shown for one file.',
    },
    ignoreSpeakers: { ...STRINGS, description: 'Speakers whose findings are not shown.' },
    ignorePattern: PATTERN,
    scopes: SCOPE_LIST,
    rules: rulesSchema(),
    floor: {
      type: 'string',
      enum: ['hint', 'info', 'warning', 'error'],
      description: 'Findings below this level are raised to it.',
    },
    ceiling: {
      type: 'string',
      enum: ['hint', 'info', 'warning', 'error'],
      description: 'Findings above this level are lowered to it.',
    },
    explain: { type: 'boolean', default: false, description: 'Messages carry the reason of the rule.' },
    date: {
      type: 'string',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'Date of the stories, where front matter gives none.',
    },
    credit: { type: 'string', description: 'Credit of the stories, where front matter gives none.' },
  };
}

/** The schema of a configuration file (draft-07, which is what editors complete from). */
export function configSchema(): Schema {
  const layer = layerProperties();
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:sourcelight:config:1',
    title: 'Sourcelight project configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: {
        type: 'array',
        items: { type: 'string', anyOf: [{ enum: PRESET_NAMES }, { type: 'string' }] },
        description: `Presets (${PRESET_NAMES.join(', ')}) or relative paths, applied left to right.`,
      },
      files: {
        ...STRINGS,
        default: ['**/*.{news,article,md,markdown,txt}'],
        description: 'Files that are checked.',
      },
      ignore: { ...STRINGS, default: [], description: 'Files that are passed over.' },
      maxFileBytes: {
        type: 'integer',
        minimum: 1,
        default: 1048576,
        description: 'Larger files are passed over, and said so.',
      },
      ...layer,
      lexicons: {
        type: 'object',
        additionalProperties: false,
        description: 'The newsroom’s own lists, as relative paths.',
        properties: Object.fromEntries(
          ['verbs', 'people', 'roles', 'agencies', 'vagueSources', 'hedges'].map((name) => [name, STRINGS]),
        ),
      },
      packs: { ...STRINGS, description: 'House packs: words and their examples as data, as relative paths.' },
      suppressions: {
        type: 'object',
        additionalProperties: false,
        properties: {
          requireReason: { type: 'boolean', default: true },
          reportUnused: { type: 'boolean', default: true },
          plainTextMarker: { type: 'string', default: '%%' },
          sidecar: { type: 'boolean', default: true },
        },
      },
      baseline: { type: 'string', description: 'Path of the baseline file, relative to this file.' },
      overrides: {
        type: 'array',
        description: 'Layers for some files, top to bottom.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: { files: STRINGS, excludedFiles: STRINGS, ...layer },
        },
      },
    },
  };
}

/** Letters to change to get from one word to the other, enough to find a slip of the finger. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[b.length] ?? b.length;
}

/** The known name nearest to an unknown one, or null when none is near. */
export function nearestName(name: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (name.length >= 3 && candidate.startsWith(name)) return candidate;
    const cost = distance(name.slice(0, 80).toLowerCase(), candidate.toLowerCase());
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

function check(value: unknown, schema: Schema, path: Path, problems: ConfigProblem[]): void {
  if (schema.oneOf !== undefined) {
    const branch = schema.oneOf.find((option) => fits(value, option.type));
    if (branch === undefined)
      problems.push({ path, message: `expected a level or an object, found ${nameOfType(value)}` });
    else check(value, branch, path, problems);
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
    value.forEach((item: unknown, index) => {
      check(item, items, [...path, index], problems);
    });
  }
  if (schema.type === 'object' && typeof value === 'object' && value !== null)
    checkKeys(value, schema, path, problems);
}

function checkText(value: string, schema: Schema, path: Path, problems: ConfigProblem[]): void {
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

function checkKeys(value: object, schema: Schema, path: Path, problems: ConfigProblem[]): void {
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

const SCHEMA: Schema = configSchema();

/** What is wrong with a parsed configuration file, in document order of its keys; empty when nothing is. */
export function validateConfig(value: unknown): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  check(value, SCHEMA, [], problems);
  return problems;
}
