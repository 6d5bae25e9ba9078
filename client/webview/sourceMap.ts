/**
 * The Source map: how much each speaker is given to say, who accuses whom and who answers, and what each stretch of the
 * article rests on. Each picture has the same data as a table below it; every mark leads to its place in the text.
 */
import { Graph, layout } from '@dagrejs/dagre';
import './sourceMap.css';
import type { GraphEdge, SourceMapResult, StripPiece, VoiceBar } from '../../protocol/index.ts';
import type { Texts } from '../src/views/panelMessage.ts';
import {
  button,
  element,
  onPress,
  remember,
  remembered,
  reveal,
  send,
  start,
  svg,
  text,
  type Child,
} from './page.ts';
import { toStandalone, toPng } from './picture.ts';

/** Width of the pictures in their own units, which are the page's pixels: letters keep their size in a narrow page. */
let pictureWidth = 1000;
const EDGE_KINDS = ['accuses', 'denies', 'comments', 'no-comment', 'tells', 'through', 'speaks-for'] as const;
const STRIP_KINDS = [
  'quoted',
  'attributed',
  'alleged',
  'denied',
  'anonymous',
  'unattributed',
  'bare',
] as const;

const state = remembered<{ readonly shown: readonly string[] }>({
  shown: ['accuses', 'denies', 'comments', 'no-comment'],
});
let shown: ReadonlySet<string> = new Set(state.shown);
let pieces: readonly { readonly piece: StripPiece; readonly x: number; readonly width: number }[] = [];
let cursor: SVGLineElement | null = null;
let redraw: () => void = () => undefined;

const shorten = (words: string, length: number): string =>
  words.length <= length ? words : `${words.slice(0, length - 1).trimEnd()}…`;

function pressable(label: string, action: () => void, ...children: readonly Child[]): SVGGElement {
  const group = svg('g', { 'aria-label': label, 'data-key': label }, svg('title', {}, label), ...children);
  onPress(group, action);
  return group;
}

/** The same data as a table, closed at first. */
function table(
  texts: Texts,
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): HTMLElement {
  const cells = (name: 'th' | 'td', row: readonly (string | number)[]): readonly Child[] =>
    row.map((cell) =>
      element(
        name,
        { class: typeof cell === 'number' ? 'number' : null, scope: name === 'th' ? 'col' : null },
        String(cell),
      ),
    );
  return element(
    'details',
    {},
    element('summary', {}, text(texts, 'tables')),
    element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': headings.join(', ') },
      element(
        'table',
        {},
        element('thead', {}, element('tr', {}, ...cells('th', headings))),
        element('tbody', {}, ...rows.map((row) => element('tr', {}, ...cells('td', row)))),
      ),
    ),
  );
}

// ------------------------------------------------------------------------------------------------------ share of voice

