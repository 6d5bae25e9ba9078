// A small page object over the VS Code web workbench (checked with VS Code 1.139.1).
import { join } from 'node:path';

export class Workbench {
  constructor(page, shots) {
    this.page = page;
    this.shots = shots;
  }

  async open(origin, folder) {
    await this.page.goto(`${origin}/?folder=${encodeURIComponent(folder)}`);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  /** A double click in the Explorer opens a pinned editor, not a preview. */
  async openFile(name) {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
  }

  /** F1, not Ctrl+Shift+P, which Chromium may keep for itself. */
  async command(title) {
    const input = this.page.locator('.quick-input-widget input.input');
    await this.page.keyboard.press('F1');
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().click();
  }

  /**
   * Centre of the n-th occurrence of `text` in the active editor. View lines use U+00A0 for spaces, and a word may
   * span several elements.
   */
  async textPoint(text, n = 0) {
    const handle = await this.page.waitForFunction(
      ([wanted, skip]) => {
        const lines = [...document.querySelectorAll('.editor-instance .monaco-editor .view-line')];
        for (const line of lines.sort((a, b) => a.offsetTop - b.offsetTop)) {
          const nodes = [];
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          let content = '';
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            nodes.push([node, content.length]);
            content += node.data.replaceAll('\u00a0', ' ');
          }
          for (let i = content.indexOf(wanted); i >= 0; i = content.indexOf(wanted, i + 1)) {
            if (skip > 0) {
              skip -= 1;
              continue;
            }
            const at = (offset) => {
              const [node, base] = nodes.findLast(([, begin]) => begin <= offset);
              return [node, offset - base];
            };
            const range = document.createRange();
            range.setStart(...at(i));
            const [node, offset] = at(i + wanted.length - 1);
            range.setEnd(node, offset + 1);
            const box = range.getClientRects()[0];
            return box?.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
          }
        }
        return null;
      },
      [text, n],
    );
    return await handle.jsonValue();
  }

  async hover(text, expected) {
    const { x, y } = await this.textPoint(text);
    await this.page.mouse.move(x - 3, y);
    await this.page.mouse.move(x, y, { steps: 3 });
    const card = this.page
      .locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: expected })
      .first();
    await card.waitFor();
    return (await card.innerText()).trim();
  }

  /** The look of each word-run in the line that contains `text`: colour, weight, style, underline. */
  async looks(text) {
    return await this.page
      .locator('.editor-instance .view-line', { hasText: text.replaceAll(' ', '\u00a0') })
      .first()
      .evaluate((line) =>
        [...line.querySelectorAll('span > span')].map((span) => {
          const style = getComputedStyle(span);
          return {
            text: span.textContent.replaceAll('\u00a0', ' '),
            color: style.color,
            bold: Number(style.fontWeight) >= 600,
            italic: style.fontStyle === 'italic',
            underline: style.textDecorationLine.includes('underline'),
          };
        }),
      );
  }

  /** Squiggles are "hidden" for playwright: wait for `attached`. */
  async squiggle() {
    await this.page
      .locator('.editor-instance [class*="squiggly-"]')
      .first()
      .waitFor({ state: 'attached', timeout: 40_000 });
  }

  async problems() {
    await this.page.keyboard.press('Control+Shift+M');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s*\n\s*/g, ' | '));
  }

  /** The document inside the active webview: VS Code nests two frames. */
  async webview() {
    const outer = this.page.frameLocator('iframe.webview.ready').last();
    const inner = outer.frameLocator('iframe#active-frame');
    await inner.locator('#page > *').first().waitFor({ timeout: 30_000 });
    return inner;
  }

  async shot(name) {
    await this.page.screenshot({ path: join(this.shots, `${name}.png`), animations: 'disabled' });
  }
}
