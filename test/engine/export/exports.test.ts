/** Each export, opened by a reader of its format, over stories with everything and with nothing in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { parse as parseHtml, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { EXPORTERS } from '../../../engine/export/index.ts';
import { sheetRows } from '../../../engine/export/sheet.ts';
import { statementsOf } from '../../../engine/export/statements.ts';
import { annotate, type Analysis } from '../../../engine/index.ts';

const SAMPLES = join(import.meta.dirname, '../../../samples');
const samples = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.news'))
  .map(
    (name) => [name, annotate(readFileSync(join(SAMPLES, name), 'utf8'), { plainText: 'always' })] as const,
  );

/** Words that hurt in every format. */
const HOSTILE = annotate(
  `=SUM(A1) “hurts” & <b>more</b>\n\nDr “Bo” O'Neil-Łuk, the “chief, of” staff, said: “We | pay <script>alert(1)</script> & "win", 🚢 \ud83d she said.”\n\n-1+2 Sources accused Dan Moult of stealing, Ada Quill said.`,
  { plainText: 'always' },
);
const EMPTY = annotate('', { plainText: 'always' });
const OTHER = annotate('eggs\nbread\n');

const cases: readonly (readonly [string, Analysis])[] = [
  ...samples,
  ['hostile', HOSTILE],
  ['empty', EMPTY],
  ['not news', OTHER],
];

function write(id: string, analysis: Analysis, name = 'desk/a story.news'): string {
  const exporter = EXPORTERS.find((candidate) => candidate.id === id);
  if (!exporter) throw new Error(`no exporter ${id}`);
  return exporter.write({ analysis, name });
}

const rows = (text: string): Record<string, string>[] => parseCsv(text, { columns: true });

describe('every export', () => {
  it.each(EXPORTERS.map((exporter) => [exporter.id, exporter] as const))(
    '%s writes well-formed text for any story, the same each time',
    (_, exporter) => {
      for (const [name, analysis] of cases) {
        const text = exporter.write({ analysis, name });
        expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
        expect(text.endsWith('\n')).toBe(true);
        expect(exporter.write({ analysis, name })).toBe(text);
        expect(text).not.toContain('undefined');
        expect(text).not.toContain('[object');
      }
    },
  );

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '“',
            '”',
            'said',
            ' Ada Quill ',
            'accused Dan Moult of theft',
            '.',
            '\n\n',
            ',',
            '<b>',
            '\ud83d',
            '🚢',
          ),
          { maxLength: 40 },
        ),
        (pieces) => {
          const analysis = annotate(pieces.join(' '), { plainText: 'always' });
          for (const exporter of EXPORTERS) exporter.write({ analysis, name: 'x' });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('CSV', () => {
  it.each(cases)('has one statement, source or attribution a row (%s)', (_, analysis) => {
    expect(rows(write('csv', analysis))).toHaveLength(analysis.annotation.attributions.length);
    const sources = rows(write('sources', analysis));
    expect(sources.map((row) => row['name'])).toEqual(
      analysis.annotation.speakers.map((speaker) =>
        /^[=+\-@]/.test(speaker.name) ? `'${speaker.name}` : speaker.name,
      ),
    );
    expect(rows(write('sheet-csv', analysis))).toHaveLength(sheetRows(analysis).length);
  });

  it('gives offsets that fit the text, and no formula to a spreadsheet', () => {
    const [name, analysis] = samples[0] ?? ['', EMPTY];
    expect(name).not.toBe('');
    for (const row of rows(write('csv', analysis))) {
      const { start, end, source } = row;
      if (source !== undefined && source !== '' && !source.includes('…')) {
        expect(analysis.text.slice(Number(start), Number(end)).replace(/\s+/g, ' ')).toContain(source);
      }
    }
    for (const row of rows(write('csv', HOSTILE)))
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@]/);
  });
});

describe('the fact-check sheet', () => {
  it('has the same rows in Markdown, CSV and HTML', () => {
    for (const [, analysis] of cases) {
      const count = sheetRows(analysis).length;
      const markdown = write('sheet-md', analysis)
        .split('\n')
        .filter((line) => line.startsWith('| ☐'));
      expect(markdown).toHaveLength(count);
      for (const line of markdown) expect(line.match(/(?<!\\)\|/g)).toHaveLength(10);
      expect((write('sheet-html', analysis).match(/<input type="checkbox"/g) ?? []).length).toBe(count);
    }
  });

  it('leaves opinions out, marks allegations and says who answers', () => {
    const analysis = annotate(
      'Prosecutor Imre Vael accused Joan Ferrow of taking £40,000 from a dredging firm.\n\n“I never took a penny,” Ferrow told reporters on Monday.\n\nAda Quill, the mayor, said the bridge was shut on Friday.',
      { plainText: 'always' },
    );
    const accused = sheetRows(analysis).find((row) => row.statement.includes('dredging'));
    expect(accused).toMatchObject({ howKnown: 'unverified allegation', reply: 'denial', paragraph: 1 });
    for (const statement of statementsOf(analysis)) {
      if (statement.attribution.verification !== 'opinion') continue;
      expect(sheetRows(analysis).some((row) => row.id === statement.attribution.id)).toBe(false);
    }
  });
});

