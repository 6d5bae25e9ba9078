/**
 * From linked attributions to speakers, agencies and evidence. The one entry of resolution: calls, in the order
 * of the data flow, speakers (engine/resolve), agencies (engine/agencies) and evidence (engine/status).
 */
import type { Annotation } from '../annotation.ts';
import type { LinkedDocument } from '../attribute/linked.ts';

export interface ResolveOptions {
  /** Name of the outlet whose own text this is, so that "told the Echo" is first-hand. */
  readonly outlet?: string;
}

/** Resolves a linked document. Never throws. */
export function resolve(
  document: LinkedDocument,
  _options: ResolveOptions,
): Pick<Annotation, 'quotes' | 'attributions' | 'speakers' | 'agencies' | 'allegations'> {
  return {
    quotes: document.quotes.map((quote, index) => ({
      id: `q${index + 1}`,
      start: quote.start,
      end: quote.end,
      kind: quote.kind,
      level: quote.level,
      closed: quote.closed,
      attribution: quote.attribution < 0 ? null : `a${quote.attribution + 1}`,
      speaker: null,
      confidence: 0.5,
    })),
    attributions: document.attributions.map((attribution, index) => ({
      id: `a${index + 1}`,
      form: attribution.form,
      source: attribution.source,
      cue: attribution.cue,
      content: attribution.content,
      speaker: null,
      to: null,
      via: null,
      stance: 'neutral',
      verification: 'other',
      class: attribution.class,
      negated: false,
      confidence: attribution.confidence,
      reasons: [],
    })),
    speakers: [],
    agencies: [],
    allegations: [],
  };
}
