/**
 * An article in figures and lists: what the status, the lenses, the Sources view and the source map show. Reads the
 * annotation through the engine's queries and puts it into the protocol's types.
 */
import type { Allegation, Attribution, Quote, Span, Speaker } from '../../engine/index.ts';
import { countWords, excerpt, isShown, paragraphNumber } from '../../engine/query.ts';
import type {
  AgencyNode,
  AllegationNode,
  AnonymousNode,
  Counts,
  Range,
  SourcesResult,
  SpeakerNode,
  StatementNode,
} from '../../protocol/index.ts';
import type { Say } from '../../engine/say.ts';
import type { Article } from './annotationCache.ts';
import { toRange, toRanges } from './convert.ts';
import { nameOf } from './fileAccess.ts';

/** A number with its noun; templates of their own for one and for many, since languages differ. */
export function plural(say: Say, count: number, one: string, many: string): string {
  return say(count === 1 ? one : many, [count]);
}

/** Characters of a statement that lists show. */
const EXCERPT = 120;

/** Quotations that are somebody's words and have nobody given for them. */
export function unattributedQuotes(article: Article): readonly Quote[] {
  return article.analysis.annotation.quotes.filter(
    (quote) =>
      quote.attribution === null &&
      quote.level === 1 &&
      (quote.kind === 'direct' || (quote.kind === 'partial' && quote.speaker === null)),
  );
}

/** The attributions a reader sees under the settings. */
export function shownAttributions(article: Article): readonly Attribution[] {
  return article.analysis.annotation.attributions.filter((attribution) =>
    isShown(attribution, article.settings.showAttitudes),
  );
}

/** Speakers who say something in the article; a name that is only mentioned is no source. */
export function speakingSpeakers(article: Article): readonly Speaker[] {
  const speaking = new Set<string>();
  for (const attribution of shownAttributions(article)) {
    if (attribution.speaker !== null) speaking.add(attribution.speaker);
  }
  return article.analysis.annotation.speakers.filter((speaker) => speaking.has(speaker.id));
}

export function countsOf(article: Article, findings: number | null): Counts {
  const { annotation } = article.analysis;
  const speakers = speakingSpeakers(article);
  return {
    words: countWords(article.text),
    quotes: annotation.quotes.filter((quote) => quote.level === 1 && isSomebodysWords(quote)).length,
    statements: shownAttributions(article).length,
    speakers: speakers.length,
    agencies: annotation.agencies.length,
    allegations: annotation.allegations.length,
    unattributed: unattributedQuotes(article).length,
    anonymous: speakers.filter((speaker) => speaker.type === 'anonymous').length,
    findings,
  };
}

/** False for catchwords, titles and nicknames in marks. */
export function isSomebodysWords(quote: Quote): boolean {
  return quote.kind === 'direct' || quote.kind === 'partial';
}

/** The headline, or the first words, or the name of the file. */
export function titleOf(article: Article): string {
  const { paragraphs } = article.analysis;
  const headline = paragraphs.find((placed) => placed.paragraph.zone === 'headline') ?? paragraphs[0];
  if (headline === undefined) return nameOf(article.uri);
  const text = headline.paragraph.text.replace(/^#+\s*/, '');
  return excerpt(text, { start: 0, end: text.length }, 100);
}

function nameOfId(article: Article, id: string | null): string | null {
  if (id === null) return null;
  return article.lookup.speakers.get(id)?.name ?? article.lookup.agencies.get(id)?.name ?? null;
}

/** Words ascribed in a list of spans. */
export function wordsIn(article: Article, spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + countWords(article.text, span), 0);
}

function textOf(article: Article, spans: readonly Span[]): string {
  return spans.map((span) => excerpt(article.text, span, EXCERPT)).join(' … ');
}

export function statementNode(article: Article, attribution: Attribution): StatementNode {
  const { document, analysis, lookup, text } = article;
  const content = attribution.content.length > 0 ? attribution.content : attribution.cue;
  const first = content[0] ?? attribution.source[0] ?? { start: 0, end: 0 };
  const words = textOf(article, content);
  return {
    id: attribution.id,
    text: excerpt(words, { start: 0, end: words.length }, EXCERPT),
    form: attribution.form,
    class: attribution.class,
    stance: attribution.stance,
    verification: attribution.verification,
    negated: attribution.negated,
    confidence: attribution.confidence,
    words: wordsIn(article, attribution.content),
    paragraph: paragraphNumber(analysis.paragraphs, first.start),
    range: toRange(document, first),
    ranges: {
      source: toRanges(document, attribution.source),
      cue: toRanges(document, attribution.cue),
      content: toRanges(document, attribution.content),
    },
    cueText: attribution.cue.map((span) => text.slice(span.start, span.end)).join(' … '),
    via: nameOfId(article, attribution.via),
    to: nameOfId(article, attribution.to),
    allegation: lookup.allegationsOf.get(attribution.id)?.[0]?.id ?? null,
  };
}

