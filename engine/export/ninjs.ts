/**
 * IPTC ninjs 3.1: the article with its people, organisations and information sources; statements as associated
 * objects; findings and open replies as a private note to the desk.
 */
import { countWords } from '../query.ts';
import { uriOf, wellFormed, type Exporter, type ExportInput } from './exporter.ts';
import { headlineOf, roleOf, statementsOf } from './statements.ts';

const SCHEMA = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#';

function noteOf({ analysis, findings }: ExportInput): string {
  const { annotation, text } = analysis;
  const open = annotation.allegations.filter(
    (allegation) => allegation.responses.length === 0 && allegation.legalStatus !== 'convicted',
  );
  return [
    ...open.map(
      (allegation) =>
        `No reply in the text to: ${text.slice(allegation.start, allegation.end).replace(/\s+/g, ' ')}`,
    ),
    ...(findings ?? []).map((finding) => `${finding.severity}: ${finding.message} (${finding.rule})`),
  ].join('\n');
}

function bylineOf({ analysis }: ExportInput): string | null {
  const byline = analysis.paragraphs.find(({ paragraph }) => paragraph.zone === 'byline');
  return byline === undefined ? null : byline.paragraph.text.trim();
}

function datelineOf({ analysis }: ExportInput): string | null {
  for (const { paragraph } of analysis.paragraphs) {
    if (paragraph.dateline === null) continue;
    const text = paragraph.text.slice(paragraph.dateline.start, paragraph.dateline.end);
    // "PORT ANSEL, Ostmark (Reuters) –": the place without agency and dash.
    const place = text
      .replace(/\([^)]*\)/g, '')
      .replace(/[\s–—:-]+$/, '')
      .trim();
    return place === '' ? null : place;
  }
  return null;
}

export const ninjs: Exporter = {
  id: 'ninjs',
  label: 'IPTC ninjs 3.1',
  mediaType: 'application/json',
  extension: '.ninjs.json',
  write: (input) => {
    const { analysis } = input;
    const { annotation, text } = analysis;
    const uri = uriOf(input);
    const optional = (key: string, value: string | null): object =>
      value === null || value === '' ? {} : { [key]: wellFormed(value) };
    const relation = (id: string): string =>
      annotation.attributions.some((attribution) => attribution.speaker === id)
        ? 'quoted'
        : annotation.allegations.some((allegation) => allegation.accused === id)
          ? 'accused'
          : 'mentioned';
    const people = annotation.speakers.filter((speaker) => speaker.type === 'person');
    const organisations = annotation.speakers.filter((speaker) => speaker.type === 'organization');
    const item = {
      uri,
      standard: { name: 'ninjs', version: '3.1', schema: SCHEMA },
      type: 'text',
      representationType: 'full',
      language: 'en',
      title: wellFormed(input.name),
      ...optional('by', bylineOf(input)),
      ...optional('located', datelineOf(input)),
      ...optional('edNote', noteOf(input)),
      headlines: [
        { role: 'main', contentType: 'text/plain', value: wellFormed(headlineOf(analysis) ?? input.name) },
      ],
      bodies: [
        {
          role: 'main',
          contentType: 'text/plain',
          charCount: text.length,
          wordCount: countWords(text),
          value: wellFormed(text),
        },
      ],
      people: people.map((speaker) => ({
        name: wellFormed(speaker.name),
        rel: relation(speaker.id),
        literal: speaker.id,
      })),
      organisations: organisations.map((speaker) => ({
        name: wellFormed(speaker.name),
        rel: relation(speaker.id),
        literal: speaker.id,
      })),
      infoSources: [
        ...annotation.agencies.map((agency) => ({
          name: wellFormed(agency.name),
          role: agency.mentions[0]?.function ?? 'mention',
          literal: agency.key ?? agency.id,
        })),
        ...annotation.speakers
          .filter((speaker) => relation(speaker.id) === 'quoted')
          .map((speaker) => ({
            name: wellFormed(speaker.name),
            role: wellFormed(roleOf(speaker) === '' ? speaker.type : roleOf(speaker)),
            literal: speaker.id,
          })),
      ],
      associations: statementsOf(analysis).map((statement) => ({
        name: statement.attribution.id,
        rel: 'statement',
        uri: `${uri}#${statement.attribution.id}`,
        type: 'component',
        bodies: [{ role: 'statement', contentType: 'text/plain', value: wellFormed(statement.text) }],
        descriptions: [
          { role: 'cue', value: wellFormed(statement.cue) },
          { role: 'how-known', value: statement.howKnown },
          { role: 'span', value: `${statement.span.start}-${statement.span.end}` },
        ],
        ...(statement.speaker === null
          ? {}
          : {
              infoSources: [
                { name: wellFormed(statement.speaker.name), role: 'speaker', literal: statement.speaker.id },
              ],
            }),
      })),
    };
    return `${JSON.stringify(item, null, 2)}\n`;
  },
};
