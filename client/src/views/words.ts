/** Stances, kinds and counts of the protocol in the user's words. */
import * as vscode from 'vscode';
import type { Words } from './sourcesTree.ts';

const STANCES = {
  neutral: vscode.l10n.t('says'),
  allege: vscode.l10n.t('alleges'),
  accuse: vscode.l10n.t('accuses'),
  deny: vscode.l10n.t('denies'),
  claim: vscode.l10n.t('claims'),
  confirm: vscode.l10n.t('confirms'),
  condemn: vscode.l10n.t('condemns'),
  demand: vscode.l10n.t('demands'),
  warn: vscode.l10n.t('warns'),
  concede: vscode.l10n.t('concedes'),
  believe: vscode.l10n.t('believes'),
  promise: vscode.l10n.t('promises'),
  praise: vscode.l10n.t('praises'),
  other: vscode.l10n.t('says'),
} as const;

const VERIFICATIONS = {
  'unverified-allegation': vscode.l10n.t('unverified allegation'),
  denial: vscode.l10n.t('denial'),
  'official-statement': vscode.l10n.t('official statement'),
  eyewitness: vscode.l10n.t('eyewitness'),
  'reported-by-agency': vscode.l10n.t('reported by an agency'),
  opinion: vscode.l10n.t('opinion'),
  other: '',
} as const;

const RESPONSES = {
  denial: vscode.l10n.t('denial'),
  comment: vscode.l10n.t('comment'),
  'no-comment': vscode.l10n.t('no comment'),
  unreachable: vscode.l10n.t('could not be reached'),
  plea: vscode.l10n.t('plea'),
} as const;

const FUNCTIONS = {
  credit: vscode.l10n.t('credited'),
  contributor: vscode.l10n.t('contributor'),
  dateline: vscode.l10n.t('dateline'),
  photo: vscode.l10n.t('photo credit'),
  source: vscode.l10n.t('source'),
  'told-to': vscode.l10n.t('told to'),
  self: vscode.l10n.t('this outlet'),
  mention: vscode.l10n.t('mentioned'),
} as const;

const look = (table: Readonly<Record<string, string>>, key: string): string => table[key] ?? key;

export const stanceWord = (stance: string): string => look(STANCES, stance);
export const verificationWord = (verification: string): string => look(VERIFICATIONS, verification);
export const responseWord = (kind: string): string => look(RESPONSES, kind);

export function words(): Words {
  return {
    quotes: (count) =>
      count === 1 ? vscode.l10n.t('{0} quotation', count) : vscode.l10n.t('{0} quotations', count),
    statements: (count) =>
      count === 1 ? vscode.l10n.t('{0} statement', count) : vscode.l10n.t('{0} statements', count),
    share: (share) => vscode.l10n.t('{0} %', Math.round(share * 100)),
    paragraph: (number) => vscode.l10n.t('paragraph {0}', number),
    stance: stanceWord,
    verification: verificationWord,
    reply: (reply) =>
      reply === 'answered'
        ? vscode.l10n.t('answered')
        : reply === 'asked'
          ? vscode.l10n.t('asked, no answer')
          : vscode.l10n.t('no reply in the article'),
    response: responseWord,
    unattributed: vscode.l10n.t('No Source Given'),
    agencies: vscode.l10n.t('Agencies and Outlets'),
    allegations: vscode.l10n.t('Allegations'),
    anonymous: vscode.l10n.t('Anonymous Sources'),
    reason: (reason) => vscode.l10n.t('reason: {0}', reason),
    noReason: vscode.l10n.t('no reason given'),
    against: (accuser, accused) =>
      accused === null
        ? vscode.l10n.t('{0}', accuser ?? vscode.l10n.t('nobody named'))
        : vscode.l10n.t('{0} against {1}', accuser ?? vscode.l10n.t('nobody named'), accused),
    via: (name) => vscode.l10n.t('via {0}', name),
    agencyFunction: (name) => look(FUNCTIONS, name),
  };
}
