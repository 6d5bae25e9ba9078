/** The list of features. One line each; the order is of no consequence. */
import { codeActions } from './codeActions.ts';
import { diagnostics } from './diagnostics.ts';
import { documentSymbol } from './documentSymbol.ts';
import type { Feature } from './feature.ts';
import { semanticTokens } from './semanticTokens.ts';

export const features: readonly Feature[] = [codeActions, diagnostics, documentSymbol, semanticTokens];
