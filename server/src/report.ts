/** The report on an article as Markdown: the figures, the speakers, the allegations with their replies, the findings. */
import { RESPONSE_WORDS } from '../../engine/cards/wording.ts';
import { replyLedger } from '../../engine/export/ledger.ts';
import type { Finding } from '../../engine/index.ts';
import type { Say } from '../../engine/say.ts';
import type { Article } from './annotationCache.ts';
import { toPosition } from './convert.ts';
import { shownSeverity } from './convert.ts';
import { escapeMarkdown } from './links.ts';
import { sourcesOf } from './summary.ts';

function cell(text: string): string {
  return escapeMarkdown(text).replace(/\s+/g, ' ');
}

export function reportOf(article: Article, findings: readonly Finding[], say: Say): string {
  const row = (...cells: readonly string[]): string =>
    `| ${cells.map((text) => cell(say(text))).join(' | ')} |`;
  const inParagraph = (text: string, paragraph: number): string =>
    `${cell(text)} (${cell(say('paragraph {0}', [paragraph]))})`;
  const sources = sourcesOf(article, findings.length);
  const { counts } = sources;
  const parts = [
    `# ${cell(sources.title)}`,
    say('{0} words · {1} sources · {2} quotations · {3} allegations · {4} quotations without a source', [
      counts.words,
      counts.speakers,
      counts.quotes,
      counts.allegations,
      counts.unattributed,
    ]),
  ];
  if (sources.speakers.length > 0) {
    parts.push(
      `## ${say('Sources')}`,
      [
        row('Source', 'Role', 'Statements', 'Words', 'Share'),
        '| --- | --- | ---: | ---: | ---: |',
        ...sources.speakers.map(
          (speaker) =>
            `| ${cell(speaker.name)} | ${cell([speaker.role, speaker.affiliation].filter(Boolean).join(', '))} | ` +
            `${speaker.statements.length} | ${speaker.words} | ${Math.round(100 * speaker.share)} % |`,
        ),
      ].join('\n'),
    );
  }
  if (sources.allegations.length > 0) {
    const reply = {
      answered: say('answered'),
      asked: say('asked, no answer'),
      none: say('no reply in this article'),
    };
    const notNamed = say('not named');
    parts.push(
      `## ${say('Allegations')}`,
      [
        row('Allegation', 'Accuser', 'Accused', 'Reply'),
        '| --- | --- | --- | --- |',
        ...sources.allegations.map(
          (allegation) =>
            `| ${inParagraph(allegation.text, allegation.paragraph)} | ${cell(allegation.accuser?.name ?? notNamed)} | ` +
            `${cell(allegation.accused?.name ?? notNamed)} | ${cell(reply[allegation.reply])} |`,
        ),
      ].join('\n'),
    );
  }
  const ledger = replyLedger(article.analysis).filter(({ named }) => named);
  if (ledger.length > 0) {
    parts.push(
      `## ${say('Who is accused, and the reply')}`,
      [
        row('Accused', 'Accusations', 'Replies'),
        '| --- | --- | --- |',
        ...ledger.map(({ name, accusations, replies }) => {
          const said = accusations.map(({ text, paragraph }) => inParagraph(text, paragraph));
          const answers = replies.map(({ kind, paragraph }) =>
            inParagraph(kind === 'possible' ? say('perhaps a reply') : say(RESPONSE_WORDS[kind]), paragraph),
          );
          return `| ${cell(name)} | ${said.join('; ')} | ${answers.join('; ') || cell(say('none in this article'))} |`;
        }),
      ].join('\n'),
    );
  }
  if (sources.agencies.length > 0) {
    parts.push(`## ${say('Agencies')}`, sources.agencies.map(({ name }) => `- ${cell(name)}`).join('\n'));
  }
  if (findings.length > 0) {
    parts.push(
      `## ${say('Findings')}`,
      findings
        .map((finding) => {
          const { line } = toPosition(article.document, finding.start);
          return `- ${cell(say('line {0}', [line + 1]))}: ${cell(finding.message)} (${finding.rule}, ${cell(say(shownSeverity(finding.severity, article.settings.lint.editorSeverity)))})`;
        })
        .join('\n'),
    );
  }
  return `${parts.join('\n\n')}\n`;
}
