/** For tools: the findings as docs/annotation.md describes them, with places; one object, or one line a finding. */
import type { FileResult, PlacedFinding } from '../lint/result.ts';
import type { Render } from './format.ts';

export const LINT_SCHEMA_VERSION = 1;

/** A finding without what only people need. */
export function plainFinding(finding: PlacedFinding): object {
  const {
    rule,
    severity,
    start,
    end,
    message,
    messageId,
    confidence,
    docs,
    related,
    fixes,
    fingerprint,
    position,
    codePoints,
  } = finding;
  return {
    rule,
    severity,
    start,
    end,
    message,
    messageId,
    confidence,
    docs,
    related,
    fixes,
    fingerprint,
    position,
    codePoints,
  };
}

function plainFile(result: FileResult, showSuppressed: boolean): object {
  return {
    file: result.file,
    status: result.status,
    ...(result.message === null ? {} : { message: result.message }),
    findings: result.findings.map(plainFinding),
    ...(showSuppressed
      ? { suppressed: result.suppressed.map(({ finding, reason }) => ({ reason, ...plainFinding(finding) })) }
      : {}),
    ...(result.stopped ? { stopped: true } : {}),
  };
}

export const json: Render = (results, { version, summary, showSuppressed }) =>
  `${JSON.stringify(
    {
      schemaVersion: LINT_SCHEMA_VERSION,
      engine: { name: 'sourcelight', version },
      files: results.map((result) => plainFile(result, showSuppressed)),
      summary,
    },
    null,
    2,
  )}\n`;

export const jsonl: Render = (results, { summary }) => {
  let out = '';
  for (const { file, findings } of results) {
    for (const finding of findings) out += `${JSON.stringify({ file, ...plainFinding(finding) })}\n`;
  }
  return `${out}${JSON.stringify({ schemaVersion: LINT_SCHEMA_VERSION, summary })}\n`;
};
