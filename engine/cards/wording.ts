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
import type { Say } from '../say.ts';
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

export const RESPONSE_WORDS: Readonly<Record<ResponseKind, string>> = {
  denial: 'denied',
  comment: 'comment',
  'no-comment': 'no comment',
  unreachable: 'could not be reached',
  plea: 'plea of not guilty',
};

export const RESPONSE_WORDS_BY: Readonly<Record<ResponseKind, string>> = {
  denial: 'denied by {0}',
  comment: 'comment by {0}',
  'no-comment': 'no comment by {0}',
  // "Kolb could not be reached" for the party of Ada Quill.
  unreachable: '{0} could not be reached',
  plea: 'plea of not guilty by {0}',
};

/** "denied by her lawyer", "no comment": a reply, and by whom when it is not the accused. */
export function responseWords(kind: ResponseKind, by: string | null, say: Say): string {
  return by === null ? say(RESPONSE_WORDS[kind]) : say(RESPONSE_WORDS_BY[kind], [by]);
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
  contributor: 'contributor to the story',
  dateline: 'credited in the dateline',
  photo: 'credited for a picture',
  source: 'cited as a source',
  'told-to': 'told by a speaker',
  self: 'speaking of itself',
  mention: 'mentioned',
};

/** "direct quotation", "reported speech". */
export function formWords(attribution: Attribution, say: Say): string {
  return {
    direct: say('direct quotation'),
    indirect: say('reported speech'),
    mixed: say('partly quoted'),
  }[attribution.form];
}

/** How sure, in words and as a share. */
export function sureness(confidence: number, say: Say): string {
  const words = confidence >= 0.9 ? say('high') : confidence >= 0.7 ? say('medium') : say('low');
  return `${words} (${Math.min(99, Math.round(100 * confidence))} %)`;
}

/**
 * The resolver's chain of evidence in words: what the words of the source are, then why. "“She” points to Ada Quill:
 * subject of the sentence before; nobody else fits". Null when no step says anything to a reader.
 */
export function chainWords(reasons: readonly Reason[], say: Say): string | null {
  const steps = new Map<string, boolean>();
  for (const reason of reasons) {
    const words = reasonWords(reason, say);
    if (words !== null) steps.set(words, reason.kind === 'apposition');
  }
  const [first, ...rest] = steps.keys();
  if (first === undefined) return null;
  const aside = rest.filter((step) => steps.get(step) === true);
  const why = rest.filter((step) => steps.get(step) !== true);
  return `${[sentenceCase(first), ...aside].join(', ')}${why.length > 0 ? `: ${why.join('; ')}` : ''}`;
}

/** One step of the chain in words, or null for steps that say nothing to a reader. */
function reasonWords(reason: Reason, say: Say): string | null {
  const word = String(reason.args?.['word'] ?? '');
  const name = String(reason.args?.['name'] ?? '');
  const count = String(reason.args?.['count'] ?? '');
  switch (reason.kind) {
    case 'full-name':
      return say('named in full');
    case 'title-surname':
      return say('title and surname of {name}', { name });
    case 'surname':
      return say('surname of {name}', { name });
    case 'surname-forward':
      return say('surname of {name}, who is named in full later', { name });
    case 'first-name':
      return say('first name of {name}', { name });
    case 'abbreviation':
      return say('abbreviation of {name}', { name });
    case 'alias':
      return say('another name of {name}', { name });
    case 'short-form':
      return say('short form of {name}', { name });
    case 'nickname':
      return say('nickname of {name}', { name });
    case 'capital':
      return say('the capital stands for {name}', { name });
    case 'pronoun':
    case 'relative':
      return say('“{word}” points to {name}', { word, name });
    case 'role':
    case 'description':
      return say('“{word}” describes {name}', { word, name });
    case 'apposition':
      return say('with the description beside the name');
    case 'subject':
      return say('subject of the sentence before');
    case 'previous-speaker':
      return say('the last to speak');
    case 'singular-they':
      return say('“they” may mean one person, here {name}', { name });
    case 'continued-quote':
      return say('the quotation goes on');
    case 'same-clause':
      return say('named in the same clause');
    case 'only-candidate':
      return say('nobody else fits');
    case 'owner':
      return say('belongs to {name}', { name });
    case 'on-behalf-of':
      return say('speaks for {name}', { name });
    case 'joint':
      return say('{count} speakers together', { count });
    case 'first-person':
      return say('the speaker speaks of themselves');
    case 'interviewer':
      return say('asks the questions');
    case 'interviewee':
      return say('gives the answers');
    case 'author':
      return say('the writer of the article');
    case 'ambiguous':
      return say('“{word}” fits {count} people', { word, count });
    case 'anonymous':
      return say('not named in the article');
    case 'described':
      return say('described, not named');
    default:
      return null;
  }
}
