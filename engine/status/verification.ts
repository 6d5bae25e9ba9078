/**
 * What a statement rests on: somebody's denial, an accusation nobody has proved, an agency's report, an office, eyes
 * and ears, a view. The first that fits, in that order. Knows cue, standing and the wording of the content; stance and
 * allegations are given.
 */
import type { Stance, Verification } from '../annotation.ts';
import type { LinkedAttribution } from '../attribute/linked.ts';
import type { ContentReading } from './content.ts';
import type { CueMeaning } from './cueMeaning.ts';
import type { Standing } from './standing.ts';

export interface Ground {
  readonly stance: Stance;
  readonly cue: CueMeaning;
  readonly attribution: LinkedAttribution;
  readonly standing: Standing;
  /** The statement makes an allegation of the article. */
  readonly alleges: boolean;
  /** The source is itself an agency or outlet. */
  readonly agencySource: boolean;
  /** It was told to an outlet that is not the one that prints it. */
  readonly toldElsewhere: boolean;
  /** The content, read when asked for. */
  readonly content: () => ContentReading;
  /** It tells of something past; of something present. */
  readonly past: () => boolean;
  readonly present: () => boolean;
}

/** Attitudes that are plans rather than views. */
const PLANS = /^(?:plan|intend|aim|seek|agree|decide|consider|need|decline|prepare|attempt|try)$/u;
/** Expectations that an office states. */
const RECKONS = /^(?:expect|estimate|forecast|predict|project|want|put)$/u;
/** Verbs under which private people tell what they have seen. */
const TELLS = /^(?:recall|remember|recount|witness|relate|reminisce|testify|describe)$/u;
/** Verbs that judge rather than report. */
const JUDGES =
  /^(?:call|brand|dub|label|rate|deem|characterize|compare|describe|liken|reckon|argue|judge|consider)$/u;

/** Verbs of work rather than of judgement. */
const FINDS =
  /^(?:find|count|report|show|discover|note|record|measure|observe|examine|publish|reveal|know)$/u;

/** Nothing in the words but a judgement, for whoever speaks. */
function isJudgement(ground: Ground): boolean {
  const { stance, cue, content } = ground;
  if (stance === 'condemn' || stance === 'praise') return true;
  // What an office or a firm expects, estimates or wants of its own business is a statement of its own.
  if (stance === 'believe') return !PLANS.test(cue.lemma) && !RECKONS.test(cue.lemma);
  if (/^(?:call|brand|dub|label|liken|compare)$/u.test(cue.lemma)) return true;
  return (stance === 'neutral' || stance === 'claim') && content().opinion;
}

/** "People get sad and they eat chowder": one person's saying in the present, about nobody's own affairs. */
function isSaying({ stance, attribution, standing, content, past, present }: Ground): boolean {
  if (stance !== 'neutral' || attribution.form !== 'direct' || !standing.person) return false;
  const read = content();
  return !read.self && !read.figures && present() && !past();
}

export function verificationOf(ground: Ground): Verification {
  const { stance, cue, attribution, standing, content } = ground;
  if (stance === 'deny') return cue.negated ? 'other' : 'denial';
  if (ground.alleges || ((stance === 'accuse' || stance === 'allege') && !cue.negated))
    return 'unverified-allegation';
  if (ground.agencySource || standing.media) return 'reported-by-agency';
  // What is asked or left open states nothing.
  if (stance === 'other' || cue.group === 'declining') return 'other';
  // "I have had offers", "I can still cut": somebody speaks of themselves, not of the office or the firm.
  const self = standing.person && attribution.form === 'direct' && content().ofSelf;
  if (standing.official && !self) {
    if (standing.body) return 'official-statement';
    return isJudgement(ground) ? 'opinion' : 'official-statement';
  }
  if (standing.organisation && !self) {
    if (isJudgement(ground)) return 'opinion';
    if (stance === 'demand') return 'other';
    return 'official-statement';
  }
  if (standing.record && attribution.class !== 'attitude') return 'official-statement';
  const private_ = privateGround(ground);
  if (private_ === 'other' && ground.toldElsewhere) return 'reported-by-agency';
  return stance === 'demand' || stance === 'promise'
    ? 'other'
    : private_ === 'opinion' && content().question
      ? 'other'
      : private_;
}

/** What private people, groups and papers rest on. */
function privateGround(ground: Ground): Verification {
  const { stance, cue, attribution, standing, content, past } = ground;
  if (standing.document) return 'other';
  if (stance === 'concede' || stance === 'promise' || stance === 'demand') return 'other';
  if (stance === 'condemn' || stance === 'praise') return 'opinion';
  if (stance === 'believe' || attribution.class === 'attitude')
    return PLANS.test(cue.lemma) ? 'other' : 'opinion';
  if (attribution.class === 'finding') return 'other';
  // What experts found is a finding; what they say of it, a view.
  if (standing.expert && content().opinion) return 'opinion';
  if (standing.expert && !cue.negated)
    return FINDS.test(cue.lemma) || (standing.researcher && past() && !ground.present() && !content().modal)
      ? 'other'
      : 'opinion';
  if (stance === 'warn') return 'opinion';
  const read = content();
  if (read.senses && past()) return 'eyewitness';
  if ((standing.witness || (TELLS.test(cue.lemma) && !cue.noun)) && past()) return 'eyewitness';
  if (JUDGES.test(cue.lemma) || read.opinion || (read.prediction && !read.firstPerson)) return 'opinion';
  if (stance === 'claim' || !standing.person || attribution.form !== 'direct') return 'other';
  // "He rang me at noon": an event, told in the past by somebody who is not its subject
  if (past()) return !read.self && !ground.present() ? 'eyewitness' : 'other';
  // "Silence is a crop": a saying, not a report
  return isSaying(ground) ? 'opinion' : 'other';
}
