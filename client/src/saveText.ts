/** Saves a text to a file that the user names, and offers to open it. */
import * as vscode from 'vscode';

/** A place beside the article, or in the first folder of the workspace when it is not saved yet. */
function beside(document: vscode.TextDocument | undefined, fileName: string): vscode.Uri | undefined {
  if (document && document.uri.scheme !== 'untitled')
    return vscode.Uri.joinPath(document.uri, '..', fileName);
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder ? vscode.Uri.joinPath(folder.uri, fileName) : undefined;
}

export async function saveText(
  document: vscode.TextDocument | undefined,
  fileName: string,
  content: string | Uint8Array,
  filters: Record<string, string[]>,
): Promise<void> {
  const defaultUri = beside(document, fileName);
  const target = await vscode.window.showSaveDialog({ ...(defaultUri ? { defaultUri } : {}), filters });
  if (!target) return;
  await vscode.workspace.fs.writeFile(
    target,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
  const open = vscode.l10n.t('Open');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Saved {0}', vscode.workspace.asRelativePath(target)),
    open,
  );
  if (choice === open) await vscode.commands.executeCommand('vscode.open', target);
}
