/**
 * The card of an agency: who it is, with source and date of each fact, and what it is there for in this story. Knows
 * the registry; shows no fact without a source and calls nobody anything in our own voice.
 */
import type { Agency, AgencyMention, Annotation } from '../annotation.ts';
import type { AgencyEntry, Fact } from '../lexicon/agencyEntry.ts';
import { english, type Say } from '../say.ts';
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
  /** The reader's language; English when missing. */
  readonly say?: Say;
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
function years(facts: readonly Fact[], say: Say): string {
  const all = facts.map((fact) => fact.asOf.slice(0, 4)).sort();
  const first = all[0] ?? '';
  const last = all[all.length - 1] ?? '';
  return first === last ? first : say('{0} to {1}', [first, last]);
}

function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/.*$/u, '');
}

/** Where a fact was read, short: the host, or the repository when many live on one host. */
function originOf(source: string): string {
  return /^https?:\/\/(github\.com\/[\w.-]+\/[\w.-]+)/u.exec(source)?.[1] ?? hostOf(source);
}

/** What the story has of the agency: its functions, how many statements came through it, the first mention. */
function inThisStory(agency: Agency, { annotation, paragraph }: AgencyCardInput, say: Say): Line {
  const functions = [...new Set(agency.mentions.map((mention) => mention.function))]
    // "mentioned; mentioned in paragraph 2" says it twice.
    .filter((what) => what !== 'mention')
    .map((what) => say(FUNCTION_WORDS[what]));
  const through = annotation.attributions.filter((attribution) => attribution.via === agency.id).length;
  const speakers = annotation.speakers
    .filter((speaker) => speaker.name === agency.name)
    .map((speaker) => speaker.id);
  const own = annotation.attributions.filter(
    (attribution) => attribution.speaker !== null && speakers.includes(attribution.speaker),
  ).length;
  const first = agency.mentions[0];
  const numbers = [
    ...(through > 0
      ? [say('{0} came through it', [counted(say, through, '{0} statement', '{0} statements')])]
      : []),
    ...(own > 0 ? [say('{0} of its own', [counted(say, own, '{0} statement', '{0} statements')])] : []),
  ];
  return pieces(
    'In this story',
    [
      ...(functions.length > 0 ? [list(functions, say)] : []),
      ...numbers,
      agency.mentions.length > 1
        ? say('{0} mentions, the first in ', [agency.mentions.length])
        : say('mentioned in '),
    ].join('; '),
    first ? { text: say('paragraph {0}', [paragraph(first.start)]), span: first } : '',
    '.',
  );
}

/** What can be said of an outlet that is no entry of its own: initials that fit several, or a name nobody knows. */
function strangerWords(agency: Agency, say: Say): string {
  const fits = entriesNamed(agency.name).map((entry) => entry.names.full);
  if (fits.length > 1) return say('fits {0}; the text leaves open which', [list(fits, say)]);
  return agency.mentions.some((mention) => mention.function === 'self')
    ? agency.name.startsWith('this ')
      ? say('the outlet of this text, which does not name itself')
      : say('the outlet of this text; not in the registry')
    : say('an outlet that is not in the registry');
}

/** The card of an agency at one of its mentions. */
export function agencyCard(
  agency: Agency,
  mention: AgencyMention | null,
  span: Span,
  input: AgencyCardInput,
): Card {
  const { say = english } = input;
  const entry = entryOf(agency, input.agencies);
  const story = inThisStory(agency, input, say);
  // Where an agency has one function only, the line about the story says it.
  const several = new Set(agency.mentions.map((other) => other.function)).size > 1;
  const here = mention && several ? [line('Here', say(FUNCTION_WORDS[mention.function]))] : [];
  const links = agency.mentions
    .filter((other) => other.start !== span.start)
    .slice(0, 3)
    .map((other) => ({
      label: say('Mention in paragraph {0}', [input.paragraph(other.start)]),
      span: other,
    }));
  if (!entry) {
    return {
      kind: 'agency',
      span,
      title: sentenceCase(agency.name),
      subtitle: strangerWords(agency, say),
      lines: [...here, story],
      details: [],
      links,
    };
  }
  const facts = factsOf(entry);
  const short = entry.names.short.filter((name) => name !== entry.names.full);
  const kind = [say(KIND_WORDS[entry.kind]), entry.form?.value, entry.country?.value]
    .filter((part) => part !== undefined)
    .join(', ');
  const ownership = entry.owner
    ? [line('Owner', `${entry.owner.value} (${entry.owner.asOf.slice(0, 4)})`)]
    : [];
  const origin = [
    ...(entry.founded ? [say('Founded {0}.', [entry.founded.value])] : []),
    ...(entry.seat ? [say('Seat: {0}.', [entry.seat.value])] : []),
    ...(entry.languages ? [say('Languages: {0}.', [entry.languages.value])] : []),
    ...(entry.status ? [`${sentenceCase(entry.status.value)} (${entry.status.asOf}).`] : []),
  ];
  const memberships = (entry.memberships ?? []).map((fact) => `${fact.value} (${fact.asOf.slice(0, 4)})`);
  const pages = [
    ...(entry.website ? [{ text: hostOf(entry.website.value), url: entry.website.value }] : []),
    ...(entry.standards ? [{ text: say('editorial standards'), url: entry.standards.value }] : []),
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
      ...(memberships.length > 0 ? [line('Member of', list(memberships, say))] : []),
      ...classifications.slice(0, 1),
      ...(pages.length > 0
        ? [pieces('Pages', ...pages.flatMap((page, i) => (i ? [', ', page] : [page])))]
        : []),
      story,
      facts.length > 0
        ? line(
            null,
            `${say(sources.length > 3 ? 'Facts of {0} from {1} and others.' : 'Facts of {0} from {1}.', [
              years(facts, say),
              sources.length > 3 ? sources.slice(0, 3).join(', ') : list(sources, say),
            ])}${entry.local ? ` ${say('Edited in the source book of this workspace.')}` : ''}`,
          )
        : line(
            null,
            entry.local
              ? say('From the source book of this workspace.')
              : say('No fact about it has been verified yet; only its names are known.'),
          ),
    ],
    details: [
      ...(entry.names.former.length > 0 ? [line('Earlier name', list(entry.names.former, say))] : []),
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
