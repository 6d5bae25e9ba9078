/**
 * schema.org as JSON-LD: the article with its quotations, claims and sources; and, as a format of its own, a
 * ClaimReview skeleton per allegation that a person has to fill before it says anything.
 */
import type { Annotation, Speaker } from '../annotation.ts';
import { uriOf, wellFormed, type Exporter, type ExportInput } from './exporter.ts';
import { headlineOf, joinedText, statementsOf } from './statements.ts';

const TYPES: Readonly<Record<Speaker['type'], string>> = {
  person: 'Person',
  organization: 'Organization',
  country: 'Country',
  agency: 'NewsMediaOrganization',
  outlet: 'NewsMediaOrganization',
  // An unnamed source may be one or many; schema.org has no word for it, so nothing is claimed.
  anonymous: 'Person',
  group: 'Organization',
  document: 'CreativeWork',
};

function speakerNode(uri: string, speaker: Speaker): object {
  const type = TYPES[speaker.type];
  return {
    '@type': type,
    '@id': `${uri}#${speaker.id}`,
    name: wellFormed(speaker.name),
    ...(speaker.type === 'person' && speaker.role !== null ? { jobTitle: wellFormed(speaker.role) } : {}),
    ...(speaker.type === 'person' && speaker.affiliation !== null
      ? { affiliation: { '@type': 'Organization', name: wellFormed(speaker.affiliation) } }
      : {}),
    ...(speaker.type === 'anonymous' ? { description: 'A source the article does not name' } : {}),
  };
}

/** Quotations without their marks. */
function unquoted(text: string): string {
  return text.replace(/^(?:[“"‘«„]|``)|(?:[”"’»]|'')$/g, '').trim();
}

function reference(uri: string, id: string | null): object | undefined {
  return id === null ? undefined : { '@id': `${uri}#${id}` };
}

function claimsOf(input: ExportInput, annotation: Annotation): readonly object[] {
  const uri = uriOf(input);
  const { text } = input.analysis;
  return annotation.allegations.map((allegation) => ({
    '@type': 'Claim',
    '@id': `${uri}#${allegation.id}`,
    text: wellFormed(text.slice(allegation.start, allegation.end).replace(/\s+/g, ' ')),
    appearance: { '@id': uri },
    ...(allegation.accuser === null
      ? {}
      : {
          claimInterpreter: reference(uri, allegation.accuser),
          creator: reference(uri, allegation.accuser),
        }),
    ...(allegation.accused === null ? {} : { about: reference(uri, allegation.accused) }),
    creativeWorkStatus:
      allegation.legalStatus === 'alleged' ? 'unverified allegation' : allegation.legalStatus,
    ...(allegation.responses.length === 0
      ? {}
      : {
          comment: allegation.responses.map((response) => ({
            '@type': 'Comment',
            text: wellFormed(text.slice(response.start, response.end).replace(/\s+/g, ' ')),
            additionalType: response.kind,
          })),
        }),
  }));
}

export const schemaOrg: Exporter = {
  id: 'schema-org',
  label: 'schema.org (JSON-LD)',
  mediaType: 'application/ld+json',
  extension: '.schema.jsonld',
  write: (input) => {
    const { annotation, text } = input.analysis;
    const uri = uriOf(input);
    const credited = annotation.agencies.filter((agency) =>
      agency.mentions.some(
        (mention) =>
          mention.function === 'credit' ||
          mention.function === 'dateline' ||
          mention.function === 'contributor',
      ),
    );
    const quotations = annotation.quotes
      .filter((quote) => quote.attribution !== null && quote.level === 1)
      .map((quote) => ({
        '@type': 'Quotation',
        '@id': `${uri}#${quote.id}`,
        text: wellFormed(unquoted(joinedText(text, [quote]))),
        isPartOf: { '@id': uri },
        ...(quote.speaker === null ? {} : { creator: reference(uri, quote.speaker) }),
      }));
    return `${JSON.stringify(
      {
        '@context': { '@vocab': 'https://schema.org/' },
        '@graph': [
          {
            '@type': 'NewsArticle',
            '@id': uri,
            headline: wellFormed(headlineOf(input.analysis) ?? input.name),
            inLanguage: 'en',
            ...(credited.length === 0
              ? {}
              : { creditText: credited.map((agency) => agency.name).join(', ') }),
            ...(annotation.agencies.length === 0
              ? {}
              : {
                  citation: annotation.agencies.map((agency) => ({
                    '@type': 'NewsMediaOrganization',
                    '@id': `${uri}#${agency.id}`,
                    name: wellFormed(agency.name),
                  })),
                }),
            mentions: annotation.speakers.map((speaker) => ({ '@id': `${uri}#${speaker.id}` })),
          },
          ...annotation.speakers.map((speaker) => speakerNode(uri, speaker)),
          ...quotations,
          ...claimsOf(input, annotation),
        ],
      },
      null,
      2,
    )}\n`;
  },
};

/** The rating is left at "not yet checked" on purpose: no verdict is ours to give. */
export const claimReview: Exporter = {
  id: 'claim-review',
  label: 'ClaimReview skeleton (JSON-LD)',
  mediaType: 'application/ld+json',
  extension: '.claimreview.jsonld',
  write: (input) => {
    const { annotation, text } = input.analysis;
    const uri = uriOf(input);
    const speakers = new Map(annotation.speakers.map((speaker) => [speaker.id, speaker]));
    const statements = new Map(
      statementsOf(input.analysis).map((statement) => [statement.attribution.id, statement]),
    );
    const reviews = annotation.allegations.map((allegation) => {
      const accuser = allegation.accuser === null ? undefined : speakers.get(allegation.accuser);
      const statement = allegation.attribution === null ? undefined : statements.get(allegation.attribution);
      const claim = wellFormed(text.slice(allegation.start, allegation.end).replace(/\s+/g, ' '));
      return {
        '@type': 'ClaimReview',
        '@id': `${uri}#review-${allegation.id}`,
        claimReviewed: claim,
        itemReviewed: {
          '@type': 'Claim',
          text: claim,
          appearance: { '@id': uri },
          ...(accuser === undefined ? {} : { author: speakerNode(uri, accuser) }),
          ...(statement === undefined ? {} : { description: wellFormed(statement.text) }),
        },
        reviewRating: { '@type': 'Rating', alternateName: 'not yet checked' },
        author: { '@type': 'Organization', name: '' },
        datePublished: '',
        url: '',
      };
    });
    return `${JSON.stringify({ '@context': { '@vocab': 'https://schema.org/' }, '@graph': reviews }, null, 2)}\n`;
  },
};
