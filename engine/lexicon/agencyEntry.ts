/**
 * What the registry of agencies, wires and broadcasters says of one of them (data/agencies.json; the source book
 * adds and replaces entries of the same shape). Knows no article and no matching.
 */

/** One fact with the page it was read on and the date that page speaks of. A fact without both is not shown. */
export interface Fact {
  readonly value: string;
  readonly source: string;
  readonly asOf: string;
}

/** What somebody else calls the body: never in our own voice, always with the classifier and the year. */
export interface Classification extends Fact {
  readonly classifier: string;
}

export type AgencyKind = 'agency' | 'broadcaster' | 'newspaper';

export interface AgencyEntry {
  readonly id: string;
  readonly kind: AgencyKind;
  readonly names: {
    readonly full: string;
    /** Short names and abbreviations as written ("AFP"); upper and lower case count. */
    readonly short: readonly string[];
    readonly aliases: readonly string[];
    /** Old names, shown as such ("ITAR-TASS"). */
    readonly former: readonly string[];
  };
  readonly match: {
    /** Names that are words or belong to others as well: they count only in a frame, a credit or when known. */
    readonly needsCue: readonly string[];
    /** Words that place an article near the agency, to choose between two with the same initials; never shown. */
    readonly places?: readonly string[];
  };
  readonly otherMeanings?: readonly string[];
  readonly country?: Fact;
  readonly form?: Fact;
  readonly owner?: Fact;
  readonly seat?: Fact;
  readonly founded?: Fact;
  readonly languages?: Fact;
  readonly website?: Fact;
  readonly standards?: Fact;
  readonly status?: Fact;
  readonly wikidata?: Fact;
  readonly memberships?: readonly Fact[];
  readonly classifications?: readonly Classification[];
  /** Set on entries that come from, or were changed by, a newsroom's source book. */
  readonly note?: string;
  readonly local?: true;
}
