/**
 * Writes what is said about the rules in more than one place from the rules themselves: one page a rule
 * (`docs/rules/<id>.md`), their index (`docs/rules/README.md`) and the schemas of the configuration
 * and of house packs (`data/schemas/config-1.json`, `pack-1.json`).
 *
 *     npx tsx scripts/generate-rule-docs.mts            write what changed
 *     npx tsx scripts/generate-rule-docs.mts --check    write nothing, fail if something is out of date
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configSchema } from '../engine/rules/configSchema.ts';
import { packSchema } from '../engine/rules/house.ts';
import { RULES } from '../engine/rules/index.ts';
import { PRESET_NAMES, presetLayer } from '../engine/rules/presets.ts';
import type { Example, Rule } from '../engine/rules/rule.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The public standards, in our own words; a page names them and never reproduces their text. */
const STANDARDS: Readonly<Record<string, string>> = {
  B1: 'AP, attribution: attribute every disputable fact that was not seen or confirmed; just before or after its first use, in the same sentence; again when more follows.',
  B2: 'AP, anonymous sources: only vital information, from a source placed to know; describe the source as exactly as possible and say why it is unnamed.',
  B3: 'AP, allege: do not make the accusation your own; say who alleges; no “alleged victim”, no doubling.',
  B4: 'AP, accused, alleged, suspected: accused of, not with; do not hang the word on a noun before a name.',
  B5: 'AP, murder, homicide: no “murderer” before a conviction; name the formal charge.',
  B6: 'AP, arrest: not “arrested for”, which implies guilt.',
  B7: 'AP, credit to others: credit facts from other outlets in the body; keep theirs apart from ours.',
  B8: 'AP, time: weekday names within seven days either way, dates beyond.',
  B9: 'AP, running quotes: a quoted paragraph that continues into the next has no closing mark; each paragraph opens one.',
  B10: 'Reuters, sourcing: source every statement unless established or witnessed; identify the speaker quickly; do not run quotes of different people together.',
  B11: 'Reuters, ladder of sources: name and position; never the plural for one; two beat one.',
  B12: 'Reuters, unnamed sources: no accusation, contentious statement or abuse behind anonymity.',
  B13: 'BBC guidelines, accuracy: attribute what cannot be corroborated; be wary of a single source.',
  B14: 'BBC, anonymous allegations: say what is alleged, by whom, and whether it is corroborated.',
  B15: 'BBC, right of reply: who is accused gets to answer, in the same content.',
  B16: 'NPR: attribute everything; “media reports”, “sources say” and “officials say” are not enough.',
  B17: 'SPJ code: identify sources clearly; explain anonymity; seek out subjects so that they can answer.',
  B18: 'New York Times: unidentified sources only for what could not otherwise be printed; tell placement, motive and why.',
  B20: 'Guardian style: words inside quote marks must be what was said; introduce the speaker at the start or after the first sentence.',
  B21: 'IPSO Editors’ Code, clause 1: no misleading copy, headlines included; a fair chance to reply.',
  B22: 'IFCN code: sources in enough detail that a reader can repeat the check.',
  B25: 'Trust Project: citations and references, methods, diverse voices.',
  B26: 'Textbooks on verbs: said only asserts that words were spoken; claimed doubts, admitted implies guilt, pointed out endorses.',
  B27: 'Defamation: “allegedly” and an attribution are no defence by themselves.',
};

const escapeCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function block(kind: string, example: Example): string {
  const options = example.options === undefined ? '' : ` ${JSON.stringify(example.options)}`;
  return `\`\`\`\`text ${kind}${options}\n${example.text}\n\`\`\`\``;
}

function severityOf(rule: Rule): string {
  return rule.severity === 'off' ? 'off (switch it on in the configuration)' : rule.severity;
}

const FIX: Readonly<Record<Rule['fix'], string>> = {
  safe: 'safe (may run with `--fix` and *fix all*)',
  offer: 'a suggestion with a preview',
  none: 'none; the finding explains',
};

const NEEDS: Readonly<Record<string, string>> = {
  T: 'words and word lists',
  S: 'the structure of the article',
  G: 'who says what (the attribution graph)',
};

