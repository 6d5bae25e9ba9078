/**
 * What client and server say to each other beyond the Language Server Protocol: names, plain types, settings with
 * their defaults, command ids and the semantic token legend. It imports nothing and knows no library; every
 * position is a line and a UTF-16 character counted from 0, as in the Language Server Protocol.
 */

/** A place between two characters. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two places; the end is not included. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A range in a document. */
export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** Names a document in the parameters of a request. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** Names a place in a document in the parameters of a request. */
export interface PositionParams extends DocumentParams {
  readonly position: Position;
}

// ---------------------------------------------------------------------------------------------- languages, schemes

/** Our own language: documents in it are always annotated. */
export const NEWS_LANGUAGE = 'news';

/**
 * Language ids that are annotated when the text reads as news (setting `plainText`):
 * `plaintext` is VS Code's id, `text` Neovim's and Emacs's, `plain text` Zed's; `html` are saved web pages, and `json`
 * counts when its content is an IPTC ninjs item.
 */
export const GATED_LANGUAGES: readonly string[] = [
  'plaintext',
  'markdown',
  'text',
  'plain text',
  'html',
  'json',
];

/** Scheme of the server's virtual, read-only documents (`workspace/textDocumentContent`): `sourcelight:/report/…`. */
export const VIRTUAL_SCHEME = 'sourcelight';

/** File name patterns that the server watches and reads. */
export const FILES = {
  sourceBooks: ['.sourcelight/sources.yaml', '.sourcelight/sources.yml', '.sourcelight/sources.json'],
  configs: [
    '.sourcelight.json',
    '.sourcelight.jsonc',
    '.sourcelight.yaml',
    '.sourcelight.yml',
    'package.json',
  ],
  sidecarSuffix: '.sourcelight.json',
  articles: '**/*.{news,article,md,markdown,txt}',
} as const;

// ---------------------------------------------------------------------------------------------------------- settings

/** Section of the settings in every editor. */
export const SETTINGS_SECTION = 'sourcelight';

/** When lint findings are computed. */
export type LintRun = 'onType' | 'onSave' | 'manual';

/** A severity as written in the settings. */
export type RuleSeverity = 'off' | 'hint' | 'info' | 'warning' | 'error';

/** All settings below `sourcelight.` that the server reads; per resource where the editor can scope them. */
export interface Settings {
  /** `auto`: plain text and Markdown are annotated when they read as news. */
  readonly plainText: 'auto' | 'always' | 'never';
  /** Documents longer than this (in UTF-16 units) are not annotated; the status says so. */
  readonly maxCharacters: number;
  /** Name of the publishing outlet, so that it is never taken for a second source. */
  readonly outlet: string;
  /** Also show what people want, hope, believe or support, not only what they say. */
  readonly showAttitudes: boolean;
  /** The layers that are coloured. */
  readonly highlight: {
    readonly quotes: boolean;
    readonly sources: boolean;
    readonly cues: boolean;
    readonly agencies: boolean;
    readonly allegations: boolean;
    /** Reported words outside quotation marks. */
    readonly statements: boolean;
  };
  readonly hover: { readonly enabled: boolean };
  readonly inlayHints: {
    /** ‹Maria Novak› after "she" or "the minister". */
    readonly references: boolean;
    /** — Maria Novak after a quotation that stands alone. */
    readonly quotes: boolean;
  };
  readonly codeLens: {
    /** One line above the headline: 5 sources · 9 quotations · 2 without a source. */
    readonly summary: boolean;
    /** One line above each paragraph in which somebody speaks. */
    readonly paragraphs: boolean;
  };
  readonly lint: {
    readonly enabled: boolean;
    readonly run: LintRun;
    /** Milliseconds of rest before findings are computed for editors that are sent diagnostics. */
    readonly delay: number;
    /** `gentle`: error → warning, warning → information, info and hint → hint. */
    readonly editorSeverity: 'gentle' | 'asConfigured';
    readonly preset: string;
    readonly minConfidence: number;
    /** Severity, or severity and options, by rule id; used where no `.sourcelight.json` applies. */
    readonly rules: Readonly<Record<string, RuleSeverity | Readonly<Record<string, unknown>>>>;
    /** Where “ignore here” writes: a comment or marker line in the text, or the file beside it. */
    readonly ignoreIn: 'auto' | 'text' | 'sidecar';
  };
  /** Path of the newsroom's source book, relative to the workspace folder. */
  readonly sourceBook: string;
  /** Glob of transcripts and notes, against which quotations are checked; relative to the workspace folder. */
  readonly notes: string;
  readonly index: {
    readonly enabled: boolean;
    readonly maxFiles: number;
    /** Files longer than this are not indexed. */
    readonly maxCharacters: number;
  };
}

