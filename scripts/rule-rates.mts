/**
 * How often each rule fires on a corpus, so that defaults rest on counts: hits, hits in 1,000 words, share of stories.
 *
 *     npx tsx scripts/rule-rates.mts data/corpus /path/to/corpus.jsonl
 *     npx tsx scripts/rule-rates.mts data/corpus --show verb-loaded --count 30
 *
 * A corpus is a folder (read recursively: `.txt` in the project's inline format or plain, `.news`, `.md`) or a file of
 * JSON lines with a `text`. The table is counts only; `--show` prints an evenly spread sample of one rule's hits with
 * their sentences, for reading by hand. Every rule runs, also those that are off by default; `--recommended` keeps to
 * the defaults.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { annotate } from '../engine/index.ts';
import { DEFAULT_CONFIG, type LintConfig } from '../engine/rules/config.ts';
import { RULES } from '../engine/rules/index.ts';
import { lint, type LintFinding } from '../engine/rules/lint.ts';
import { parseArticle } from './corpus/inline.ts';

interface Story {
  readonly name: string;
  readonly text: string;
}

function storiesIn(place: string): readonly Story[] {
  if (statSync(place).isDirectory()) {
    return readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter(
        (name) => /\.(?:txt|news|article|md)$/.test(name) && !/^(?:README|LICENSE)/.test(path.basename(name)),
      )
      .sort()
      .map((name) => {
        const raw = readFileSync(path.join(place, name), 'utf8');
        const annotated = /^---\n[\s\S]*?\n---\n/.test(raw) && raw.includes('\nattributions:');
        return { name, text: annotated ? parseArticle(raw).text : raw };
      });
  }
  return readFileSync(place, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, text } = JSON.parse(line) as { id: string; text: string };
      return { name: id, text };
    });
}

interface Tally {
  hits: number;
  readonly levels: Record<string, number>;
  readonly stories: Set<string>;
  readonly samples: { readonly story: Story; readonly finding: LintFinding }[];
}

/** Every rule at least as a hint, unless the defaults are asked for. */
function configuration(recommended: boolean): LintConfig {
  if (recommended) return DEFAULT_CONFIG;
  const rules = Object.fromEntries(
    RULES.filter((rule) => rule.severity === 'off').map((rule) => [rule.id, { severity: 'hint' as const }]),
  );
  return { ...DEFAULT_CONFIG, maxFindingsPerFile: 100_000, rules };
}

function context(text: string, finding: LintFinding): string {
  const from = Math.max(text.lastIndexOf('\n', finding.start - 1) + 1, finding.start - 160);
  const lineEnd = text.indexOf('\n', finding.end);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, finding.end + 160);
  return `${text.slice(from, finding.start)}⟦${text.slice(finding.start, finding.end)}⟧${text.slice(finding.end, to)}`;
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      show: { type: 'string' },
      count: { type: 'string', default: '30' },
      recommended: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) {
    console.error('usage: npx tsx scripts/rule-rates.mts CORPUS… [--recommended] [--show RULE [--count N]]');
    return 2;
  }
  const config = configuration(values.recommended);
  for (const place of positionals) {
    const tallies = new Map<string, Tally>();
    const stories = storiesIn(place);
    let words = 0;
    let annotating = 0;
    let linting = 0;
    for (const story of stories) {
      words += story.text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
      const start = performance.now();
      const analysis = annotate(story.text, { plainText: 'always' });
      const middle = performance.now();
      const findings = lint(analysis, config);
      linting += performance.now() - middle;
      annotating += middle - start;
      for (const finding of findings) {
        const known = tallies.get(finding.rule) ?? {
          hits: 0,
          levels: {},
          stories: new Set<string>(),
          samples: [],
        };
        known.hits++;
        known.levels[finding.severity] = (known.levels[finding.severity] ?? 0) + 1;
        known.stories.add(story.name);
        known.samples.push({ story, finding });
        tallies.set(finding.rule, known);
      }
    }
    if (values.show !== undefined) {
      const samples = tallies.get(values.show)?.samples ?? [];
      const wanted = Math.min(Number(values.count), samples.length);
      for (let i = 0; i < wanted; i++) {
        const sample = samples[Math.floor((i * samples.length) / wanted)];
        if (sample === undefined) continue;
        const { finding, story } = sample;
        console.log(
          `${i + 1}. [${finding.severity} ${finding.confidence.toFixed(2)} ${finding.messageId}] ${story.name}`,
        );
        console.log(`   ${context(story.text, finding)}\n   ${finding.message}`);
      }
      continue;
    }
    console.log(
      `${place}: ${stories.length} stories, ${words} words; lint takes ${((100 * linting) / annotating).toFixed(1)} % of the time of annotation\n`,
    );
    console.log('| rule | hits | in 1,000 words | stories | error | warning | info | hint |');
    console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
    for (const rule of RULES) {
      const tally = tallies.get(rule.id);
      const level = (name: string): string => String(tally?.levels[name] ?? 0);
      const share = ((100 * (tally?.stories.size ?? 0)) / Math.max(1, stories.length)).toFixed(1);
      console.log(
        `| ${rule.id} | ${tally?.hits ?? 0} | ${((1000 * (tally?.hits ?? 0)) / Math.max(1, words)).toFixed(2)} | ${share} % | ${level('error')} | ${level('warning')} | ${level('info')} | ${level('hint')} |`,
      );
    }
    console.log('');
  }
  return 0;
}

process.exitCode = main();
