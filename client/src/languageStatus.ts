/**
 * The language status item (the braces in the status bar): what was decided about this document, why, and the command
 * that changes it. It takes the place of a status bar item and of notifications.
 */
import * as vscode from 'vscode';
import type { Counts, StatusParams } from '../../protocol/index.ts';
import { mayBeArticle, type Session } from './session.ts';

interface Shown {
  readonly text: string;
  readonly detail?: string;
  readonly busy?: boolean;
  readonly warning?: boolean;
  readonly command?: vscode.Command;
}

function number(count: number, one: string, many: string): string {
  return vscode.l10n.t(count === 1 ? one : many, count);
}

/** “5 sources · 9 quotations · 2 without a source” */
export function countsText(counts: Counts): string {
  const parts = [
    number(counts.speakers, '{0} source', '{0} sources'),
    number(counts.quotes, '{0} quotation', '{0} quotations'),
  ];
  if (counts.unattributed > 0) parts.push(vscode.l10n.t('{0} without a source', counts.unattributed));
  if (counts.allegations > 0) parts.push(number(counts.allegations, '{0} allegation', '{0} allegations'));
  return parts.join(' · ');
}

const command = (id: string, title: string, ...args: readonly unknown[]): vscode.Command => ({
  command: id,
  title,
  arguments: [...args],
});

function describe(session: Session, status: StatusParams | undefined): Shown {
  const annotate = command('sourcelight.annotate', vscode.l10n.t('Annotate This Document'));
  const showLog = command('sourcelight.showLog', vscode.l10n.t('Show Log'));
  switch (session.running) {
    case 'failed':
      return { text: vscode.l10n.t('Sourcelight could not start'), warning: true, command: showLog };
    case 'paused':
      return {
        text: vscode.l10n.t('Annotations are paused'),
        command: command('sourcelight.toggleAnnotations', vscode.l10n.t('Resume')),
      };
    case 'starting':
      return { text: vscode.l10n.t('Sourcelight is starting'), busy: true };
    case 'running':
  }
  if (!status || status.state === 'busy') return { text: vscode.l10n.t('Reading…'), busy: true };
  const detail = status.message;
  switch (status.state) {
    case 'annotated':
      return {
        text: status.counts ? countsText(status.counts) : vscode.l10n.t('Annotated'),
        detail,
        command: command('sourcelight.showSources', vscode.l10n.t('Show Sources')),
      };
    case 'paused':
      return {
        text: vscode.l10n.t('Too long to annotate'),
        detail,
        warning: true,
        command: command(
          'workbench.action.openSettings',
          vscode.l10n.t('Change the Limit'),
          'sourcelight.maxCharacters',
        ),
      };
    case 'not-news':
      return { text: vscode.l10n.t('Not read as news'), detail, command: annotate };
    default:
      return { text: vscode.l10n.t('Not annotated'), detail, command: annotate };
  }
}

export function registerLanguageStatus(session: Session): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('sourcelight.status', [
    { language: 'news' },
    { language: 'plaintext' },
    { language: 'markdown' },
    { language: 'html' },
    { language: 'json', pattern: '**/*.ninjs.json' },
  ]);
  item.name = 'Sourcelight';
  const update = (): void => {
    const { document } = session;
    if (document && !mayBeArticle(document)) return;
    const shown = describe(session, document && session.statuses.of(document.uri));
    item.text = shown.text;
    item.detail = shown.detail ?? '';
    item.busy = shown.busy ?? false;
    item.severity = shown.warning
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
    item.command = shown.command;
    item.accessibilityInformation = { label: `Sourcelight: ${shown.text}. ${shown.detail ?? ''}` };
  };
  update();
  return vscode.Disposable.from(
    item,
    session.onDidChangeDocument(update),
    session.onDidChangeRunning(update),
    session.statuses.onDidChange(update),
  );
}