/** What holds when nothing is set; the manifest is checked against it. */
export const DEFAULT_SETTINGS: Settings = {
  plainText: 'auto',
  maxCharacters: 2_000_000,
  outlet: '',
  showAttitudes: false,
  highlight: {
    quotes: true,
    sources: true,
    cues: true,
    agencies: true,
    allegations: true,
    statements: false,
  },
  hover: { enabled: true },
  inlayHints: { references: false, quotes: false },
  codeLens: { summary: true, paragraphs: false },
  lint: {
    enabled: true,
    run: 'onType',
    delay: 400,
    editorSeverity: 'gentle',
    preset: 'recommended',
    minConfidence: 0.5,
    rules: {},
    ignoreIn: 'auto',
  },
  sourceBook: '.sourcelight/sources.yaml',
  notes: '**/*{notes,transcript,interview}*.{txt,md,vtt,srt}',
  index: { enabled: true, maxFiles: 10_000, maxCharacters: 200_000 },
};

/** What a client passes as `initializationOptions`; every field may be missing. */
export interface InitializationOptions {
  /** Settings for editors without `workspace/configuration` (Helix, Kakoune); partial, merged over the defaults. */
  readonly settings?: unknown;
  /** Ids of `CLIENT_COMMANDS` the client can run, so that lenses and hints may point at them. */
  readonly clientCommands?: readonly string[];
  /** The client shows Markdown links to places in a document as `uri#Lline,character` (VS Code does). */
  readonly locationLinks?: boolean;
  /** The client answers `sourcelight/fs/*`: it reads files for a server without a file system (web, virtual folders). */
  readonly fileAccess?: boolean;
  /** The client handles `sourcelight/status`. */
  readonly status?: boolean;
}

// ---------------------------------------------------------------------------------------------------------- commands

/** Commands the client registers; the server points lenses, hints and actions at them when the client names them. */
export const CLIENT_COMMANDS = {
  /** Arguments: `[uri, Position, Location[]]`; shows a list of places (VS Code: `editor.action.showReferences`). */
  showLocations: 'sourcelight.showLocations',
  /** Arguments: `[Location]`. */
  reveal: 'sourcelight.reveal',
  showSources: 'sourcelight.showSources',
  lintDraft: 'sourcelight.lintDraft',
  lintWorkspace: 'sourcelight.lintWorkspace',
  annotate: 'sourcelight.annotate',
  stop: 'sourcelight.stopAnnotating',
  openReport: 'sourcelight.openReport',
  sourceMap: 'sourcelight.openSourceMap',
  readingView: 'sourcelight.openReadingView',
  export: 'sourcelight.export',
  nextQuote: 'sourcelight.nextQuote',
  previousQuote: 'sourcelight.previousQuote',
  nextSource: 'sourcelight.nextSource',
  whoSaidElsewhere: 'sourcelight.whoSaidThisElsewhere',
  revealIntroduction: 'sourcelight.revealIntroduction',
  compareSaved: 'sourcelight.compareWithSaved',
  compareHead: 'sourcelight.compareWithHead',
  compareFile: 'sourcelight.compareWithFile',
  /** Arguments: none, or `[uri, Position]`. */
  checkQuote: 'sourcelight.checkQuote',
  /** Arguments: `[rule id]`. */
  explain: 'sourcelight.explainFinding',
  toggleInlayHints: 'sourcelight.toggleInlayHints',
  toggleAnnotations: 'sourcelight.toggleAnnotations',
  showLog: 'sourcelight.showLog',
  restartServer: 'sourcelight.restartServer',
} as const;

/**
 * Commands the server runs (`workspace/executeCommand`), for any editor. Their ids differ from the client's,
 * since an editor's library registers each of them by itself.
 */
