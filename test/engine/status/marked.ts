/**
 * Short marked texts for the tests of evidence: `{s Ferrow} {c denied} {t taking cash}` gives the text without marks and
 * a linked document with exactly these attributions. A number after the letter joins pieces: `{t1 …} {s1 …} {c1 …}`.
 */
import type { Annotation } from '../../../engine/annotation.ts';
import { attribute } from '../../../engine/attribute/attribute.ts';
import { defaultModel } from '../../../engine/attribute/defaultModel.ts';
import type { LinkedAttribution, LinkedDocument } from '../../../engine/attribute/linked.ts';
import { resolve, type ResolveOptions } from '../../../engine/resolve/resolve.ts';
import type { Span } from '../../../engine/text/spans.ts';

interface Pieces {
  readonly source: Span[];
  readonly cue: Span[];
  readonly content: Span[];
}

/** The text and its document with the marked attributions in place of the model's. */
export function marked(source: string): LinkedDocument {
  let text = '';
  const open: { readonly key: string; readonly start: number }[] = [];
  const found = new Map<string, Pieces>();
  for (let i = 0; i < source.length; i++) {
    const mark = /^\{([sct]\d*) /.exec(source.slice(i, i + 5));
    if (mark?.[1] !== undefined) {
      open.push({ key: mark[1], start: text.length });
      i += mark[0].length - 1;
    } else if (source[i] === '}') {
      const last = open.pop();
      if (!last) throw new Error('a mark closes that was not opened');
      const number = last.key.slice(1);
      const pieces = found.get(number) ?? { source: [], cue: [], content: [] };
      found.set(number, pieces);
      const span = { start: last.start, end: text.length };
      if (last.key.startsWith('s')) pieces.source.push(span);
      else if (last.key.startsWith('c')) pieces.cue.push(span);
      else pieces.content.push(span);
    } else text += source.charAt(i);
  }
  const linked = attribute(text, defaultModel());
  const attributions = [...found.values()].map((pieces): LinkedAttribution => {
    const at = pieces.cue[0]?.start ?? pieces.content[0]?.start ?? 0;
    const paragraph = linked.paragraphs.findLastIndex(({ offset }) => offset <= at);
    const quoted = pieces.content.map((span) =>
      /^["“‘'].*["”’',.]$/su.test(text.slice(span.start, span.end)),
    );
    return {
      paragraph,
      ...pieces,
      cueHead: -1,
      class: 'speech',
      form: quoted.every(Boolean) ? 'direct' : quoted.some(Boolean) ? 'mixed' : 'indirect',
      confidence: 1,
    };
  });
  attributions.sort((a, b) => (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0));
  return { ...linked, attributions };
}

export type Result = Pick<Annotation, 'attributions' | 'speakers' | 'agencies' | 'allegations'> & {
  readonly text: string;
  readonly nameOf: (id: string | null) => string | null;
};

/** What resolution and evidence make of a marked text. */
export function evidenceOf(source: string, options: ResolveOptions = {}): Result {
  const document = marked(source);
  const result = resolve(document, options);
  return {
    ...result,
    text: document.text,
    nameOf: (id) => result.speakers.find((speaker) => speaker.id === id)?.name ?? null,
  };
}
