/**
 * The Sources view: who speaks in the article and how much, agencies, allegations and their replies, anonymous sources.
 * It follows the cursor, and the cursor follows it.
 */
import * as vscode from 'vscode';
import { METHODS, SETTINGS_SECTION, type SourcesResult } from '../../../protocol/index.ts';
import { reveal, toRange } from '../place.ts';
import type { Session } from '../session.ts';
import { nodeAt, sourcesTree, type SortBy, type TreeNode } from './sourcesTree.ts';
import { words } from './words.ts';

const VIEW = 'sourcelight.sources';

function treeItem(node: TreeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.None);
  if (node.children.length > 0) {
    item.collapsibleState = node.expanded
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed;
  }
  item.id = node.id;
  item.description = node.description;
  item.iconPath = new vscode.ThemeIcon(node.icon);
  item.contextValue = node.kind;
  item.accessibilityInformation = { label: node.spoken };
  if (node.range)
    item.command = { command: `${VIEW}.open`, title: vscode.l10n.t('Go to Text'), arguments: [node] };
  return item;
}

export function registerSourcesView(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let result: SourcesResult | null = null;
  let tree: readonly TreeNode[] = [];
  let filter = '';
  let parents = new Map<TreeNode, TreeNode>();
  let asking: vscode.CancellationTokenSource | undefined;

  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration(SETTINGS_SECTION);

  const provider: vscode.TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    resolveTreeItem(item, node) {
      // Plain text in a Markdown tooltip: an article may contain any character.
      const tooltip = new vscode.MarkdownString();
      node.tooltip.forEach((line, index) => {
        if (index > 0) tooltip.appendMarkdown('\n\n');
        tooltip.appendText(line);
      });
      item.tooltip = tooltip;
      return item;
    },
    getChildren: (node) => [...(node ? node.children : tree)],
    getParent: (node) => parents.get(node),
  };
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });

  const build = (): void => {
    tree = result
      ? sourcesTree(result, words(), settings().get<SortBy>('sources.sortBy') ?? 'voice', filter)
      : [];
    parents = new Map();
    const link = (parent: TreeNode): void => {
      for (const child of parent.children) {
        parents.set(child, parent);
        link(child);
      }
    };
    tree.forEach(link);
    view.description = result ? result.title : '';
    view.message = filter === '' || tree.length === 0 ? '' : vscode.l10n.t('Filter: {0}', filter);
    changed.fire(undefined);
  };

  const load = async (): Promise<void> => {
    asking?.cancel();
    const { document } = session;
    const state = document && session.statuses.of(document.uri)?.state;
    if (!view.visible) return;
    if (!document || state !== 'annotated' || session.running !== 'running') {
      result = null;
      build();
      return;
    }
    const source = new vscode.CancellationTokenSource();
    asking = source;
    try {
      const answer = await session.ask<SourcesResult>(
        METHODS.sources,
        { textDocument: { uri: document.uri.toString() } },
        source.token,
      );
      if (source.token.isCancellationRequested || answer === null) return;
      result = answer;
      build();
      followCursor();
    } catch (error) {
      session.log.error(error instanceof Error ? error : String(error));
    } finally {
      source.dispose();
      if (asking === source) asking = undefined;
    }
  };

  const followCursor = (): void => {
    const editor = vscode.window.activeTextEditor;
    if (!result || !editor || !view.visible || editor.document !== session.document) return;
    if (settings().get<boolean>('sources.followCursor') !== true) return;
    const { line, character } = editor.selection.active;
    const node = nodeAt(tree, result, line, character);
    if (!node || view.selection[0]?.id === node.id) return;
    // The tree may have been replaced meanwhile; then the next event reveals.
    void Promise.resolve(view.reveal(node, { select: true, focus: false, expand: false })).catch(
      () => undefined,
    );
  };

  const setFilter = async (value: string): Promise<void> => {
    filter = value;
    await vscode.commands.executeCommand('setContext', `${VIEW}.filtered`, value !== '');
    build();
  };
  const sortBy = (value: SortBy) => () =>
    settings().update('sources.sortBy', value, vscode.ConfigurationTarget.Global);
  const follow = (value: boolean) => () =>
    settings().update('sources.followCursor', value, vscode.ConfigurationTarget.Global);

  const handlers: Readonly<Record<string, (node?: TreeNode) => unknown>> = {
    open: async (node) => {
      if (node?.range && result) await reveal(vscode.Uri.parse(result.uri), toRange(node.range), true);
    },
    copy: async (node) => {
      const chosen = node ?? view.selection[0];
      if (chosen) await vscode.env.clipboard.writeText(chosen.copy);
    },
    filter: async () => {
      const value = await vscode.window.showInputBox({
        prompt: vscode.l10n.t('Show only sources, statements and agencies that contain these words'),
        value: filter,
      });
      if (value !== undefined) await setFilter(value);
    },
    clearFilter: () => setFilter(''),
    refresh: load,
    sortByVoice: sortBy('voice'),
    sortByAppearance: sortBy('appearance'),
    sortByName: sortBy('name'),
    follow: follow(true),
    unfollow: follow(false),
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void load(), 150);
  };

  void load();
  return vscode.Disposable.from(
    view,
    changed,
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
    view.onDidChangeVisibility(soon),
    session.onDidChangeDocument(soon),
    session.onDidChangeRunning(soon),
    session.statuses.onDidChange((status) => {
      if (session.document?.uri.toString() === vscode.Uri.parse(status.uri).toString()) soon();
    }),
    vscode.window.onDidChangeTextEditorSelection((event) => {
      if (event.textEditor.document === session.document) followCursor();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SETTINGS_SECTION}.sources`)) build();
    }),
    ...Object.entries(handlers).map(([name, run]) => vscode.commands.registerCommand(`${VIEW}.${name}`, run)),
  );
}