/** Presets that treat a rule in another way than `recommended` does. */
function presetsOf(rule: Rule): readonly string[] {
  return PRESET_NAMES.flatMap((name) => {
    const entry = presetLayer(name)?.rules?.[rule.id];
    if (entry === undefined || name === 'off' || name === 'essential') return [];
    return [`\`${name}\`: ${typeof entry === 'string' ? entry : `\`${JSON.stringify(entry)}\``}`];
  });
}

export function rulePage(rule: Rule): string {
  const { docs } = rule;
  const lines = [
    '<!-- Generated by scripts/generate-rule-docs.mts from the rule itself. Do not edit. -->',
    '',
    `# ${rule.title} (\`${rule.id}\`)`,
    '',
    `**Reports** ${docs.summary.charAt(0).toLowerCase()}${docs.summary.slice(1)}`,
    '',
    `| | |\n| --- | --- |\n| Default | ${severityOf(rule)}${rule.starred ? '; in `essential`' : ''} |\n| Range | ${escapeCell(docs.range)} |\n| Reads | ${rule.needs.map((need) => NEEDS[need] ?? need).join('; ')} |\n| Fix | ${FIX[rule.fix]} |`,
    '',
    '## Why',
    '',
    docs.rationale,
    '',
    ...docs.standards.flatMap((key) => (STANDARDS[key] === undefined ? [] : [`- ${key}. ${STANDARDS[key]}`])),
    ...(docs.standards.some((key) => STANDARDS[key] !== undefined) ? [''] : []),
    '## Bad',
    '',
    '`⟦ ⟧` marks the range of the finding and is not part of the text.',
    '',
    ...docs.bad.flatMap((example) => [block('bad', example), '']),
    '## Good',
    '',
    ...docs.good.flatMap((example) => [block('good', example), '']),
    '## Silent on',
    '',
    ...docs.silentOn.map((silence) => `- ${silence.what}: ${silence.text.replace(/\s*\n+\s*/g, ' ¶ ')}`),
    '',
  ];
  if (docs.fix !== undefined) lines.push('## Fix', '', docs.fix, '');
  lines.push('## Options', '');
  const options = Object.entries(rule.options ?? {});
  if (options.length > 0) {
    lines.push('| option | type | default | meaning |', '| --- | --- | --- | --- |');
    for (const [name, option] of options) {
      const type =
        option.enum === undefined
          ? option.type === 'strings'
            ? 'list of strings'
            : option.type
          : option.enum.map((value) => `\`${value}\``).join(', ');
      lines.push(
        `| \`${name}\` | ${type} | \`${JSON.stringify(option.default)}\` | ${escapeCell(option.description)} |`,
      );
    }
    lines.push('');
  }
  lines.push(
    'All rules also understand `severity`, `minConfidence`, `ignoreSpeakers`, `ignorePattern` and `scopes`.',
    '',
  );
  const presets = presetsOf(rule);
  if (presets.length > 0) lines.push('## Presets', '', ...presets.map((line) => `- ${line}`), '');
  return lines.join('\n');
}

export function indexPage(): string {
  return [
    '<!-- Generated by scripts/generate-rule-docs.mts from the rules themselves. Do not edit. -->',
    '',
    '# Rules',
    '',
    'Hints about editing, never legal advice, and no verdict on truth. ★ marks the fifteen of the preset `essential`.',
    '',
    '| no. | rule | reports | default | fix |',
    '| --- | --- | --- | --- | --- |',
    ...RULES.map(
      (rule) =>
        `| ${rule.number ?? '+'} | [\`${rule.id}\`](${rule.id}.md)${rule.starred ? ' ★' : ''} | ${escapeCell(rule.title)} | ${rule.severity} | ${rule.fix === 'none' ? '–' : rule.fix} |`,
    ),
    '',
    '## Severity',
    '',
    'error: should not be published like this · warning: an editor would ask about it · info: worth a look · hint: a matter of taste or a guess. A finding that is less than 80 per cent sure drops one level; one that is less than 50 per cent sure is not shown.',
    '',
    '## Presets',
    '',
    PRESET_NAMES.map((name) => `\`${name}\``).join(' · '),
    '',
    '## Standards',
    '',
    'In our own words; check the current edition before quoting one to readers.',
    '',
    ...Object.entries(STANDARDS).map(([key, text]) => `- **${key}** ${text}`),
    '',
  ].join('\n');
}

/** Every generated file by its path from the root. */
export function generateAll(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const rule of RULES) files.set(`docs/rules/${rule.id}.md`, rulePage(rule));
  files.set('docs/rules/README.md', indexPage());
  files.set('data/schemas/config-1.json', `${JSON.stringify(configSchema(), null, 2)}\n`);
  files.set('data/schemas/pack-1.json', `${JSON.stringify(packSchema(), null, 2)}\n`);
  return files;
}

function main(check: boolean): number {
  const files = generateAll();
  let stale = 0;
  for (const [file, content] of files) {
    const path = join(root, file);
    if (existsSync(path) && readFileSync(path, 'utf8') === content) continue;
    stale++;
    console.log(`${check ? 'out of date' : 'written'}: ${file}`);
    if (check) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  for (const name of readdirSync(join(root, 'docs/rules'))) {
    if (files.has(`docs/rules/${name}`)) continue;
    stale++;
    console.log(`${check ? 'no such rule' : 'removed'}: docs/rules/${name}`);
    if (!check) rmSync(join(root, 'docs/rules', name));
  }
  if (check && stale > 0)
    console.error('Run `npx tsx scripts/generate-rule-docs.mts` and commit the result.');
  return check && stale > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.includes('--check'));
