/** One source a row: who speaks in the article, as what, how often and with how many words. */
import { countWords } from '../query.ts';
import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { statementsOf } from './statements.ts';

export const sourcesCsv: Exporter = {
  id: 'sources',
  label: 'Sources (CSV)',
  mediaType: 'text/csv',
  extension: '.sources.csv',
  write: ({ analysis }) => {
    const { annotation, text } = analysis;
    const statements = statementsOf(analysis);
    const quotedWords = (id: string): number =>
      annotation.quotes
        .filter((quote) => quote.speaker === id && quote.level === 1)
        .reduce((sum, quote) => sum + countWords(text, quote), 0);
    return csv(
      [
        'id',
        'name',
        'type',
        'role',
        'affiliation',
        'statements',
        'quoted words',
        'mentions',
        'first paragraph',
        'accused',
        'note',
      ],
      annotation.speakers.map((speaker) => {
        const own = statements.filter((statement) => statement.speaker?.id === speaker.id);
        return [
          speaker.id,
          speaker.name,
          speaker.type,
          speaker.role ?? '',
          speaker.affiliation ?? '',
          own.length,
          quotedWords(speaker.id),
          speaker.mentions.length,
          own[0]?.paragraph ?? '',
          annotation.allegations.some((allegation) => allegation.accused === speaker.id) ? 'yes' : '',
          speaker.note ?? '',
        ];
      }),
    );
  },
};