export const SERVER_COMMANDS = {
  /** Arguments: `[uri]`. Overrules the gate for a document. */
  annotate: 'sourcelight.server.annotate',
  /** Arguments: `[uri]`. */
  stop: 'sourcelight.server.stop',
  /** Arguments: `[uri]`. Result: `LintSummary`. */
  lint: 'sourcelight.server.lint',
  /** No arguments. Result: `LintSummary`. */
  lintWorkspace: 'sourcelight.server.lintWorkspace',
  /** Arguments: `[ExportParams]`. Result: `ExportResult`. */
  export: 'sourcelight.server.export',
  /** Arguments: `[uri]`. Result: the report as Markdown, for editors without virtual documents. */
  report: 'sourcelight.server.report',
  /** Arguments: `[rule id]`. Result: Markdown. */
  explain: 'sourcelight.server.explain',
  /** Reads the workspace again. Result: `IndexSummary`. */
  reindex: 'sourcelight.server.reindex',
  /** Arguments: `[uri, uri of the older draft]`; without the second the saved file. Result: Markdown. */
  compare: 'sourcelight.server.compare',
  /** Arguments: `[uri, Position, uris of notes]`; without the third those of the setting. Result: Markdown. */
  checkQuote: 'sourcelight.server.checkQuote',
  /** Arguments: `[WorkspaceEdit]`. For editors whose code actions are commands only. */
  applyEdit: 'sourcelight.server.applyEdit',
  /** Arguments: `[IgnoreParams]`. Applies a workspace edit. */
  ignore: 'sourcelight.server.ignore',
} as const;

// ---------------------------------------------------------------------------------------------------- semantic tokens

/** Semantic token types; the index is what goes over the wire. */
export const TOKEN_TYPES = ['quote', 'source', 'cue', 'allegation', 'agency', 'statement'] as const;

/** One of `TOKEN_TYPES`. */
export type TokenType = (typeof TOKEN_TYPES)[number];

/** Semantic token modifiers; the index is the bit. */
export const TOKEN_MODIFIERS = [
  /** Words of a sentence of their own in marks. */
  'direct',
  /** Reported without marks. */
  'indirect',
  /** A fragment in marks within the writer's sentence. */
  'partial',
  /** A catchword or distance, nobody's utterance. */
  'scare',
  /** A title or nickname in marks. */
  'title',
  /** A quotation inside a quotation. */
  'nested',
  /** A mark is missing. */
  'unclosed',
  /** The source is not named. */
  'anonymous',
  /** Nobody is given as the source. */
  'unattributed',
  /** More than one person fits. */
  'ambiguous',
  /** First full mention of the speaker. */
  'definition',
  /** The source is a pronoun. */
  'pronoun',
  /** The speaker denies. */
  'denied',
  /** Rests on somebody's word. */
  'alleged',
  /** An official statement. */
  'official',
  /** Somebody in the article answers it. */
  'answered',
  /** The engine is not sure. */
  'uncertain',
] as const;

/** One of `TOKEN_MODIFIERS`. */
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

// ----------------------------------------------------------------------------------------------------- custom methods

/** Names of our own requests and notifications; parameters and results are described at the types below. */
export const METHODS = {
  /** server → client, notification: `StatusParams`. */
  status: 'sourcelight/status',
  /** client → server: `DocumentParams` → `SourcesResult | null`. */
  sources: 'sourcelight/sources',
  /** client → server: `DocumentParams` → `SourceMapResult | null`. */
  sourceMap: 'sourcelight/sourceMap',
  /** client → server: `DocumentParams` → `ReadingResult | null`. */
  reading: 'sourcelight/reading',
  /** client → server: `DocumentParams` → `StatusParams`. Overrules the gate: annotate. */
  annotate: 'sourcelight/annotate',
  /** client → server: `DocumentParams` → `StatusParams`. Overrules the gate: stop. */
  stop: 'sourcelight/stop',
  /** client → server: `ExportParams` → `ExportResult | null`. */
  export: 'sourcelight/export',
  /** client → server: nothing → `readonly ExportFormat[]`. */
  exportFormats: 'sourcelight/exportFormats',
  /** client → server: `DocumentParams` → `LintSummary`. Lints now, whatever `lint.run` says. */
  lint: 'sourcelight/lint',
  /** client → server: `LintWorkspaceParams` → `LintSummary`. */
  lintWorkspace: 'sourcelight/lintWorkspace',
  /** client → server: `NextParams` → `Range | null`. Walks quotations, sources, allegations or findings. */
  next: 'sourcelight/next',
  /** client → server: `PositionParams` → `ElsewhereResult | null`. */
  elsewhere: 'sourcelight/elsewhere',
  /** client → server: `CompareParams` → `CompareResult | null`. */
  compare: 'sourcelight/compare',
  /** client → server: `CheckQuoteParams` → `CheckQuoteResult | null`. */
  checkQuote: 'sourcelight/checkQuote',
  /** client → server: `ExplainParams` → `ExplainResult | null`. */
  explain: 'sourcelight/explain',
  /** client → server: nothing → `IndexSummary`. */
  indexStatus: 'sourcelight/indexStatus',
  /** server → client: `{uri}` → `string | null`; only for clients that said `fileAccess`. */
  readFile: 'sourcelight/fs/read',
  /** server → client: `ListFilesParams` → `readonly string[]` (uris); only for clients that said `fileAccess`. */
  listFiles: 'sourcelight/fs/list',
} as const;