function elements(node: Tree.Node, out: Tree.Element[] = []): Tree.Element[] {
  if ('tagName' in node) out.push(node);
  if ('childNodes' in node) for (const child of node.childNodes) elements(child, out);
  return out;
}

function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

describe('HTML', () => {
  it.each(cases)('is a page without faults that loads and runs nothing (%s)', (_, analysis) => {
    for (const id of ['html', 'sheet-html']) {
      const errors: string[] = [];
      const document = parseHtml(write(id, analysis), {
        sourceCodeLocationInfo: true,
        onParseError: (error) => errors.push(error.code),
      });
      expect(errors).toEqual([]);
      const all = elements(document);
      expect(
        all.filter(({ tagName }) => ['script', 'link', 'img', 'iframe', 'object'].includes(tagName)),
      ).toEqual([]);
      expect(all.find(({ tagName }) => tagName === 'html')?.attrs).toContainEqual({
        name: 'lang',
        value: 'en',
      });
      // Ids are unique, and every link within the page finds its target.
      const ids = all.flatMap(({ attrs }) =>
        attrs.filter(({ name }) => name === 'id').map(({ value }) => value),
      );
      expect(new Set(ids).size).toBe(ids.length);
      for (const { tagName, attrs } of all) {
        const href = attrs.find(({ name }) => name === 'href')?.value;
        if (tagName === 'a') expect(ids).toContain(href?.slice(1));
        if (tagName === 'input') expect(attrs.some(({ name }) => name === 'aria-label')).toBe(true);
      }
      expect(all.filter(({ tagName }) => tagName === 'main')).toHaveLength(1);
    }
  });

  it('holds the whole article in order, with every mark around its words', () => {
    for (const [, analysis] of samples) {
      const all = elements(parseHtml(write('html', analysis)));
      const article = all.find(({ tagName }) => tagName === 'article');
      const paragraphs = elements(article ?? parseHtml('')).filter(({ tagName }) => tagName === 'p');
      const plain = paragraphs.map((paragraph) => textWithoutLabels(paragraph));
      expect(plain).toEqual(analysis.paragraphs.map(({ paragraph }) => paragraph.text));
      const cues = all
        .filter(({ attrs }) => attrs.some(({ name, value }) => name === 'class' && value === 'cue'))
        .map((mark) => textOf(mark));
      for (const attribution of analysis.annotation.attributions) {
        if (attribution.class === 'attitude') continue;
        for (const { start, end } of attribution.cue) expect(cues).toContain(analysis.text.slice(start, end));
      }
    }
  });
});

/** The text of a paragraph without the numbers of speakers. */
function textWithoutLabels(node: Tree.Node): string {
  if (node.nodeName === 'sup') return '';
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textWithoutLabels).join('') : '';
}

interface WebAnnotations {
  readonly '@context': string;
  readonly type: string;
  readonly total: number;
  readonly first?: {
    readonly items: readonly {
      readonly id: string;
      readonly type: string;
      readonly motivation: string;
      readonly target: {
        readonly source: string;
        readonly selector: readonly [
          { readonly type: string; readonly exact: string; readonly prefix: string; readonly suffix: string },
          { readonly type: string; readonly start: number; readonly end: number },
        ];
      };
    }[];
  };
}

/** The terms of http://www.w3.org/ns/anno.jsonld that we use, so that the test reads JSON-LD without a network. */
const ANNO = {
  '@vocab': 'http://www.w3.org/ns/oa#',
  id: '@id',
  type: '@type',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  items: { '@id': 'https://www.w3.org/ns/activitystreams#items', '@container': '@list' },
  source: { '@id': 'oa:hasSource', '@type': '@id' },
  oa: 'http://www.w3.org/ns/oa#',
};

describe('Web Annotation', () => {
  it.each(cases)('anchors every span by words and by place (%s)', (_, analysis) => {
    const collection = JSON.parse(write('web-annotation', analysis)) as WebAnnotations;
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
    });
    const items = collection.first?.items ?? [];
    expect(items).toHaveLength(collection.total);
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
    for (const item of items) {
      expect(item).toMatchObject({
        type: 'Annotation',
        target: { selector: [{ type: 'TextQuoteSelector' }, { type: 'TextPositionSelector' }] },
      });
      const [quote, position] = item.target.selector;
      const text = analysis.text.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd');
      expect(text.slice(position.start, position.end)).toBe(quote.exact);
      expect(text.slice(0, position.start).endsWith(quote.prefix)).toBe(true);
      expect(text.slice(position.end).startsWith(quote.suffix)).toBe(true);
    }
  });

  it('expands as JSON-LD', async () => {
    const [, analysis] = samples[0] ?? ['', EMPTY];
    const collection = { ...(JSON.parse(write('web-annotation', analysis)) as object), '@context': ANNO };
    const [expanded] = await jsonld.expand(collection);
    expect(expanded?.['@type']).toEqual(['http://www.w3.org/ns/oa#AnnotationCollection']);
    expect(JSON.stringify(expanded)).toContain('http://www.w3.org/ns/oa#hasSource');
  });
});

