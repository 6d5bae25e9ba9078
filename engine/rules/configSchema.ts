/**
 * The JSON Schema of `.sourcelight.json`, generated from the rules, and the check of a parsed file against it. One
 * description serves editors (completion), the command line (problems with paths) and the documents, so they cannot
 * drift apart. Knows no files: line numbers belong to whoever parsed the text.
 */
import { DIALECTS, GENRES, LEVELS, SCOPES } from './config.ts';
import { RULES } from './index.ts';
import { PRESET_NAMES } from './presets.ts';
import type { OptionSchema, Rule } from './rule.ts';
import { LEXICON_NAMES } from './house.ts';
import { problemsIn, type Schema, type SchemaProblem } from './schema.ts';

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
        properties: Object.fromEntries(LEXICON_NAMES.map((name) => [name, STRINGS])),
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

const SCHEMA: Schema = configSchema();

/** What is wrong with a parsed configuration file, in document order of its keys; empty when nothing is. */
export function validateConfig(value: unknown): readonly SchemaProblem[] {
  return problemsIn(value, SCHEMA);
}
