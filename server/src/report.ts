/** The report on an article as Markdown: the figures, the speakers, the allegations with their replies, the findings. */
import { replyLedger } from '../../engine/export/ledger.ts';
import type { Finding } from '../../engine/index.ts';
import type { Article } from './annotationCache.ts';
import { escapeMarkdown } from './links.ts';
import { sourcesOf } from './summary.ts';

function cell(text: string): string {
  return escapeMarkdown(text).replace(/\s+/g, ' ');
}

export function reportOf(article: Article, findings: readonly Finding[]): string {
  const sources = sourcesOf(article, findings.length);
  const { counts } = sources;
  const parts = [
    `# ${cell(sources.title)}`,
    `${counts.words} words · ${counts.speakers} sources · ${counts.quotes} quotations · ` +
      `${counts.allegations} allegations · ${counts.unattributed} quotations without a source`,
  ];
  if (sources.speakers.length > 0) {
    parts.push(
      '## Sources',
      [
        '| Source | Role | Statements | Words | Share |',
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
    const reply = { answered: 'answered', asked: 'asked, no answer', none: 'no reply in this article' };
    parts.push(
      '## Allegations',
      [
        '| Allegation | Accuser | Accused | Reply |',
        '| --- | --- | --- | --- |',
        ...sources.allegations.map(
          (allegation) =>
            `| ${cell(allegation.text)} (paragraph ${allegation.paragraph}) | ${cell(allegation.accuser?.name ?? 'not named')} | ` +
            `${cell(allegation.accused?.name ?? 'not named')} | ${reply[allegation.reply]} |`,
        ),
      ].join('\n'),
    );
  }
  const ledger = replyLedger(article.analysis).filter(({ named }) => named);
  if (ledger.length > 0) {
    parts.push(
      '## Who is accused, and the reply',
      [
        '| Accused | Accusations | Replies |',
        '| --- | --- | --- |',
        ...ledger.map(({ name, accusations, replies }) => {
          const said = accusations.map(({ text, paragraph }) => `${cell(text)} (paragraph ${paragraph})`);
          const answers = replies.map(
            ({ kind, paragraph }) => `${kind.replace('-', ' ')} (paragraph ${paragraph})`,
          );
          return `| ${cell(name)} | ${said.join('; ')} | ${answers.join('; ') || 'none in this article'} |`;
        }),
      ].join('\n'),
    );
  }
  if (sources.agencies.length > 0) {
    parts.push('## Agencies', sources.agencies.map(({ name }) => `- ${cell(name)}`).join('\n'));
  }
  if (findings.length > 0) {
    parts.push(
      '## Findings',
      findings
        .map((finding) => {
          const { line } = article.document.positionAt(finding.start);
          return `- line ${line + 1}: ${cell(finding.message)} (${finding.rule}, ${finding.severity})`;
        })
        .join('\n'),
    );
  }
  return `${parts.join('\n\n')}\n`;
}
