/**
 * The rules an annotated article must keep beyond the notation: whole spans, one cue, no attribution inside another's
 * content, every quotation accounted for. It knows the guideline (data/corpus/README.md) and nothing of files.
 */
import type { Span } from '../../engine/text/spans.ts';
import { readArticle } from './inline.ts';
import type { CorpusArticle, CorpusProblem } from './inline.ts';
import { findQuotations } from './quotations.ts';

/** Words that keep their full stop at the end of an unquoted span. */
const ABBREVIATED = /(?:\b(?:[A-Z]\.)+|\b(?:Inc|Ltd|Corp|Co|Jr|Sr|St|No|Bros)\.|\b[ap]\.m\.)$/;
const CLOSING_MARK = /(?:[”’"')\]]|'')$/;

const inside = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const touch = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function checkSpans(article: CorpusArticle, report: (at: number, message: string) => void): void {
  const { text } = article;
  for (const one of article.attributions) {
    const name = `attribution ${one.number}`;
    if (one.cue.length !== 1) {
      report(
        one.content[0]?.start ?? 0,
        `${name} has ${one.cue.length} cues: exactly one contiguous cue is wanted`,
      );
    }
    if (one.content.length === 0) report(one.cue[0]?.start ?? 0, `${name} has no content`);
    if (one.source.length === 0 && one.speaker !== null) {
      report(one.cue[0]?.start ?? 0, `${name} has no source but a speaker: use speaker=-`);
    }
    if (one.to !== null && one.hearer.length === 0) {
      report(one.cue[0]?.start ?? 0, `${name} has to= but no {r${one.number} …}`);
    }
    const roles = [
      ['source', one.source],
      ['cue', one.cue],
      ['content', one.content],
      ['hearer', one.hearer],
    ] as const;
    for (const [role, spans] of roles) {
      for (const span of spans) {
        const words = text.slice(span.start, span.end);
        if (words.includes('\n')) {
          report(span.start, `the ${role} of ${name} crosses a line break: mark a piece in each paragraph`);
        }
        if (words !== words.trim()) report(span.start, `the ${role} of ${name} begins or ends with a space`);
        if (role === 'cue' && words.includes(',')) report(span.start, `the cue of ${name} contains a comma`);
        if (role === 'cue' && /[.]$/.test(words))
          report(span.start, `the cue of ${name} ends with a full stop`);
        if (words.endsWith('.') && !CLOSING_MARK.test(words) && !ABBREVIATED.test(words)) {
          const quoted = findQuotations(text).quotations.some((quote) => inside(span, quote));
          if (!quoted) report(span.end - 1, `the ${role} of ${name} ends with an unquoted full stop`);
        }
        if (
          (/[\p{L}\p{N}]/u.test(text.charAt(span.start - 1)) && /^[\p{L}\p{N}]/u.test(words)) ||
          (/[\p{L}\p{N}]/u.test(text.charAt(span.end)) && /[\p{L}\p{N}]$/u.test(words))
        ) {
          report(span.start, `the ${role} of ${name} cuts a word`);
        }
      }
    }
    for (const other of article.attributions) {
      if (other === one) continue;
      for (const span of one.content) {
        for (const part of [...other.source, ...other.cue, ...other.content]) {
          if (!touch(span, part)) continue;
          report(
            part.start,
            `attribution ${other.number} lies inside the content of ${name}: mark only the outermost`,
          );
        }
      }
    }
    for (const span of one.content) {
      for (const part of [...one.source, ...one.cue]) {
        if (touch(span, part)) report(part.start, `source or cue of ${name} lies inside its own content`);
      }
    }
    for (const span of one.accused) {
      if (!one.content.some((part) => inside(span, part)) && !one.hearer.some((part) => inside(span, part))) {
        report(span.start, `{x${one.number} lies outside the content of ${name}`);
      }
    }
  }
}

function checkQuotations(article: CorpusArticle, report: (at: number, message: string) => void): void {
  const { quotations, faults } = findQuotations(article.text);
  for (const fault of faults) report(fault.at, fault.message);
  const contents = article.attributions.flatMap((one) => one.content);
  for (const quote of quotations) {
    if (quote.level > 1) continue;
    const marked = article.quotes.some((one) => one.start === quote.start && one.end === quote.end);
    if (marked || contents.some((span) => inside(quote, span))) continue;
    const cut = contents.some((span) => touch(span, quote));
    report(
      quote.start,
      cut
        ? 'the content ends inside this quotation: include both marks'
        : 'this quotation is in no content and has no {q:…} mark',
    );
  }
  for (const one of article.quotes) {
    if (!quotations.some((quote) => one.start === quote.start && one.end === quote.end)) {
      report(one.start, 'a {q:…} mark must hold exactly one quotation with its marks');
    }
  }
}

/** Every fault of a corpus file, of notation and of annotation, in the order of the file. */
export function findProblems(fileText: string): readonly CorpusProblem[] {
  const { article, problems, locate } = readArticle(fileText);
  if (article === null) return problems;
  const all = [...problems];
  const report = (at: number, message: string): void => {
    all.push({ ...locate(at), message });
  };
  checkSpans(article, report);
  checkQuotations(article, report);
  const used = new Set<string | null>();
  for (const one of article.attributions) used.add(one.speaker).add(one.to);
  for (const one of article.allegations) used.add(one.accuser).add(one.accused);
  for (const { name } of article.speakers) {
    if (!used.has(name)) report(article.text.length, `speaker "${name}" is listed but never used`);
  }
  for (const one of article.allegations) {
    const attribution = article.attributions.find((candidate) => candidate.number === one.attribution);
    const at = one.spans[0]?.start ?? 0;
    if (
      attribution !== undefined &&
      !one.spans.some((span) => attribution.content.some((part) => touch(span, part)))
    ) {
      report(at, `l${one.number} lies outside the content of attribution ${attribution.number}`);
    }
    if (!one.attributed && one.accuser !== null)
      report(at, `l${one.number} has attributed=no and an accuser`);
    if (one.spans.some((span) => article.text.slice(span.start, span.end).includes('\n'))) {
      report(at, `l${one.number} crosses a line break`);
    }
  }
  return all.sort((a, b) => a.line - b.line || a.column - b.column);
}
