/**
 * The article as a page: sources, cues, quotes, allegations and agencies marked in the text, who speaks noted in the
 * margin, with tables of speakers, allegations and agencies below. Self-contained, without script; every mark has a
 * shape or a word besides its colour, and is told to screen readers.
 */
import type { Annotation, Attribution } from '../annotation.ts';
import type { PlacedParagraph } from '../segment/paragraph.ts';
import type { Span } from '../text/spans.ts';
import type { Exporter, ExportInput } from './exporter.ts';
import { html, page, table } from './html.ts';
import { headlineOf, howKnown, joinedText, paragraphAt, roleOf, speakersById } from './statements.ts';

type Layer = 'allegation' | 'content' | 'quote' | 'source' | 'cue' | 'agency';

interface Mark extends Span {
  readonly layer: Layer;
  readonly attribution: Attribution | null;
  /** What a screen reader and a tooltip say. */
  readonly title: string;
}

/** Outer before inner where two marks begin at one place. */
const NESTING: readonly Layer[] = ['allegation', 'content', 'quote', 'source', 'cue', 'agency'];

const STYLE = `
.text{display:grid;grid-template-columns:minmax(0,40rem) minmax(9rem,16rem);column-gap:2rem}.text p{margin:0 0 1rem;white-space:pre-wrap;grid-column:1;overflow-wrap:anywhere}.text .note{grid-column:2;margin:0 0 1rem;padding-left:.7rem;border-left:2px solid var(--line);list-style:none}
@media (max-width:44rem){.text{display:block}.text .note{margin-left:1rem}}
.headline{font-size:1.6rem;line-height:1.25;font-weight:700}.quiet{color:var(--quiet)}
mark{background:none;color:inherit}
.quote{color:var(--quote)}.source{color:var(--source);font-weight:700}.cue{color:var(--cue);font-style:italic}.content{text-decoration:underline dotted var(--quiet) 1px;text-underline-offset:.25em}.agency{color:var(--agency);font-weight:700;border-bottom:3px double}
.allegation{text-decoration:underline wavy var(--allegation) 1.5px;text-underline-offset:.25em}.allegation::before{content:"⚑\\00a0" / "";color:var(--allegation);font-weight:700}
sup a{text-decoration:none;font:700 .7rem system-ui,sans-serif;padding:0 .15em}
.key li{display:inline-block;margin-right:1.2rem}.key{padding:0}
`;