/** What was decided about a document. */
export type DocumentState =
  /** Being analysed for the first time. */
  | 'busy'
  /** Annotated. */
  | 'annotated'
  /** Plain text or Markdown that does not read as news. */
  | 'not-news'
  /** Longer than `maxCharacters`. */
  | 'paused'
  /** Stopped by command. */
  | 'stopped'
  /** Switched off by `plainText: never`. */
  | 'off'
  /** Not a language we read. */
  | 'foreign';

/** How many of each the article has. */
export interface Counts {
  readonly words: number;
  readonly quotes: number;
  readonly statements: number;
  readonly speakers: number;
  readonly agencies: number;
  readonly allegations: number;
  /** Quotations (direct or partial) of which nobody is given as the source. */
  readonly unattributed: number;
  readonly anonymous: number;
  /** Lint findings, or null where they were not computed. */
  readonly findings: number | null;
}

/** `sourcelight/status`: sent when the decision or the counts of an open document change. */
export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly state: DocumentState;
  /** The gate's score, 0 to 1; null where it was not asked. */
  readonly score: number | null;
  /** What spoke for and against, as message ids of the gate. */
  readonly signals: readonly string[];
  /** True if a command overruled the gate. */
  readonly overridden: boolean;
  readonly counts: Counts | null;
  /** One sentence for people that says what was decided and why. */
  readonly message: string;
}

/** Statement of a speaker, as the Sources view lists it. */
export interface StatementNode {
  /** Id of the attribution, or of the quotation when it has none. */
  readonly id: string;
  /** The words, shortened to one line. */
  readonly text: string;
  readonly form: 'direct' | 'indirect' | 'mixed';
  readonly class: 'speech' | 'attitude' | 'finding';
  readonly stance: string;
  readonly verification: string;
  readonly negated: boolean;
  readonly confidence: number;
  readonly words: number;
  /** 1-based number of the paragraph. */
  readonly paragraph: number;
  /** The first content span, or the cue where no content was found. */
  readonly range: Range;
  readonly ranges: {
    readonly source: readonly Range[];
    readonly cue: readonly Range[];
    readonly content: readonly Range[];
  };
  /** The verb or noun that reports, as written. */
  readonly cueText: string;
  /** Name of the agency or outlet it came through, or null. */
  readonly via: string | null;
  /** Name of whom it was told to, or null. */
  readonly to: string | null;
  /** Id of the allegation made in it, or null. */
  readonly allegation: string | null;
}

/** Speaker with all statements. */
export interface SpeakerNode {
  readonly id: string;
  readonly type:
    'person' | 'organization' | 'country' | 'agency' | 'outlet' | 'group' | 'anonymous' | 'document';
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  /** Note from the newsroom's source book. */
  readonly note: string | null;
  readonly introduction: Range | null;
  readonly mentions: readonly (Range & { readonly kind: 'name' | 'description' | 'pronoun' })[];
  readonly statements: readonly StatementNode[];
  readonly quotes: number;
  /** Words of all content ascribed to the speaker. */
  readonly words: number;
  /** Share of all ascribed words, 0 to 1. */
  readonly share: number;
}

