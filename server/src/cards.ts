/**
 * The card of a place: a heading, facts and links that jump. Read from the annotation; short first, details after.
 */
import type { Allegation, Attribution, Span, Speaker } from '../../engine/index.ts';
import { hitsAt, paragraphNumber, type Hit } from '../../engine/query.ts';
import type { Article } from './annotationCache.ts';
import type { Client } from './client.ts';
import { escapeMarkdown, placeLink } from './links.ts';
import { replyOf } from './summary.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Card {
  readonly span: Span;
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly Fact[];
  readonly links: readonly { readonly label: string; readonly span: Span }[];
}

/** How sure, in words. */
function sureness(confidence: number): string {
  return confidence >= 0.9 ? 'sure' : confidence >= 0.7 ? 'likely' : 'unsure';
}

function words(id: string): string {
  return id.replace(/-/g, ' ');
}

function subtitleOf(speaker: Speaker): string {
  return [speaker.role, speaker.affiliation].filter((part) => part !== null && part !== '').join(', ');
}

/** "“she” in paragraph 3 → Maria Novak", from the resolver's reasons or the mention itself. */
function howKnown(article: Article, attribution: Attribution, speaker: Speaker): string | null {
  const [source] = attribution.source;
  if (source === undefined) return 'carried on from the sentence before';
  const text = article.text.slice(source.start, source.end);
  const mention = speaker.mentions.find(({ start, end }) => start < source.end && source.start < end);
  if (mention === undefined || mention.kind === 'name') return null;
  const { introduction } = speaker;
  const where =
    introduction === null
      ? ''
      : `, introduced in paragraph ${paragraphNumber(article.analysis.paragraphs, introduction.start)}`;
  return `“${text}” stands for ${speaker.name}${where}`;
}

function allegationFacts(article: Article, allegation: Allegation): Fact[] {
  const { lookup, analysis } = article;
  const name = (id: string | null): string => (id === null ? '' : (lookup.speakers.get(id)?.name ?? ''));
  const facts: Fact[] = [{ label: 'Allegation', value: words(allegation.legalStatus) }];
  const accuser = name(allegation.accuser);
  const accused = name(allegation.accused);
  if (accuser !== '') facts.push({ label: 'Accuser', value: accuser });
  if (accused !== '') facts.push({ label: 'Accused', value: accused });
  if (!allegation.attributed)
    facts.push({ label: 'Source', value: 'nobody is named as the one who says so' });
  const answer = allegation.responses
    .map(
      (response) =>
        `${words(response.kind)} in paragraph ${paragraphNumber(analysis.paragraphs, response.start)}`,
    )
    .join('; ');
  facts.push({
    label: 'Reply',
    value: replyOf(allegation) === 'none' ? 'no response in this article' : answer,
  });
  return facts;
}

function attributionCard(article: Article, span: Span, attribution: Attribution): Card {
  const { lookup, text } = article;
  const speaker = lookup.speakers.get(attribution.speaker ?? '');
  const facts: Fact[] = [];
  const links: { label: string; span: Span }[] = [];
  const cue = attribution.cue.map(({ start, end }) => text.slice(start, end)).join(' … ');
  const form = { direct: 'direct quotation', indirect: 'reported speech', mixed: 'partly quoted' }[
    attribution.form
  ];
  facts.push({
    label: 'Statement',
    value: [cue === '' ? '' : `“${cue}”`, form, attribution.stance === 'other' ? '' : attribution.stance]
      .filter((part) => part !== '')
      .join(' · '),
  });
  if (attribution.verification !== 'other')
    facts.push({ label: 'Status', value: words(attribution.verification) });
  if (speaker !== undefined) {
    const known = howKnown(article, attribution, speaker);
    if (known !== null) facts.push({ label: 'How we know', value: known });
  } else if ((attribution.candidates?.length ?? 0) > 1) {
    const names = attribution.candidates?.map((id) => lookup.speakers.get(id)?.name ?? '').join(' or ') ?? '';
    facts.push({ label: 'Could be', value: names });
  }
  const via = lookup.agencies.get(attribution.via ?? '')?.name;
  if (via !== undefined) facts.push({ label: 'Through', value: via });
  const to = lookup.speakers.get(attribution.to ?? '')?.name;
  if (to !== undefined) facts.push({ label: 'Told to', value: to });
  for (const allegation of lookup.allegationsOf.get(attribution.id) ?? []) {
    facts.push(...allegationFacts(article, allegation));
    const [response] = allegation.responses;
    if (response !== undefined) links.push({ label: 'Go to the reply', span: response });
  }
  for (const allegation of lookup.answers.get(attribution.id) ?? []) {
    links.push({ label: 'Go to the allegation', span: allegation });
  }
  facts.push({ label: 'Confidence', value: sureness(attribution.confidence) });
  if (speaker?.note !== undefined) facts.push({ label: 'Note', value: speaker.note });
  if (speaker?.introduction) links.unshift({ label: 'Go to the introduction', span: speaker.introduction });
  const source = attribution.source.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return {
    span,
    title: speaker?.name ?? (source === '' ? 'Nobody is named as the speaker' : source),
    subtitle: speaker === undefined ? '' : subtitleOf(speaker),
    facts,
    links,
  };
}

