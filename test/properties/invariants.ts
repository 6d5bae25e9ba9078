/** What holds of every annotation, whatever the text. Throws with a message if it does not. */
import type { Annotation, Span } from '../../engine/index.ts';

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

export function spansOf(annotation: Annotation): Span[] {
  const { quotes, attributions, speakers, agencies, allegations } = annotation;
  return [
    ...quotes,
    ...attributions.flatMap((a) => [...a.source, ...a.cue, ...a.content]),
    ...speakers.flatMap((s) => [...s.mentions, ...(s.introduction ? [s.introduction] : [])]),
    ...agencies.flatMap((a) => a.mentions),
    ...allegations.flatMap((a) => [a, ...a.cue, ...a.responses]),
  ];
}

/** Spans lie in the text and are not empty; ids that are used exist; confidences are probabilities. */
export function checkAnnotation(text: string, annotation: Annotation): void {
  for (const { start, end } of spansOf(annotation))
    check(start >= 0 && end > start && end <= text.length, `span ${start}–${end} of ${text.length}`);
  const speakers = new Set(annotation.speakers.map(({ id }) => id));
  for (const { id, speaker, confidence } of annotation.attributions) {
    check(speaker === null || speakers.has(speaker), `${id} names speaker ${String(speaker)}`);
    check(confidence >= 0 && confidence <= 1, `${id} has confidence ${confidence}`);
  }
}
