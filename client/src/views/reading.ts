/** The Reading view: the article set as a page, with notes in the margin that say who speaks; and a classroom mode. */
import * as vscode from 'vscode';
import { METHODS } from '../../../protocol/index.ts';
import { createPanel, type Panel } from './panel.ts';
import { stanceWord, verificationWord } from './words.ts';

const STANCES = [
  'neutral',
  'allege',
  'accuse',
  'deny',
  'claim',
  'confirm',
  'condemn',
  'demand',
  'warn',
  'concede',
  'believe',
  'promise',
  'praise',
  'other',
] as const;
const VERIFICATIONS = [
  'unverified-allegation',
  'denial',
  'official-statement',
  'eyewitness',
  'reported-by-agency',
  'opinion',
  'other',
] as const;

export const readingPanel: Panel = createPanel({
  viewType: 'sourcelight.reading',
  title: (name) => vscode.l10n.t('Reading: {0}', name),
  method: METHODS.reading,
  page: 'reading',
  texts: () => ({
    classroom: vscode.l10n.t('Classroom mode'),
    classroomHint: vscode.l10n.t('Hides who speaks and asks.'),
    print: vscode.l10n.t('Save for Printing'),
    larger: vscode.l10n.t('Larger text'),
    smaller: vscode.l10n.t('Smaller text'),
    notes: vscode.l10n.t('Notes on this paragraph'),
    unknown: vscode.l10n.t('No source given'),
    question: vscode.l10n.t('Who says this?'),
    choose: vscode.l10n.t('Choose…'),
    right: vscode.l10n.t('Right'),
    wrong: vscode.l10n.t('No. It is {name}.'),
    score: vscode.l10n.t('{right} of {answered} right, {open} to go'),
    hidden: vscode.l10n.t('hidden source'),
    goTo: vscode.l10n.t('Show in the editor'),
    legend: vscode.l10n.t('Legend'),
    'type.quote': vscode.l10n.t('in quotation marks'),
    'type.source': vscode.l10n.t('source'),
    'type.cue': vscode.l10n.t('reporting words'),
    'type.allegation': vscode.l10n.t('alleged'),
    'type.agency': vscode.l10n.t('agency'),
    'type.statement': vscode.l10n.t('reported'),
    ...Object.fromEntries(STANCES.map((stance) => [`stance.${stance}`, stanceWord(stance)])),
    ...Object.fromEntries(VERIFICATIONS.map((kind) => [`verification.${kind}`, verificationWord(kind)])),
  }),
});
