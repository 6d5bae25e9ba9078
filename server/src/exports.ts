/** The engine's export formats for an open article; names the file. */
import type { Finding } from '../../engine/index.ts';
import type { ExportFormat, ExportResult } from '../../protocol/index.ts';
import type { Article } from './annotationCache.ts';
import { nameOf } from './fileAccess.ts';

export function exportFormats(): readonly ExportFormat[] {
  return [
    {
      id: 'json',
      label: 'Annotation (JSON)',
      mediaType: 'application/json',
      extension: '.json',
    },
  ];
}

export function exportArticle(
  article: Article,
  findings: readonly Finding[],
  format: string,
): ExportResult | null {
  const found = exportFormats().find(({ id }) => id === format);
  if (found === undefined) return null;
  return {
    format,
    mediaType: found.mediaType,
    fileName: `${nameOf(article.uri).replace(/\.[^.]+$/, '')}${found.extension}`,
    content: JSON.stringify({ ...article.analysis.annotation, findings }, null, 2),
  };
}
