/** JUnit XML: one suite a file, one case a finding; errors and warnings are failures, the rest is output. */
import type { FileResult, PlacedFinding } from '../lint/result.ts';
import type { Render } from './format.ts';
import { attribute, xml } from './escape.ts';

const failing = (finding: PlacedFinding): boolean =>
  finding.severity === 'error' || finding.severity === 'warning';

export const junit: Render = (results) => {
  const tests = results.reduce((sum, result) => sum + cases(result), 0);
  const failures = results.reduce((sum, result) => sum + result.findings.filter(failing).length, 0);
  const errors = results.filter((result) => result.status === 'failed').length;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sourcelight" tests="${tests}" failures="${failures}" errors="${errors}">
${results.map(suite).join('')}</testsuites>
`;
};

/** A file without findings is one passed case. */
function cases(result: FileResult): number {
  return Math.max(1, result.findings.length);
}

function suite(result: FileResult): string {
  const { file, findings, status } = result;
  const failures = findings.filter(failing).length;
  const head = `  <testsuite name="${attribute(file)}" tests="${cases(result)}" failures="${failures}" errors="${status === 'failed' ? 1 : 0}" skipped="${status === 'passed-over' || status === 'skipped' ? 1 : 0}">\n`;
  const name = `name="${attribute(file)}" classname="${attribute(file)}"`;
  if (status === 'failed') {
    return `${head}    <testcase ${name}>\n      <error message="${attribute(result.message ?? '')}"/>\n    </testcase>\n  </testsuite>\n`;
  }
  if (status === 'passed-over' || status === 'skipped') {
    return `${head}    <testcase ${name}>\n      <skipped message="${attribute(result.message ?? '')}"/>\n    </testcase>\n  </testsuite>\n`;
  }
  if (findings.length === 0) return `${head}    <testcase ${name}/>\n  </testsuite>\n`;
  return `${head}${findings.map((finding) => testCase(file, finding)).join('')}  </testsuite>\n`;
}

function testCase(file: string, finding: PlacedFinding): string {
  const { line, column } = finding.position;
  const place = `${file}:${line}:${column}`;
  const body = `${place}: ${finding.severity} ${finding.message} (${finding.rule})`;
  const inner = failing(finding)
    ? `      <failure type="${finding.severity}" message="${attribute(finding.message)}">${xml(body)}</failure>\n`
    : `      <system-out>${xml(body)}</system-out>\n`;
  return `    <testcase name="${attribute(`${finding.rule} ${line}:${column}`)}" classname="${attribute(file)}" file="${attribute(file)}" line="${line}">\n${inner}    </testcase>\n`;
}
