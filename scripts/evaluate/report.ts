/** The evaluation as Markdown. Knows figures only: no text of a corpus reaches it. */
import type { Interval } from './bootstrap.ts';
import type { Calibration } from './calibration.ts';
import type { CoreVerbFigures } from './coreVerbs.ts';
import type { ErrorCount } from './errors.ts';
import type { Score } from './score.ts';
import type { Share } from './speakers.ts';

export interface CorpusResult {
  readonly name: string;
  readonly articles: number;
  readonly score: Score;
  readonly intervals: ReadonlyMap<string, Interval>;
  readonly coreVerbs: CoreVerbFigures;
  readonly calibration: Calibration;
  readonly errors: readonly ErrorCount[];
  /** Articles that the gate takes for news. */
  readonly gate: Share;
}

export interface ShareGroup {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [string, readonly Share[]])[];
}

export interface Evaluation {
  /** SHA-256 of the weights, first 16 digits. */
  readonly weights: string;
  readonly corpora: readonly CorpusResult[];
  readonly groups: readonly ShareGroup[];
}

const HEADLINE = [
  'span_exact_source', 'span_exact_cue', 'span_exact_content', 'token_source', 'token_cue', 'token_content', 'attr_m50', 'attr_m80', 'attr_m100', 'attr_pair', 'attr_allx', 'pair_source_content', 'span_any_source', 'span_any_cue', 'span_any_content', 'citron_exact_cue', 'citron_exact_source', 'citron_exact_content', 'citron_exact_all', 'citron_overlap_cue', 'citron_overlap_source', 'citron_overlap_content', 'citron_overlap_all',
]; // prettier-ignore

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(row)].join('\n');
const percentOf = (part: number, whole: number): string =>
  whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);
const share = ({ right, of }: Share): string => (of === 0 ? '–' : `${percentOf(right, of)} (${right}/${of})`);

function corpusSection(result: CorpusResult): string {
  const { score, intervals, coreVerbs: core } = result;
  const figures = HEADLINE.flatMap((name) => {
    const figure = score.figures[name];
    const interval = intervals.get(name);
    if (!figure) return [];
    return [
      [
        `\`${name}\``,
        figure.p.toFixed(2),
        figure.r.toFixed(2),
        `**${figure.f.toFixed(2)}**`,
        interval ? `${interval.low.toFixed(1)} – ${interval.high.toFixed(1)}` : '',
      ],
    ];
  });
  const { sourceGivenContent: source, cueGivenContent: cue } = score;
  return `## ${result.name} (${result.articles} articles)

Precision, recall and F1 in %, with 95 % bootstrap intervals of F1 over articles.

${table(['figure', 'P', 'R', 'F1', '95 %'], figures)}

Of the attributions whose content is found, the source overlaps in ${source.overlap} % and is equal in ${source.exact} %; the cue overlaps in ${cue.overlap} % and is equal in ${cue.exact} %.

**say, tell, add, write, ask, note, tweet**: recall ${percentOf(core.found, core.gold)} % (${core.found}/${core.gold}), precision ${percentOf(core.right, core.predicted)} % (${core.right}/${core.predicted}).

**Gate**: ${share(result.gate)} % of the articles read as news.

### By kind

${table(
  ['gold attributions', 'n', 'found %', 'content exact %', 'source right, of found %'],
  Object.entries(score.slices).map(([name, slice]) => [
    name,
    slice.n,
    slice.recall50,
    slice.recallExact,
    slice.sourceOverlapGivenFound,
  ]),
)}

### Confidence

Brier score ${result.calibration.brier.toFixed(4)}, expected calibration error ${result.calibration.expectedError.toFixed(4)}; candidates from 0.1 up, right = it is an attribution of the gold.

${table(
  ['confidence', 'n', 'mean', 'right %'],
  result.calibration.bins
    .filter((bin) => bin.n > 0)
    .map((bin) => [
      `${bin.from.toFixed(1)} – ${bin.to.toFixed(1)}`,
      bin.n,
      bin.meanConfidence.toFixed(3),
      (100 * bin.right).toFixed(1),
    ]),
)}

### Errors

Examples are invented; [square brackets] are the engine's, {braces} the gold's.

${table(
  ['error', 'count', 'example'],
  result.errors.map((error) => [error.name, error.count, error.example.replaceAll('|', '\\|')]),
)}
`;
}

/** The report. */
export function renderReport({ weights, corpora, groups }: Evaluation): string {
  return [
    `# Evaluation

Written by \`npm run evaluate\`; do not edit. Weights \`${weights}\`.

Characters become tokens (words and numbers; every other visible character alone); a span covers the tokens that it touches; fragments parted by white space only are one. \`span_exact\`: distinct fragments of a role in a document with equal token bounds. \`span_any\`: at least one shared token. \`token\`: tokens of the role. \`attr_m50\` (\`m80\`, \`m100\`): attributions aligned one to one by the Jaccard index J of their content tokens, J ≥ 0.5 (≥ 0.8, = 1). \`attr_pair\`: m50 and source and cue overlap (both without a source counts). \`attr_allx\`: content, source and cue equal. \`pair_source_content\`: attributions with a source, a hit if source and content overlap. \`citron_exact\`: whole attributions as Citron's evaluator counts them; \`citron_overlap\` counts a token once for each pair of attributions and can exceed 100: no measure of progress. Found in "by kind": J ≥ 0.5.
`,
    ...corpora.map(corpusSection),
    ...groups.map(
      ({ name, columns, rows }) =>
        `## ${name}\n\n${table(
          ['figure', ...columns.map((column) => `${column} %`)],
          rows.map(([label, shares]) => [label, ...shares.map(share)]),
        )}\n`,
    ),
  ].join('\n');
}

/** The figures of a model card: one row for each corpus. */
function cardTable({ weights, corpora }: Evaluation): string {
  const names = ['span_exact_source', 'span_exact_cue', 'span_exact_content', 'attr_m50', 'attr_pair', 'attr_allx', 'pair_source_content']; // prettier-ignore
  const rows = corpora.map(({ name, articles, score, coreVerbs: core, calibration }) => [
    `${name} (${articles})`,
    ...names.map((key) => score.figures[key]?.f.toFixed(1) ?? '–'),
    `${percentOf(core.found, core.gold)} / ${percentOf(core.right, core.predicted)}`,
    calibration.brier.toFixed(3),
  ]);
  const head = ['corpus (articles)', ...names.map((key) => `\`${key}\``), 'core verbs, R / P', 'Brier'];
  return `Weights \`${weights}\`.\n\n${table(head, rows)}`;
}

const CARD_FIGURES = /(<!-- figures -->\n)[\s\S]*(<!-- end of figures -->)/u;

/** A model card with its figures brought up to date. */
export function updateCard(card: string, evaluation: Evaluation): string {
  return card.replace(
    CARD_FIGURES,
    (_, from: string, to: string) => `${from}\n${cardTable(evaluation)}\n\n${to}`,
  );
}
