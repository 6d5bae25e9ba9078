/** The list of commands. The commands of the Sources view are registered by the view. */
import { annotate } from './annotate.ts';
import type { Command } from './command.ts';
import { checkQuote } from './checkQuote.ts';
import { compareWithFile, compareWithHead, compareWithSaved } from './compareSourcing.ts';
import { explainFinding } from './explainFinding.ts';
import { exportAnnotations } from './exportAnnotations.ts';
import { lintDraft } from './lintDraft.ts';
import { lintWorkspace } from './lintWorkspace.ts';
import { openReadingView } from './openReadingView.ts';
import { openReport } from './openReport.ts';
import { openSample } from './openSample.ts';
import { openSourceMap } from './openSourceMap.ts';
import { restartServer } from './restartServer.ts';
import { revealIntroduction } from './revealIntroduction.ts';
import { revealPlace } from './revealPlace.ts';
import { showLocations } from './showLocations.ts';
import { showLog } from './showLog.ts';
import { showSources } from './showSources.ts';
import { stopAnnotating } from './stopAnnotating.ts';
import { toggleAnnotations } from './toggleAnnotations.ts';
import { toggleInlayHints } from './toggleInlayHints.ts';
import { nextQuote, nextSource, previousQuote } from './walk.ts';
import { whoSaidElsewhere } from './whoSaidElsewhere.ts';

export const COMMANDS: readonly Command[] = [
  annotate,
  stopAnnotating,
  lintDraft,
  lintWorkspace,
  explainFinding,
  toggleAnnotations,
  openReadingView,
  openSourceMap,
  openReport,
  exportAnnotations,
  showSources,
  nextQuote,
  previousQuote,
  nextSource,
  revealIntroduction,
  whoSaidElsewhere,
  checkQuote,
  compareWithSaved,
  compareWithHead,
  compareWithFile,
  toggleInlayHints,
  openSample,
  showLog,
  restartServer,
  showLocations,
  revealPlace,
];
