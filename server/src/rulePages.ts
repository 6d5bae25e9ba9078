/** The page of a rule as Markdown, formed from the rule's own words; hover, `explain` and the virtual document share it. */
import { RULES } from '../../engine/rules/index.ts';
import type { ExplainResult } from '../../protocol/index.ts';

/** An example with its reported range in bold. */
function example(text: string): string {
  const marked = text.replace(/⟦/g, '**').replace(/⟧/g, '**');
  return marked
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

export function explainRule(id: string): ExplainResult | null {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) return null;
  const parts = [`# ${rule.id}`, rule.docs.summary, rule.docs.rationale];
  const [bad] = rule.docs.bad;
  if (bad !== undefined) {
    parts.push('## Reported', example(bad.text));
    if (bad.fixed !== undefined) parts.push('## After the fix', example(bad.fixed));
  }
  const [good] = rule.docs.good;
  if (good !== undefined) parts.push('## Not reported', example(good.text));
  const options = Object.entries(rule.options ?? {});
  if (options.length > 0) {
    parts.push(
      '## Options',
      options
        .map(([name, option]) => `- \`${name}\` (${JSON.stringify(option.default)}): ${option.description}`)
        .join('\n'),
    );
  }
  parts.push(`Default severity: ${rule.severity}.`);
  return { rule: rule.id, title: rule.title, markdown: `${parts.join('\n\n')}\n` };
}
