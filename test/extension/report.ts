/** Runs mocha and writes what came out into the workspace, where the script that started the host reads it. */
import * as vscode from 'vscode';

export async function runAndReport(mocha: Mocha | BrowserMocha): Promise<void> {
  const lines: string[] = [];
  const failures: { readonly title: string; readonly message: string }[] = [];
  let passed = 0;
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => {
      resolve();
    });
    runner.on('pass', (test) => {
      passed += 1;
      lines.push(`  ✓ ${test.fullTitle()} (${String(test.duration ?? 0)} ms)`);
    });
    runner.on('fail', (test, error: unknown) => {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      failures.push({ title: test.fullTitle(), message: fault });
    });
  });
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the tests need an open folder');
  const text = JSON.stringify({ passed, failed: failures.length, failures, lines });
  const bytes = new TextEncoder().encode(text);
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, '.results.json'), bytes);
  if (failures.length > 0) throw new Error(`${String(failures.length)} tests failed`);
}
