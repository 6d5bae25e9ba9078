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
  /** It tells of something past. */
  readonly past: () => boolean;
}

/** Attitudes that are plans rather than views. */
const PLANS = /^(?:plan|intend|aim|seek|agree|decide|consider|need|decline|prepare|attempt|try)$/u;
/** Verbs under which private people tell what they have seen. */
const TELLS = /^(?:recall|remember|recount|witness|relate|reminisce|testify|describe)$/u;
/** Verbs that judge rather than report. */
const JUDGES =
  /^(?:call|brand|dub|label|rate|deem|characterize|compare|describe|liken|reckon|argue|judge|consider)$/u;

/** Nothing in the words but a judgement, for whoever speaks. */
function isJudgement({ stance, cue, content }: Ground): boolean {
  if (stance === 'condemn' || stance === 'praise') return true;
  if (stance === 'believe' && !PLANS.test(cue.lemma)) return true;
  return /^(?:call|brand|dub|label|liken|compare)$/u.test(cue.lemma) || content().opinion;
}

export function verificationOf(ground: Ground): Verification {
  const { stance, cue, attribution, standing, content } = ground;
  if (stance === 'deny') return cue.negated ? 'other' : 'denial';
  if (ground.alleges || ((stance === 'accuse' || stance === 'allege') && !cue.negated))
    return 'unverified-allegation';
  if (ground.agencySource) return 'reported-by-agency';
  // What is asked or left open states nothing.
  if (stance === 'other' || cue.group === 'declining') return 'other';
  if (standing.official) {
    if (standing.body) return 'official-statement';
    return isJudgement(ground) ? 'opinion' : 'official-statement';
  }
  if (standing.organisation) {
    if (isJudgement(ground)) return ownExpectation(ground) ? 'official-statement' : 'opinion';
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

/** What a body expects of its own business is a statement of its own: "The bank expects profits to rise". */
function ownExpectation({ cue, standing }: Ground): boolean {
  return (
    standing.organisation &&
    !standing.person &&
    /^(?:expect|forecast|predict|project|plan|intend|aim)$/u.test(cue.lemma)
  );
}

/** What private people, groups and papers rest on. */
function privateGround({ stance, cue, attribution, standing, content, past }: Ground): Verification {
  if (standing.document) return 'other';
  if (stance === 'condemn' || stance === 'praise') return 'opinion';
  if (stance === 'believe' || attribution.class === 'attitude')
    return PLANS.test(cue.lemma) ? 'other' : 'opinion';
  if (attribution.class === 'finding') return 'other';
  if (standing.expert) return 'opinion';
  if (stance === 'warn') return 'opinion';
  const read = content();
  if (read.senses && past()) return 'eyewitness';
  if ((standing.witness || (TELLS.test(cue.lemma) && !cue.noun)) && past()) return 'eyewitness';
  if (JUDGES.test(cue.lemma) || read.opinion || (read.prediction && !read.firstPerson)) return 'opinion';
  if (stance === 'claim') return 'other';
  // "They gave us the raise", "He rang me at noon": somebody else's act, told by whom it befell
  if (attribution.form === 'direct' && standing.person && read.befell && past()) return 'eyewitness';
  return 'other';
}
