/** The page of a rule in the terminal: what it reports, why, with examples, options and fix. */
import type { Example, Rule } from '../../engine/rules/rule.ts';
import { painter, type Paint } from './style.ts';

export function rulePage(rule: Rule, color: boolean): string {
  const paint = painter(color);
  const fix = { safe: 'safe (--fix applies it)', offer: 'offered, never applied by itself', none: 'none' }[
    rule.fix
  ];
  const lines = [
    `${paint('1', rule.id)}  ${rule.title}`,
    '',
    rule.docs.summary,
    '',
    `${paint('1', 'Reports')}   ${rule.docs.range}`,
    `${paint('1', 'Why')}       ${rule.docs.rationale}`,
    `${paint('1', 'Severity')}  ${rule.severity}${rule.severity === 'off' ? ' (switch it on with --rule or in the configuration)' : ''}`,
    `${paint('1', 'Fix')}       ${fix}${rule.docs.fix === undefined ? '' : `: ${rule.docs.fix}`}`,
    ...(rule.docs.standards.length > 0
      ? [`${paint('1', 'Standards')} ${rule.docs.standards.join(', ')} (docs/rules/README.md)`]
      : []),
  ];
  const options = Object.entries(rule.options ?? {});
  if (options.length > 0) {
    lines.push('', paint('1', 'Options'));
    for (const [name, option] of options) {
      const values = option.enum === undefined ? option.type : option.enum.join(', ');
      lines.push(
        `  ${name} (${values}; default ${JSON.stringify(option.default)})`,
        `    ${option.description}`,
      );
    }
  }
  lines.push(
    '',
    paint('1', 'Reported'),
    ...rule.docs.bad.flatMap((example) => exampleLines(example, paint, '✖', '31')),
  );
  lines.push(
    '',
    paint('1', 'Not reported'),
    ...rule.docs.good.flatMap((example) => exampleLines(example, paint, '✔', '32')),
  );
  if (rule.docs.silentOn.length > 0) {
    lines.push('', paint('1', 'Silent on'), ...rule.docs.silentOn.map((silence) => `  - ${silence.what}`));
  }
  lines.push('', `Silence one finding: %% sourcelight-disable-next-line ${rule.id} -- reason`, '');
  return lines.join('\n');
}

/** The example with its range underlined, or between ⟦ ⟧ where there are no colours. */
function exampleLines(example: Example, paint: Paint, sign: string, codes: string): string[] {
  const options = example.options === undefined ? '' : `   ${JSON.stringify(example.options)}`;
  const colored = paint('1', 'x') !== 'x';
  const text = colored
    ? example.text.replace(/⟦([^⟧]*)⟧/g, (_, range: string) => paint('1;4', range))
    : example.text;
  const [first = '', ...rest] = text.split('\n');
  return [`  ${paint(codes, sign)} ${first}${options}`, ...rest.map((line) => `    ${line}`)];
}
