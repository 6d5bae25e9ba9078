/** One attribution a row: for spreadsheets, counts and other programs. */
import { csv } from './csv.ts';
import { placeOf, type Exporter } from './exporter.ts';
import { roleOf, statementsOf } from './statements.ts';

export const attributionsCsv: Exporter = {
  id: 'csv',
  label: 'Attributions (CSV)',
  mediaType: 'text/csv',
  extension: '.attributions.csv',
  write: (input) =>
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
      statementsOf(input.analysis, true).map(
        ({ attribution, span, paragraph, speaker, source, cue, text, via }) => [
          attribution.id,
          paragraph,
          placeOf(input, span).start,
          placeOf(input, span).end,
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