/** Agency or outlet the article credits or names. */
export interface AgencyNode {
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly mentions: readonly (Range & { readonly function: string })[];
}

/** Allegation with its parties and answers. */
export interface AllegationNode {
  readonly id: string;
  readonly text: string;
  readonly range: Range;
  readonly paragraph: number;
  readonly accuser: { readonly id: string; readonly name: string } | null;
  readonly accused: { readonly id: string; readonly name: string } | null;
  readonly attributed: boolean;
  readonly legalStatus: string;
  /** `answered`: a denial, comment or plea stands in the article; `asked`: no comment or not reached; `none`. */
  readonly reply: 'answered' | 'asked' | 'none';
  readonly responses: readonly {
    readonly kind: string;
    readonly text: string;
    readonly range: Range;
    readonly paragraph: number;
  }[];
  /** The attribution it rests on, or null. */
  readonly statement: string | null;
}

/** Source that is not named. */
export interface AnonymousNode {
  readonly speaker: string;
  readonly name: string;
  readonly range: Range;
  readonly statements: number;
  /** The reason the article gives for anonymity, as written, or null. */
  readonly reason: string | null;
}

/** `sourcelight/sources`: the tree of the Sources view, speakers by share of voice. */
export interface SourcesResult {
  readonly uri: string;
  readonly version: number;
  readonly title: string;
  readonly counts: Counts;
  readonly speakers: readonly SpeakerNode[];
  /** Statements and quotations of which nobody is given as the source. */
  readonly unattributed: readonly StatementNode[];
  readonly agencies: readonly AgencyNode[];
  readonly allegations: readonly AllegationNode[];
  readonly anonymous: readonly AnonymousNode[];
}

/** One bar of the share-of-voice chart. */
export interface VoiceBar {
  readonly speaker: string;
  readonly name: string;
  readonly type: SpeakerNode['type'];
  readonly directWords: number;
  readonly indirectWords: number;
  readonly statements: number;
  readonly share: number;
  readonly range: Range | null;
}

/** A party in the graph. */
export interface GraphNode {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerNode['type'] | 'unknown';
  readonly range: Range | null;
}

/** Who accuses, answers, speaks to or speaks for whom. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'accuses' | 'denies' | 'comments' | 'no-comment' | 'tells' | 'through' | 'speaks-for';
  readonly text: string;
  readonly range: Range;
  readonly paragraph: number;
}

/** One piece of the strip: how a stretch of the article is supported. */
export interface StripPiece {
  readonly kind: 'quoted' | 'attributed' | 'alleged' | 'denied' | 'anonymous' | 'unattributed' | 'bare';
  readonly paragraph: number;
  readonly words: number;
  readonly range: Range;
  readonly speaker: string | null;
}

/** `sourcelight/sourceMap`: data for the picture. Positions run through the article from 0 to 1. */
export interface SourceMapResult {
  readonly uri: string;
  readonly version: number;
  readonly title: string;
  readonly counts: Counts;
  readonly bars: readonly VoiceBar[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly strip: readonly StripPiece[];
}

/** A run of text in the reading view: what is marked is the same throughout. */
export interface ReadingRun {
  readonly text: string;
  /** Token type, or null for plain text. */
  readonly type: TokenType | null;
  readonly modifiers: readonly TokenModifier[];
  readonly speaker: string | null;
}

/** A margin note beside a paragraph: who speaks in it and how it stands. */
export interface ReadingNote {
  readonly speaker: string | null;
  readonly name: string;
  readonly detail: string | null;
  readonly stance: string;
  readonly verification: string;
  readonly range: Range;
}

/** One paragraph of the reading view. */
export interface ReadingParagraph {
  readonly zone: 'headline' | 'byline' | 'body' | 'credit' | 'caption' | 'furniture';
  readonly range: Range;
  readonly runs: readonly ReadingRun[];
  readonly notes: readonly ReadingNote[];
}

/** `sourcelight/reading`: the article as a page with margin notes. */
export interface ReadingResult {
  readonly uri: string;
  readonly version: number;
  readonly title: string;
  readonly paragraphs: readonly ReadingParagraph[];
}

/** A format that `sourcelight/export` can write. */
export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  readonly mediaType: string;
  /** With the dot: `.html`. */
  readonly extension: string;
}

