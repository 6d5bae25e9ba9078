/**
 * The annotation: frozen plain data, the contract between the engine and everything outside
 * (docs/annotation.md). All spans are UTF-16 code units into the text as given, half open.
 * Fields may be added; changing the meaning of one needs a new `schemaVersion`.
 */
import type { Span } from './text/spans.ts';

export const SCHEMA_VERSION = 1;

export type QuoteKind = 'direct' | 'partial' | 'scare' | 'title' | 'nickname' | 'other';
export type Form = 'direct' | 'indirect' | 'mixed';
export type Stance =
  | 'neutral'
  | 'allege'
  | 'accuse'
  | 'deny'
  | 'claim'
  | 'confirm'
  | 'condemn'
  | 'demand'
  | 'warn'
  | 'concede'
  | 'believe'
  | 'promise'
  | 'praise'
  | 'other';
export type Verification =
  | 'unverified-allegation'
  | 'denial'
  | 'official-statement'
  | 'eyewitness'
  | 'reported-by-agency'
  | 'opinion'
  | 'other';
export type AttributionClass = 'speech' | 'attitude' | 'finding';
export type SpeakerType =
  'person' | 'organization' | 'country' | 'agency' | 'outlet' | 'group' | 'anonymous' | 'document';
export type MentionKind = 'name' | 'description' | 'pronoun';
export type AgencyFunction =
  'credit' | 'contributor' | 'dateline' | 'photo' | 'source' | 'told-to' | 'self' | 'mention';
export type LegalStatus =
  'alleged' | 'suspected' | 'arrested' | 'charged' | 'on-trial' | 'sued' | 'convicted' | 'liable' | 'cleared';
export type ResponseKind = 'denial' | 'comment' | 'no-comment' | 'unreachable' | 'plea';
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Why the engine made a link: a message id with arguments, the span it rests on, and its weight (0 to 1). */
export interface Reason {
  readonly kind: string;
  readonly span?: Span;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly weight?: number;
}

export interface Quote extends Span {
  readonly id: string;
  readonly kind: QuoteKind;
  /** 1 = outermost, 2 = a quote inside a quote, … */
  readonly level: number;
  readonly closed: boolean;
  readonly attribution: string | null;
  readonly speaker: string | null;
  readonly confidence: number;
}

export interface Attribution {
  readonly id: string;
  readonly form: Form;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly speaker: string | null;
  readonly to: string | null;
  readonly via: string | null;
  readonly stance: Stance;
  readonly verification: Verification;
  readonly class: AttributionClass;
  readonly negated: boolean;
  readonly confidence: number;
  /** How the speaker was found; the resolver's chain of evidence. */
  readonly reasons: readonly Reason[];
  /** Speakers that fit equally well, when the source is ambiguous; then `speaker` is null. */
  readonly candidates?: readonly string[];
  /** Principal for whom an unnamed representative speaks ("a spokesman for Hartmann"): a speaker id. */
  readonly onBehalfOf?: string;
  /** Attributions that contradict this one on the same proposition. */
  readonly tensions?: readonly string[];
}

export interface Mention extends Span {
  readonly kind: MentionKind;
}

export interface Speaker {
  readonly id: string;
  readonly type: SpeakerType;
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly introduction: Span | null;
  readonly mentions: readonly Mention[];
  /** Where role and affiliation stand in the text, when they do. */
  readonly roleSpan?: Span;
  readonly affiliationSpan?: Span;
  /** Other forms of the name found in the text or in the source book. */
  readonly aliases?: readonly string[];
  /** Note from the newsroom's source book. */
  readonly note?: string;
}

export interface AgencyMention extends Span {
  readonly function: AgencyFunction;
}

export interface Agency {
  readonly id: string;
  /** Key in the registry, or null for an outlet the registry does not know. */
  readonly key: string | null;
  readonly name: string;
  readonly mentions: readonly AgencyMention[];
}

export interface AllegationResponse extends Span {
  readonly kind: ResponseKind;
  readonly attribution: string | null;
}

export interface Allegation extends Span {
  readonly id: string;
  readonly cue: readonly Span[];
  readonly attribution: string | null;
  readonly accuser: string | null;
  readonly accused: string | null;
  readonly attributed: boolean;
  readonly legalStatus: LegalStatus;
  readonly responses: readonly AllegationResponse[];
}

export interface NewsVerdict {
  readonly isNews: boolean;
  /** 0 to 1. */
  readonly score: number;
}

export interface TextEdit extends Span {
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  /** Safe fixes change marks or words without changing meaning and may be applied by `--fix`. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly confidence: number;
  readonly docs: string;
  readonly related: readonly (Span & { readonly message: string })[];
  readonly fixes: readonly Fix[];
}

export interface Annotation {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly news: NewsVerdict;
  readonly quotes: readonly Quote[];
  readonly attributions: readonly Attribution[];
  readonly speakers: readonly Speaker[];
  readonly agencies: readonly Agency[];
  readonly allegations: readonly Allegation[];
}
