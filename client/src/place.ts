/** Places of the protocol as places of VS Code, and back. */
import * as vscode from 'vscode';
import type * as protocol from '../../protocol/index.ts';

export function toPosition(position: protocol.Position): vscode.Position {
  return new vscode.Position(position.line, position.character);
}

export function toRange(range: protocol.Range): vscode.Range {
  return new vscode.Range(toPosition(range.start), toPosition(range.end));
}

export function toLocation(location: protocol.Location): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(location.uri), toRange(location.range));
}

/** Selects a range in an editor and brings it to the middle of the screen. */
export function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows a document, in the column where it is open already, and selects a range in it. */
export async function reveal(uri: vscode.Uri, range: vscode.Range, preserveFocus = false): Promise<void> {
  const open = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === uri.toString(),
  );
  const tab = vscode.window.tabGroups.all.find((group) =>
    group.tabs.some(
      (tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri.toString(),
    ),
  );
  const column = open?.viewColumn ?? tab?.viewColumn;
  const editor = await vscode.window.showTextDocument(uri, {
    preserveFocus,
    preview: false,
    ...(column === undefined ? {} : { viewColumn: column }),
  });
  select(editor, range);
}
