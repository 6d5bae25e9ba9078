/**
 * A text with its annotation for people in a terminal: the text itself with sources, cues, contents, allegations
 * and agencies marked, then who speaks, what is alleged and who is credited. Without colours the marks are
 * characters, so that nothing is said by colour alone.
 */
import type { Annotation, Attribution, Speaker } from '../../engine/annotation.ts';
import type { Span } from '../../engine/text/spans.ts';
import { clip, displayWidth, harmless, padEndTo, painter, wrap, type Paint, type Styled } from './style.ts';

export interface TextViewOptions {
  readonly color: boolean;
  /** Columns to wrap at, or 0 to keep the lines as they are. */
  readonly width: number;
  /** Also attributions of class `attitude` (wants, hopes, believes). */
  readonly attitudes: boolean;
}

type Layer = 'allegation' | 'agency' | 'source' | 'cue' | 'quote' | 'content';

/** In order of precedence: where layers overlap, the first decides the colour. */
const LAYERS: readonly {
  readonly layer: Layer;
  readonly codes: string;
  readonly open: string;
  readonly close: string;
  readonly label: string;
}[] = [
  { layer: 'agency', codes: '1;35', open: '{', close: '}', label: 'agency' },
  { layer: 'source', codes: '1;36', open: '[', close: ']', label: 'source, with the number of the speaker' },
  { layer: 'cue', codes: '3;33', open: '_', close: '_', label: 'cue' },
  { layer: 'allegation', codes: '4;31', open: '⚑(', close: ')', label: 'allegation' },
  { layer: 'quote', codes: '32', open: '', close: '', label: 'quote' },
  { layer: 'content', codes: '4', open: '‹', close: '›', label: 'reported words' },
];

interface Mark extends Span {
  readonly layer: Layer;
}

/** Attributions that people see by default: all but attitudes. */
export function visibleAttributions(annotation: Annotation, attitudes: boolean): readonly Attribution[] {
  return attitudes ? annotation.attributions : annotation.attributions.filter((a) => a.class !== 'attitude');
}

/** Number shown for a speaker: its place in the list, from 1; `?` when nobody is resolved. */
function speakerNumber(annotation: Annotation, id: string | null): string {
  const index = id === null ? -1 : annotation.speakers.findIndex((speaker) => speaker.id === id);
  return index < 0 ? '?' : String(index + 1);
}

export function renderAnnotatedText(
  name: string,
  text: string,
  annotation: Annotation,
  options: TextViewOptions,
): string {
  const paint = painter(options.color);
  const attributions = visibleAttributions(annotation, options.attitudes);
  const count = (n: number, noun: string, plural = `${noun}s`): string => `${n} ${n === 1 ? noun : plural}`;
  const lines = [
    `${paint('1', harmless(name))}  ${[
      count(annotation.quotes.length, 'quote'),
      count(attributions.length, 'attribution'),
      count(annotation.speakers.length, 'speaker'),
      count(annotation.agencies.length, 'agency', 'agencies'),
      count(annotation.allegations.length, 'allegation'),
    ].join(' · ')}`,
    legend(paint, options.color),
    '',
    markedText(text, annotation, attributions, options, paint).replace(/\n+$/, ''),
    '',
    ...speakerLines(text, annotation, attributions, paint),
    ...allegationLines(text, annotation, paint),
    ...agencyLines(annotation, paint),
  ];
  return `${lines.join('\n').replace(/\n+$/, '')}\n`;
}

function legend(paint: Paint, color: boolean): string {
  return LAYERS.map(({ layer, codes, open, close, label }) => {
    const flag = layer === 'allegation' && color ? '⚑' : '';
    return color ? `${flag}${paint(codes, label)}` : layer === 'quote' ? '' : `${open}${label}${close}`;
  })
    .filter((part) => part !== '')
    .join('  ');
}

