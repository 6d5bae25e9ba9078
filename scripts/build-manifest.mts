/**
 * Writes into package.json what is known elsewhere: the rules with their summaries and the presets, so that the
 * settings page completes them. `--check` only says whether the manifest agrees.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { RULES } from '../engine/rules/index.ts';
import { PRESET_NAMES } from '../engine/rules/presets.ts';

const file = 'package.json';
const SEVERITIES = ['off', 'hint', 'info', 'warning', 'error'];

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, Record<string, unknown>>>;
    }[];
  };
}

const text = readFileSync(file, 'utf8');
const manifest = JSON.parse(text) as Manifest;
const property = (key: string): Record<string, unknown> => {
  for (const { properties } of manifest.contributes.configuration)
    if (properties[key]) return properties[key];
  throw new Error(`${file} has no setting ${key}`);
};

const rules = property('sourcelight.lint.rules');
delete rules['propertyNames'];
rules['additionalProperties'] = false;
rules['properties'] = Object.fromEntries(
  [...RULES]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => [
      rule.id,
      {
        description: rule.docs.summary,
        // The rule's options are completed in .sourcelight.json, whose schema has them all.
        anyOf: [{ enum: SEVERITIES }, { type: 'object' }],
      },
    ]),
);
const preset = property('sourcelight.lint.preset');
preset['enum'] = [...PRESET_NAMES];
preset['markdownEnumDescriptions'] = PRESET_NAMES.map((name) => `%config.lint.preset.${name}%`);

const wanted = `${JSON.stringify(manifest, null, 2)}\n`;
if (process.argv.includes('--check')) {
  if (JSON.stringify(JSON.parse(text)) !== JSON.stringify(JSON.parse(wanted))) {
    console.error('package.json does not agree with the rules: run npm run generate');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, wanted);
  console.log('package.json written');
}
