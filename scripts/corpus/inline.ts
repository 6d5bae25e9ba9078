/**
 * Reads one file of the project's own corpus (data/corpus/README.md): front matter, text with inline marks
 * `{s1 …}`, stand-off sections. It knows the notation and the values the sections may take. It must not know
 * what good annotation is (problems.ts does), nor files, nor the engine's algorithms.
 */
import type {
  AgencyFunction,
  AttributionClass,
  LegalStatus,
  QuoteKind,
  ResponseKind,
  SpeakerType,
  Stance,
  Verification,
} from '../../engine/annotation.ts';
import type { Span } from '../../engine/text/spans.ts';

/** A fault in a corpus file. Line and column count from 1; the column counts UTF-16 code units. */
export interface CorpusProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface CorpusAttribution {
  /** The number used in the file, from 1. */
  readonly number: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Whoever is told or asked, outside cue and content. */
  readonly hearer: readonly Span[];
  /** The accused party, where the file marks it. */
  readonly accused: readonly Span[];
  /** Name of a speaker in `speakers`, or null: the text names none, or it cannot be decided (`ambiguous`). */
  readonly speaker: string | null;
  readonly ambiguous: boolean;
  /** Name of a speaker in `speakers`, or the name of a hearer who never speaks. */
  readonly to: string | null;
  /** Key of an agency or name of an outlet. */
  readonly via: string | null;
  readonly stance: Stance;
  readonly verification: Verification;
  readonly class: AttributionClass;
  readonly negated: boolean;
}

export interface CorpusSpeaker {
  readonly name: string;
  readonly type: SpeakerType;
  readonly role: string | null;
  readonly affiliation: string | null;
}

export interface CorpusAgencyMention extends Span {
  readonly function: AgencyFunction;
}

export interface CorpusAgency {
  /** Key in data/agencies, or the name of an outlet that has none. */
  readonly key: string;
  readonly mentions: readonly CorpusAgencyMention[];
}

export interface CorpusResponse {
  readonly kind: ResponseKind;
  /** Number of the attribution that is the response, or null when plain words of the text are. */
  readonly attribution: number | null;
  readonly spans: readonly Span[];
}

export interface CorpusAllegation {
  readonly number: number;
  readonly spans: readonly Span[];
  readonly attribution: number | null;
  /** False: the text names nobody who says so. */
  readonly attributed: boolean;
  readonly accuser: string | null;
  readonly accused: string | null;
  readonly status: LegalStatus;
  readonly responses: readonly CorpusResponse[];
}

/** A quotation that belongs to no attribution. */
export interface CorpusQuote extends Span {
  readonly kind: QuoteKind;
}

export interface CorpusArticle {
  readonly id: string;
  readonly genre: string;
  readonly style: readonly string[];
  readonly outlet: string | null;
  readonly text: string;
  readonly attributions: readonly CorpusAttribution[];
  readonly speakers: readonly CorpusSpeaker[];
  readonly agencies: readonly CorpusAgency[];
  readonly allegations: readonly CorpusAllegation[];
  readonly quotes: readonly CorpusQuote[];
}

/** What reading a file gives: the article (null when the file is too broken), its faults, and the way back to lines. */
export interface CorpusReading {
  readonly article: CorpusArticle | null;
  readonly problems: readonly CorpusProblem[];
  /** Line and column, in the file, of an offset in the article's text. */
  readonly locate: (offset: number) => { readonly line: number; readonly column: number };
}