describe('schema.org', () => {
  it.each(cases)('expands as JSON-LD, every reference finding its node (%s)', async (_, analysis) => {
    for (const id of ['schema-org', 'claim-review']) {
      const expanded = await jsonld.expand(JSON.parse(write(id, analysis)));
      const nodes = JSON.stringify(expanded);
      if (id === 'schema-org' && analysis.annotation.quotes.some((quote) => quote.attribution !== null)) {
        expect(nodes).toContain('https://schema.org/Quotation');
      }
      expect(nodes.includes('https://schema.org/Claim"')).toBe(analysis.annotation.allegations.length > 0);
    }
    const { '@graph': graph } = JSON.parse(write('schema-org', analysis)) as {
      '@graph': Record<string, unknown>[];
    };
    const known = new Set<unknown>(graph.map((node) => node['@id']));
    const references: unknown[] = [];
    JSON.stringify(graph, (_key, value: unknown) => {
      if (typeof value === 'object' && value !== null && '@id' in value && Object.keys(value).length === 1)
        references.push(value['@id']);
      return value;
    });
    for (const reference of references) expect(known).toContain(reference);
  });

  it('passes no verdict of its own', () => {
    const analysis = annotate('Prosecutor Imre Vael accused Joan Ferrow of taking a bribe on Monday.', {
      plainText: 'always',
    });
    const { '@graph': reviews } = JSON.parse(write('claim-review', analysis)) as {
      '@graph': { reviewRating: object }[];
    };
    expect(reviews.map((review) => review.reviewRating)).toEqual([
      { '@type': 'Rating', alternateName: 'not yet checked' },
    ]);
  });
});

/**
 * What ninjs 3.1 demands of the parts we write: `uri` on every item, `value` on every text, no keys of our own.
 * The standard's own schema is published by the IPTC as http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json.
 */
const strings = (...names: string[]): Record<string, object> =>
  Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
const closed = (properties: Record<string, object>, ...required: string[]): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: object): object => ({ type: 'array', items });
const item = (extra: Record<string, object>, ...required: string[]): object =>
  closed(
    {
      uri: { type: 'string', format: 'uri' },
      standard: closed({ ...strings('name', 'version'), schema: { type: 'string', format: 'uri' } }),
      type: {
        enum: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'],
      },
      representationType: { enum: ['full', 'partial'] },
      ...strings('language', 'title', 'by', 'located', 'edNote'),
      headlines: list(closed(strings('role', 'contentType', 'value'), 'value')),
      bodies: list(
        closed(
          {
            ...strings('role', 'contentType', 'value'),
            charCount: { type: 'integer' },
            wordCount: { type: 'integer' },
          },
          'value',
        ),
      ),
      descriptions: list(closed(strings('role', 'contentType', 'value'), 'value')),
      people: list(closed(strings('name', 'rel', 'uri', 'literal'))),
      organisations: list(closed(strings('name', 'rel', 'uri', 'literal'))),
      infoSources: list(closed(strings('name', 'role', 'uri', 'literal'))),
      ...extra,
    },
    'uri',
    ...required,
  );
const NINJS = item({ associations: list(item(strings('name', 'rel'), 'name')) });

describe('ninjs', () => {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(NINJS);

  it.each(cases)('has what the standard demands and nothing else (%s)', (_, analysis) => {
    validate(JSON.parse(write('ninjs', analysis)));
    expect(validate.errors).toBeNull();
  });

  it('carries findings and missing replies as a note to the desk, and the place of the dateline', () => {
    const analysis = annotate(
      'Harbour chief charged\n\nBy Tessa Lindqvist\n\nPORT ANSEL (Reuters) – Prosecutor Imre Vael accused Joan Ferrow of taking a bribe on Monday.',
      { plainText: 'always' },
    );
    const exporter = EXPORTERS.find(({ id }) => id === 'ninjs');
    const written = JSON.parse(
      exporter?.write({
        analysis,
        name: 'x.news',
        findings: [
          {
            rule: 'source-bare',
            severity: 'warning',
            start: 0,
            end: 1,
            message: 'Who?',
            confidence: 1,
            docs: '',
            related: [],
            fixes: [],
          },
        ],
      }) ?? '{}',
    ) as { edNote: string; located: string; by: string; infoSources: { name: string; role: string }[] };
    expect(written.edNote).toContain('No reply in the text to: ');
    expect(written.edNote).toContain('warning: Who? (source-bare)');
    expect(written.located).toBe('PORT ANSEL');
    expect(written.by).toBe('By Tessa Lindqvist');
    expect(written.infoSources).toContainEqual(
      expect.objectContaining({ name: 'Reuters', role: 'dateline' }),
    );
  });
});
