/** The engine's export formats, and the annotation itself as JSON, for an open article; names the file. */
import type { Finding } from '../../engine/index.ts';
import { EXPORTERS, type Exporter } from '../../engine/export/index.ts';
import { findingInSource, placedInSource } from '../../engine/input/reading.ts';
import type { ExportFormat, ExportResult } from '../../protocol/index.ts';
import type { Article } from './annotationCache.ts';
import { nameOf } from './fileAccess.ts';

/** What `sourcelight annotate --format json` prints. */
const json: Exporter = {
  id: 'json',
  label: 'Annotation (JSON)',
  mediaType: 'application/json',
  extension: '.json',
  write: ({ analysis, name, findings = [], reading }) => {
    const annotation = reading ? placedInSource(reading, analysis.annotation) : analysis.annotation;
    const placed = reading ? findings.map((finding) => findingInSource(reading, finding)) : findings;
    return `${JSON.stringify({ id: name, ...annotation, findings: placed }, null, 2)}\n`;
  },
};

const ALL: readonly Exporter[] = [...EXPORTERS, json];

export function exportFormats(): readonly ExportFormat[] {
  return ALL.map(({ id, label, mediaType, extension }) => ({ id, label, mediaType, extension }));
}

export function exportArticle(
  article: Article,
  findings: readonly Finding[],
  format: string,
): ExportResult | null {
  const exporter = ALL.find(({ id }) => id === format);
  if (exporter === undefined) return null;
  const name = nameOf(article.uri);
  const { reading } = article.document;
  return {
    format,
    mediaType: exporter.mediaType,
    fileName: `${name.replace(/\.[^.]+$/, '')}${exporter.extension}`,
    content: exporter.write({
      analysis: article.analysis,
      name,
      uri: article.uri,
      findings,
      ...(reading === undefined ? {} : { reading }),
    }),
  };
}