const GENRES = [
  'world',
  'court',
  'business',
  'science',
  'sport',
  'council',
  'interview',
  'headlines',
  'wire',
  'broadcast',
  'crime',
  'health',
  'politics',
  'culture',
  'local',
] as const;
const STYLES = ['uk', 'us', 'curly', 'straight', 'single', 'latex'] as const;
const CLASSES: readonly AttributionClass[] = ['speech', 'attitude', 'finding'];
const STANCES: readonly Stance[] = [
  'neutral',
  'allege',
  'accuse',
  'deny',
  'claim',
  'confirm',
  'condemn',
  'demand',
  'warn',
  'concede',
  'believe',
  'promise',
  'praise',
  'other',
];
const VERIFICATIONS: readonly Verification[] = [
  'unverified-allegation',
  'denial',
  'official-statement',
  'eyewitness',
  'reported-by-agency',
  'opinion',
  'other',
];
const SPEAKER_TYPES: readonly SpeakerType[] = [
  'person',
  'organization',
  'country',
  'agency',
  'outlet',
  'group',
  'anonymous',
  'document',
];
const AGENCY_FUNCTIONS: readonly AgencyFunction[] = [
  'credit',
  'contributor',
  'dateline',
  'photo',
  'source',
  'told-to',
  'self',
  'mention',
];
const STATUSES: readonly LegalStatus[] = [
  'alleged',
  'suspected',
  'arrested',
  'charged',
  'on-trial',
  'sued',
  'convicted',
  'liable',
  'cleared',
];
const RESPONSE_KINDS: readonly ResponseKind[] = ['denial', 'comment', 'no-comment', 'unreachable', 'plea'];
const QUOTE_KINDS = ['scare', 'title', 'nickname', 'other'] as const;

const SECTIONS = ['attributions', 'speakers', 'agencies', 'allegations'] as const;
type Section = (typeof SECTIONS)[number];

interface Mark extends Span {
  /** s c t r x l q */
  readonly letter: string;
  readonly numbers: readonly number[];
  readonly quoteKind: (typeof QUOTE_KINDS)[number] | null;
  /** Where the mark opens in the file. */
  readonly at: number;
}

interface Entry {
  readonly name: string;
  readonly value: string;
  /** Where the line starts in the file. */
  readonly at: number;
}

/** `includes` that narrows, for the closed lists above. */
function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

function locator(fileText: string): (at: number) => { line: number; column: number } {
  const starts = lineStarts(fileText);
  return (at) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}

/** The article's text without marks, the marks, and for each text offset its place in the file. */
function readMarks(
  body: string,
  bodyAt: number,
  report: (at: number, message: string) => void,
): { text: string; marks: readonly Mark[]; places: readonly number[] } {
  const marks: Mark[] = [];
  const open: {
    letter: string;
    numbers: number[];
    quoteKind: Mark['quoteKind'];
    at: number;
    start: number;
  }[] = [];
  const places: number[] = [];
  let text = '';
  const key = /(?:([sctrxl])([1-9][0-9]*(?:,[1-9][0-9]*)*)|q:(scare|title|nickname|other)) /y;
  for (let i = 0; i < body.length; i++) {
    const character = body.charAt(i);
    if (character === '{') {
      key.lastIndex = i + 1;
      const found = key.exec(body);
      if (found === null) {
        const shown = body.slice(i, i + 12).replace(/\n[^]*/, '');
        report(
          bodyAt + i,
          `"${shown}" opens no known mark: expected {s1 … c t r x l with numbers, or {q:scare …`,
        );
        continue;
      }
      const [whole, letter, numbers, kind] = found;
      open.push({
        letter: letter ?? 'q',
        numbers: numbers === undefined ? [] : numbers.split(',').map(Number),
        quoteKind: QUOTE_KINDS.find((one) => one === kind) ?? null,
        at: bodyAt + i,
        start: text.length,
      });
      i += whole.length;
    } else if (character === '}') {
      const mark = open.pop();
      if (mark === undefined) report(bodyAt + i, '"}" closes no mark');
      else {
        const { letter, numbers, quoteKind, at, start } = mark;
        const span = { start, end: text.length };
        if (span.end === span.start) report(at, 'the mark is empty');
        marks.push({ ...span, letter, numbers, quoteKind, at });
      }
    } else {
      places.push(bodyAt + i);
      text += character;
    }
  }
  for (const mark of open)
    report(mark.at, `the mark {${mark.letter}${mark.numbers.join(',')} is never closed`);
  places.push(bodyAt + body.length);
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end), places };
}

/** Splits `a=b; c=d` and keeps what has no `=` out, with a report. */
function properties(entry: Entry, report: (at: number, message: string) => void): Map<string, string> {
  const found = new Map<string, string>();
  if (entry.value === '') return found;
  for (const part of entry.value.split(/;\s+|;$/)) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    if (equals < 1) report(entry.at, `"${part}" is not a property: expected name=value`);
    else if (found.has(part.slice(0, equals).trim())) {
      report(entry.at, `"${part.slice(0, equals).trim()}" is given twice`);
    } else found.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  return found;
}

