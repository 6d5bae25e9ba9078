/**
 * The card of an agency: who it is, with source and date of each fact, and what it is there for in this story. Knows
 * the registry; shows no fact without a source and calls nobody anything in our own voice.
 */
import type { Agency, AgencyMention, Annotation } from '../annotation.ts';
import type { AgencyEntry, Fact } from '../lexicon/agencyEntry.ts';
import type { Span } from '../text/spans.ts';
import { agencyById, entriesNamed } from '../agencies/aliases.ts';
import { type Card, type Line, counted, line, list, pieces, sentenceCase } from './card.ts';
import { FUNCTION_WORDS } from './wording.ts';

const KIND_WORDS = { agency: 'news agency', broadcaster: 'broadcaster', newspaper: 'newspaper' } as const;

export interface AgencyCardInput {
  readonly annotation: Annotation;
  /** Number of the paragraph at an offset, as readers count. */
  readonly paragraph: (offset: number) => number;
  /** Entries of the newsroom's source book. */
  readonly agencies?: readonly AgencyEntry[] | undefined;
}

/** The entry behind an agency of the annotation, the newsroom's own first; null when it is not known. */
export function entryOf(agency: Agency, local: readonly AgencyEntry[] | undefined): AgencyEntry | null {
  const own = local?.find((entry) => entry.id === agency.key || entry.names.full === agency.name);
  const known = agency.key === null ? null : agencyById(agency.key);
  if (own && known) return { ...known, ...own, local: true };
  return own ?? known;
}

function factsOf(entry: AgencyEntry): readonly Fact[] {
  const {
    country,
    form,
    owner,
    seat,
    founded,
    languages,
    website,
    standards,
    status,
    memberships,
    classifications,
  } = entry;
  return [
    country,
    form,
    owner,
    seat,
    founded,
    languages,
    website,
    standards,
    status,
    ...(memberships ?? []),
    ...(classifications ?? []),
  ].filter((fact) => fact !== undefined);
}

/** "2019 to 2026": the years that the facts speak of. */
function years(facts: readonly Fact[]): string {
  const all = facts.map((fact) => fact.asOf.slice(0, 4)).sort();
  const first = all[0] ?? '';
  const last = all[all.length - 1] ?? '';
  return first === last ? first : `${first} to ${last}`;
}

function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/.*$/u, '');
}

/** Where a fact was read, short: the host, or the repository when many live on one host. */
function originOf(source: string): string {
  return /^https?:\/\/(github\.com\/[\w.-]+\/[\w.-]+)/u.exec(source)?.[1] ?? hostOf(source);
}

/** What the story has of the agency: its functions, how many statements came through it, the first mention. */
function inThisStory(agency: Agency, { annotation, paragraph }: AgencyCardInput): Line {
  const functions = [...new Set(agency.mentions.map((mention) => FUNCTION_WORDS[mention.function]))];
  const through = annotation.attributions.filter((attribution) => attribution.via === agency.id).length;
  const speakers = annotation.speakers
    .filter((speaker) => speaker.name === agency.name)
    .map((speaker) => speaker.id);
  const own = annotation.attributions.filter(
    (attribution) => attribution.speaker !== null && speakers.includes(attribution.speaker),
  ).length;
  const first = agency.mentions[0];
  const numbers = [
    ...(through > 0 ? [`${counted(through, 'statement')} came through it`] : []),
    ...(own > 0 ? [`${counted(own, 'statement')} of its own`] : []),
  ];
  return pieces(
    'In this story',
    `${[list(functions), ...numbers].join('; ')}; ${agency.mentions.length > 1 ? `${counted(agency.mentions.length, 'mention')}, the first in` : 'mentioned in'} `,
    first ? { text: `paragraph ${paragraph(first.start)}`, span: first } : '',
    '.',
  );
}

/** What can be said of an outlet that is no entry of its own: initials that fit several, or a name nobody knows. */
function strangerWords(agency: Agency): string {
  const fits = entriesNamed(agency.name).map((entry) => entry.names.full);
  if (fits.length > 1) return `fits ${list(fits)}; the text leaves open which`;
  return agency.mentions.some((mention) => mention.function === 'self')
    ? 'the outlet of this text; not in the registry'
    : 'an outlet that is not in the registry';
}