function quoteNode(article: Article, quote: Quote): StatementNode {
  const words = countWords(article.text, quote);
  return {
    id: quote.id,
    text: excerpt(article.text, quote, EXCERPT),
    form: 'direct',
    class: 'speech',
    stance: 'other',
    verification: 'other',
    negated: false,
    confidence: quote.confidence,
    words,
    paragraph: paragraphNumber(article.analysis.paragraphs, quote.start),
    range: toRange(article.document, quote),
    ranges: { source: [], cue: [], content: [toRange(article.document, quote)] },
    cueText: '',
    via: null,
    to: null,
    allegation: null,
  };
}

/** Whether the accused answers in the article. */
export function replyOf(allegation: Allegation): AllegationNode['reply'] {
  if (allegation.responses.length === 0) return 'none';
  return allegation.responses.some(
    (response) => response.kind !== 'no-comment' && response.kind !== 'unreachable',
  )
    ? 'answered'
    : 'asked';
}

export function allegationNode(article: Article, allegation: Allegation): AllegationNode {
  const { document, analysis, text } = article;
  const party = (id: string | null): AllegationNode['accuser'] => {
    const name = nameOfId(article, id);
    return id === null || name === null ? null : { id, name };
  };
  return {
    id: allegation.id,
    text: excerpt(text, allegation, EXCERPT),
    range: toRange(document, allegation),
    paragraph: paragraphNumber(analysis.paragraphs, allegation.start),
    accuser: party(allegation.accuser),
    accused: party(allegation.accused),
    attributed: allegation.attributed,
    legalStatus: allegation.legalStatus,
    reply: replyOf(allegation),
    responses: allegation.responses.map((response) => ({
      kind: response.kind,
      text: excerpt(text, response, EXCERPT),
      range: toRange(document, response),
      paragraph: paragraphNumber(analysis.paragraphs, response.start),
    })),
    statement: allegation.attribution,
  };
}

/** "who spoke on condition of anonymity because …": the reason a text gives for not naming a source. */
const ANONYMITY =
  /\b(?:on (?:the )?condition (?:of anonymity|(?:that )?[^.;]{0,60}not (?:be )?(?:named|identified))|anonymously|asked not to be (?:named|identified)|declined to be (?:named|identified)|did not want to be (?:named|identified)|not authori[sz]ed to (?:speak|comment|discuss))[^.;“”"]{0,160}/i;

function anonymityReason(article: Article, statements: readonly Attribution[]): string | null {
  const { paragraphs } = article.analysis;
  for (const attribution of statements) {
    const at = attribution.source[0] ?? attribution.cue[0];
    if (at === undefined) continue;
    const paragraph = paragraphs[paragraphNumber(paragraphs, at.start) - 1]?.paragraph.text;
    const match = paragraph === undefined ? null : ANONYMITY.exec(paragraph);
    if (match !== null) return match[0].replace(/\s+/g, ' ').replace(/[\s,]+$/, '');
  }
  return null;
}

export function sourcesOf(article: Article, findings: number | null): SourcesResult {
  const { document, lookup } = article;
  const { annotation } = article.analysis;
  const shown = shownAttributions(article);
  const ids = new Set(shown.map((attribution) => attribution.id));
  const speakers: SpeakerNode[] = [];
  const anonymous: AnonymousNode[] = [];
  const total = shown.reduce((sum, attribution) => sum + wordsIn(article, attribution.content), 0);
  for (const speaker of speakingSpeakers(article)) {
    const statements = (lookup.statements.get(speaker.id) ?? []).filter(({ id }) => ids.has(id));
    const words = statements.reduce((sum, attribution) => sum + wordsIn(article, attribution.content), 0);
    speakers.push({
      id: speaker.id,
      type: speaker.type,
      name: speaker.name,
      role: speaker.role,
      affiliation: speaker.affiliation,
      note: speaker.note ?? null,
      introduction: speaker.introduction === null ? null : toRange(document, speaker.introduction),
      mentions: speaker.mentions.map((mention) => ({ ...toRange(document, mention), kind: mention.kind })),
      statements: statements.map((attribution) => statementNode(article, attribution)),
      quotes: annotation.quotes.filter((quote) => quote.speaker === speaker.id && isSomebodysWords(quote))
        .length,
      words,
      share: total === 0 ? 0 : words / total,
    });
    if (speaker.type === 'anonymous') {
      const at: Range | undefined = toRanges(document, statements[0]?.source ?? [])[0];
      if (at !== undefined) {
        anonymous.push({
          speaker: speaker.id,
          name: speaker.name,
          range: at,
          statements: statements.length,
          reason: anonymityReason(article, statements),
        });
      }
    }
  }
  speakers.sort((a, b) => b.words - a.words || b.statements.length - a.statements.length);
  const agencies: AgencyNode[] = annotation.agencies.map((agency) => ({
    id: agency.id,
    key: agency.key,
    name: agency.name,
    country: null,
    mentions: agency.mentions.map((mention) => ({
      ...toRange(document, mention),
      function: mention.function,
    })),
  }));
  return {
    uri: article.uri,
    version: article.version,
    title: titleOf(article),
    counts: countsOf(article, findings),
    speakers,
    unattributed: [
      ...shown
        .filter(({ speaker }) => speaker === null)
        .map((attribution) => statementNode(article, attribution)),
      ...unattributedQuotes(article).map((quote) => quoteNode(article, quote)),
    ].sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    ),
    agencies,
    allegations: annotation.allegations.map((allegation) => allegationNode(article, allegation)),
    anonymous,
  };
}
