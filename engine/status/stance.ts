/**
 * What somebody does by saying it: the cue decides, and only where the cue is neutral the content may, in the plain cases.
 * Knows cue meanings and the wording of contents; who stands accused is told by the caller.
 */
import type { Stance } from '../annotation.ts';
import type { LinkedAttribution } from '../attribute/linked.ts';
import type { ContentReading } from './content.ts';
import type { CueMeaning } from './cueMeaning.ts';

/** Stances of a cue that leaves the act open, so that what it answers may decide. */
const OPEN: ReadonlySet<Stance> = new Set<Stance>(['neutral', 'other', 'claim']);

/** Cues whose stance in the list of verbs depends on more than the verb: the verb decides here what it does alone. */
const BY_LEMMA: Readonly<Record<string, Stance>> = {
  doubt: 'believe',
  estimate: 'believe',
  forecast: 'believe',
  predict: 'believe',
  oppose: 'condemn',
  object: 'condemn',
  complain: 'condemn',
  'stand by': 'claim',
  threaten: 'warn',
  hint: 'neutral',
  muse: 'neutral',
  venture: 'neutral',
  submit: 'claim',
  regret: 'concede',
  propose: 'demand',
};

/** Verbs of saying that, negated, leave a question open: "has not said who would pay". */
const LEAVES_OPEN =
  /^(?:address|say|tell|talk|call|give|rule|discuss|characterize|comment|elaborate|answer|reply|respond|disclose|name|specify|reveal|explain|confirm|speculate|identify|comment|state|wish|opinion|concede|agree)$/u;
/** The words of a refusal, whatever the verb around them: "said he would rather not talk about it". */
const REFUSES =
  /^\W*(?:that )?(?:(?:he|she|it|they|I|we|the [A-Za-zÀ-ɏḀ-ỿ]+) )?(?:would (?:rather )?not (?:talk|discuss|comment|say|dignify|be drawn|answer|speculate|name)|could not (?:comment|discuss|say)|(?:had|have) (?:no|nothing) (?:further |more )?(?:comment|to (?:say|add))|(?:can['’]?t|cannot|won['’]t|will not) (?:comment|discuss|say|talk|confirm)|no comment\b)/iu;