/** The card of an agency at one of its mentions. */
export function agencyCard(
  agency: Agency,
  mention: AgencyMention | null,
  span: Span,
  input: AgencyCardInput,
): Card {
  const entry = entryOf(agency, input.agencies);
  const story = inThisStory(agency, input);
  // Where an agency has one function only, the line about the story says it.
  const several = new Set(agency.mentions.map((other) => other.function)).size > 1;
  const here = mention && several ? [line('Here', FUNCTION_WORDS[mention.function])] : [];
  const links = agency.mentions
    .filter((other) => other.start !== span.start)
    .slice(0, 3)
    .map((other) => ({ label: `Mention in paragraph ${input.paragraph(other.start)}`, span: other }));
  if (!entry) {
    return {
      kind: 'agency',
      span,
      title: agency.name,
      subtitle: strangerWords(agency),
      lines: [...here, story],
      details: [],
      links,
    };
  }
  const facts = factsOf(entry);
  const short = entry.names.short.filter((name) => name !== entry.names.full);
  const kind = [KIND_WORDS[entry.kind], entry.form?.value, entry.country?.value]
    .filter((part) => part !== undefined)
    .join(', ');
  const ownership = entry.owner
    ? [line('Owner', `${entry.owner.value} (${entry.owner.asOf.slice(0, 4)})`)]
    : [];
  const origin = [
    ...(entry.founded ? [`Founded ${entry.founded.value}.`] : []),
    ...(entry.seat ? [`Seat: ${entry.seat.value}.`] : []),
    ...(entry.languages ? [`Languages: ${entry.languages.value}.`] : []),
    ...(entry.status ? [`${sentenceCase(entry.status.value)} (${entry.status.asOf}).`] : []),
  ];
  const memberships = (entry.memberships ?? []).map((fact) => `${fact.value} (${fact.asOf.slice(0, 4)})`);
  const pages = [
    ...(entry.website ? [{ text: hostOf(entry.website.value), url: entry.website.value }] : []),
    ...(entry.standards ? [{ text: 'editorial standards', url: entry.standards.value }] : []),
  ];
  const classifications = (entry.classifications ?? []).map((fact) =>
    // "IP: independent public media" is read aloud as "independent public media (IP)".
    line(`${fact.classifier} (${fact.asOf.slice(0, 4)})`, fact.value.replace(/^(\w+): (.+)$/u, '$2 ($1)')),
  );
  const sources = [...new Set(facts.map((fact) => originOf(fact.source)))];
  return {
    kind: 'agency',
    span,
    title: short.length > 0 ? `${entry.names.full} (${short[0] ?? ''})` : entry.names.full,
    subtitle: kind,
    lines: [
      ...here,
      ...ownership,
      ...(origin.length > 0 ? [line(null, origin.join(' '))] : []),
      ...(memberships.length > 0 ? [line('Member of', list(memberships))] : []),
      ...classifications.slice(0, 1),
      ...(pages.length > 0
        ? [pieces('Pages', ...pages.flatMap((page, i) => (i ? [', ', page] : [page])))]
        : []),
      story,
      facts.length > 0
        ? line(
            null,
            `Facts of ${years(facts)} from ${list(sources.slice(0, 3))}${sources.length > 3 ? ' and others' : ''}.${entry.local ? ' Edited in the source book of this workspace.' : ''}`,
          )
        : line(
            null,
            entry.local
              ? 'From the source book of this workspace.'
              : 'No fact about it has been verified yet; only its names are known.',
          ),
    ],
    details: [
      ...(entry.names.former.length > 0 ? [line('Earlier name', list(entry.names.former))] : []),
      ...(entry.otherMeanings?.length
        ? [line('The same letters also stand for', entry.otherMeanings.join('; '))]
        : []),
      ...(entry.note ? [line('Note', entry.note)] : []),
      ...(entry.wikidata
        ? [
            pieces('Wikidata', {
              text: entry.wikidata.value,
              url: `https://www.wikidata.org/wiki/${entry.wikidata.value}`,
            }),
          ]
        : []),
    ],
    links,
  };
}
