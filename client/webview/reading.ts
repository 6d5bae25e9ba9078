/**
 * The Reading view: the article as a page, with a note in the margin for everybody who speaks. Classroom mode hides
 * the speakers and asks who they are.
 */
import './reading.css';
import type { ReadingNote, ReadingParagraph, ReadingResult, ReadingRun } from '../../protocol/index.ts';
import type { Texts } from '../src/views/panelMessage.ts';
import { button, element, remember, remembered, reveal, send, start, text } from './page.ts';
import { printable } from './printable.ts';

interface State {
  readonly classroom: boolean;
  readonly size: number;
}

let state = remembered<State>({ classroom: false, size: 17 });
let paragraphs: readonly { readonly paragraph: ReadingParagraph; readonly row: HTMLElement }[] = [];
let redraw: () => void = () => undefined;

/** Answers given in classroom mode, by note; they last as long as the page shows this article. */
const answers = new Map<string, string>();

function change(next: Partial<State>): void {
  state = { ...state, ...next };
  remember(state);
  redraw();
}

function runElement(run: ReadingRun): HTMLElement | string {
  if (run.type === null) return run.text;
  // In class the words that give a speaker away become a gap of their length.
  if (state.classroom && (run.type === 'source' || run.type === 'agency')) {
    return element('span', { class: 'gap' }, '_'.repeat(Math.max(3, Math.min(12, run.text.length))));
  }
  const tag = run.type === 'source' ? 'strong' : run.type === 'cue' ? 'em' : 'span';
  return element(
    tag,
    { class: [run.type, ...run.modifiers].join(' '), 'data-speaker': run.speaker },
    run.text,
  );
}

const keyOf = (note: ReadingNote): string =>
  [note.range.start.line, note.range.start.character, note.range.end.character].join(':');

const detailOf = (note: ReadingNote, texts: Texts): string =>
  [
    note.detail ?? '',
    note.stance === 'neutral' || note.stance === 'other' ? '' : text(texts, `stance.${note.stance}`),
    note.verification === 'other' ? '' : text(texts, `verification.${note.verification}`),
  ]
    .filter((part) => part !== '')
    .join(' · ');

function highlight(speaker: string | null, on: boolean): void {
  if (speaker === null) return;
  for (const node of document.querySelectorAll(`[data-speaker="${CSS.escape(speaker)}"]`))
    node.classList.toggle('same', on);
}

/** `before`: the note above it; who speaks again is not introduced again. */
function noteElement(note: ReadingNote, before: ReadingNote | undefined, texts: Texts): HTMLElement | null {
  const name = note.name === '' ? text(texts, 'unknown') : note.name;
  const again = before?.speaker === note.speaker && before.name === note.name;
  const detail = detailOf(again ? { ...note, detail: null } : note, texts);
  if (again && detail === '') return null;
  const node = button(
    '',
    () => {
      reveal(note.range);
    },
    {
      class: 'note',
      title: text(texts, 'goTo'),
      'data-key': keyOf(note),
      ...(again ? { 'aria-label': `${name}, ${detail}` } : {}),
    },
  );
  node.append(
    again ? '' : element('span', { class: 'name' }, name),
    detail === '' ? '' : element('span', { class: 'detail' }, detail),
  );
  for (const event of ['mouseenter', 'focus'])
    node.addEventListener(event, () => {
      highlight(note.speaker, true);
    });
  for (const event of ['mouseleave', 'blur'])
    node.addEventListener(event, () => {
      highlight(note.speaker, false);
    });
  return element('li', {}, node);
}

function questionElement(note: ReadingNote, names: readonly string[], texts: Texts): HTMLElement {
  const key = keyOf(note);
  const answer = answers.get(key);
  const select = element('select', { 'aria-label': text(texts, 'question'), 'data-key': key });
  select.append(
    element('option', { value: '' }, text(texts, 'question')),
    ...names.map((name) => element('option', { value: name, selected: name === answer }, name)),
  );
  select.disabled = answer !== undefined;
  select.addEventListener('change', () => {
    if (select.value === '') return;
    answers.set(key, select.value);
    redraw();
  });
  const verdict =
    answer === undefined
      ? ''
      : answer === note.name
        ? `✓ ${text(texts, 'right')}`
        : `✗ ${text(texts, 'wrong', { name: note.name })}`;
  return element('li', {}, select, verdict === '' ? null : element('span', { class: 'verdict' }, verdict));
}

