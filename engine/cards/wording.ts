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
import { sentenceCase } from './card.ts';

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  neutral: '',
  allege: 'alleges',
  accuse: 'accuses',
  deny: 'denies',
  claim: 'claims',
  confirm: 'confirms',
  condemn: 'criticises',
  demand: 'demands',
  warn: 'warns',
  concede: 'concedes',
  believe: 'a wish or belief',
  promise: 'promises',
  praise: 'praises',
  other: 'no assertion',
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

/** "denied by her lawyer", "no comment": a reply, and by whom when it is not the accused. */
export function responseWords(kind: ResponseKind, by: string | null): string {
  const words: Readonly<Record<ResponseKind, string>> = {
    denial: 'denied',
    comment: by === null ? 'commented on' : 'comment',
    'no-comment': 'no comment',
    unreachable: 'could not be reached',
    plea: 'plea of not guilty',
  };
  // "Kolb could not be reached" for the party of Ada Quill.
  if (by !== null && kind === 'unreachable') return `${by} could not be reached`;
  return by === null ? words[kind] : `${words[kind]} by ${by}`;
}

/** "denied" beside "denies" says it twice. */
export function repeatsStance(cue: string, stance: Stance): boolean {
  const stem = (word: string): string => word.replace(/i(?=e[sd]?$)/u, 'y').slice(0, 4);
  const own = stem(STANCE_WORDS[stance]);
  return (
    own !== '' &&
    cue
      .toLowerCase()
      .split(' ')
      .some((word) => stem(word) === own)
  );
}

export const FUNCTION_WORDS: Readonly<Record<AgencyFunction, string>> = {
  credit: 'credited',
  contributor: 'contributed to the story',
  dateline: 'credited in the dateline',
  photo: 'credited for a picture',
  source: 'cited as a source',
  'told-to': 'told by a speaker',
  self: 'the outlet about itself',
  mention: 'mentioned',
};

/** "direct quotation", "reported speech". */
export function formWords(attribution: Attribution): string {
  return { direct: 'direct quotation', indirect: 'reported speech', mixed: 'partly quoted' }[
    attribution.form
  ];
}

/** How sure, in words and as a share. */
export function sureness(confidence: number): string {
  const words = confidence >= 0.9 ? 'high' : confidence >= 0.7 ? 'medium' : 'low';
  return `${words} (${Math.min(99, Math.round(100 * confidence))} %)`;
}

/**
 * The resolver's chain of evidence in words: what the words of the source are, then why. "“She” points to Ada Quill:
 * subject of the sentence before; nobody else fits". Null when no step says anything to a reader.
 */
export function chainWords(reasons: readonly Reason[]): string | null {
  const steps = [
    ...new Set(
      reasons.flatMap((reason) => {
        const words = reasonWords(reason);
        return words === null ? [] : [words];
      }),
    ),
  ];
  const [first, ...rest] = steps;
  if (first === undefined) return null;
  const aside = rest.filter((step) => step.startsWith('with '));
  const why = rest.filter((step) => !step.startsWith('with '));
  return `${[sentenceCase(first), ...aside].join(', ')}${why.length > 0 ? `: ${why.join('; ')}` : ''}`;
}

/** One step of the chain in words, or null for steps that say nothing to a reader. */
function reasonWords(reason: Reason): string | null {
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
      return 'with the description beside the name';
    case 'subject':
      return 'subject of the sentence before';
    case 'previous-speaker':
      return 'the last to speak';
    case 'singular-they':
      return `“they” may mean one person, here ${name}`;
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
