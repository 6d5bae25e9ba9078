/**
 * The words of the cards for the engine's values and reasons. Plain words that can be read aloud; nothing is judged.
 */
import type {
  AgencyFunction,
  Attribution,
  LegalStatus,
  Reason,
  ResponseKind,
  Stance,
  Verification,
} from '../annotation.ts';

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  neutral: 'a statement',
  allege: 'alleges',
  accuse: 'accuses',
  deny: 'denies',
  claim: 'claims',
  confirm: 'confirms',
  condemn: 'criticises',
  demand: 'demands',
  warn: 'warns',
  concede: 'concedes',
  believe: 'believes',
  promise: 'promises',
  praise: 'praises',
  other: 'no plain statement',
};

export const VERIFICATION_WORDS: Readonly<Record<Verification, string>> = {
  'unverified-allegation': 'unverified allegation',
  denial: 'denial',
  'official-statement': 'official statement',
  eyewitness: 'account of a witness',
  'reported-by-agency': 'reported by an agency or outlet',
  opinion: 'opinion',
  other: '',
};

export const LEGAL_WORDS: Readonly<Record<LegalStatus, string>> = {
  alleged: 'alleged, no legal step is mentioned',
  suspected: 'suspected',
  arrested: 'arrested, not charged as far as this article says',
  charged: 'charged, not convicted',
  'on-trial': 'on trial, no verdict',
  sued: 'sued, a civil case',
  convicted: 'convicted',
  liable: 'found liable, a civil finding',
  cleared: 'cleared',
};

export const RESPONSE_WORDS: Readonly<Record<ResponseKind, string>> = {
  denial: 'denied',
  comment: 'commented',
  'no-comment': 'no comment given',
  unreachable: 'could not be reached',
  plea: 'plea of not guilty',
};

export const FUNCTION_WORDS: Readonly<Record<AgencyFunction, string>> = {
  credit: 'credited',
  contributor: 'contributed to the story',
  dateline: 'named in the dateline',
  photo: 'credited for a picture',
  source: 'source of a statement',
  'told-to': 'was told by the speaker',
  self: 'the outlet speaks of itself',
  mention: 'mentioned',
};

/** "direct quotation", "reported speech". */
export function formWords(attribution: Attribution): string {
  return { direct: 'direct quotation', indirect: 'reported speech', mixed: 'partly quoted' }[
    attribution.form
  ];
}

/** How sure, in words. */
export function sureness(confidence: number): string {
  return confidence >= 0.9 ? 'high' : confidence >= 0.7 ? 'medium' : 'low';
}

/** One step of the resolver's chain of evidence in words, or null for steps that say nothing to a reader. */
export function reasonWords(reason: Reason): string | null {
  const word = String(reason.args?.['word'] ?? '');
  const name = String(reason.args?.['name'] ?? '');
  const count = String(reason.args?.['count'] ?? '');
  switch (reason.kind) {
    case 'full-name':
      return 'named in full';
    case 'title-surname':
      return `title and surname of ${name}`;
    case 'surname':
      return `surname of ${name}`;
    case 'surname-forward':
      return `surname of ${name}, who is named in full later`;
    case 'first-name':
      return `first name of ${name}`;
    case 'abbreviation':
      return `abbreviation of ${name}`;
    case 'alias':
      return `another name of ${name}`;
    case 'short-form':
      return `short form of ${name}`;
    case 'nickname':
      return `nickname of ${name}`;
    case 'capital':
      return `the capital stands for ${name}`;
    case 'pronoun':
    case 'relative':
      return `“${word}” points to ${name}`;
    case 'role':
    case 'description':
      return `“${word}” describes ${name}`;
    case 'apposition':
      return `stands beside the name ${name}`;
    case 'subject':
      return 'subject of the sentence before';
    case 'previous-speaker':
      return 'the speaker before';
    case 'continued-quote':
      return 'the quotation goes on';
    case 'same-clause':
      return 'named in the same clause';
    case 'only-candidate':
      return 'nobody else fits';
    case 'owner':
      return `belongs to ${name}`;
    case 'on-behalf-of':
      return `speaks for ${name}`;
    case 'joint':
      return `${count} speakers together`;
    case 'first-person':
      return 'the speaker speaks of themselves';
    case 'interviewer':
      return 'asks the questions';
    case 'interviewee':
      return 'gives the answers';
    case 'author':
      return 'the writer of the article';
    case 'ambiguous':
      return `“${word}” fits ${count} people`;
    case 'anonymous':
      return 'not named in the article';
    case 'described':
      return 'described, not named';
    default:
      return null;
  }
}
