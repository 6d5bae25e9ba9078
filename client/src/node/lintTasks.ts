/**
 * The task *sourcelight: lint*: the command line over the workspace, with its findings in Problems by the matcher
 * `$sourcelight`. On the desktop only, since it starts a process.
 */
import process from 'node:process';
import * as vscode from 'vscode';

interface LintTask extends vscode.TaskDefinition {
  readonly task: 'lint';
  readonly files?: readonly string[];
}

function lintTask(extension: vscode.Uri, definition: LintTask, scope: vscode.WorkspaceFolder): vscode.Task {
  const cli = vscode.Uri.joinPath(extension, 'dist', 'cli.js').fsPath;
  const files = definition.files && definition.files.length > 0 ? definition.files : ['.'];
  return new vscode.Task(
    definition,
    scope,
    vscode.l10n.t('lint all drafts'),
    'sourcelight',
    // VS Code's own executable serves as Node.
    new vscode.ProcessExecution(process.execPath, [cli, 'lint', '--format', 'compact', ...files], {
      cwd: scope.uri.fsPath,
      env: { ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1' },
    }),
    ['$sourcelight'],
  );
}

export function registerLintTasks(extension: vscode.Uri): vscode.Disposable {
  return vscode.tasks.registerTaskProvider('sourcelight', {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => lintTask(extension, { type: 'sourcelight', task: 'lint' }, folder)),
    resolveTask(task) {
      const { scope } = task;
      if (typeof scope !== 'object') return undefined;
      return lintTask(extension, task.definition as LintTask, scope);
    },
  });
}
