/**
 * From linked attributions to speakers, agencies and evidence. The one entry of resolution: calls, in the order
 * of the data flow, agencies by name (engine/agencies), speakers (engine/resolve) and evidence (engine/status), and
 * turns their indexes into the ids of the annotation.
 */
import { carryVia } from '../agencies/carryVia.ts';
import { findAgenciesInSteps, type AgenciesFound } from '../agencies/findAgencies.ts';
import type { Allegation, Annotation, Attribution, Quote, Speaker } from '../annotation.ts';
import type { LinkedDocument } from '../attribute/linked.ts';
import type { AgencyEntry } from '../lexicon/agencyEntry.ts';
import type { KnownSpeaker } from './cast.ts';
import { nameKey, speakerId, speakerOf, type EntityGraph } from './entities.ts';
import { assessEvidenceInSteps } from '../status/evidence.ts';
import { finish, type Steps } from '../steps.ts';
import { resolveSpeakersInSteps } from './speakers.ts';

export interface ResolveOptions {
  /** Name of the outlet whose own text this is, so that "told the Echo" is first-hand. */
  readonly outlet?: string;
  /** The newsroom's own speakers (source book). */
  readonly speakers?: readonly KnownSpeaker[];
  /** The newsroom's own agencies and outlets (source book). */
  readonly agencies?: readonly AgencyEntry[];
}

/** Every form under which an agency or outlet is mentioned, for the cast. */
function agencyNamesOf(
  document: LinkedDocument,
  found: AgenciesFound,
): ReadonlyMap<string, { readonly name: string; readonly type: 'agency' | 'outlet' }> {
  const names = new Map<string, { readonly name: string; readonly type: 'agency' | 'outlet' }>();
  found.agencies.forEach((agency, index) => {
    const entry = { name: agency.name, type: found.kinds[index] ?? 'outlet' };
    for (const mention of agency.mentions)
      names.set(nameKey(document.text.slice(mention.start, mention.end)), entry);
  });
  return names;
}

/** The speaker of a quotation: of its attribution. */
function quoteOf(document: LinkedDocument, attributions: readonly Attribution[], index: number): Quote {
  const quote = document.quotes[index];
  const attribution = quote === undefined ? undefined : attributions[quote.attribution];
  return {
    id: `q${index + 1}`,
    start: quote?.start ?? 0,
    end: quote?.end ?? 0,
    kind: quote?.kind ?? 'other',
    level: quote?.level ?? 1,
    closed: quote?.closed ?? true,
    attribution: attribution?.id ?? null,
    speaker: attribution?.speaker ?? null,
    confidence: attribution?.confidence ?? 0.5,
  };
}

const idOf = (entity: number): string | null => (entity < 0 ? null : speakerId(entity));

/** Keeps the entities that the annotation refers to, in the order of their first mention. */
function speakersUsed(graph: EntityGraph, used: ReadonlySet<string>): readonly Speaker[] {
  return graph.entities
    .filter((entity) => used.has(speakerId(entity.index)))
    .map((entity) => speakerOf(graph, entity))
    .sort((a, b) => firstOf(a) - firstOf(b));
}

function firstOf(speaker: Speaker): number {
  return Math.min(speaker.introduction?.start ?? Infinity, speaker.mentions[0]?.start ?? Infinity);
}

/** What resolution adds to an annotation. */
export type Resolved = Pick<Annotation, 'quotes' | 'attributions' | 'speakers' | 'agencies' | 'allegations'>;

/** Resolves a linked document. Never throws. */
export function resolve(document: LinkedDocument, options: ResolveOptions): Resolved {
  return finish(resolveInSteps(document, options));
}

/** The same a step at a time. */
export function* resolveInSteps(document: LinkedDocument, options: ResolveOptions): Steps<Resolved> {
  const found = yield* findAgenciesInSteps(document, options);
  yield;
  const graph = yield* resolveSpeakersInSteps(document, {
    agencyNames: agencyNamesOf(document, found),
    ...(options.speakers === undefined ? {} : { speakers: options.speakers }),
  });
  yield;
  const via = carryVia(
    document,
    found,
    document.attributions.map((_, index) => graph.sources[index] ?? { entity: -1, to: -1 }),
  );
  const evidence = yield* assessEvidenceInSteps({ document, graph, found });
  yield;
  const used = new Set<string>();
  const refer = (entity: number): string | null => {
    const id = idOf(entity);
    if (id !== null) used.add(id);
    return id;
  };
  const attributions = document.attributions.map((attribution, index): Attribution => {
    const source = graph.sources[index];
    const candidates = (source?.candidates ?? []).map(refer).filter((id) => id !== null);
    const behalf = refer(source?.onBehalfOf ?? -1);
    const judged = evidence.attributions[index];
    const tensions = (judged?.tensions ?? []).map((other) => `a${other + 1}`);
    return {
      id: `a${index + 1}`,
      form: attribution.form,
      source: attribution.source,
      cue: attribution.cue,
      content: attribution.content,
      speaker: refer(source?.entity ?? -1),
      to: refer(source?.to ?? -1),
      via: found.agencies[via[index] ?? -1]?.id ?? null,
      stance: judged?.stance ?? 'neutral',
      verification: judged?.verification ?? 'other',
      class: attribution.class,
      negated: judged?.negated ?? false,
      confidence: attribution.confidence,
      reasons: source?.reasons ?? [],
      ...(candidates.length > 0 ? { candidates } : {}),
      ...(behalf === null ? {} : { onBehalfOf: behalf }),
      ...(tensions.length > 0 ? { tensions } : {}),
    };
  });
  const allegations = evidence.allegations.map((allegation, index): Allegation => ({
    id: `l${index + 1}`,
    start: allegation.start,
    end: allegation.end,
    cue: allegation.cue,
    attribution: allegation.attribution < 0 ? null : `a${allegation.attribution + 1}`,
    accuser: refer(allegation.accuser),
    accused: refer(allegation.accused),
    attributed: allegation.attributed,
    legalStatus: allegation.legalStatus,
    responses: allegation.responses.map((response) => ({
      start: response.start,
      end: response.end,
      kind: response.kind,
      attribution: response.attribution < 0 ? null : `a${response.attribution + 1}`,
    })),
  }));
  return {
    quotes: document.quotes.map((_, index) => quoteOf(document, attributions, index)),
    attributions,
    speakers: speakersUsed(graph, used),
    agencies: found.agencies,
    allegations,
  };
}