const REFUSING_CUE =
  /\b(?:would(?: not|n['’]t) (?:be drawn|say|give|comment|discuss|talk)|won['’]t say|reluctant to (?:talk|speak|comment|discuss)|(?:has|had|have) no (?:opinion|view|comment)|neither (?:confirmed|confirms|confirming|would confirm))\b/iu;
/** Words that make a belief of a cue that the list of verbs does not know: "are skeptical of", "would rather". */
const BELIEVING_CUE =
  /\b(?:aims?|skeptical|sceptical|sure|figures?|would (?:like|rather|prefer)|prays?|sees?|confident|convinced|optimistic|pessimistic|keen|eager|worried|afraid|no wish|in (?:favou?r|two minds)|suspicious|adamant)\b/iu;
const VERSION = /^\W*(?:[A-Za-zÀ-ɏḀ-ỿ]+['’]?s? ){0,3}(?:version|account|story|claims?|findings?)\b/iu;
const ASKS_TO_KNOW = /^\W*(?:to know|whether|if|what|how|who|why|when|where|about|which)\b/iu;
const INVENTION =
  /\b(?:fantasy|fairy ?tales?|fiction|fabricat\w+|invention|invented|hatchet job|smear\w*|slander\w*|shakedown|witch[- ]?hunt|lies?|liar|baseless|false|untrue|unfounded|absurd|desperate|ridiculous|nonsense|rubbish|politically motivated|sour grapes)\b/iu;
const GOOD =
  /\b(?:best|hero\w*|brilliant|excellent|gorgeous|wonderful|gallant|fair|formidable|remarkable|superb|courag\w+|brave\w*|great|finest|outstanding|beautiful|triumph|masterpiece|generous|a credit)\b/iu;
const BAD =
  /\b(?:disgrac\w+|shame\w*|shabby|betray\w*|cruel|appall\w+|nonsense|absurd|reckless|cowardly|barbaric|outrag\w+|scandal\w*|insult\w*|farce|joke|nowhere|pathetic|surrender|weak|failure|mess|vandalism|magic|big word|contempt\w*|careless|disappoint\w*|premature|worst|silly|shambles|disaster|crime|blackmail|theft|robbery|war|slap)\b/iu;

/** Stance from cue and content, before it is known who is accused. `text` is the beginning of the content; `decides` says that a court speaks. */
export function baseStance(
  cue: CueMeaning,
  cueText: string,
  attribution: LinkedAttribution,
  text: string,
  read: () => ContentReading,
  decides: boolean,
): Stance {
  const own = Object.hasOwn(BY_LEMMA, cue.lemma) ? (BY_LEMMA[cue.lemma] ?? cue.stance) : cue.stance;
  if (cue.lemma === 'plead') {
    if (/\bnot guilty/iu.test(cueText)) return 'deny';
    if (/\bguilty/iu.test(cueText)) return 'concede';
    if (/^\W*not guilty/iu.test(text)) return 'deny';
    if (/^\W*(?:guilty|no contest)/iu.test(text)) return 'concede';
    // "“I live here,” she pleaded": a way of speaking
    if (attribution.form === 'direct') return 'neutral';
  }
  if (REFUSING_CUE.test(cueText)) return 'other';
  if (cue.negated) {
    // "did not deny", "would not confirm": neither the act nor its opposite is stated.
    if (cue.group === 'declining' || LEAVES_OPEN.test(cue.lemma)) return 'other';
    return own;
  }
  switch (cue.lemma) {
    case 'agree':
      if (/^\W*(?:to\b|that (?:[A-Za-zÀ-ɏḀ-ỿ]+ ){1,4}(?:would|will)\b)/iu.test(text)) return 'promise';
      return own;
    case 'accept':
      return /^\W*that\b/iu.test(text) ? 'confirm' : own;
    case 'back':
      return VERSION.test(text) ? 'confirm' : own;
    case 'suspect':
      return /\bof\b/u.test(text) && attribution.class !== 'attitude' ? 'accuse' : 'believe';
    case 'swear':
      return /^\W*(?:to\b|(?:that )?(?:he|she|it|they|I|we)(?: would| will|['’]ll)\b)/iu.test(text)
        ? 'promise'
        : 'claim';
    case 'assure':
      return /\b(?:will|would|['’]ll)\b/iu.test(text) ? 'promise' : 'claim';
    case 'suggest':
    case 'recommend':
      // "suggested lunch", "suggested moving it"; "suggested that it was late" says so
      return /^\W*(?:[A-Za-zÀ-ɏḀ-ỿ]+ing\b|an?\b|that (?:[A-Za-zÀ-ɏḀ-ỿ]+ ){1,4}should\b)/iu.test(text)
        ? 'demand'
        : 'neutral';
    case 'ask':
      // "asked that the envoy be heard" wants something; "asked whether he knew" does not.
      return read().question || ASKS_TO_KNOW.test(text) ? 'other' : 'demand';
    case 'call':
    case 'describe':
    case 'declare':
      // "called it a disgrace": the word decides what the calling does
      if (own !== 'neutral') return own;
      // "called that “a fairy tale”": what is called an invention is denied
      if (INVENTION.test(text)) return 'deny';
      return BAD.test(text) ? 'condemn' : GOOD.test(text) ? 'praise' : 'neutral';
    case 'say':
    case 'tell':
    case 'add':
      if (REFUSES.test(text)) return 'other';
      break;
    case 'insist':
    case 'maintain':
    case 'contend':
      // "insisted there was no split"
      return read().denial && attribution.class === 'speech' ? 'deny' : own;
  }
  // A court that rejects an appeal, a judge who denies a request: a decision
  if (
    own === 'deny' &&
    (decides ||
      /^\W*(?:(?:his|her|their|its|the|a|an|any) )?(?:[A-Za-zÀ-ɏḀ-ỿ]+ )?(?:request|motion|application|appeal|bid|petition|permission|ground)\b/iu.test(
        text,
      ))
  )
    return 'neutral';
  if (!OPEN.has(own)) return own;
  if (own === 'claim') return own;
  if (attribution.class === 'attitude' && own === 'neutral' && BELIEVING_CUE.test(cueText)) return 'believe';
  const content = read();
  if (content.question) return 'other';
  if (own === 'other') return 'other';
  if (content.promise && attribution.form !== 'indirect') return 'promise';
  if (content.denial && attribution.class === 'speech') return 'deny';
  if (content.concedes) return 'concede';
  if (content.imperative && attribution.form === 'direct') return 'demand';
  if (content.condemns) return 'condemn';
  if (content.praises) return 'praise';
  return own;
}

const OF_THE_CLAIM =
  /^\W*(?:the|these|those|this|that|his|her|their|its|all|any|it)?\s*(?:[A-Za-zÀ-ɏḀ-ỿ]+ ){0,2}(?:claims?|allegations?|accusations?|charges?|suggestions?|story|stories|report|account|lawsuit|suit|audit|complaint|findings?|it|that)\b/iu;
/** What is to come. */
const AHEAD = /\b(?:will|would|['’]ll|plans? to|intends? to|going to|hopes? to)\b/iu;

/** Procedure, not an answer: what the defence will do next. */
const PROCEDURE =
  /\b(?:appeal|plea\b|bail|hearing|(?:no|without|await\w*) instructions|adjourn\w*|statement would|considering|next week|later this)\b/iu;

/**
 * Denials by the accused side that no cue marks: "I never took a penny", Ferrow said; "The money was for a puppy", her
 * lawyer said. `heels` says that the words follow an accusation of theirs closely, `counsel` that a lawyer speaks.
 */
export function stanceOfAccused(
  stance: Stance,
  content: ContentReading,
  text: string,
  at: {
    readonly afterDenial: boolean;
    readonly direct: boolean;
    readonly heels: boolean;
    readonly close: boolean;
    readonly counsel: boolean;
  },
): Stance {
  // "called the story silly": condemns what is said of one
  if (stance === 'condemn' && OF_THE_CLAIM.test(text)) return 'deny';
  if (!OPEN.has(stance) && stance !== 'condemn') return stance;
  if (content.question || content.concedes || stance === 'other') return stance;
  if (PROCEDURE.test(text) && !content.denial) return stance;
  if (stance === 'claim') return 'deny';
  if (content.denial || (content.negatedAct && at.close)) return 'deny';
  // Plans are no account of what was done: "his country would buy more timber".
  if ((at.heels || at.counsel) && !AHEAD.test(text)) return 'deny';
  return at.afterDenial && at.direct ? 'deny' : stance;
}
