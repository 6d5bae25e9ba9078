/** The list of export formats. A new one is one file and one line here. */
import { annotatedHtml } from './annotatedHtml.ts';
import { attributionsCsv } from './attributionsCsv.ts';
import type { Exporter } from './exporter.ts';
import { ninjs } from './ninjs.ts';
import { claimReview, schemaOrg } from './schemaOrg.ts';
import { sheetCsv, sheetHtml, sheetMarkdown } from './sheet.ts';
import { sourcesCsv } from './sourcesCsv.ts';
import { webAnnotation } from './webAnnotation.ts';

export type { Exporter, ExportInput } from './exporter.ts';

export const EXPORTERS: readonly Exporter[] = [
  annotatedHtml,
  sheetMarkdown,
  sheetCsv,
  sheetHtml,
  sourcesCsv,
  attributionsCsv,
  schemaOrg,
  claimReview,
  webAnnotation,
  ninjs,
];
