/**
 * Suppressions: where a text says that a finding is meant to stay, and why. One grammar in several carriers: HTML
 * comments, marker lines and trailing markers (`%%`), an end-note block, front matter, and a sidecar file that is
 * handed in as data. Knows the text and the list of findings; knows no files and no rules beyond their ids.
 *
 * Directives are no part of the story: `readSuppressions` gives the text with them blanked, character for character,
 * so that all offsets stay.
 */
import type { Fix, Severity } from './annotation.ts';
import type { Span } from './text/spans.ts';
import { fingerprint } from './rules/fingerprint.ts';

export type Carrier = 'comment' | 'marker' | 'end-note' | 'front-matter' | 'sidecar';
export type Verb = 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file' | 'anchor';

export interface Directive {
  readonly carrier: Carrier;
  readonly verb: Verb;
  /** Rule ids; empty = all rules. */
  readonly rules: readonly string[];
  readonly reason: string | null;
  /** The directive itself in the text; null in a sidecar. */
  readonly at: Span | null;
  /** What a fix removes: the directive with the line it fills. */
  readonly remove: Span | null;
  /** The parts of the text it covers; empty when an anchor is lost. */
  readonly covers: readonly Span[];
}

export interface SuppressionOptions {
  /** What begins a marker line; default `%%`. */
  readonly marker?: string;
  readonly sidecar?: Sidecar | null;
}

/** `story.txt.sourcelight.json`: anchors are quoted text with context, so that they survive edits. */
export interface Sidecar {
  readonly suppressions: readonly {
    readonly rule: string;
    readonly anchor: Anchor | null;
    readonly reason: string | null;
  }[];
}

export interface Anchor {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface Suppressions {
  /** The story with all directives blanked: same length, same offsets. */
  readonly text: string;
  readonly directives: readonly Directive[];
}

/** What suppression needs to know of a finding. */
export interface Suppressible extends Span {
  readonly rule: string;
}

/** A finding about a directive, shaped as `lint` shapes its own. */
export interface DirectiveFinding extends Span {
  readonly rule: 'suppression-reason' | 'suppression-unused' | 'suppression-unknown' | 'suppression-lost';
  readonly severity: Severity;
  readonly message: string;
  readonly messageId: string;
  readonly confidence: number;
  readonly docs: string;
  readonly related: readonly (Span & { readonly message: string })[];
  readonly fixes: readonly Fix[];
  readonly fingerprint: string;
}

export interface Suppressed<F> {
  readonly finding: F;
  readonly reason: string | null;
  readonly carrier: Carrier;
}

export interface SuppressionOutcome<F> {
  readonly kept: readonly F[];
  readonly suppressed: readonly Suppressed<F>[];
  /** About the directives themselves; in text order. */
  readonly problems: readonly DirectiveFinding[];
}

export interface ApplyOptions {
  /** All ids that may be named; others are reported. */
  readonly knownRules: readonly string[];
  readonly requireReason?: boolean;
  readonly reportUnused?: boolean;
}

/** Rule ids of this module, for settings and documentation. */
export const SUPPRESSION_RULES: readonly string[] = [
  'suppression-reason',
  'suppression-unused',
  'suppression-unknown',
  'suppression-lost',
];

const BODY = /^sourcelight-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])([^]*)$/;
const COMMENT = /<!--\s*(sourcelight-[\w-]+[^]*?)\s*-->/g;

interface Parsed {
  readonly verb: Verb;
  readonly rules: readonly string[];
  readonly reason: string | null;
}

/** `source-bare, verb-loaded -- the desk knows who it is`. */
function parseRules(body: string): Omit<Parsed, 'verb'> {
  const dash = /(?:^|\s)(?:--|—|–)(?:\s|$)/.exec(body);
  const list = dash ? body.slice(0, dash.index) : body;
  const reason = dash ? body.slice(dash.index + dash[0].length).trim() : '';
  return {
    rules: list.split(/[\s,]+/).filter((id) => id !== ''),
    reason: reason === '' ? null : reason,
  };
}

function parseDirective(text: string): Parsed | null {
  const match = BODY.exec(text.trim());
  if (!match) return null;
  return { verb: match[1] as Verb, ...parseRules(match[2] ?? '') };
}

interface Line extends Span {
  readonly text: string;
  /** After the line end. */
  readonly next: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    const end = feed < 0 ? text.length : feed > start && text[feed - 1] === '\r' ? feed - 1 : feed;
    lines.push({ start, end, next, text: text.slice(start, end) });
    if (feed < 0) break;
    start = next;
  }
  return lines;
}