function stripes(): SVGDefsElement {
  return svg(
    'defs',
    {},
    svg(
      'pattern',
      { id: 'striped', width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('line', { class: 'stripe', x1: 0, y1: 0, x2: 0, y2: 7 }),
    ),
  );
}

function voiceChart(bars: readonly VoiceBar[], texts: Texts): SVGSVGElement {
  const row = 30;
  const left = Math.min(270, pictureWidth * 0.38);
  const room = pictureWidth - left - 60;
  const most = Math.max(1, ...bars.map((bar) => bar.directWords + bar.indirectWords));
  const rows = bars.map((bar, index) => {
    const y = index * row;
    const direct = (bar.directWords / most) * room;
    const indirect = (bar.indirectWords / most) * room;
    const share = `${String(Math.round(bar.share * 100))} %`;
    const label = [
      bar.name,
      share,
      `${text(texts, 'quotedWords')}: ${String(bar.directWords)}`,
      `${text(texts, 'reportedWords')}: ${String(bar.indirectWords)}`,
    ].join(', ');
    const { range } = bar;
    const press = pressable(
      label,
      () => {
        if (range) reveal(range);
      },
      svg('rect', { class: 'ring', x: 1, y: y + 1, width: pictureWidth - 2, height: row - 2, rx: 4 }),
      svg('rect', { class: 'track', x: left, y: y + 6, width: room, height: row - 12 }),
      svg('rect', { class: 'direct', x: left, y: y + 6, width: direct, height: row - 12 }),
      svg('rect', { class: 'indirect', x: left + direct, y: y + 6, width: indirect, height: row - 12 }),
    );
    // The button's own label says both, and more.
    const caption = { y: y + 20, 'aria-hidden': 'true', 'pointer-events': 'none' };
    return svg(
      'g',
      {},
      press,
      svg(
        'text',
        { ...caption, x: left - 12, 'text-anchor': 'end' },
        shorten(bar.name, Math.floor(left / 7.6)),
      ),
      svg('text', { ...caption, x: left + room + 10 }, share),
    );
  });
  return svg(
    'svg',
    {
      viewBox: `0 0 ${String(pictureWidth)} ${String(Math.max(1, bars.length) * row)}`,
      role: 'group',
      'aria-label': text(texts, 'voice'),
    },
    stripes(),
    ...rows,
  );
}

// ----------------------------------------------------------------------------------------------------------- the graph

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A smooth line through the points the layout gives. */
function curve(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  let path = `M${String(first.x)},${String(first.y)}`;
  for (let i = 0; i < rest.length - 1; i += 1) {
    const here = rest[i];
    const next = rest[i + 1];
    if (here && next)
      path += ` Q${String(here.x)},${String(here.y)} ${String((here.x + next.x) / 2)},${String((here.y + next.y) / 2)}`;
  }
  return `${path} L${String(last.x)},${String(last.y)}`;
}

function graphPicture(data: SourceMapResult, edges: readonly GraphEdge[], texts: Texts): SVGSVGElement {
  const used = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = data.nodes.filter(({ id }) => used.has(id));
  const label = (name: string): string => shorten(name === '' ? text(texts, 'unnamed') : name, 30);
  const arrange = (rankdir: 'LR' | 'TB'): Graph => {
    const graph = new Graph({ multigraph: true });
    const ranksep = rankdir === 'LR' ? 120 : 60;
    graph.setGraph({ rankdir, nodesep: 30, ranksep, edgesep: 24, marginx: 12, marginy: 16 });
    graph.setDefaultEdgeLabel(() => ({}));
    for (const node of nodes)
      graph.setNode(node.id, { width: Math.max(90, label(node.name).length * 7.2 + 22), height: 36 });
    edges.forEach((edge, index) => {
      if (!graph.hasNode(edge.from) || !graph.hasNode(edge.to)) return;
      const width = text(texts, `edge.${edge.kind}`).length * 7 + 12;
      graph.setEdge(edge.from, edge.to, { width, height: 20, labelpos: 'c' }, String(index));
    });
    layout(graph);
    return graph;
  };
  // From left to right as one reads, or downwards where the page is too narrow for that.
  const wide = arrange('LR');
  const graph =
    ((wide.graph() as { readonly width?: number }).width ?? 0) <= pictureWidth ? wide : arrange('TB');

  const drawnEdges = edges.flatMap((edge, index) => {
    const placed = graph.edge(edge.from, edge.to, String(index)) as unknown as
      | {
          readonly points: readonly { x: number; y: number }[];
          readonly x?: number;
          readonly y?: number;
          readonly width: number;
        }
      | undefined;
    if (!placed) return [];
    const name = text(texts, `edge.${edge.kind}`);
    const from = data.nodes.find(({ id }) => id === edge.from)?.name ?? '';
    const to = data.nodes.find(({ id }) => id === edge.to)?.name ?? '';
    const { x = 0, y = 0 } = placed;
    return [
      pressable(
        `${from} ${name} ${to}: ${shorten(edge.text, 120)} (${text(texts, 'paragraphN', { n: edge.paragraph })})`,
        () => {
          reveal(edge.range);
        },
        svg('path', { class: `edge ${edge.kind}`, d: curve(placed.points), 'marker-end': 'url(#arrow)' }),
        svg('rect', {
          class: 'label-box',
          x: x - placed.width / 2,
          y: y - 10,
          width: placed.width,
          height: 20,
        }),
        svg('rect', {
          class: 'ring',
          x: x - placed.width / 2,
          y: y - 10,
          width: placed.width,
          height: 20,
          rx: 3,
        }),
        svg('text', { x, y: y + 4, 'text-anchor': 'middle' }, name),
      ),
    ];
  });
  const drawnNodes = nodes.map((node) => {
    const { x, y, width, height } = graph.node(node.id) as unknown as Placed;
    const box = { x: x - width / 2, y: y - height / 2, width, height };
    const person = node.type === 'person';
    const { range } = node;
    return pressable(
      node.name === '' ? text(texts, 'unnamed') : node.name,
      () => {
        if (range) reveal(range);
      },
      svg('rect', { class: `node ${node.type}`, ...box, rx: person ? height / 2 : 3 }),
      svg('rect', {
        class: 'ring',
        x: box.x - 3,
        y: box.y - 3,
        width: width + 6,
        height: height + 6,
        rx: person ? height / 2 : 5,
      }),
      svg('text', { x, y: y + 5, 'text-anchor': 'middle' }, label(node.name)),
    );
  });
  const size = graph.graph() as { readonly width?: number; readonly height?: number };
  const width = Math.max(pictureWidth, size.width ?? 0);
  const shift = (width - (size.width ?? 0)) / 2;
  return svg(
    'svg',
    {
      // A wide graph scrolls; it does not shrink until nobody can read it.
      width,
      viewBox: `0 0 ${String(width)} ${String(Math.max(40, size.height ?? 0))}`,
      role: 'group',
      'aria-label': text(texts, 'graph'),
    },
    svg(
      'defs',
      {},
      svg(
        'marker',
        {
          id: 'arrow',
          viewBox: '0 0 10 10',
          refX: 9,
          refY: 5,
          markerWidth: 8,
          markerHeight: 8,
          orient: 'auto',
          markerUnits: 'userSpaceOnUse',
        },
        svg('path', { d: 'M0,0 L10,5 L0,10 z', fill: 'context-stroke' }),
      ),
    ),
    svg('g', { transform: `translate(${String(shift)},0)` }, ...drawnEdges, ...drawnNodes),
  );
}

// ----------------------------------------------------------------------------------------------------------- the strip

/** Each kind differs by its height on the band as well as by its colour. */
const LEVEL: Readonly<Record<StripPiece['kind'], readonly [top: number, height: number]>> = {
  quoted: [4, 52],
  attributed: [18, 38],
  alleged: [4, 24],
  denied: [32, 24],
  anonymous: [25, 31],
  unattributed: [4, 14],
  bare: [42, 14],
};

function stripPicture(strip: readonly StripPiece[], texts: Texts): SVGSVGElement {
  const all = strip.reduce((sum, piece) => sum + piece.words, 0);
  let x = 0;
  pieces = strip.map((piece) => {
    const width = all === 0 ? 0 : (piece.words / all) * pictureWidth;
    const placed = { piece, x, width };
    x += width;
    return placed;
  });
  cursor = svg('line', { class: 'cursor', x1: -10, x2: -10, y1: 0, y2: 60 });
  const marks = pieces.map(({ piece, x: left, width }) => {
    const [top, height] = LEVEL[piece.kind];
    const label = [
      text(texts, `strip.${piece.kind}`),
      piece.speaker ?? '',
      text(texts, 'wordsN', { n: piece.words }),
      text(texts, 'paragraphN', { n: piece.paragraph }),
    ];
    return pressable(
      label.filter((part) => part !== '').join(', '),
      () => {
        reveal(piece.range);
      },
      svg('rect', { class: `piece ${piece.kind}`, x: left, y: top, width, height }),
      svg('rect', { class: 'ring', x: left + 1, y: 2, width: Math.max(1, width - 2), height: 56 }),
    );
  });
  return svg(
    'svg',
    { viewBox: `0 0 ${String(pictureWidth)} 60`, role: 'group', 'aria-label': text(texts, 'strip') },
    ...marks,
    cursor,
  );
}

function stripLegend(strip: readonly StripPiece[], texts: Texts): HTMLElement {
  const present = STRIP_KINDS.filter((kind) => strip.some((piece) => piece.kind === kind));
  return element(
    'ul',
    { class: 'legend' },
    ...present.map((kind) => {
      const [top, height] = LEVEL[kind];
      const picture = svg('svg', {
        viewBox: '0 0 60 60',
        preserveAspectRatio: 'none',
        'aria-hidden': 'true',
      });
      picture.append(svg('rect', { class: `piece ${kind}`, x: 0, y: top, width: 60, height }));
      return element('li', {}, picture, text(texts, `strip.${kind}`));
    }),
  );
}

// ---------------------------------------------------------------------------------------------------------------- page

function draw(page: HTMLElement, data: SourceMapResult, texts: Texts): void {
  pictureWidth = Math.max(380, Math.min(1000, page.clientWidth));
  redraw = () => {
    page.replaceChildren();
    draw(page, data, texts);
  };
  const nameOf = new Map(data.nodes.map(({ id, name }) => [id, name === '' ? text(texts, 'unnamed') : name]));
  const { speakers, quotes, allegations, words } = data.counts;
  page.append(
    element('h1', {}, data.title),
    element('p', { class: 'hint' }, text(texts, 'counts', { speakers, quotes, allegations, words })),
    element(
      'div',
      { class: 'bar' },
      button(text(texts, 'saveSvg'), () => {
        send({ type: 'save', extension: 'svg', content: toStandalone(page, data.title) });
      }),
      button(text(texts, 'savePng'), () => {
        void toPng(toStandalone(page, data.title)).then((content) => {
          send({ type: 'save', extension: 'png', content });
        });
      }),
    ),
  );

  page.append(
    element('h2', {}, text(texts, 'voice')),
    element('p', { class: 'hint' }, text(texts, 'voiceHint')),
  );
  if (data.bars.length === 0) page.append(element('p', {}, text(texts, 'noVoices')));
  else {
    page.append(
      voiceChart(data.bars, texts),
      table(
        texts,
        ['speaker', 'quotedWords', 'reportedWords', 'statements', 'share'].map((id) => text(texts, id)),
        data.bars.map((bar) => [
          bar.name,
          bar.directWords,
          bar.indirectWords,
          bar.statements,
          `${String(Math.round(bar.share * 100))} %`,
        ]),
      ),
    );
  }

  const kinds = EDGE_KINDS.filter((kind) => data.edges.some((edge) => edge.kind === kind));
  const drawing = element('div', { class: 'scroll' });
  const drawGraph = (): void => {
    const edges = data.edges.filter((edge) => shown.has(edge.kind));
    drawing.replaceChildren(
      edges.length === 0 ? element('p', {}, text(texts, 'noEdges')) : graphPicture(data, edges, texts),
    );
  };
  drawGraph();
  page.append(
    element('h2', {}, text(texts, 'graph')),
    element('p', { class: 'hint' }, text(texts, 'graphHint')),
    element(
      'div',
      { class: 'bar', role: 'group', 'aria-label': text(texts, 'show') },
      ...kinds.map((kind) => {
        const box = element('input', { type: 'checkbox', 'data-key': `kind-${kind}` });
        box.checked = shown.has(kind);
        box.addEventListener('change', () => {
          const next = new Set(shown);
          if (box.checked) next.add(kind);
          else next.delete(kind);
          shown = next;
          remember({ shown: [...next] });
          drawGraph();
        });
        return element('label', {}, box, text(texts, `edge.${kind}`));
      }),
    ),
    drawing,
    table(
      texts,
      ['from', 'relation', 'to', 'words', 'paragraph'].map((id) => text(texts, id)),
      data.edges.map((edge) => [
        nameOf.get(edge.from) ?? '',
        text(texts, `edge.${edge.kind}`),
        nameOf.get(edge.to) ?? '',
        edge.text,
        edge.paragraph,
      ]),
    ),
  );

  page.append(
    element('h2', {}, text(texts, 'strip')),
    element('p', { class: 'hint' }, text(texts, 'stripHint')),
    stripPicture(data.strip, texts),
    stripLegend(data.strip, texts),
    table(
      texts,
      ['paragraph', 'basis', 'speaker', 'words'].map((id) => text(texts, id)),
      data.strip.map((piece) => [
        piece.paragraph,
        text(texts, `strip.${piece.kind}`),
        piece.speaker ?? '',
        piece.words,
      ]),
    ),
  );
}

/** Shows on the strip where the cursor of the editor stands. */
function moved(line: number, character: number): void {
  const before = ({ piece }: (typeof pieces)[number]): boolean =>
    piece.range.start.line < line ||
    (piece.range.start.line === line && piece.range.start.character <= character);
  const at = pieces.findLast(before);
  const x = at ? String(at.x + at.width / 2) : '-10';
  cursor?.setAttribute('x1', x);
  cursor?.setAttribute('x2', x);
}

window.addEventListener('resize', () => {
  redraw();
});
start<SourceMapResult>(draw, moved);
