/**
 * The extension as a user meets it, in a real VS Code: the same tests in the Node host, in the web worker host and on
 * the desktop. They wait for events and never sleep.
 */
import * as vscode from 'vscode';
import {
  TOKEN_TYPES,
  type CheckQuoteResult,
  type LintSummary,
  type StatusParams,
} from '../../protocol/index.ts';
import type { Api } from '../../client/src/extension.ts';

type Host = 'node' | 'web';

function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

function equal(actual: unknown, expected: unknown, message = ''): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${message}\nexpected ${right}\n but got ${left}`);
}

const folder = (): vscode.Uri => {
  const first = vscode.workspace.workspaceFolders?.[0];
  ok(first, 'a folder is open');
  return first.uri;
};
const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);

async function open(name: string): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(file(name), { preview: false });
}

/** Position of the n-th occurrence of `text`, `offset` characters into it. */
function place(document: vscode.TextDocument, text: string, offset = 1): vscode.Position {
  const index = document.getText().indexOf(text);
  ok(index >= 0, `the document contains ${text}`);
  return document.positionAt(index + offset);
}

export function suite(host: Host): void {
  describe(`Sourcelight in the ${host} host`, () => {
    let api: Api;

    /** Waits until the server has said something about a document that fulfils a condition. */
    function status(uri: vscode.Uri, holds: (status: StatusParams) => boolean): Promise<StatusParams> {
      const { statuses } = api.session;
      const now = statuses.of(uri);
      if (now && holds(now)) return Promise.resolve(now);
      return new Promise((resolve) => {
        const listening = statuses.onDidChange(() => {
          const next = statuses.of(uri);
          if (!next || !holds(next)) return;
          listening.dispose();
          resolve(next);
        });
      });
    }
    const annotated = (uri: vscode.Uri): Promise<StatusParams> =>
      status(uri, ({ state }) => state === 'annotated');

    function diagnostics(
      uri: vscode.Uri,
      holds: (found: readonly vscode.Diagnostic[]) => boolean,
    ): Promise<readonly vscode.Diagnostic[]> {
      const now = vscode.languages.getDiagnostics(uri);
      if (holds(now)) return Promise.resolve(now);
      return new Promise((resolve) => {
        const listening = vscode.languages.onDidChangeDiagnostics(() => {
          const next = vscode.languages.getDiagnostics(uri);
          if (!holds(next)) return;
          listening.dispose();
          resolve(next);
        });
      });
    }

    const tokens = (uri: vscode.Uri): Thenable<vscode.SemanticTokens | undefined> =>
      vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', uri);

    async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        position,
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : (content as vscode.MarkdownString).value))
        .join('\n');
    }

    /** Waits for a tab of an editor. */
    function tab(holds: (tab: vscode.Tab) => boolean): Promise<void> {
      const open = (): boolean => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(holds));
      if (open()) return Promise.resolve();
      return new Promise((resolve) => {
        const listening = vscode.window.tabGroups.onDidChangeTabs(() => {
          if (!open()) return;
          listening.dispose();
          resolve();
        });
      });
    }

    before(async () => {
      await open('harbour-strike.news');
      const extension = vscode.extensions.getExtension<Api>('sourcelight.sourcelight');
      ok(extension, 'the extension is installed');
      api = await extension.activate();
      await api.ready;
    });

    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('gives .news files their own language', async () => {
      const { document } = await open('harbour-strike.news');
      equal(document.languageId, 'news');
    });

    it('counts sources, quotations and allegations of an article', async () => {
      const { document } = await open('harbour-strike.news');
      const { counts } = await annotated(document.uri);
      ok(counts, 'there are counts');
      ok(counts.quotes >= 9, `${String(counts.quotes)} quotations`);
      ok(counts.speakers >= 6, `${String(counts.speakers)} speakers`);
      ok(counts.agencies >= 2, `${String(counts.agencies)} agencies`);
      ok(counts.allegations >= 1, `${String(counts.allegations)} allegations`);
    });

    it('colours quotations, sources and cues with the types the manifest contributes', async () => {
      const { document } = await open('harbour-strike.news');
      await annotated(document.uri);
      const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      );
      equal(legend.tokenTypes, TOKEN_TYPES);
      const found = await tokens(document.uri);
      ok(found, 'there are tokens');
      const types = new Set<string>();
      for (let i = 3; i < found.data.length; i += 5) types.add(legend.tokenTypes[found.data[i] ?? 0] ?? '');
      for (const type of ['quote', 'source', 'cue', 'agency'])
        ok(types.has(type), `there is a ${type} token`);
    });

    it('says in a hover who speaks', async () => {
      const { document } = await open('harbour-strike.news');
      await annotated(document.uri);
      const text = await hoverText(document.uri, place(document, 'They hit the one place'));
      ok(text.includes('Lene Marrak'), text);
    });

    it('says in a hover what an agency is', async () => {
      const { document } = await open('harbour-strike.news');
      await annotated(document.uri);
      const text = await hoverText(document.uri, place(document, 'AFP news agency'));
      ok(/Agence France-Presse|AFP/.test(text) && /France|Paris/.test(text), text);
    });

    it('annotates plain text that reads as news, and leaves other plain text alone', async () => {
      const article = await open('tide-gate.txt');
      equal(article.document.languageId, 'plaintext');
      await annotated(article.document.uri);
      ok((await tokens(article.document.uri))?.data.length, 'the article has tokens');
      for (const name of ['requirements.txt', 'notes.md']) {
        const { document } = await open(name);
        await status(document.uri, ({ state }) => state === 'not-news');
        equal((await tokens(document.uri))?.data.length ?? 0, 0, `${name} has no tokens`);
        const ours = vscode.languages
          .getDiagnostics(document.uri)
          .filter(({ source }) => source === 'sourcelight');
        equal(ours.length, 0, `${name} has no findings`);
      }
    });

    it('annotates any document on command, and stops on command', async () => {
      const { document } = await open('requirements.txt');
      await status(document.uri, ({ state }) => state === 'not-news');
      await vscode.commands.executeCommand('sourcelight.annotate');
      await annotated(document.uri);
      await vscode.commands.executeCommand('sourcelight.stopAnnotating');
      const { state } = await status(document.uri, (next) => next.state !== 'annotated');
      equal(state, 'stopped');
    });

    it('annotates an untitled article and follows its edits', async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'news', content: '' });
      await vscode.window.showTextDocument(document);
      await status(document.uri, ({ state }) => state === 'annotated');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(
        document.uri,
        new vscode.Position(0, 0),
        '“The bridge is safe,” said Anna Brandt, the mayor of Tarn.\n',
      );
      await vscode.workspace.applyEdit(edit);
      const { counts } = await status(document.uri, (next) => next.counts?.quotes === 1);
      equal(counts?.speakers, 1);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('finds faults in a draft and offers a fix', async () => {
      const { document } = await open('draft-with-faults.news');
      await annotated(document.uri);
      const found = await diagnostics(document.uri, (all) =>
        all.some(({ source }) => source === 'sourcelight'),
      );
      const rules = found.map(({ code }) => String(typeof code === 'object' ? code.value : code));
      ok(rules.includes('quote-unbalanced'), rules.join(' '));
      let fixes = 0;
      for (const { range } of found) {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          range,
        );
        fixes += actions.filter(({ kind }) => kind?.contains(vscode.CodeActionKind.QuickFix)).length;
      }
      ok(fixes > 0, 'there is a quick fix');
    });

    if (host === 'node') {
      it('lints the folder by its task, and the matcher puts the findings into Problems', async () => {
        const draft = file('draft-with-faults.news');
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        const [task] = await vscode.tasks.fetchTasks({ type: 'sourcelight' });
        ok(task, 'there is a task');
        equal(task.definition['task'], 'lint');
        // Nothing is open, so whatever is told of the draft comes from the task.
        const found = diagnostics(draft, (all) => all.length > 0);
        const ended = new Promise<number | undefined>((resolve) => {
          const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
            if (execution.task.name !== task.name) return;
            listening.dispose();
            resolve(exitCode);
          });
        });
        await vscode.tasks.executeTask(task);
        equal(await ended, 1, 'the command line says that there are findings');
        const codes = (await found).map(({ code }) => String(typeof code === 'object' ? code.value : code));
        ok(codes.includes('quote-unbalanced'), codes.join(' '));
      });
    }

    it('lints a draft and the whole workspace on command', async () => {
      await open('draft-with-faults.news');
      const draft = await vscode.commands.executeCommand<LintSummary | null>('sourcelight.lintDraft');
      ok(draft, 'there is a summary of the draft');
      equal(draft.files, 1);
      const all = await vscode.commands.executeCommand<LintSummary | null>('sourcelight.lintWorkspace');
      ok(all, 'there is a summary of the workspace');
      ok(all.files >= 5, `${String(all.files)} drafts`);
      ok(
        all.byFile.some(({ uri }) => uri.endsWith('draft-with-faults.news')),
        'the faulty draft is among them',
      );
      ok(
        all.skipped.some(({ uri }) => uri.endsWith('requirements.txt')),
        'what is no article is passed over',
      );
      equal(all.cancelled, false);
    });

    it('lists speakers and their quotations in the outline', async () => {
      const { document } = await open('council-library.news');
      await annotated(document.uri);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      const all = (list: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] =>
        list.flatMap((symbol) => [symbol, ...all(symbol.children)]);
      ok(
        all(symbols).some(({ name }) => name.includes('Edda Rusk')),
        all(symbols)
          .map(({ name }) => name)
          .join(' | '),
      );
    });

    it('goes from a pronoun to the introduction of the speaker', async () => {
      const { document } = await open('council-library.news');
      await annotated(document.uri);
      const position = place(document, '” she said. “Where am I', 2);
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        position,
      );
      const [first] = found;
      ok(first, 'there is a definition');
      const range = 'targetRange' in first ? (first.targetSelectionRange ?? first.targetRange) : first.range;
      ok(document.getText(range).includes('Gerda Halloway'), document.getText(range));
    });

    it('finds all mentions of a speaker, folds, and shows a summary above the headline', async () => {
      const { document } = await open('council-library.news');
      await annotated(document.uri);
      const references = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        place(document, 'Rusk said the council'),
      );
      ok(references.length >= 4, `${String(references.length)} references`);
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        50,
      );
      ok(
        lenses.some(({ command }) => (command?.title ?? '').includes('source')),
        lenses.map(({ command }) => command?.title).join(' | '),
      );
    });

    it('walks from quotation to quotation', async () => {
      const editor = await open('court-ferry.news');
      await annotated(editor.document.uri);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await vscode.commands.executeCommand('sourcelight.nextQuote');
      ok(
        editor.document.getText(editor.selection).startsWith('“This was not bad luck'),
        editor.document.getText(editor.selection),
      );
      await vscode.commands.executeCommand('sourcelight.nextQuote');
      const second = editor.selection.start.line;
      await vscode.commands.executeCommand('sourcelight.previousQuote');
      ok(editor.selection.start.line <= second, 'the way back leads up');
    });

    it('shows the sourcing report as a document', async () => {
      const { document } = await open('harbour-strike.news');
      await annotated(document.uri);
      const uri = vscode.Uri.from({
        scheme: 'sourcelight',
        path: '/report/harbour-strike.md',
        query: document.uri.toString(),
      });
      const report = await vscode.workspace.openTextDocument(uri);
      ok(report.getText().includes('Lene Marrak'), report.getText().slice(0, 400));
    });

    it('compares drafts by sourcing', async () => {
      const { document } = await open('council-library.news');
      await annotated(document.uri);
      const older = file('older-draft.news');
      const lost = document.getText().replace('Gerda Halloway, 78, said', 'A resident said');
      await vscode.workspace.fs.writeFile(older, new TextEncoder().encode(lost));
      const page = await vscode.workspace.openTextDocument(
        vscode.Uri.from({
          scheme: 'sourcelight',
          path: '/compare/council-library.md',
          query: `${document.uri.toString()} ${older.toString()}`,
        }),
      );
      ok(page.getText().includes('Gerda Halloway'), page.getText());
      ok(page.getText().includes('](/older-draft.news#L'), 'it links to the older draft');
      await vscode.commands.executeCommand('sourcelight.compareWithFile', older.toString());
      await tab(
        ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('markdown'),
      );
      await vscode.workspace.fs.delete(older);
    });

    if (host === 'node') {
      it('compares a draft with the last commit', async () => {
        const { document } = await open('council-library.news');
        await annotated(document.uri);
        const edit = new vscode.WorkspaceEdit();
        const start = place(document, 'Gerda Halloway, 78, said', 0);
        edit.replace(document.uri, new vscode.Range(start, start.translate(0, 18)), 'A resident');
        await vscode.workspace.applyEdit(edit);
        const git = vscode.extensions.getExtension<{
          getAPI(version: 1): { toGitUri(uri: vscode.Uri, ref: string): vscode.Uri };
        }>('vscode.git');
        ok(git, 'git is there');
        const api = (await git.activate()).getAPI(1);
        await vscode.commands.executeCommand('sourcelight.compareWithHead');
        const page = await vscode.workspace.openTextDocument(
          vscode.Uri.from({
            scheme: 'sourcelight',
            path: '/compare/council-library.md',
            query: `${document.uri.toString()} ${api.toGitUri(document.uri, 'HEAD').toString()}`,
          }),
        );
        ok(page.getText().includes('the last commit'), page.getText());
        ok(page.getText().includes('Gerda Halloway'), page.getText());
        await vscode.commands.executeCommand('workbench.action.files.revert');
      });
    }

    it('checks a quotation against notes', async () => {
      const { document } = await open('council-library.news');
      await annotated(document.uri);
      const check = (words: string): Thenable<CheckQuoteResult | null> =>
        vscode.commands.executeCommand(
          'sourcelight.checkQuote',
          document.uri.toString(),
          place(document, words),
        );
      const exact = await check('I learnt to read');
      equal(exact?.matches[0]?.verdict, 'exact');
      ok(
        exact?.searched.some((uri) => uri.endsWith('rusk-interview.txt')),
        'the notes were searched',
      );
      const changed = await check('Nobody decided anything');
      equal(changed?.matches[0]?.verdict, 'changed');
      await tab(
        ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('markdown'),
      );
    });

    it('reads a saved web page in place', async () => {
      const { document } = await open('quarry-page.html');
      await annotated(document.uri);
      ok((await tokens(document.uri))?.data.length, 'it is coloured');
    });

    it('shows speaker names in the text when asked to', async () => {
      const { document } = await open('council-library.news');
      await annotated(document.uri);
      const hints = (): Thenable<vscode.InlayHint[]> =>
        vscode.commands.executeCommand(
          'vscode.executeInlayHintProvider',
          document.uri,
          new vscode.Range(0, 0, document.lineCount, 0),
        );
      equal((await hints()).length, 0, 'no hints by default');
      const changed = new Promise<void>((resolve) => {
        let calls = 0;
        const listening = vscode.workspace.onDidChangeConfiguration((event) => {
          if (event.affectsConfiguration('sourcelight.inlayHints')) calls += 1;
          if (calls < 2) return;
          listening.dispose();
          resolve();
        });
      });
      await vscode.commands.executeCommand('sourcelight.toggleInlayHints');
      await changed;
      let shown = await hints();
      for (let tries = 0; shown.length === 0 && tries < 50; tries += 1) shown = await hints();
      ok(shown.length > 0, 'there are hints');
      await vscode.commands.executeCommand('sourcelight.toggleInlayHints');
    });

    it('pauses and resumes', async () => {
      const { document } = await open('harbour-strike.news');
      await annotated(document.uri);
      await vscode.commands.executeCommand('sourcelight.toggleAnnotations');
      equal(api.session.running, 'paused');
      equal((await tokens(document.uri))?.data.length ?? 0, 0, 'no tokens while paused');
      await vscode.commands.executeCommand('sourcelight.toggleAnnotations');
      await annotated(document.uri);
      ok((await tokens(document.uri))?.data.length, 'tokens after resuming');
    });

    it('restarts its server', async () => {
      const { document } = await open('harbour-strike.news');
      await annotated(document.uri);
      await vscode.commands.executeCommand('sourcelight.restartServer');
      await annotated(document.uri);
    });

    it('opens samples, the Sources view, the Source map and the Reading view', async () => {
      await vscode.commands.executeCommand('sourcelight.openSample', 'court-ferry.news');
      const document = vscode.window.activeTextEditor?.document;
      ok(document, 'a document is open');
      ok(document.uri.path.endsWith('samples/court-ferry.news'), 'it is the sample');
      await annotated(document.uri);
      await vscode.commands.executeCommand('sourcelight.showSources');
      for (const [command, viewType] of [
        ['sourcelight.openSourceMap', 'sourcelight.sourceMap'],
        ['sourcelight.openReadingView', 'sourcelight.reading'],
      ] as const) {
        await vscode.commands.executeCommand(command);
        await tab(
          ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType),
        );
      }
    });

    it('registers every command the manifest contributes', async () => {
      const manifest = api.session.context.extension.packageJSON as {
        contributes: { commands: { command: string }[] };
      };
      const registered = new Set(await vscode.commands.getCommands(true));
      const missing = manifest.contributes.commands
        .map(({ command }) => command)
        .filter((id) => !registered.has(id));
      equal(missing, []);
    });
  });
}