/** Found before it is known what it covers. */
interface Found extends Parsed {
  readonly carrier: Carrier;
  readonly line: number;
  readonly at: Span;
  readonly remove: Span;
  readonly anchor?: string;
}

function escaped(marker: string): string {
  return marker.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function findDirectives(text: string, lines: readonly Line[], marker: string): Found[] {
  const found: Found[] = [];
  const mark = escaped(marker);
  const trailing = new RegExp(`(^|[ \\t])${mark}[ \\t]*(sourcelight-[^]*)$`);
  const noteHead = new RegExp(`^[ \\t]*${mark}[ \\t]*sourcelight[ \\t]*:?[ \\t]*$`);
  let notes = false;
  let fence: 'none' | 'open' | 'closed' = /^\ufeff?---[ \t]*$/.test(lines[0]?.text ?? '') ? 'open' : 'none';
  let list = false;
  lines.forEach((line, index) => {
    const whole: Span = { start: line.start, end: line.next };
    if (fence === 'open' && index > 0) {
      if (/^(?:---|\.\.\.)[ \t]*$/.test(line.text) || index > 60) fence = 'closed';
      else {
        const pair = /^sourcelight-disable[ \t]*:[ \t]*(.*)$/.exec(line.text);
        const item = /^[ \t]+-[ \t]+(.*)$/.exec(line.text);
        const entry = pair ? pair[1] : list && item ? item[1] : undefined;
        if (pair) list = pair[1] === '';
        else if (!item) list = false;
        if (entry !== undefined && entry !== '') {
          const value = entry.trim().replace(/^(["'])([^]*)\1$/, '$2');
          found.push({
            carrier: 'front-matter',
            verb: 'disable-file',
            ...parseRules(value),
            line: index,
            at: { start: line.start, end: line.end },
            remove: whole,
          });
        }
        return;
      }
    }
    if (notes) {
      const entry = /^[ \t]*([a-z][a-z-]*)[ \t]+["“]([^"”]+)["”][ \t]*(.*)$/.exec(line.text);
      if (entry) {
        const { reason } = parseRules(entry[3] ?? '');
        found.push({
          carrier: 'end-note',
          verb: 'anchor',
          rules: [entry[1] ?? ''],
          reason,
          anchor: entry[2] ?? '',
          line: index,
          at: { start: line.start, end: line.end },
          remove: whole,
        });
      }
      return;
    }
    if (noteHead.test(line.text)) {
      notes = true;
      return;
    }
    const match = trailing.exec(line.text);
    const parsed = match ? parseDirective(match[2] ?? '') : null;
    if (!match || !parsed) return;
    const start = line.start + match.index;
    const own = line.text.slice(0, match.index).trim() === '';
    found.push({
      carrier: 'marker',
      ...parsed,
      line: index,
      at: { start: own ? line.start : start, end: line.end },
      remove: own ? whole : { start, end: line.end },
    });
  });
  for (const match of text.matchAll(COMMENT)) {
    const parsed = parseDirective(match[1] ?? '');
    if (!parsed) continue;
    const start = match.index;
    const end = start + match[0].length;
    const line = lineAt(lines, start);
    const last = lineAt(lines, end);
    const own =
      text.slice(lines[line]?.start ?? start, start).trim() === '' &&
      text.slice(end, lines[last]?.end ?? end).trim() === '';
    found.push({
      carrier: 'comment',
      ...parsed,
      line: last,
      at: { start, end },
      remove: own ? { start: lines[line]?.start ?? start, end: lines[last]?.next ?? end } : { start, end },
    });
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}

function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** All places where `exact` stands, up to a bound; white space counts as one kind. */
function occurrences(text: string, exact: string, bound: number): Span[] {
  const words = exact.trim().split(/\s+/).map(escaped);
  if (words.length === 0 || words[0] === '') return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(new RegExp(words.join('\\s+'), 'g'))) {
    spans.push({ start: match.index, end: match.index + match[0].length });
    if (spans.length >= bound) break;
  }
  return spans;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The one place an anchor means: by its words and their neighbours, never by guess. */
export function locateAnchor(text: string, anchor: Anchor): Span | null {
  const found = occurrences(text, anchor.exact, 1000);
  const prefix = flat(anchor.prefix);
  const suffix = flat(anchor.suffix);
  const fitting = found.filter(
    ({ start, end }) =>
      flat(text.slice(Math.max(0, start - anchor.prefix.length * 2 - 20), start)).endsWith(prefix) &&
      flat(text.slice(end, end + anchor.suffix.length * 2 + 20)).startsWith(suffix),
  );
  const [only] = fitting.length > 0 ? fitting : found;
  return only !== undefined && (fitting.length === 1 || (fitting.length === 0 && found.length === 1))
    ? only
    : null;
}

/** The anchor of a span: its words with enough of the neighbours to find it again. */
export function anchorOf(text: string, span: Span): Anchor {
  const before = text.slice(Math.max(0, span.start - 32), span.start);
  const after = text.slice(span.end, span.end + 32);
  return {
    exact: text.slice(span.start, span.end),
    prefix: before.replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: after.replace(/[\uD800-\uDBFF]$/, ''),
  };
}

/** Reads a sidecar's JSON value; what is not as documented is left out and told. */
export function readSidecar(value: unknown): {
  readonly sidecar: Sidecar;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const record = (entry: unknown): Readonly<Record<string, unknown>> | null =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? (entry as Readonly<Record<string, unknown>>)
      : null;
  const text = (entry: unknown): string => (typeof entry === 'string' ? entry : '');
  const list = record(value)?.['suppressions'];
  if (record(value) === null) problems.push('is not a JSON object');
  else if (list !== undefined && !Array.isArray(list)) problems.push('"suppressions" is not a list');
  const suppressions: Sidecar['suppressions'][number][] = [];
  (Array.isArray(list) ? (list as readonly unknown[]) : []).forEach((entry, index) => {
    const item = record(entry);
    const rule = text(item?.['rule']);
    const anchor = record(item?.['anchor']);
    if (item === null || rule === '' || (anchor !== null && text(anchor['exact']) === '')) {
      problems.push(`"suppressions"[${index}] needs "rule" and, when it has an "anchor", its "exact" words`);
      return;
    }
    const reason = text(item['reason']).trim();
    suppressions.push({
      rule,
      anchor:
        anchor === null
          ? null
          : { exact: text(anchor['exact']), prefix: text(anchor['prefix']), suffix: text(anchor['suffix']) },
      reason: reason === '' ? null : reason,
    });
  });
  return { sidecar: { suppressions }, problems };
}

/** Blanks a span: every character but line ends becomes a space. */
function blank(text: string, spans: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    const begin = Math.max(start, from);
    out += text.slice(from, begin) + text.slice(begin, end).replace(/[^\r\n]/g, ' ');
    from = end;
  }
  return out + text.slice(from);
}

/** Finds all directives of a text (and of its sidecar), and the text without them. Never throws. */
export function readSuppressions(text: string, options: SuppressionOptions = {}): Suppressions {
  const marker = options.marker ?? '%%';
  const none = !text.includes('sourcelight');
  const lines = none ? [] : linesOf(text);
  const found = none ? [] : findDirectives(text, lines, marker);
  const blanks: Span[] = found.filter((entry) => entry.carrier !== 'front-matter').map((entry) => entry.at);
  // The end-note block is blanked to the end of the text, its heading and any line it could not read included.
  const head = lines.find((line) =>
    new RegExp(`^[ \\t]*${escaped(marker)}[ \\t]*sourcelight[ \\t]*:?[ \\t]*$`).test(line.text),
  );
  if (head) blanks.push({ start: head.start, end: text.length });
  const story = blanks.length === 0 ? text : blank(text, blanks);
  const full: Span = { start: 0, end: text.length };
  const directives = found.map((entry, index): Directive => {
    const { carrier, verb, rules, reason, at, remove } = entry;
    const covers = ((): readonly Span[] => {
      switch (verb) {
        case 'disable-file':
          return [full];
        case 'disable-line':
          return [lines[entry.line] ?? full];
        case 'disable-next-line': {
          for (let next = entry.line + 1; next < lines.length; next++) {
            const line = lines[next];
            // In unwrapped copy a line is a paragraph; blank lines and other directives in between do not count.
            if (line && story.slice(line.start, line.end).trim() !== '') return [line];
          }
          return [];
        }
        case 'disable': {
          const end = found
            .slice(index + 1)
            .find(
              (later) =>
                later.verb === 'enable' &&
                (later.rules.length === 0 || rules.every((rule) => later.rules.includes(rule))),
            );
          return [{ start: at.end, end: end?.at.start ?? text.length }];
        }
        case 'anchor':
          return occurrences(story, entry.anchor ?? '', 1000);
        case 'enable':
          return [];
      }
    })();
    return { carrier, verb, rules, reason, at, remove, covers };
  });
  const beside = (options.sidecar?.suppressions ?? []).map(({ rule, anchor, reason }): Directive => {
    const span = anchor === null ? full : locateAnchor(story, anchor);
    return {
      carrier: 'sidecar',
      verb: anchor === null ? 'disable-file' : 'anchor',
      rules: [rule],
      reason,
      at: null,
      remove: null,
      covers: span === null ? [] : [span],
    };
  });
  return { text: story, directives: [...directives, ...beside] };
}

function covering(directive: Directive, finding: Suppressible): boolean {
  if (directive.rules.length > 0 && !directive.rules.includes(finding.rule)) return false;
  return directive.covers.some((span) =>
    directive.verb === 'anchor'
      ? finding.start < span.end && span.start < finding.end
      : finding.start >= span.start && finding.start <= span.end,
  );
}

/** The nearest known id for a misspelt one: shares the most letter pairs. */
function nearestRule(id: string, known: readonly string[]): string | null {
  const pairs = (word: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2)));
  const own = pairs(id);
  let best: string | null = null;
  let bestScore = 0.5;
  for (const candidate of known) {
    const other = pairs(candidate);
    let shared = 0;
    for (const pair of own) if (other.has(pair)) shared++;
    const score = (2 * shared) / Math.max(1, own.size + other.size);
    if (score > bestScore) {
      bestScore = score;
      best = candidate;
    }
  }
  return best;
}

/**
 * Sorts findings into kept and suppressed, and reports what is wrong with the directives: no reason, unknown rule,
 * nothing to suppress, an anchor that no longer matches. `text` is the text as given.
 */
export function applySuppressions<F extends Suppressible>(
  text: string,
  directives: readonly Directive[],
  findings: readonly F[],
  options: ApplyOptions,
): SuppressionOutcome<F> {
  const used = new Set<Directive>();
  const kept: F[] = [];
  const suppressed: Suppressed<F>[] = [];
  for (const finding of findings) {
    const directive = directives.find((candidate) => covering(candidate, finding));
    if (directive) {
      used.add(directive);
      suppressed.push({ finding, reason: directive.reason, carrier: directive.carrier });
    } else kept.push(finding);
  }
  const problems: DirectiveFinding[] = [];
  const report = (
    rule: DirectiveFinding['rule'],
    severity: Severity,
    directive: Directive,
    message: string,
    fixes: readonly Fix[] = [],
  ): void => {
    // A sidecar has no place in the text: its problems stand at the first word.
    const first = /\S+/.exec(text);
    const at = directive.at ?? {
      start: first?.index ?? 0,
      end: (first?.index ?? 0) + (first?.[0].length ?? 0),
    };
    if (at.end <= at.start) return;
    problems.push({
      rule,
      severity,
      start: at.start,
      end: at.end,
      message,
      messageId: rule,
      confidence: 1,
      docs: 'docs/suppressions.md',
      related: [],
      fixes,
      fingerprint: fingerprint(rule, text.slice(at.start, at.end), directive.rules.join(',')),
    });
  };
  for (const directive of directives) {
    const where = directive.carrier === 'sidecar' ? 'The sidecar' : 'This';
    const remove: readonly Fix[] =
      directive.remove === null
        ? []
        : [{ title: 'Remove the suppression', safe: true, edits: [{ ...directive.remove, newText: '' }] }];
    for (const id of directive.rules) {
      if (options.knownRules.includes(id)) continue;
      const near = nearestRule(id, options.knownRules);
      const at = directive.at === null ? -1 : text.slice(directive.at.start, directive.at.end).indexOf(id);
      const fixes: readonly Fix[] =
        near === null || directive.at === null || at < 0
          ? []
          : [
              {
                title: `Write “${near}”`,
                safe: false,
                edits: [
                  { start: directive.at.start + at, end: directive.at.start + at + id.length, newText: near },
                ],
              },
            ];
      report(
        'suppression-unknown',
        'error',
        directive,
        `There is no rule “${id}”${near === null ? '' : `; did you mean “${near}”?`}`,
        fixes,
      );
    }
    if (directive.verb === 'enable') continue;
    if (options.requireReason !== false && directive.reason === null) {
      report(
        'suppression-reason',
        'warning',
        directive,
        `${where} suppression${directive.carrier === 'sidecar' ? ` of ${directive.rules.join(', ')}` : ''} gives no reason; write it after “--”`,
      );
    }
    const known =
      directive.rules.length === 0 || directive.rules.some((id) => options.knownRules.includes(id));
    if (directive.verb === 'anchor' && directive.covers.length === 0) {
      report(
        'suppression-lost',
        'warning',
        directive,
        `${where} suppression of ${directive.rules.join(', ')} no longer finds its words`,
        remove,
      );
    } else if (options.reportUnused !== false && known && !used.has(directive)) {
      report(
        'suppression-unused',
        'warning',
        directive,
        `${where} suppression${directive.rules.length > 0 ? ` of ${directive.rules.join(', ')}` : ''} suppresses nothing`,
        remove,
      );
    }
  }
  return { kept, suppressed, problems };
}
