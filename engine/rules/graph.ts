/**
 * Questions about the attribution graph that several rules ask: where an attribution stands, who speaks in a stretch
 * of the story, which words name a speaker. Reads the annotation only.
 */
import type { Attribution, Speaker } from '../annotation.ts';
import { hull, type Span } from '../text/spans.ts';
import { blockOf, textOf, tokensIn, type Block, type Story } from './story.ts';

/** Where an attribution is made: its cue, or its source where a colon or nothing else is the cue. */
export function anchorOf(attribution: Attribution): number {
  return attribution.cue[0]?.start ?? attribution.source[0]?.start ?? attribution.content[0]?.start ?? 0;
}

export function speakerOf(story: Story, attribution: Attribution): Speaker | null {
  return attribution.speaker === null ? null : (story.speaker.get(attribution.speaker) ?? null);
}

/** Attributions whose cue stands in one of the blocks from `first` to `end`, in text order. */
export function attributionsIn(story: Story, first: number, end: number): readonly Attribution[] {
  const from = story.blocks[Math.max(0, first)]?.start ?? 0;
  const to = story.blocks[Math.min(story.blocks.length, end) - 1]?.end ?? 0;
  return story.annotation.attributions.filter((attribution) => {
    const at = anchorOf(attribution);
    return at >= from && at <= to;
  });
}

export function blockIndex(story: Story, block: Block): number {
  return story.words.count > block.firstToken && block.endToken > block.firstToken
    ? (story.words.block[block.firstToken] ?? 0)
    : story.blocks.indexOf(block);
}

export function blockIndexAt(story: Story, offset: number): number {
  const block = blockOf(story, offset);
  return block === null ? -1 : blockIndex(story, block);
}

/** Source and cue as one range without the punctuation around it: "said Ito Sato, a farmer". */
export function attributionSpan(story: Story, attribution: Attribution): Span | null {
  const whole = hull([...attribution.source, ...attribution.cue]);
  return whole === null ? null : trimmed(story, whole);
}

/** A span without white space and commas at its ends. */
export function trimmed(story: Story, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s,;:]/.test(story.text.charAt(start))) start++;
  while (end > start && /[\s,;]/.test(story.text.charAt(end - 1))) end--;
  return { start, end };
}

/** The last word of a personal name that is no suffix: "Sam Osei Jr." → Osei. */
export function surname(name: string): string {
  const words = name.split(/\s+/).filter((word) => !/^(?:jr|sr|ii|iii|iv|phd|md|mp|kc|qc)\.?$/i.test(word));
  return words[words.length - 1] ?? name;
}

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it']);

/** The pronoun that is the whole source of an attribution, or null. */
export function pronounSource(story: Story, attribution: Attribution): Span | null {
  const [source, second] = attribution.source;
  if (source === undefined || second !== undefined) return null;
  const span = trimmed(story, source);
  return PRONOUNS.has(textOf(story, span).toLowerCase()) ? span : null;
}

/** True if the words of a span name the speaker: the full name or the surname stands among its tokens. */
export function names(story: Story, span: Span, speaker: Speaker): boolean {
  const last = surname(speaker.name).toLowerCase();
  const { first, end } = tokensIn(story.words, span);
  for (let i = first; i < end; i++) if (story.words.lower[i] === last) return true;
  return false;
}
