/** The list of features. One line each; the order is of no consequence. */
import { codeActions } from './codeActions.ts';
import { codeLens } from './codeLens.ts';
import { completion } from './completion.ts';
import { customRequests } from './customRequests.ts';
import { definition } from './definition.ts';
import { diagnostics } from './diagnostics.ts';
import { documentHighlight } from './documentHighlight.ts';
import { documentLink } from './documentLink.ts';
import { documentSymbol } from './documentSymbol.ts';
import { executeCommand } from './executeCommand.ts';
import type { Feature } from './feature.ts';
import { foldingRange } from './foldingRange.ts';
import { hover } from './hover.ts';
import { inlayHint } from './inlayHint.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { selectionRange } from './selectionRange.ts';
import { semanticTokens } from './semanticTokens.ts';
import { virtualDocuments } from './virtualDocuments.ts';
import { workspaceSymbol } from './workspaceSymbol.ts';

export const features: readonly Feature[] = [
  codeActions,
  codeLens,
  completion,
  customRequests,
  definition,
  diagnostics,
  documentHighlight,
  documentLink,
  documentSymbol,
  executeCommand,
  foldingRange,
  hover,
  inlayHint,
  references,
  rename,
  selectionRange,
  semanticTokens,
  virtualDocuments,
  workspaceSymbol,
];
