/** The report on one article: voices, reply ledger, headline contract; for people or as JSON. */
import {
  headlineContract,
  replyLedger,
  type HeadlineClaim,
  type LedgerRow,
} from '../../engine/export/ledger.ts';
import { roleOf, statementsOf } from '../../engine/export/statements.ts';
import type { Analysis } from '../../engine/index.ts';
import { countWords } from '../../engine/query.ts';
import { clip, displayWidth, harmless, padEndTo, painter, type Paint } from './style.ts';

export interface ReportOptions {
  readonly json: boolean;
  readonly color: boolean;
  /** Which parts; null = all. */
  readonly parts: { readonly ledger: boolean; readonly headline: boolean } | null;
}

interface Voice {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly role: string;
  readonly statements: number;
  readonly quotedWords: number;
  /** Share of all words that speakers are given, 0 to 1. */
  readonly share: number;
}

interface Voices {
  readonly words: number;
  readonly quotes: number;
  readonly statements: number;
  readonly unattributedQuotes: number;
  /** Statements by named people and bodies, by described or grouped ones, by anonymous ones, by nobody. */
  readonly onRecord: number;
  readonly described: number;
  readonly anonymous: number;
  readonly unnamed: number;
  readonly voices: readonly Voice[];
}

function voicesOf(analysis: Analysis): Voices {
  const { annotation, text } = analysis;
  const statements = statementsOf(analysis);
  const contentWords = (index: number): number =>
    (statements[index]?.attribution.content ?? []).reduce((sum, span) => sum + countWords(text, span), 0);
  const total = statements.reduce((sum, _, index) => sum + contentWords(index), 0);
  const count = (types: readonly string[]): number =>
    statements.filter(({ speaker }) => speaker !== null && types.includes(speaker.type)).length;
  const voices = annotation.speakers
    .map((speaker): Voice => {
      const own = statements
        .map((_, index) => index)
        .filter((index) => statements[index]?.speaker?.id === speaker.id);
      const given = own.reduce((sum, index) => sum + contentWords(index), 0);
      return {
        id: speaker.id,
        name: speaker.name,
        type: speaker.type,
        role: roleOf(speaker),
        statements: own.length,
        quotedWords: annotation.quotes
          .filter((quote) => quote.speaker === speaker.id && quote.level === 1)
          .reduce((sum, quote) => sum + countWords(text, quote), 0),
        share: total === 0 ? 0 : given / total,
      };
    })
    .filter((voice) => voice.statements > 0)
    .sort((a, b) => b.share - a.share);
  return {
    words: countWords(text),
    quotes: annotation.quotes.length,
    statements: statements.length,
    unattributedQuotes: annotation.quotes.filter(
      (quote) =>
        quote.attribution === null &&
        quote.level === 1 &&
        (quote.kind === 'direct' || quote.kind === 'partial'),
    ).length,
    onRecord: count(['person', 'organization', 'country', 'agency', 'outlet', 'document']),
    described: count(['group']),
    anonymous: count(['anonymous']),
    unnamed: statements.filter(({ speaker }) => speaker === null).length,
    voices,
  };
}

export function renderReport(
  { name, analysis }: { readonly name: string; readonly analysis: Analysis },
  options: ReportOptions,
): string {
  const { parts } = options;
  const voices = parts === null ? voicesOf(analysis) : null;
  const ledger = parts === null || parts.ledger ? replyLedger(analysis) : null;
  const headline = parts === null || parts.headline ? headlineContract(analysis) : null;
  if (options.json) {
    return `${JSON.stringify(
      {
        schemaVersion: 1,
        id: name,
        ...(voices === null ? {} : { voices }),
        ...(ledger === null ? {} : { ledger }),
        ...(headline === null ? {} : { headline }),
      },
      null,
      2,
    )}\n`;
  }
  const paint = painter(options.color);
  const lines = [
    paint('1', harmless(name)),
    '',
    ...(voices === null ? [] : voiceLines(voices, paint)),
    ...(ledger === null ? [] : ledgerLines(ledger, paint)),
    ...(headline === null ? [] : headlineLines(headline, paint)),
  ];
  return `${lines.join('\n').replace(/\n+$/, '')}\n`;
}

function voiceLines(voices: Voices, paint: Paint): string[] {
  const percent = (share: number): string => `${Math.round(share * 100)} %`.padStart(5);
  const width = Math.min(
    32,
    Math.max(0, ...voices.voices.map((voice) => displayWidth(harmless(voice.name)))),
  );
  return [
    `${voices.words} words, ${voices.quotes} quotes, ${voices.statements} statements: ${voices.onRecord} on the record, ${voices.described} by groups, ${voices.anonymous} anonymous, ${voices.unnamed} by nobody named`,
    ...(voices.unattributedQuotes > 0 ? [`${voices.unattributedQuotes} quotes without a source`] : []),
    '',
    paint('1', 'Voices (share of reported words)'),
    ...(voices.voices.length === 0 ? ['  nobody speaks'] : []),
    ...voices.voices.map(
      (voice) =>
        `  ${percent(voice.share)} ${'█'.repeat(Math.round(voice.share * 20)).padEnd(20, '░')} ${paint('1;36', padEndTo(harmless(voice.name), width))}  ${[
          harmless(voice.role),
          `${voice.statements} statement${voice.statements === 1 ? '' : 's'}`,
          ...(voice.quotedWords > 0 ? [`${voice.quotedWords} words quoted`] : []),
        ]
          .filter((part) => part !== '')
          .join(' · ')}`,
    ),
    '',
  ];
}

function ledgerLines(rows: readonly LedgerRow[], paint: Paint): string[] {
  return [
    paint('1', 'Reply ledger'),
    ...(rows.length === 0 ? ['  nobody is accused of anything'] : []),
    ...rows.flatMap((row) => [
      `  ${paint('1;36', harmless(row.name))} · ${row.status}${row.named ? '' : ' · not named'}`,
      ...row.accusations.map(
        (accusation) =>
          `    ${paint('31', '⚑')} ${harmless(clip(accusation.text, 80))} (${harmless(accusation.accuserName ?? 'nobody named')}, paragraph ${accusation.paragraph})`,
      ),
      ...(row.replies.length === 0
        ? [`    ${paint('1;31', '✖ no reply in the text')}`]
        : row.replies.map(
            (reply) =>
              `    ${paint('32', reply.kind === 'possible' ? '?' : '✔')} ${reply.kind}: ${harmless(clip(reply.text, 80))} (paragraph ${reply.paragraph})`,
          )),
    ]),
    '',
  ];
}

const VERDICTS = {
  supported: '✔ supported',
  attributed: '✔ attributed',
  stronger: '✖ stronger than the text',
  unsupported: '✖ not in the text',
} as const;

function headlineLines(claims: readonly HeadlineClaim[], paint: Paint): string[] {
  return [
    paint('1', 'Headline contract'),
    ...(claims.length === 0 ? ['  no claim in headline or lede'] : []),
    ...claims.flatMap((claim) => [
      `  ${claim.scope}: ${harmless(clip(claim.text, 90))}`,
      `    ${paint(claim.verdict === 'supported' || claim.verdict === 'attributed' ? '32' : '1;31', VERDICTS[claim.verdict])}${claim.supportText === null ? '' : `: ${harmless(clip(claim.supportText, 90))}`}`,
    ]),
    '',
  ];
}