function marksOf(annotation: Annotation): Mark[] {
  const speakers = speakersById(annotation);
  const marks: Mark[] = [];
  const nameOf = (id: string | null): string =>
    id === null ? 'nobody named' : (speakers.get(id)?.name ?? 'nobody named');
  for (const attribution of annotation.attributions) {
    if (attribution.class === 'attitude') continue;
    for (const span of attribution.source)
      marks.push({ ...span, layer: 'source', attribution, title: `Source: ${nameOf(attribution.speaker)}` });
    for (const span of attribution.cue)
      marks.push({ ...span, layer: 'cue', attribution, title: `Cue: ${howKnown(attribution.verification)}` });
    if (attribution.form === 'direct') continue;
    for (const span of attribution.content)
      marks.push({ ...span, layer: 'content', attribution, title: `Said by ${nameOf(attribution.speaker)}` });
  }
  for (const quote of annotation.quotes) {
    if (quote.attribution === null && quote.kind !== 'direct' && quote.kind !== 'partial') continue;
    marks.push({ ...quote, layer: 'quote', attribution: null, title: `Quote: ${nameOf(quote.speaker)}` });
  }
  for (const allegation of annotation.allegations) {
    const answered = allegation.responses.length > 0 ? 'answered in the text' : 'no reply in the text';
    marks.push({
      start: allegation.start,
      end: allegation.end,
      layer: 'allegation',
      attribution: null,
      title: `Allegation against ${nameOf(allegation.accused)}, ${answered}`,
    });
  }
  for (const agency of annotation.agencies) {
    for (const mention of agency.mentions)
      marks.push({
        start: mention.start,
        end: mention.end,
        layer: 'agency',
        attribution: null,
        title: `${agency.name}: ${mention.function}`,
      });
  }
  const seen = new Set<string>();
  return marks.filter((mark) => {
    // Two attributions may share a source: it is marked once.
    const key = `${mark.layer} ${mark.start} ${mark.end}`;
    if (mark.end <= mark.start || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Marked-up text of a stretch: marks are cut where they would cross, so that the tags nest. */
function marked(
  text: string,
  span: Span,
  marks: readonly Mark[],
  labels: ReadonlyMap<number, string>,
): string {
  const inside = marks.filter((mark) => mark.start < span.end && mark.end > span.start);
  const bounds = new Set<number>([span.start, span.end]);
  for (const mark of inside) {
    bounds.add(Math.max(mark.start, span.start));
    bounds.add(Math.min(mark.end, span.end));
  }
  for (const at of labels.keys()) if (at > span.start && at <= span.end) bounds.add(at);
  const positions = [...bounds].sort((a, b) => a - b);
  const open: Mark[] = [];
  let out = '';
  positions.forEach((position, index) => {
    // Close what ends here, and what stands inside it.
    while (open.some((mark) => mark.end <= position)) {
      open.pop();
      out += '</mark>';
    }
    if (position > span.start) out += labels.get(position) ?? '';
    const next = positions[index + 1];
    if (next === undefined) return;
    const wanted = inside
      .filter((mark) => mark.start <= position && mark.end >= next && !open.includes(mark))
      .sort((a, b) => b.end - a.end || NESTING.indexOf(a.layer) - NESTING.indexOf(b.layer));
    for (const mark of wanted) {
      open.push(mark);
      const again = mark.start < position ? ' again' : '';
      out += `<mark class="${mark.layer}${again}" title="${html(mark.title)}">`;
    }
    out += html(text.slice(position, next));
  });
  return out + '</mark>'.repeat(open.length);
}

/** After each source: the number of its speaker, linked to the table. */
function labelsOf(annotation: Annotation): ReadonlyMap<number, string> {
  const numbers = new Map(annotation.speakers.map((speaker, index) => [speaker.id, index + 1]));
  const labels = new Map<number, string>();
  for (const attribution of annotation.attributions) {
    if (attribution.class === 'attitude' || attribution.speaker === null) continue;
    const last = attribution.source.at(-1);
    const number = numbers.get(attribution.speaker);
    if (last === undefined || number === undefined || labels.has(last.end)) continue;
    labels.set(
      last.end,
      `<sup><a href="#speaker-${number}" aria-label="speaker ${number}">${number}</a></sup>`,
    );
  }
  return labels;
}

/** The margin: who speaks in the paragraph and how it is known. */
function marginOf(input: ExportInput, placed: PlacedParagraph): string {
  const { annotation } = input.analysis;
  const start = placed.offset;
  const end = start + placed.paragraph.text.length;
  const speakers = speakersById(annotation);
  const lines = new Map<string, string>();
  for (const attribution of annotation.attributions) {
    const at = attribution.cue[0]?.start ?? attribution.content[0]?.start ?? -1;
    if (attribution.class === 'attitude' || at < start || at >= end) continue;
    const speaker = attribution.speaker === null ? undefined : speakers.get(attribution.speaker);
    const name = speaker?.name ?? 'nobody named';
    const role = roleOf(speaker ?? null);
    const known = lines.get(name);
    const how = howKnown(attribution.verification);
    if (known === undefined)
      lines.set(name, `<strong>${html(name)}</strong>${role === '' ? '' : `, ${html(role)}`}: ${html(how)}`);
    else if (!known.includes(how)) lines.set(name, `${known}, ${html(how)}`);
  }
  return lines.size === 0
    ? ''
    : `<aside class="note" aria-label="Who speaks here">${[...lines.values()].join('<br>')}</aside>`;
}

function textOf(input: ExportInput): string {
  const { analysis } = input;
  const marks = marksOf(analysis.annotation);
  const labels = labelsOf(analysis.annotation);
  let headline = true;
  const rows = analysis.paragraphs.map((placed) => {
    const { zone } = placed.paragraph;
    const span: Span = { start: placed.offset, end: placed.offset + placed.paragraph.text.length };
    const body = marked(analysis.text, span, marks, labels);
    const number = placed.index + 1;
    if (zone === 'headline' && headline) {
      headline = false;
      return `<p class="headline" id="p${number}" role="heading" aria-level="1">${body}</p>${marginOf(input, placed)}`;
    }
    const quiet = zone === 'body' || zone === 'headline' ? '' : ' class="quiet"';
    return `<p id="p${number}"${quiet}>${body}</p>${marginOf(input, placed)}`;
  });
  return rows.length > 0 ? rows.join('\n') : `<p>${html(analysis.text)}</p>`;
}

export const annotatedHtml: Exporter = {
  id: 'html',
  label: 'Annotated article (HTML)',
  mediaType: 'text/html',
  extension: '.annotated.html',
  write: (input) => {
    const { annotation, text } = input.analysis;
    const speakers = speakersById(annotation);
    const nameOf = (id: string | null): string =>
      html(id === null ? 'nobody named' : (speakers.get(id)?.name ?? 'nobody named'));
    const paragraphLink = (offset: number): string => {
      const number = paragraphAt(input.analysis, offset);
      return `<a href="#p${number}">paragraph ${number}</a>`;
    };
    const shown = annotation.attributions.filter((attribution) => attribution.class !== 'attitude');
    const speakerRows = annotation.speakers.map((speaker, index) => {
      const own = shown.filter((attribution) => attribution.speaker === speaker.id);
      const first = speaker.introduction ?? speaker.mentions[0];
      return [
        `<span id="speaker-${index + 1}">${index + 1}</span>`,
        `<strong>${html(speaker.name)}</strong>`,
        html(roleOf(speaker)),
        html(speaker.type),
        html(
          [...new Set(own.map((attribution) => joinedText(text, attribution.cue)))]
            .filter((cue) => cue !== '')
            .join(', '),
        ),
        first === undefined ? '' : paragraphLink(first.start),
      ];
    });
    const allegationRows = annotation.allegations.map((allegation) => [
      html(text.slice(allegation.start, allegation.end).replace(/\s+/g, ' ')),
      nameOf(allegation.accuser),
      nameOf(allegation.accused),
      html(allegation.legalStatus === 'alleged' ? 'unverified' : allegation.legalStatus),
      allegation.responses.length === 0
        ? 'none in the text'
        : allegation.responses
            .map((response) => `${html(response.kind)}, ${paragraphLink(response.start)}`)
            .join('<br>'),
      paragraphLink(allegation.start),
    ]);
    const agencyRows = annotation.agencies.map((agency) => [
      `<strong>${html(agency.name)}</strong>`,
      html([...new Set(agency.mentions.map((mention) => mention.function))].join(', ')),
      agency.mentions[0] === undefined ? '' : paragraphLink(agency.mentions[0].start),
    ]);
    const key = `<ul class="key" aria-label="Key"><li><span class="source">source</span> with the number of the speaker</li><li><span class="cue">cue</span></li><li><span class="quote">“quote”</span></li><li><span class="content">reported words</span></li><li><span class="allegation">allegation</span></li><li><span class="agency">agency</span></li></ul>`;
    return page(
      headlineOf(input.analysis) ?? input.name,
      `<main>
${key}
<article class="text" aria-label="Article">
${textOf(input)}
</article>
${speakerRows.length > 0 ? `<section><h2>Speakers</h2>${table('Who speaks, as what', ['No.', 'Name', 'Role', 'Kind', 'Cues', 'First named'], speakerRows)}</section>` : ''}
${allegationRows.length > 0 ? `<section><h2>Allegations</h2>${table('What is alleged, and who answers', ['Allegation', 'Accuser', 'Accused', 'Status', 'Reply', 'Where'], allegationRows)}</section>` : ''}
${agencyRows.length > 0 ? `<section><h2>Agencies</h2>${table('Agencies and outlets', ['Name', 'Function', 'Where'], agencyRows)}</section>` : ''}
</main>
<p class="meta">${html(input.name)}, annotated by Sourcelight. Marks are made by a program and may be wrong.</p>`,
      STYLE,
    );
  },
};
