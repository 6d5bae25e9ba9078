/** Each output format of `lint`, opened by a reader of that format; with names and words that hurt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ajv } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parse as parseHtml } from 'parse5';
import { ensureBuilt, FAULTY, folder, ROOT, run } from './run.ts';

/** A name with quotes, markup, an ampersand, an emoji and a right-to-left word; a text with the same. */
const NAME = `a "b" <c> & ]]> 🚢 שלום 'd', e|f.news`;
const TEXT = `Sources say the <b>“plan”</b> & ]]> 🚢 | is dead.\r\n\r\n${FAULTY.replaceAll('\n', '\r\n')}`;

let place: ReturnType<typeof folder>;
beforeAll(() => {
  ensureBuilt();
  place = folder({
    [NAME]: TEXT,
    'clean.news': 'The council of Tarn met on Monday.\n',
    'known.news':
      '%% sourcelight-disable-next-line source-bare -- the desk <knows>\nSources say the plan is dead.\n',
    'list.txt': 'eggs\nbread\n',
    'latin.news': Buffer.from('He said \x93no\x94.', 'latin1'),
  });
});
afterAll(() => {
  place.remove();
});
const lint = (format: string, ...args: string[]): string =>
  run(['lint', '--format', format, ...args, '.'], { cwd: place.path }).out;

/** Throws where XML is not well-formed, which the object-building parser would pass over. */
function wellFormed(xml: string): string {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- works, and a package of its own for this is too much
  expect(XMLValidator.validate(xml)).toBe(true);
  return xml;
}

interface Sarif {
  readonly runs: readonly {
    readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
    readonly columnKind: string;
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly suppressions: readonly { readonly justification: string }[];
      readonly fixes?: readonly unknown[];
      readonly locations: readonly [
        {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region: { readonly charOffset: number; readonly charLength: number };
          };
        },
      ];
    }[];
  }[];
}

/** What GitLab's documentation asks of a Code Quality report; its own validator asks less. */
const CODE_QUALITY = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^[^/]' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

