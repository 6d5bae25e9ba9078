/**
 * What both pages share: the line to the extension, and building elements without markup in strings, so that no text
 * of an article is ever read as markup.
 */
import type { Range } from '../../protocol/index.ts';
import type { FromPage, Texts, ToPage } from '../src/views/panelMessage.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const host = acquireVsCodeApi();

export const send = (message: FromPage): void => {
  host.postMessage(message);
};
export const reveal = (range: Range): void => {
  send({ type: 'reveal', range });
};

/** What the page remembers while it is hidden: switches and sizes, no text. */
export function remembered<State extends object>(initial: State): State {
  return { ...initial, ...(host.getState() as State | undefined) };
}
export const remember = (state: object): void => {
  host.setState(state);
};

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Child = Node | string | null;

function fill(node: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== null) node.append(child);
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  fill(node, attributes, children);
  return node;
}

export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  fill(node, attributes, children);
  return node;
}

/** Makes an element a button for mouse and keyboard. */
export function onPress(node: Element, action: () => void): void {
  node.setAttribute('tabindex', '0');
  node.setAttribute('role', 'button');
  node.addEventListener('click', action);
  node.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    if (key !== 'Enter' && key !== ' ') return;
    event.preventDefault();
    action();
  });
}

export function button(label: string, action: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const node = element('button', { type: 'button', ...attributes }, label);
  node.addEventListener('click', action);
  return node;
}

/** A text of the user's language, with `{name}` filled in. */
export function text(
  texts: Texts,
  id: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return (texts[id] ?? id).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Listens to the extension; `page` is the element everything is drawn into. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what the messages carry is known to the page alone
export function start<Data>(
  draw: (page: HTMLElement, data: Data, texts: Texts) => void,
  moved: (line: number, character: number) => void,
): void {
  const page = document.getElementById('page');
  if (!page) return;
  window.addEventListener('message', (event: MessageEvent<ToPage<Data>>) => {
    const message = event.data;
    switch (message.type) {
      case 'data': {
        const { scrollY } = window;
        const focused = document.activeElement?.getAttribute('data-key');
        page.replaceChildren();
        draw(page, message.data, message.texts);
        window.scrollTo(0, scrollY);
        if (focused) page.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
        return;
      }
      case 'empty':
        page.replaceChildren(element('p', { class: 'empty' }, message.message));
        return;
      case 'cursor':
        moved(message.position.line, message.position.character);
    }
  });
  send({ type: 'ready' });
}
