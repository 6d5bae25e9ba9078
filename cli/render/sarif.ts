/** SARIF 2.1.0 for code scanning. Suppressed and known findings stay in, marked as such. */
import { RULES } from '../../engine/rules/index.ts';
import type { FileResult, PlacedFinding } from '../lint/result.ts';
import type { Render } from './format.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note', off: 'none' } as const;
const HOME = 'https://github.com/sourcelight/sourcelight';

/** A path as a URI reference relative to the working folder, or a file URI for one outside. */
export function fileUri(file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(file)) return `file:///${path.replace(/^([A-Za-z])%3A/, '$1:')}`;
  return file.startsWith('/') ? `file://${path}` : path;
}

export const sarif: Render = (results, { version }) => {
  const mentioned = [
    ...new Set([
      ...RULES.map((rule) => rule.id),
      ...results.flatMap(findingsOf).map(({ finding }) => finding.rule),
    ]),
  ].sort();
  const index = new Map(mentioned.map((id, position) => [id, position]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Sourcelight',
            semanticVersion: version,
            informationUri: HOME,
            rules: mentioned.map((id) => ruleOf(id)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder in which sourcelight was run' } } },
        artifacts: results.map(({ file }) => ({ location: location(file) })),
        results: results.flatMap((result, artifact) =>
          findingsOf(result).map(({ finding, suppression, known }) => ({
            ruleId: finding.rule,
            ruleIndex: index.get(finding.rule) ?? -1,
            kind: 'fail',
            level: LEVELS[finding.severity],
            message: { text: finding.message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { ...location(result.file), index: artifact },
                  region: {
                    startLine: finding.position.line,
                    startColumn: finding.position.column,
                    endLine: finding.position.endLine,
                    endColumn: finding.position.endColumn,
                    charOffset: finding.start,
                    charLength: finding.end - finding.start,
                  },
                },
              },
            ],
            ...(finding.related.length === 0
              ? {}
              : {
                  relatedLocations: finding.related.map((related, id) => ({
                    id,
                    message: { text: related.message },
                    physicalLocation: {
                      artifactLocation: { ...location(result.file), index: artifact },
                      region: { charOffset: related.start, charLength: related.end - related.start },
                    },
                  })),
                }),
            rank: Math.round(finding.confidence * 1000) / 10,
            partialFingerprints: { 'sourcelight/v1': finding.fingerprint },
            baselineState: known ? 'unchanged' : 'new',
            suppressions: suppression === null ? [] : [{ kind: 'inSource', justification: suppression }],
            ...fixesOf(result.file, artifact, finding),
            properties: { severity: finding.severity, confidence: finding.confidence },
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

interface Marked {
  readonly finding: PlacedFinding;
  /** Why it is suppressed, or null. */
  readonly suppression: string | null;
  readonly known: boolean;
}

function findingsOf(result: FileResult): readonly Marked[] {
  return [
    ...result.findings.map((finding) => ({ finding, suppression: null, known: false })),
    ...result.known.map((finding) => ({ finding, suppression: null, known: true })),
    ...result.suppressed.map(({ finding, reason }) => ({
      finding,
      suppression: reason ?? 'no reason given',
      known: false,
    })),
  ].sort((a, b) => a.finding.start - b.finding.start || (a.finding.rule < b.finding.rule ? -1 : 1));
}

function location(file: string): object {
  const uri = fileUri(file);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: 'SRCROOT' };
}

function ruleOf(id: string): object {
  const rule = RULES.find((candidate) => candidate.id === id);
  const page = { helpUri: `${HOME}/blob/main/docs/${rule ? `rules/${id}` : 'suppressions'}.md` };
  if (!rule) return { id, shortDescription: { text: 'A fault in a suppression directive' }, ...page };
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.docs.summary },
    fullDescription: { text: `${rule.docs.summary} ${rule.docs.rationale}` },
    help: { text: `${rule.title}\n\n${rule.docs.summary}\n\nWhy: ${rule.docs.rationale}` },
    ...page,
    defaultConfiguration: { level: LEVELS[rule.severity], enabled: rule.severity !== 'off' },
  };
}

function fixesOf(file: string, artifact: number, finding: PlacedFinding): object {
  const safe = finding.fixes.filter((fix) => fix.safe && fix.edits.length > 0);
  if (safe.length === 0) return {};
  return {
    fixes: safe.map((fix) => ({
      description: { text: fix.title },
      artifactChanges: [
        {
          artifactLocation: { ...location(file), index: artifact },
          replacements: fix.edits.map((edit) => ({
            deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
            insertedContent: { text: edit.newText },
          })),
        },
      ],
    })),
  };
}