function speakerCard(article: Article, span: Span, speaker: Speaker): Card {
  const statements = article.lookup.statements.get(speaker.id) ?? [];
  const quotes = article.analysis.annotation.quotes.filter((quote) => quote.speaker === speaker.id).length;
  return {
    span,
    title: speaker.name,
    subtitle: subtitleOf(speaker),
    facts: [
      { label: 'In this article', value: `${statements.length} statements, ${quotes} quotations` },
      ...(speaker.note === undefined ? [] : [{ label: 'Note', value: speaker.note }]),
    ],
    links: speaker.introduction ? [{ label: 'Go to the introduction', span: speaker.introduction }] : [],
  };
}

function cardOf(article: Article, hit: Hit): Card | null {
  const { lookup } = article;
  switch (hit.kind) {
    case 'agency':
      return {
        span: hit.span,
        title: hit.agency.name,
        subtitle: words(hit.mention.function),
        facts: [],
        links: [],
      };
    case 'mention':
      return speakerCard(article, hit.span, hit.speaker);
    case 'allegation': {
      const attribution = lookup.attributions.get(hit.allegation.attribution ?? '');
      if (attribution !== undefined) return attributionCard(article, hit.span, attribution);
      return {
        span: hit.span,
        title: 'Allegation',
        subtitle: '',
        facts: allegationFacts(article, hit.allegation),
        links: [],
      };
    }
    case 'response': {
      const attribution = lookup.attributions.get(hit.response.attribution ?? '');
      return attribution === undefined ? null : attributionCard(article, hit.span, attribution);
    }
    case 'quote': {
      const attribution = lookup.attributions.get(hit.quote.attribution ?? '');
      if (attribution !== undefined) return attributionCard(article, hit.span, attribution);
      if (hit.quote.kind !== 'direct' && hit.quote.kind !== 'partial') return null;
      return {
        span: hit.span,
        title: 'Nobody is named as the speaker',
        subtitle: `${hit.quote.kind} quotation`,
        facts: hit.quote.closed ? [] : [{ label: 'Marks', value: 'the closing mark is missing' }],
        links: [],
      };
    }
    default:
      return attributionCard(article, hit.span, hit.attribution);
  }
}

/** The card of the innermost thing at a place that has one. */
export function cardAt(article: Article, offset: number): Card | null {
  for (const hit of hitsAt(article.lookup.annotation, offset)) {
    // The place behind the last character belongs to what follows.
    if (hit.span.end === offset) continue;
    const card = cardOf(article, hit);
    if (card !== null) return card;
  }
  return null;
}

export function renderCard(
  article: Article,
  client: Pick<Client, 'locationLinks'>,
  card: Card,
  markdown: boolean,
): string {
  if (!markdown) {
    const heading = card.subtitle === '' ? card.title : `${card.title}, ${card.subtitle}`;
    return [heading, ...card.facts.map(({ label, value }) => `${label}: ${value}`)].join('\n');
  }
  const heading = `**${escapeMarkdown(card.title)}**${card.subtitle === '' ? '' : ` — ${escapeMarkdown(card.subtitle)}`}`;
  const facts = card.facts.map(({ label, value }) => `${label}: ${escapeMarkdown(value)}`).join('  \n');
  const links = card.links.map(({ label, span }) => placeLink(article, client, label, span)).join(' · ');
  return [heading, facts, links].filter((part) => part !== '').join('\n\n');
}
