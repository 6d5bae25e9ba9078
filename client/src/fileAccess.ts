/**
 * Reads files for the server, which has no file system of its own in the browser and in virtual folders. Only files
 * of the open workspace and files beside open documents are read.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { METHODS, type ListFilesParams } from '../../protocol/index.ts';

const LARGEST_FILE = 16 * 1024 * 1024;

function mayRead(uri: vscode.Uri): boolean {
  if (vscode.workspace.getWorkspaceFolder(uri)) return true;
  // An older draft from git; its address holds the path of the file.
  if (uri.scheme === 'git') return mayRead(uri.with({ scheme: 'file', query: '' }));
  return vscode.workspace.textDocuments.some(
    (document) =>
      document.uri.scheme === uri.scheme &&
      document.uri.authority === uri.authority &&
      uri.path.startsWith(document.uri.path.replace(/[^/]*$/, '')),
  );
}

async function read(params: { readonly uri: string }): Promise<string | null> {
  const uri = vscode.Uri.parse(params.uri);
  if (!mayRead(uri)) return null;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_FILE) return null;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // No such file, or one we may not read: for the server the same.
    return null;
  }
}

async function list(params: ListFilesParams): Promise<readonly string[]> {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(params.folder));
  if (!folder) return [];
  const found = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder, params.pattern),
    undefined,
    params.limit,
  );
  return found.map((uri) => uri.toString());
}

export function registerFileAccess(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(METHODS.readFile, read),
    client.onRequest(METHODS.listFiles, list),
  );
}
