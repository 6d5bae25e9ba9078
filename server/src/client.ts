/**
 * The client as the server sees it: every capability that some feature asks about, as one flat record of plain
 * values. A client that says nothing is served in the plainest way.
 */
import { CodeActionKind, ResourceOperationKind, type InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../../protocol/index.ts';

export interface Client {
  readonly name: string;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly pullDiagnostics: boolean;
  readonly diagnosticRelated: boolean;
  readonly diagnosticCodeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly definitionLinks: boolean;
  readonly declarationLinks: boolean;
  readonly multilineTokens: boolean;
  readonly lineFoldingOnly: boolean;
  readonly foldingLimit: number;
  readonly codeActionLiterals: boolean;
  readonly codeActionData: boolean;
  readonly codeActionResolvesEdit: boolean;
  readonly codeActionDisabled: boolean;
  readonly codeActionPreferred: boolean;
  readonly linkTooltips: boolean;
  readonly workspaceSymbolResolvesRange: boolean;
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  readonly changeAnnotations: boolean;
  readonly appliesEdits: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly workDoneProgress: boolean;
  readonly textDocumentContent: boolean;
  readonly inlayHintResolves: boolean;
  readonly prepareRename: boolean;
  readonly refresh: {
    readonly tokens: boolean;
    readonly diagnostics: boolean;
    readonly inlayHints: boolean;
    readonly codeLenses: boolean;
    readonly folding: boolean;
  };
  /** Extras of our own client (`InitializationOptions`). */
  readonly commands: ReadonlySet<string>;
  readonly locationLinks: boolean;
  readonly fileAccess: boolean;
  readonly status: boolean;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The options our own client passes; anything malformed counts as absent. */
export function initializationOptions(value: unknown): InitializationOptions {
  const options = record(value);
  const commands = options['clientCommands'];
  return {
    settings: options['settings'],
    clientCommands: Array.isArray(commands)
      ? commands.filter((id): id is string => typeof id === 'string')
      : [],
    locationLinks: options['locationLinks'] === true,
    fileAccess: options['fileAccess'] === true,
    status: options['status'] === true,
  };
}

/** Reads the capabilities of the `initialize` request; never throws, whatever a client sends. */
export function describeClient(params: InitializeParams): Client {
  const capabilities = record(params.capabilities) as InitializeParams['capabilities'];
  const text = capabilities.textDocument;
  const workspace = capabilities.workspace;
  const options = initializationOptions(params.initializationOptions);
  const action = text?.codeAction;
  return {
    name: params.clientInfo?.name ?? 'unknown client',
    markdownHover: text?.hover?.contentFormat?.includes('markdown') ?? false,
    markdownCompletion: text?.completion?.completionItem?.documentationFormat?.includes('markdown') ?? false,
    pullDiagnostics: text?.diagnostic !== undefined,
    diagnosticRelated:
      text?.diagnostic?.relatedInformation ?? text?.publishDiagnostics?.relatedInformation ?? false,
    diagnosticCodeDescription:
      text?.diagnostic?.codeDescriptionSupport ?? text?.publishDiagnostics?.codeDescriptionSupport ?? false,
    diagnosticData: text?.diagnostic?.dataSupport ?? text?.publishDiagnostics?.dataSupport ?? false,
    hierarchicalSymbols: text?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    definitionLinks: text?.definition?.linkSupport ?? false,
    declarationLinks: text?.declaration?.linkSupport ?? false,
    multilineTokens: text?.semanticTokens?.multilineTokenSupport ?? false,
    lineFoldingOnly: text?.foldingRange?.lineFoldingOnly ?? false,
    foldingLimit: text?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    codeActionLiterals:
      action?.codeActionLiteralSupport?.codeActionKind.valueSet.includes(CodeActionKind.QuickFix) ??
      action?.codeActionLiteralSupport !== undefined,
    codeActionData: action?.dataSupport ?? false,
    codeActionResolvesEdit: action?.resolveSupport?.properties.includes('edit') ?? false,
    codeActionDisabled: action?.disabledSupport ?? false,
    codeActionPreferred: action?.isPreferredSupport ?? false,
    linkTooltips: text?.documentLink?.tooltipSupport ?? false,
    workspaceSymbolResolvesRange:
      workspace?.symbol?.resolveSupport?.properties.includes('location.range') ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    createsFiles:
      workspace?.workspaceEdit?.resourceOperations?.includes(ResourceOperationKind.Create) ?? false,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    appliesEdits: workspace?.applyEdit ?? false,
    configuration: workspace?.configuration ?? false,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    workDoneProgress: capabilities.window?.workDoneProgress ?? false,
    textDocumentContent: workspace?.textDocumentContent !== undefined,
    inlayHintResolves: text?.inlayHint?.resolveSupport?.properties.includes('tooltip') ?? false,
    prepareRename: text?.rename?.prepareSupport ?? false,
    refresh: {
      tokens: workspace?.semanticTokens?.refreshSupport ?? false,
      diagnostics: workspace?.diagnostics?.refreshSupport ?? false,
      inlayHints: workspace?.inlayHint?.refreshSupport ?? false,
      codeLenses: workspace?.codeLens?.refreshSupport ?? false,
      folding: workspace?.foldingRange?.refreshSupport ?? false,
    },
    commands: new Set(options.clientCommands),
    locationLinks: options.locationLinks ?? false,
    fileAccess: options.fileAccess ?? false,
    status: options.status ?? false,
  };
}
