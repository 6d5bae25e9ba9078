/** One attribution a row: for spreadsheets, counts and other programs. */
import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { roleOf, statementsOf } from './statements.ts';

export const attributionsCsv: Exporter = {
  id: 'csv',
  label: 'Attributions (CSV)',
  mediaType: 'text/csv',
  extension: '.attributions.csv',
  write: ({ analysis }) =>
    csv(
      [
        'id',
        'paragraph',
        'start',
        'end',
        'speaker',
        'role',
        'type',
        'source',
        'cue',
        'content',
        'form',
        'class',
        'stance',
        'verification',
        'negated',
        'via',
        'confidence',
      ],
      statementsOf(analysis, true).map(
        ({ attribution, span, paragraph, speaker, source, cue, text, via }) => [
          attribution.id,
          paragraph,
          span.start,
          span.end,
          speaker?.name ?? '',
          roleOf(speaker),
          speaker?.type ?? '',
          source,
          cue,
          text,
          attribution.form,
          attribution.class,
          attribution.stance,
          attribution.verification,
          attribution.negated,
          via ?? '',
          Math.round(attribution.confidence * 1000) / 1000,
        ],
      ),
    ),
};