function marksOf(annotation: Annotation, attributions: readonly Attribution[]): Mark[] {
  const marks: Mark[] = [];
  const seen = new Set<string>();
  const add = (layer: Layer, spans: readonly Span[]): void => {
    for (const { start, end } of spans) {
      // Two attributions may share a source ("Vael accused … and urged …"): it is marked once.
      const key = `${layer} ${start} ${end}`;
      if (end <= start || seen.has(key)) continue;
      seen.add(key);
      marks.push({ layer, start, end });
    }
  };
  for (const attribution of attributions) {
    add('source', attribution.source);
    add('cue', attribution.cue);
    // The marks of a quotation show its bounds already.
    if (attribution.form !== 'direct') add('content', attribution.content);
  }
  add(
    'quote',
    annotation.quotes.filter(
      (quote) => quote.kind === 'direct' || quote.kind === 'partial' || quote.attribution !== null,
    ),
  );
  add('allegation', annotation.allegations);
  for (const agency of annotation.agencies) add('agency', agency.mentions);
  return marks;
}

/** Where the number of the speaker stands: after each source, or after the content when no source is named. */
function labelsOf(annotation: Annotation, attributions: readonly Attribution[]): Map<number, string> {
  const labels = new Map<number, string>();
  for (const attribution of attributions) {
    const last = attribution.source.at(-1) ?? attribution.content.at(-1);
    if (!last) continue;
    const number = speakerNumber(annotation, attribution.speaker);
    const known = labels.get(last.end);
    labels.set(last.end, known === undefined || known === number ? number : `${known},${number}`);
  }
  return labels;
}

function markedText(
  text: string,
  annotation: Annotation,
  attributions: readonly Attribution[],
  options: TextViewOptions,
  paint: Paint,
): string {
  const marks = marksOf(annotation, attributions);
  const labels = labelsOf(annotation, attributions);
  const bounds = new Set<number>([0, text.length, ...labels.keys()]);
  const opens = new Map<number, Mark[]>();
  const closes = new Map<number, Mark[]>();
  for (const mark of marks) {
    bounds.add(mark.start).add(mark.end);
    opens.set(mark.start, [...(opens.get(mark.start) ?? []), mark]);
    closes.set(mark.end, [...(closes.get(mark.end) ?? []), mark]);
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) bounds.add(at).add(at + 1);
  const positions = [...bounds].sort((a, b) => a - b);
  const active = new Map<Layer, number>();
  const style = (layer: Layer): string => LAYERS.find((entry) => entry.layer === layer)?.codes ?? '';
  const lines: string[] = [];
  let runs: Styled[] = [];
  positions.forEach((position, index) => {
    for (const mark of (closes.get(position) ?? []).sort((a, b) => b.start - a.start)) {
      active.set(mark.layer, (active.get(mark.layer) ?? 1) - 1);
      if (!options.color)
        runs.push({ text: LAYERS.find((entry) => entry.layer === mark.layer)?.close ?? '', codes: '' });
    }
    const label = labels.get(position);
    if (label !== undefined) runs.push({ text: options.color ? `[${label}]` : `#${label}`, codes: '2' });
    for (const mark of (opens.get(position) ?? []).sort((a, b) => b.end - a.end)) {
      active.set(mark.layer, (active.get(mark.layer) ?? 0) + 1);
      if (!options.color)
        runs.push({ text: LAYERS.find((entry) => entry.layer === mark.layer)?.open ?? '', codes: '' });
      else if (mark.layer === 'allegation') runs.push({ text: '⚑', codes: '31' });
    }
    const next = positions[index + 1];
    const piece = text.slice(position, next ?? text.length);
    if (next === undefined) return;
    if (piece === '\n') {
      lines.push(options.width > 0 ? wrap(runs, options.width, paint) : flat(runs, paint));
      runs = [];
      return;
    }
    const layer = LAYERS.find((entry) => (active.get(entry.layer) ?? 0) > 0);
    const underline = (active.get('allegation') ?? 0) > 0 && layer?.layer !== 'allegation' ? ';4' : '';
    runs.push({
      text: harmless(piece.replace(/\r$/, '')),
      codes: layer ? style(layer.layer) + underline : '',
    });
  });
  lines.push(options.width > 0 ? wrap(runs, options.width, paint) : flat(runs, paint));
  return lines.join('\n');
}