/** Which document in which format. */
export interface ExportParams extends DocumentParams {
  readonly format: string;
}

/** The exported text and a name for the file. */
export interface ExportResult {
  readonly format: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly content: string;
}

/** `sourcelight/lintWorkspace`; the token receives `$/progress`. */
export interface LintWorkspaceParams {
  readonly workDoneToken?: string | number;
}

/** What a lint run found. */
export interface LintSummary {
  readonly files: number;
  /** Files that were not read, with the reason. */
  readonly skipped: readonly {
    readonly uri: string;
    readonly reason: 'not-news' | 'too-long' | 'unreadable' | 'ignored';
  }[];
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly hint: number;
  };
  /** Uris with findings and how many, most first. */
  readonly byFile: readonly { readonly uri: string; readonly findings: number }[];
  readonly cancelled: boolean;
}

/** Where to walk from, to what and which way; wraps around at the ends. */
export interface NextParams extends PositionParams {
  readonly kind: 'quote' | 'source' | 'allegation' | 'finding' | 'unattributed';
  readonly direction: 'next' | 'previous';
}

/** `sourcelight/elsewhere`: the same speaker and near-equal quotations in other files. */
export interface ElsewhereResult {
  readonly speaker: { readonly name: string; readonly role: string | null } | null;
  readonly statements: readonly (Location & {
    readonly text: string;
    readonly speaker: string | null;
    /** 1: the same words; below: the wording differs. */
    readonly similarity: number;
  })[];
  readonly mentions: readonly (Location & { readonly name: string })[];
  /** False while the workspace index is still being filled. */
  readonly complete: boolean;
}

/** `sourcelight/compare`: which draft against which older one; the article's own uri means the saved file. */
export interface CompareParams extends DocumentParams {
  readonly base: string;
}

/** One change in sourcing. */
export interface SourcingChange {
  readonly kind: string;
  /** One sentence, in the client's language. */
  readonly message: string;
  /** Where in the older and in the newer draft; null where it does not stand. */
  readonly before: { readonly range: Range; readonly paragraph: number } | null;
  readonly after: { readonly range: Range; readonly paragraph: number } | null;
}

/** What changed in sourcing from the older draft to the newer one. */
export interface CompareResult {
  readonly uri: string;
  readonly base: string;
  readonly changes: readonly SourcingChange[];
}

/** `sourcelight/checkQuote`: the quotation at a place against these notes, or those of the setting `notes`. */
export interface CheckQuoteParams extends PositionParams {
  readonly notes?: readonly string[];
}

/** Where the words of a quotation stand in one file of notes. */
export interface QuoteMatch extends Location {
  /** `marked`: the same but for omissions and additions that the quotation marks; `changed`: words differ. */
  readonly verdict: 'exact' | 'marked' | 'changed';
  /** Share of the quotation's words that stand there, 0 to 1. */
  readonly similarity: number;
  /** The alignment, in order: the words of the quotation and of the notes. */
  readonly runs: readonly {
    readonly kind: 'same' | 'replaced' | 'left-out' | 'put-in' | 'marked';
    readonly quote: string;
    readonly notes: string;
  }[];
}

/** The quotation and where it stands in the notes, the best match first. */
export interface CheckQuoteResult {
  readonly quote: string;
  readonly range: Range;
  /** Uris of the notes that were searched. */
  readonly searched: readonly string[];
  readonly matches: readonly QuoteMatch[];
}

/** Which rule. */
export interface ExplainParams {
  readonly rule: string;
}

/** The rule's page. */
export interface ExplainResult {
  readonly rule: string;
  readonly title: string;
  readonly markdown: string;
}

/** State of the workspace index. */
export interface IndexSummary {
  readonly files: number;
  readonly pending: number;
  readonly speakers: number;
  readonly quotes: number;
  readonly agencies: number;
  readonly complete: boolean;
}

/** What “ignore” writes and where. */
export interface IgnoreParams extends DocumentParams {
  readonly rule: string;
  readonly scope: 'here' | 'file' | 'always';
  readonly range: Range;
  readonly reason: string;
}

/** Files below a folder that match one of the patterns. */
export interface ListFilesParams {
  readonly folder: string;
  readonly pattern: string;
  readonly limit: number;
}