describe('the output formats', () => {
  it('sarif is valid against the schema of the standard, with exact places', () => {
    const schema = JSON.parse(
      readFileSync(join(ROOT, 'test/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
    ) as object;
    const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    const log = JSON.parse(lint('sarif')) as Sarif;
    validate(log);
    expect(validate.errors).toBeNull();
    const [sarif] = log.runs;
    expect(sarif?.columnKind).toBe('utf16CodeUnits');
    const results = sarif?.results ?? [];
    expect(results.map((result) => result.ruleId)).toEqual(
      expect.arrayContaining(['source-bare', 'quote-unbalanced', 'allegation-double-hedge']),
    );
    for (const result of results) expect(sarif?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    const bare = results.find(
      (result) => result.ruleId === 'source-bare' && result.suppressions.length === 0,
    );
    const { region, artifactLocation } = bare?.locations[0].physicalLocation ?? {
      region: { charOffset: 0, charLength: 0 },
      artifactLocation: { uri: '' },
    };
    expect(TEXT.slice(region.charOffset, region.charOffset + region.charLength)).toBe('Sources');
    expect(decodeURIComponent(artifactLocation.uri)).toBe(NAME);
    expect(new URL(artifactLocation.uri, 'file:///x/').pathname).not.toContain('<');
    expect(results.find((result) => result.suppressions.length > 0)?.suppressions[0]?.justification).toBe(
      'the desk <knows>',
    );
    expect(results.some((result) => result.fixes !== undefined)).toBe(true);
  });

  it('junit and checkstyle are well-formed XML with every finding', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      htmlEntities: true,
      isArray: (name) => ['testsuite', 'testcase', 'file', 'error'].includes(name),
    });
    const junit = lint('junit');
    const { testsuites } = parser.parse(wellFormed(junit)) as {
      testsuites: {
        tests: string;
        failures: string;
        errors: string;
        testsuite: {
          name: string;
          tests: string;
          testcase: { name: string; failure?: { message: string } }[];
        }[];
      };
    };
    expect(testsuites.testsuite.map((suite) => suite.name)).toContain(NAME);
    expect(Number(testsuites.tests)).toBe(
      testsuites.testsuite.reduce((sum, suite) => sum + suite.testcase.length, 0),
    );
    expect(Number(testsuites.failures)).toBe(
      testsuites.testsuite.flatMap((suite) => suite.testcase).filter((test) => test.failure).length,
    );
    expect(Number(testsuites.errors)).toBe(1);
    const checkstyle = lint('checkstyle');
    const parsed = parser.parse(wellFormed(checkstyle)) as {
      checkstyle: { file: { name: string; error?: { source: string; severity: string }[] }[] };
    };
    const errors = parsed.checkstyle.file.find((file) => file.name === NAME)?.error ?? [];
    expect(errors.map((error) => error.source)).toContain('sourcelight.quote-unbalanced');
  });

  it('github escapes commands, prints errors first and the total last', () => {
    const lines = lint('github').trimEnd().split('\n');
    const commands = lines.filter((line) => line.startsWith('::'));
    expect(commands[0]).toMatch(
      /^::error file=[^,]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=quote-unbalanced::/,
    );
    expect(commands[0]).toContain('%2C');
    expect(commands.every((line) => !line.includes('\r'))).toBe(true);
    expect(lines.at(-1)).toMatch(/^checked \d+ files: /);
  });

  it('gitlab is a report with unique fingerprints', () => {
    const issues = JSON.parse(lint('gitlab')) as {
      fingerprint: string;
      location: { path: string };
    }[];
    const validate = new Ajv().compile(CODE_QUALITY);
    validate(issues);
    expect(validate.errors).toBeNull();
    expect(new Set(issues.map((issue) => issue.fingerprint)).size).toBe(issues.length);
    expect(issues[0]?.location.path).toBe(NAME);
  });

  it('json and jsonl agree', () => {
    const json = JSON.parse(lint('json')) as {
      schemaVersion: number;
      files: { file: string; findings: object[] }[];
      summary: object;
    };
    const rows = lint('jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { file?: string; summary?: object });
    expect(rows.at(-1)).toEqual({ schemaVersion: 1, summary: json.summary });
    expect(rows.slice(0, -1)).toEqual(
      json.files.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding }))),
    );
  });

  it('html is a page without script, and what the text holds stays text', () => {
    const errors: string[] = [];
    const html = lint('html');
    parseHtml(html, { onParseError: (error) => errors.push(error.code), sourceCodeLocationInfo: true });
    expect(errors).toEqual([]);
    expect(html).not.toMatch(/<script|<b>|src=|href=/);
    expect(html).toContain('&lt;b&gt;');
  });

  it('tap counts its tests; markdown has one table row a finding; compact has one line a finding', () => {
    const tap = lint('tap').trimEnd().split('\n');
    expect(tap[0]).toBe('TAP version 13');
    expect(tap[1]).toBe(`1..${tap.length - 2}`);
    expect(tap.slice(2).every((line, index) => new RegExp(`^(?:not )?ok ${index + 1} - `).test(line))).toBe(
      true,
    );
    const compact = lint('compact').trimEnd().split('\n');
    const rows = lint('markdown')
      .split('\n')
      .filter((line) => /^\| \d+:/.test(line));
    expect(rows).toHaveLength(compact.length);
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  });

  it('stylish points at the words, aligned by what the terminal shows', () => {
    const lines = lint('stylish').split('\n');
    const at = lines.findIndex((line) => line.includes('source-bare'));
    expect(lines[at + 1]).toContain('Sources say');
    expect(lines[at + 2]?.indexOf('^')).toBe(lines[at + 1]?.indexOf('Sources'));
    expect(lines.join('\n')).not.toContain('\u001b');
  });

  it('all go to a file when told to', () => {
    const { out } = run(['lint', '--format', 'json', '--output-file', 'x.json', 'clean.news'], {
      cwd: place.path,
    });
    expect(out).toBe('');
    expect(JSON.parse(readFileSync(`${place.path}/x.json`, 'utf8'))).toMatchObject({ schemaVersion: 1 });
  });
});
