/**
 * *Check This Quote Against Notes*: where the words under the cursor stand in transcripts and notes. The files are
 * those of the setting, or the one that the user picks when it names none.
 */
import * as vscode from 'vscode';
import {
  CLIENT_COMMANDS,
  METHODS,
  VIRTUAL_SCHEME,
  type CheckQuoteParams,
  type CheckQuoteResult,
  type Position,
} from '../../../protocol/index.ts';
import { reveal, toRange } from '../place.ts';
import { showMarkdown } from '../views/markdown.ts';
import { article, editorOf, identifier, type Command } from './command.ts';

const NOTES = '**/*.{txt,md,vtt,srt}';

async function pickNotes(document: vscode.TextDocument): Promise<vscode.Uri | null> {
  const files = (await vscode.workspace.findFiles(NOTES, undefined, 2000)).filter(
    (uri) => uri.toString() !== document.uri.toString(),
  );
  const browse: vscode.QuickPickItem = { label: vscode.l10n.t('Another File…'), alwaysShow: true };
  const choice = await vscode.window.showQuickPick(
    [browse, ...files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))],
    { placeHolder: vscode.l10n.t('Transcript or notes of the interview') },
  );
  if (choice && 'uri' in choice) return choice.uri;
  if (choice !== browse) return null;
  const [picked] =
    (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Transcript or notes of the interview') })) ??
    [];
  return picked ?? null;
}

async function showReport(
  document: vscode.TextDocument,
  position: Position,
  notes: readonly string[],
): Promise<void> {
  const name = (document.uri.path.split('/').pop() ?? 'article').replace(/\.[^.]*$/, '');
  const place = `${String(position.line)}:${String(position.character)}`;
  await showMarkdown(
    vscode.Uri.from({
      scheme: VIRTUAL_SCHEME,
      path: `/check/${name}.md`,
      query: [document.uri.toString(), place, ...notes].join(' '),
    }),
  );
}

export const checkQuote: Command = {
  id: CLIENT_COMMANDS.checkQuote,
  async run(session, [, given, notes]): Promise<CheckQuoteResult | null> {
    const document = article(session);
    const position = (given as Position | undefined) ?? (document && editorOf(document)?.selection.active);
    if (!document || !position) return null;
    const { line, character } = position;
    const ask = (chosen?: readonly string[]): Promise<CheckQuoteResult | null> =>
      session.ask<CheckQuoteResult>(METHODS.checkQuote, {
        ...identifier(document),
        position: { line, character },
        ...(chosen ? { notes: chosen } : {}),
      } satisfies CheckQuoteParams);
    let chosen = Array.isArray(notes) ? notes.map(String) : undefined;
    let result = await ask(chosen);
    if (!result) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor on a quotation first.'));
      return null;
    }
    if (result.searched.length === 0) {
      const picked = await pickNotes(document);
      if (!picked) return null;
      chosen = [picked.toString()];
      result = await ask(chosen);
    }
    if (!result) return null;
    const [best] = result.matches;
    if (best?.verdict === 'exact') {
      const open = vscode.l10n.t('Show in the Notes');
      const where = vscode.workspace.asRelativePath(vscode.Uri.parse(best.uri));
      // Not awaited: the command is done, the message may stay.
      void vscode.window
        .showInformationMessage(
          vscode.l10n.t('Word for word in {0}, line {1}.', where, best.range.start.line + 1),
          open,
        )
        .then((choice) =>
          choice === open ? reveal(vscode.Uri.parse(best.uri), toRange(best.range)) : undefined,
        );
    } else await showReport(document, { line, character }, chosen ?? []);
    return result;
  },
};
