/**
 * A page beside the article (webview): one of each kind, which follows the article at hand, redraws when the article
 * changes, and jumps both ways. What is drawn is the page's own affair (client/webview).
 */
import * as vscode from 'vscode';
import { reveal, toRange } from '../place.ts';
import { saveText } from '../saveText.ts';
import type { Session } from '../session.ts';
import type { FromPage, Texts, ToPage } from './panelMessage.ts';

export interface PanelKind {
  readonly viewType: string;
  readonly title: (name: string) => string;
  /** Request that gives the data. */
  readonly method: string;
  /** Base name of script and style in dist/webview. */
  readonly page: string;
  readonly texts: () => Texts;
}

export interface Panel {
  show(session: Session, document: vscode.TextDocument): void;
}

function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Nothing is loaded but our own script and style; nothing may be sent anywhere. */
function html(webview: vscode.Webview, folder: vscode.Uri, page: string, title: string): string {
  const key = nonce();
  const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `img-src data: blob:`,
    `script-src 'nonce-${key}'`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const escaped = title.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file(`${page}.css`)}">
<title>${escaped}</title>
</head>
<body>
<main id="page"></main>
<script nonce="${key}" src="${file(`${page}.js`)}"></script>
</body>
</html>`;
}

const baseName = (document: vscode.TextDocument): string => document.uri.path.split('/').pop() ?? 'article';

export function createPanel(kind: PanelKind): Panel {
  let current:
    { readonly panel: vscode.WebviewPanel; follow(document: vscode.TextDocument): void } | undefined;

  const open = (session: Session, first: vscode.TextDocument): typeof current => {
    const folder = vscode.Uri.joinPath(session.context.extensionUri, 'dist', 'webview');
    let document = first;
    const panel = vscode.window.createWebviewPanel(
      kind.viewType,
      kind.title(baseName(document)),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
      {
        enableScripts: true,
        localResourceRoots: [folder],
        enableFindWidget: true,
        retainContextWhenHidden: false,
      },
    );
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(session.context.extensionUri, 'media', `news-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const post = (message: ToPage<unknown>): void => {
      void panel.webview.postMessage(message);
    };

    const send = async (): Promise<void> => {
      try {
        const data = await session.ask<unknown>(kind.method, {
          textDocument: { uri: document.uri.toString() },
        });
        const language = vscode.env.language;
        if (data !== null) post({ type: 'data', data, texts: kind.texts(), language });
        else if (session.statuses.of(document.uri)?.state !== 'busy') {
          post({ type: 'empty', message: vscode.l10n.t('This document is not annotated.'), language });
        }
      } catch (error) {
        session.log.error(error instanceof Error ? error : String(error));
      }
    };
    const sendCursor = (): void => {
      const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
      if (!editor) return;
      const { line, character } = editor.selection.active;
      post({ type: 'cursor', position: { line, character } });
    };
    const receive = async (message: FromPage): Promise<void> => {
      switch (message.type) {
        case 'ready':
          await send();
          sendCursor();
          return;
        case 'reveal':
          await reveal(document.uri, toRange(message.range), true);
          return;
        case 'save': {
          const name = `${baseName(document).replace(/\.[^.]*$/, '')}-${kind.page}.${message.extension}`;
          const content =
            message.extension === 'png'
              ? Uint8Array.from(atob(message.content.replace(/^data:image\/png;base64,/, '')), (c) =>
                  c.charCodeAt(0),
                )
              : message.content;
          await saveText(document, name, content, { [message.extension.toUpperCase()]: [message.extension] });
        }
      }
    };
    const follow = (next: vscode.TextDocument): void => {
      if (next === document) return;
      document = next;
      panel.title = kind.title(baseName(document));
      void send();
    };

    const disposables = [
      panel.webview.onDidReceiveMessage(receive),
      session.onDidChangeDocument((next) => {
        if (next && session.statuses.of(next.uri)?.state === 'annotated') follow(next);
      }),
      session.statuses.onDidChange((status) => {
        if (vscode.Uri.parse(status.uri).toString() === document.uri.toString()) void send();
      }),
      vscode.window.onDidChangeTextEditorSelection((event) => {
        if (event.textEditor.document === document) sendCursor();
      }),
    ];
    panel.onDidDispose(() => {
      current = undefined;
      for (const disposable of disposables) disposable.dispose();
    });
    panel.webview.html = html(panel.webview, folder, kind.page, panel.title);
    return { panel, follow };
  };

  return {
    show(session, document): void {
      if (current) {
        current.follow(document);
        current.panel.reveal();
      } else current = open(session, document);
    },
  };
}
