/** Terminal styling and layout: SGR codes, display width, clipping. Knows nothing of annotations. */

export type Paint = (codes: string, text: string) => string;

/** Paints with SGR codes (`1;36`), or returns texts as they are when colours are off. */
export function painter(color: boolean): Paint {
  return (codes, text) => (color && codes !== '' && text !== '' ? `\u001b[${codes}m${text}\u001b[0m` : text);
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const ZERO = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** Columns that `text` takes in a terminal: combining marks none, East Asian and emoji characters two. */
export function displayWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

export function padEndTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** One line of at most `length` characters, cut at a word with an ellipsis. */
export function clip(text: string, length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * Control characters of the text made visible, so that a hostile file cannot move the cursor, recolour the screen
 * or set the window title.
 */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (character) =>
    character < ' ' ? String.fromCharCode(0x2400 + character.charCodeAt(0)) : '\ufffd',
  );
}

export interface Styled {
  readonly text: string;
  readonly codes: string;
}

/** Lays styled runs of one paragraph out in lines of at most `width` columns, broken between words. */
export function wrap(runs: readonly Styled[], width: number, paint: Paint): string {
  let out = '';
  let column = 0;
  let word: Styled[] = [];
  let wordWidth = 0;
  const flush = (): void => {
    if (column > 0 && column + wordWidth > width) {
      out = out.replace(/[ \t]+$/, '') + '\n';
      column = 0;
    }
    for (const piece of word) out += paint(piece.codes, piece.text);
    column += wordWidth;
    word = [];
    wordWidth = 0;
  };
  for (const run of runs) {
    for (const part of run.text.split(/([ \t]+)/)) {
      if (part === '') continue;
      if (/^[ \t]/.test(part)) {
        flush();
        // No style on the space itself unless it continues one, or underlining would stop between words.
        if (column > 0 || out === '') {
          out += paint(run.codes, part);
          column += part.length;
        }
      } else {
        word.push({ text: part, codes: run.codes });
        wordWidth += displayWidth(part);
      }
    }
  }
  flush();
  return out;
}