function flat(runs: readonly Styled[], paint: Paint): string {
  return runs.map((run) => paint(run.codes, run.text)).join('');
}

function speakerLines(
  text: string,
  annotation: Annotation,
  attributions: readonly Attribution[],
  paint: Paint,
): string[] {
  const { speakers } = annotation;
  if (speakers.length === 0) return [];
  const numberWidth = String(speakers.length).length;
  const nameWidth = Math.min(
    32,
    Math.max(...speakers.map((speaker) => displayWidth(harmless(speaker.name)))),
  );
  return [
    paint('1', 'Speakers'),
    ...speakers.map((speaker, index) => {
      const own = attributions.filter((attribution) => attribution.speaker === speaker.id);
      const said = own.length === 0 ? 'mentioned' : cuesOf(text, own);
      return `  ${String(index + 1).padStart(numberWidth)}  ${paint('1;36', padEndTo(harmless(speaker.name), nameWidth))}  ${[
        describe(speaker),
        said,
      ]
        .filter((part) => part !== '')
        .map(harmless)
        .join(' · ')}`;
    }),
    '',
  ];
}

/** "spokesperson, Transport Ministry": the role and affiliation the article gives, else the type when it is no person. */
export function describe(speaker: Speaker): string {
  const given = [speaker.role, speaker.affiliation].filter((part) => part !== null);
  if (given.length > 0) return given.join(', ');
  return speaker.type === 'person' ? '' : speaker.type;
}

/** "said ×3, denied": the cues with how often each stands. */
function cuesOf(text: string, attributions: readonly Attribution[]): string {
  const counts = new Map<string, number>();
  for (const attribution of attributions) {
    const cue = attribution.cue
      .map((span) => text.slice(span.start, span.end))
      .join(' … ')
      .replace(/\s+/g, ' ');
    const key = cue === '' ? 'no cue' : cue.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([cue, n]) => (n === 1 ? cue : `${cue} ×${n}`)).join(', ');
}

function allegationLines(text: string, annotation: Annotation, paint: Paint): string[] {
  if (annotation.allegations.length === 0) return [];
  const nameOf = (id: string | null): string =>
    annotation.speakers.find((speaker) => speaker.id === id)?.name ?? 'nobody named';
  return [
    paint('1', 'Allegations'),
    ...annotation.allegations.flatMap((allegation) => {
      const replies = allegation.responses.map(
        (response) => `${response.kind}: ${clip(text.slice(response.start, response.end), 60)}`,
      );
      return [
        `  ${paint('31', '⚑')} ${paint('4;31', harmless(clip(text.slice(allegation.start, allegation.end), 90)))}`,
        `    ${[
          `accuser: ${nameOf(allegation.accuser)}`,
          `accused: ${nameOf(allegation.accused)}`,
          allegation.legalStatus === 'alleged' ? 'unverified' : allegation.legalStatus,
          replies.length > 0 ? `reply: ${replies.join('; ')}` : 'no reply in the text',
        ]
          .map(harmless)
          .join(' · ')}`,
      ];
    }),
    '',
  ];
}

function agencyLines(annotation: Annotation, paint: Paint): string[] {
  if (annotation.agencies.length === 0) return [];
  return [
    paint('1', 'Agencies'),
    ...annotation.agencies.map((agency) => {
      const functions = [...new Set(agency.mentions.map((mention) => mention.function))].join(', ');
      return `  ${paint('1;35', harmless(agency.name))}  ${functions}`;
    }),
    '',
  ];
}