function draw(page: HTMLElement, data: ReadingResult, texts: Texts): void {
  redraw = () => {
    const { scrollY } = window;
    const focused = document.activeElement?.getAttribute('data-key');
    page.replaceChildren();
    draw(page, data, texts);
    window.scrollTo(0, scrollY);
    if (focused) page.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  };
  const notes = data.paragraphs
    .flatMap((paragraph) => paragraph.notes)
    .filter(({ speaker }) => speaker !== null);
  const names = [...new Set(notes.map(({ name }) => name))].sort((a, b) => a.localeCompare(b));
  const given = notes.filter((note) => answers.has(keyOf(note)));
  const right = given.filter((note) => answers.get(keyOf(note)) === note.name).length;

  page.append(
    element(
      'div',
      { class: 'bar', role: 'toolbar', 'aria-label': data.title },
      button(
        text(texts, 'classroom'),
        () => {
          answers.clear();
          change({ classroom: !state.classroom });
        },
        {
          'aria-pressed': String(state.classroom),
          title: text(texts, 'classroomHint'),
          'data-key': 'classroom',
        },
      ),
      button(
        'A−',
        () => {
          change({ size: Math.max(12, state.size - 2) });
        },
        {
          'aria-label': `A− ${text(texts, 'smaller')}`,
          title: text(texts, 'smaller'),
          'data-key': 'smaller',
        },
      ),
      button(
        'A+',
        () => {
          change({ size: Math.min(35, state.size + 2) });
        },
        { 'aria-label': `A+ ${text(texts, 'larger')}`, title: text(texts, 'larger'), 'data-key': 'larger' },
      ),
      button(text(texts, 'print'), () => {
        send({ type: 'save', extension: 'html', content: printable(data, page) });
      }),
      state.classroom
        ? element(
            'span',
            { class: 'score', role: 'status' },
            text(texts, 'score', { right, answered: given.length, open: notes.length - given.length }),
          )
        : null,
    ),
  );

  const article = element('article', { class: 'page' });
  article.style.setProperty('--size', `${String(state.size)}px`);
  paragraphs = data.paragraphs.map((paragraph) => {
    const heading = paragraph.zone === 'headline';
    const list = element('ul', { class: 'notes', 'aria-label': text(texts, 'notes') });
    for (const [index, note] of paragraph.notes.entries()) {
      const before = paragraph.notes[index - 1];
      const item =
        state.classroom && note.speaker !== null
          ? questionElement(note, names, texts)
          : noteElement(note, before, texts);
      if (item !== null) list.append(item);
    }
    const row = element(
      'section',
      { class: `row ${paragraph.zone}` },
      element(heading ? 'h1' : 'p', { class: 'text' }, ...paragraph.runs.map(runElement)),
      paragraph.notes.length > 0 ? list : null,
    );
    return { paragraph, row };
  });
  article.append(...paragraphs.map(({ row }) => row));
  page.append(
    article,
    element(
      'p',
      { class: 'legend' },
      ...(['quote', 'source', 'cue', 'allegation', 'agency'] as const).map((type) =>
        element('span', {}, element('span', { class: type }, text(texts, `type.${type}`))),
      ),
    ),
  );
}

/** Marks the paragraph in which the cursor of the editor stands. */
function moved(line: number): void {
  for (const { paragraph, row } of paragraphs) {
    const { start: first, end: last } = paragraph.range;
    const here = first.line <= line && last.line >= line;
    row.classList.toggle('current', here);
    if (here) row.scrollIntoView({ block: 'nearest' });
  }
}

start<ReadingResult>(draw, moved);
