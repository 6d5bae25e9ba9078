/** *Open a Sample Article*: short articles about invented people that ship with the extension. */
import * as vscode from 'vscode';
import type { Command } from './command.ts';

interface Sample extends vscode.QuickPickItem {
  readonly file: string;
}

function samples(): readonly Sample[] {
  return [
    {
      file: 'harbour-strike.news',
      label: vscode.l10n.t('A strike on a harbour'),
      description: vscode.l10n.t('accusations, denials and two agencies'),
    },
    {
      file: 'court-ferry.news',
      label: vscode.l10n.t('A ferry company on trial'),
      description: vscode.l10n.t('charges, pleas and a lawyer who speaks for somebody'),
    },
    {
      file: 'council-library.news',
      label: vscode.l10n.t('A library before the council'),
      description: vscode.l10n.t('pronouns and an official who is not named'),
    },
    {
      file: 'draft-with-faults.news',
      label: vscode.l10n.t('A draft full of faults'),
      description: vscode.l10n.t('something to lint'),
    },
  ];
}

export const openSample: Command = {
  id: 'sourcelight.openSample',
  async run(session, [given]) {
    const all = samples();
    const sample =
      all.find(({ file }) => file === given) ??
      (await vscode.window.showQuickPick(all, { placeHolder: vscode.l10n.t('Which article?') }));
    if (!sample) return;
    const uri = vscode.Uri.joinPath(session.context.extensionUri, 'samples', sample.file);
    await vscode.window.showTextDocument(uri, { preview: false });
  },
};