/** Reads a corpus file and collects every fault of notation; never throws. */
export function readArticle(fileText: string): CorpusReading {
  const problems: CorpusProblem[] = [];
  const place = locator(fileText);
  const report = (at: number, message: string): void => {
    problems.push({ ...place(at), message });
  };
  const failed = (): CorpusReading => ({ article: null, problems, locate: () => place(0) });

  if (fileText.includes('\r')) report(fileText.indexOf('\r'), 'carriage return: files use LF');
  const rules = [...fileText.matchAll(/^---$/gm)].map((match) => match.index);
  const [headAt, bodyRule, tailRule, surplus] = rules;
  if (headAt !== 0 || bodyRule === undefined || tailRule === undefined) {
    report(0, 'expected three lines "---": before the front matter, before and after the text');
    return failed();
  }
  if (surplus !== undefined) {
    report(surplus, 'a fourth line "---": the text must not contain one');
    return failed();
  }

  const head = new Map<string, string>();
  for (let at = 4; at < bodyRule;) {
    const end = fileText.indexOf('\n', at);
    const line = fileText.slice(at, end).replace(/\s+#.*$/, '');
    const colon = line.indexOf(':');
    if (line.trim() !== '') {
      if (colon < 1) report(at, `front matter line without a colon: "${line}"`);
      else {
        const name = line.slice(0, colon).trim();
        if (!['id', 'genre', 'style', 'outlet'].includes(name))
          report(at, `unknown front matter field "${name}"`);
        head.set(name, line.slice(colon + 1).trim());
      }
    }
    at = end + 1;
  }
  const id = head.get('id') ?? '';
  if (!/^[a-z]+-\d{2,3}$/.test(id)) report(4, `id "${id}" is not <genre>-<number>`);
  const genre = head.get('genre') ?? '';
  if (!isOneOf(GENRES, genre)) report(4, `unknown genre "${genre}"; known: ${GENRES.join(' ')}`);
  const style = (head.get('style') ?? '').split(',').map((one) => one.trim());
  for (const one of style) {
    if (!isOneOf(STYLES, one)) report(4, `unknown style "${one}"; known: ${STYLES.join(' ')}`);
  }
  if (!style.includes('uk') && !style.includes('us')) report(4, 'style names neither uk nor us');

  const rawBody = fileText.slice(bodyRule + 4, tailRule);
  const leading = rawBody.length - rawBody.trimStart().length;
  const { text, marks, places } = readMarks(rawBody.trim(), bodyRule + 4 + leading, report);
  const locate = (offset: number): { line: number; column: number } =>
    place(places[Math.max(0, Math.min(offset, places.length - 1))] ?? 0);

  const sections: Record<Section, Entry[]> = {
    attributions: [],
    speakers: [],
    agencies: [],
    allegations: [],
  };
  let section: Section | null = null;
  for (let at = tailRule + 4; at < fileText.length;) {
    const newline = fileText.indexOf('\n', at);
    const end = newline < 0 ? fileText.length : newline;
    const line = fileText.slice(at, end).trim();
    const heading = /^([a-z]+):$/.exec(line)?.[1];
    if (heading !== undefined && isOneOf(SECTIONS, heading)) section = heading;
    else if (line !== '') {
      const colon = line.indexOf(':');
      if (section === null) report(at, `"${line}" stands before the first section (${SECTIONS.join(', ')})`);
      else if (colon < 1) report(at, `"${line}": expected "name: properties"`);
      else {
        sections[section].push({
          name: line.slice(0, colon).trim(),
          value: line.slice(colon + 1).trim(),
          at,
        });
      }
    }
    at = end + 1;
  }

  const oneOf = <T extends string>(
    list: readonly T[],
    given: string | undefined,
    fallback: T,
    what: string,
    at: number,
  ): T => {
    if (given === undefined) return fallback;
    if (isOneOf(list, given)) return given;
    report(at, `unknown ${what} "${given}"; known: ${list.join(' ')}`);
    return fallback;
  };
  const onlyKnown = (found: Map<string, string>, known: readonly string[], at: number): void => {
    for (const name of found.keys()) {
      if (!known.includes(name)) report(at, `unknown property "${name}"; known: ${known.join(' ')}`);
    }
  };
  const named = (value: string | undefined): string | null =>
    value === undefined || value === '-' || value === '' ? null : value;
  /** The only place where `words` occur in the text, as offsets; a report when there is none or more than one. */
  const only = (words: string, at: number): number => {
    const first = text.indexOf(words);
    if (first < 0) report(at, `"${words}" is not in the text`);
    else if (text.includes(words, first + 1)) report(at, `"${words}" occurs more than once in the text`);
    return first;
  };

  const speakers: CorpusSpeaker[] = [];
  for (const entry of sections.speakers) {
    const found = properties(entry, report);
    onlyKnown(found, ['type', 'role', 'affiliation'], entry.at);
    if (speakers.some((one) => one.name === entry.name))
      report(entry.at, `speaker "${entry.name}" is listed twice`);
    if (!found.has('type')) report(entry.at, `speaker "${entry.name}" has no type`);
    speakers.push({
      name: entry.name,
      type: oneOf(SPEAKER_TYPES, found.get('type'), 'person', 'speaker type', entry.at),
      role: named(found.get('role')),
      affiliation: named(found.get('affiliation')),
    });
  }
  const known = (name: string | null, what: string, at: number): void => {
    if (name !== null && !speakers.some((one) => one.name === name)) {
      report(at, `${what} "${name}" is not in the section speakers`);
    }
  };

  const spansOf = (letter: string, number: number): Span[] =>
    marks
      .filter((mark) => mark.letter === letter && mark.numbers.includes(number))
      .map(({ start, end }) => ({ start, end }));

  const attributions: CorpusAttribution[] = [];
  for (const entry of sections.attributions) {
    const number = Number(entry.name);
    if (!/^[1-9]\d*$/.test(entry.name)) {
      report(entry.at, `"${entry.name}" is not the number of an attribution`);
      continue;
    }
    if (attributions.some((one) => one.number === number))
      report(entry.at, `attribution ${number} is listed twice`);
    const found = properties(entry, report);
    onlyKnown(found, ['speaker', 'to', 'via', 'stance', 'verification', 'class', 'negated'], entry.at);
    const given = found.get('speaker');
    if (given === undefined)
      report(entry.at, `attribution ${number} has no speaker= (use - when the text names none)`);
    const ambiguous = given === 'ambiguous';
    const speaker = ambiguous ? null : named(given);
    known(speaker, 'speaker', entry.at);
    const to = named(found.get('to'));
    known(to, 'hearer', entry.at);
    const negated = found.get('negated') ?? 'no';
    if (negated !== 'yes' && negated !== 'no')
      report(entry.at, `negated is "${negated}": expected yes or no`);
    attributions.push({
      number,
      source: spansOf('s', number),
      cue: spansOf('c', number),
      content: spansOf('t', number),
      hearer: spansOf('r', number),
      accused: spansOf('x', number),
      speaker,
      ambiguous,
      to,
      via: named(found.get('via')),
      stance: oneOf(STANCES, found.get('stance'), 'neutral', 'stance', entry.at),
      verification: oneOf(VERIFICATIONS, found.get('verification'), 'other', 'verification', entry.at),
      class: oneOf(CLASSES, found.get('class'), 'speech', 'class', entry.at),
      negated: negated === 'yes',
    });
  }
  for (const mark of marks) {
    if (mark.letter === 'q' || mark.letter === 'l') continue;
    for (const number of mark.numbers) {
      if (!attributions.some((one) => one.number === number)) {
        report(mark.at, `{${mark.letter}${number} has no line in the section attributions`);
      }
    }
  }

  const agencies = new Map<string, CorpusAgencyMention[]>();
  for (const entry of sections.agencies) {
    const parts = /^([a-z-]+)@"(.*)"$/.exec(entry.value);
    if (parts === null) {
      report(entry.at, `"${entry.value}": expected function@"context with |the mention| between bars"`);
      continue;
    }
    const [, role = '', context = ''] = parts;
    const pieces = context.split('|');
    const [before = '', mention = '', after = ''] = pieces;
    if (pieces.length !== 3 || mention === '') {
      report(entry.at, `"${context}" needs exactly two bars, around the mention`);
      continue;
    }
    const at = only(before + mention + after, entry.at);
    if (at < 0) continue;
    const start = at + before.length;
    const list = agencies.get(entry.name) ?? [];
    list.push({
      start,
      end: start + mention.length,
      function: oneOf(AGENCY_FUNCTIONS, role, 'mention', 'agency function', entry.at),
    });
    agencies.set(entry.name, list);
  }

  const allegations: CorpusAllegation[] = [];
  for (const entry of sections.allegations) {
    const number = Number(/^l([1-9]\d*)$/.exec(entry.name)?.[1] ?? NaN);
    if (Number.isNaN(number)) {
      report(entry.at, `"${entry.name}" is not an allegation: expected l1, l2, …`);
      continue;
    }
    if (allegations.some((one) => one.number === number))
      report(entry.at, `allegation l${number} is listed twice`);
    const found = properties(entry, report);
    onlyKnown(found, ['attribution', 'accuser', 'accused', 'status', 'responses', 'attributed'], entry.at);
    const spans = spansOf('l', number);
    if (spans.length === 0) report(entry.at, `l${number} is not marked in the text`);
    const attributionText = named(found.get('attribution'));
    const attribution = attributionText === null ? null : Number(attributionText);
    if (attribution !== null && !attributions.some((one) => one.number === attribution)) {
      report(entry.at, `l${number} refers to attribution ${attributionText ?? ''}, which has no line`);
    }
    const attributed = found.get('attributed') ?? 'yes';
    if (attributed !== 'yes' && attributed !== 'no')
      report(entry.at, `attributed is "${attributed}": expected yes or no`);
    const accuser = named(found.get('accuser'));
    const accused = named(found.get('accused'));
    known(accuser, 'accuser', entry.at);
    known(accused, 'accused', entry.at);
    const responses: CorpusResponse[] = [];
    let rest = found.get('responses') ?? '';
    while (rest !== '' && rest !== '-') {
      const one = /^(?:(\d+)|@"([^"]+)"):([a-z-]+)(?:,\s*|$)/.exec(rest);
      if (one === null) {
        report(
          entry.at,
          `"${rest}": expected ATTRIBUTION:kind or @"words in text":kind, with commas between`,
        );
        break;
      }
      const [whole, reply, words = '', kind] = one;
      rest = rest.slice(whole.length);
      const responseKind = oneOf(RESPONSE_KINDS, kind, 'comment', 'response kind', entry.at);
      if (reply === undefined) {
        const start = only(words, entry.at);
        if (start >= 0) {
          responses.push({
            kind: responseKind,
            attribution: null,
            spans: [{ start, end: start + words.length }],
          });
        }
      } else {
        const answer = attributions.find((candidate) => candidate.number === Number(reply));
        if (answer === undefined) report(entry.at, `the response ${reply} of l${number} is no attribution`);
        else responses.push({ kind: responseKind, attribution: answer.number, spans: answer.content });
      }
    }
    allegations.push({
      number,
      spans,
      attribution,
      attributed: attributed === 'yes',
      accuser,
      accused,
      status: oneOf(STATUSES, found.get('status'), 'alleged', 'status', entry.at),
      responses,
    });
  }
  for (const mark of marks) {
    if (mark.letter !== 'l') continue;
    for (const number of mark.numbers) {
      if (!allegations.some((one) => one.number === number)) {
        report(mark.at, `{l${number} has no line in the section allegations`);
      }
    }
  }

  const quotes: CorpusQuote[] = [];
  for (const { quoteKind, start, end } of marks) {
    if (quoteKind !== null) quotes.push({ start, end, kind: quoteKind });
  }
  return {
    article: {
      id,
      genre,
      style,
      outlet: head.get('outlet') ?? null,
      text,
      attributions,
      speakers,
      agencies: [...agencies].map(([key, mentions]) => ({ key, mentions })),
      allegations,
      quotes,
    },
    problems,
    locate,
  };
}

/** The article of a sound file; throws with every fault, one a line as `line:column message`, for an unsound one. */
export function parseArticle(fileText: string): CorpusArticle {
  const { article, problems } = readArticle(fileText);
  if (article === null || problems.length > 0) {
    throw new Error(problems.map((one) => `${one.line}:${one.column} ${one.message}`).join('\n'));
  }
  return article;
}
