/**
 * Reports a named target of an accusation for whom the story holds no denial, comment, plea or failed attempt. Knows the
 * accusations (accusations.ts) and their replies; rhetoric without an offence of the list does not count.
 */
import type { Fix, Speaker } from '../annotation.ts';
import {
  accusations,
  bestStatus,
  isNamed,
  looksLikeReply,
  nameAt,
  offenceIn,
  type Accusation,
} from './accusations.ts';
import { COARSE } from '../segment/tags.ts';
import { anchorOf, surname } from './graph.ts';
import { listOption, textOption, type Rule, type RuleContext } from './rule.ts';
import { overlaps, type Span } from '../text/spans.ts';
import { blockOf, isProse, looksLikeTitle, sentenceIndex, textOf, tokensIn, type Story } from './story.ts';

/** "Haskins called that …" speaks for Haskins Aggregate, whether or not the two were tied together. */
function sharesName(story: Story, source: Span, wanted: ReadonlySet<string>): boolean {
  const { first, end } = tokensIn(story.words, source);
  for (let i = first; i < end; i++) {
    if (wanted.has(story.words.lower[i] ?? '') && /^\p{Lu}/u.test(story.words.form[i] ?? '')) return true;
  }
  return false;
}

/** The target speaks to the point elsewhere: an attribution of the target that is no mere pronoun of the accusation. */
function speaks(story: Story, target: Speaker): boolean {
  const words = new Set(
    target.name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length >= 4),
  );
  return story.annotation.attributions.some(
    (attribution) =>
      attribution.class === 'speech' &&
      attribution.source.length > 0 &&
      blockOf(story, anchorOf(attribution))?.scope !== 'headline' &&
      (attribution.speaker === target.id ||
        attribution.onBehalfOf === target.id ||
        attribution.source.some((source) => sharesName(story, source, words))),
  );
}

/** A reply in the headline alone is a promise that the story has to keep. */
function answeredInBody(story: Story, { allegation }: Accusation): boolean {
  return allegation.responses.some((response) => blockOf(story, response.start)?.scope !== 'headline');
}

const ACCUSING: ReadonlySet<string> = new Set(
  'accuse charge sue suspect indict arrest blame prosecute investigate question detain name implicate'.split(
    ' ',
  ),
);
const COMPLAINTS: ReadonlySet<string> = new Set(
  'allegation accusation claim complaint lawsuit suit charge case count evidence indictment probe inquiry investigation'.split(
    ' ',
  ),
);
/** How far from the name the words may stand that accuse. */
const REACH = 12;

/** True if word `i` begins another name, so that what follows is that one's. */
function otherName(story: Story, i: number): boolean {
  return story.words.coarse[i] === COARSE.name && !/^(?:mr|mrs|ms|dr)\.?$/.test(story.words.lower[i] ?? '');
}

/**
 * The grammar makes the name the accused: "accuse NAME of", "allegations against NAME", "NAME was charged", "NAME took
 * the money". A name that merely stands in the sentence ("they attacked the USS Cole") is none.
 */
function isAccused(story: Story, name: Span): boolean {
  const { words } = story;
  const { first, end } = tokensIn(words, name);
  const sentence = story.sentences[words.sentence[first] ?? -1];
  if (sentence === undefined) return false;
  for (let i = first - 1; i >= Math.max(sentence.first, first - REACH); i--) {
    if (otherName(story, i)) break;
    const lemma = words.lemma[i] ?? '';
    if (words.coarse[i] === COARSE.verb && ACCUSING.has(lemma)) return true;
    if (COMPLAINTS.has(lemma) && (words.lower[first - 1] === 'against' || words.lower[i + 1] === 'against'))
      return true;
  }
  let aside = false;
  for (let i = end; i < Math.min(sentence.end, end + REACH + 8); i++) {
    // An apposition ("NAME, the club’s treasurer,") may hold names of its own.
    if (words.lower[i] === ',') aside = !aside;
    if (aside) continue;
    if (otherName(story, i)) return false;
    const word = words.lower[i] ?? '';
    const passive = ACCUSING.has(words.lemma[i] ?? '') && words.lower[i + 1] !== 'that';
    if (passive && words.coarse[i] === COARSE.verb && word.endsWith('ed')) return true;
    if (words.coarse[i] === COARSE.verb && !word.endsWith('ing') && offenceIn(story, i, i + 1) !== null)
      return true;
    if (words.lower[i] === 'and' || words.lower[i] === ';') return false;
    if (i - end > REACH) return false;
  }
  return false;
}

/** The dead answer nobody. */
function isDead(story: Story, name: Span): boolean {
  const sentence = story.sentences[sentenceIndex(story, name.start)];
  if (sentence === undefined) return false;
  for (let i = sentence.first; i < sentence.end; i++) {
    if ((story.words.quote[i] ?? 0) === 0 && /^(?:died|deceased|dead|late)$/.test(story.words.lower[i] ?? ''))
      return true;
  }
  return false;
}

function replies(story: Story, accusation: Accusation): readonly Fix[] {
  const name = surname(accusation.target.name);
  const sentence = story.sentences[accusation.sentence];
  const at =
    sentence === undefined
      ? accusation.allegation.end
      : (story.words.end[sentence.end - 1] ?? accusation.allegation.end);
  const add = (text: string): Fix => ({
    title: `Add “${text}”`,
    safe: false,
    edits: [{ start: at, end: at, newText: ` ${text}` }],
  });
  return [
    add(`${name} denies ‹the accusation›.`),
    add(`${name} did not respond to a request for comment by ‹time›.`),
    add(`A lawyer for ${name} declined to comment.`),
  ];
}

function check({ story, options, report }: RuleContext): void {
  const targets = textOption(options, 'targets');
  const added = new Set(listOption(options, 'addOffences'));
  const removed = new Set(listOption(options, 'removeOffences'));
  const accept = listOption(options, 'accept');
  const all = accusations(story);
  const ids = new Set(all.map((accusation) => accusation.target.id));
  const done = new Set<string>();
  const places = story.capitals;
  for (const accusation of all) {
    const { target, offence, allegation } = accusation;
    if (done.has(target.id) || !isNamed(target)) continue;
    if (target.type === 'country') continue;
    if (targets !== 'both' && target.type !== targets) continue;
    const told = textOf(story, allegation).toLowerCase();
    const counts =
      (offence !== null && !removed.has(offence.noun)) || [...added].some((word) => told.includes(word));
    // A headline sums up; the accusation that a reply is due to stands in the body.
    const home = story.blocks[story.sentences[accusation.sentence]?.block ?? -1];
    if (home === undefined || looksLikeTitle(story, home)) continue;
    if (!counts || !isProse(story.blocks[story.sentences[accusation.sentence]?.block ?? -1])) continue;
    done.add(target.id);
    const status = bestStatus(all, target);
    if (status === 'convicted' || status === 'cleared' || status === 'liable') continue;
    if (all.some((other) => other.target.id === target.id && answeredInBody(story, other))) continue;
    if (speaks(story, target)) continue;
    // With several accused only a sentence that names this one can answer for it.
    const named = (places.get(surname(target.name).toLowerCase()) ?? []).flatMap(
      (token) => story.sentences[story.words.sentence[token] ?? -1] ?? [],
    );
    const only = ids.size === 1;
    const sentences = only ? story.sentences : named;
    if (sentences.some((sentence) => looksLikeReply(story, sentence, target, only, accept))) continue;
    const name = nameAt(story, accusation);
    if (name === null) continue;
    // "the Ilmenian secret service": only a part of the name was read.
    const { end } = tokensIn(story.words, name);
    // "Powell's leaked letters": the victim, not the accused.
    if (story.words.lower[end] === "'s" && /(?:ed|en)$/.test(story.words.lower[end + 1] ?? '')) continue;
    if (target.type !== 'person' && story.words.coarse[end] === COARSE.noun) continue;
    const attribution =
      allegation.attribution === null ? undefined : story.attribution.get(allegation.attribution);
    // Who files the complaint is not the one complained of.
    if ((attribution?.source ?? []).some((source) => overlaps(source, name))) continue;
    // Named somewhere else only: too far a link to act on.
    if (name.start < home.start || name.end > home.end) continue;
    if (!isAccused(story, name) || isDead(story, name)) continue;
    report({
      ...name,
      message: 'reply',
      args: { name: target.name },
      confidence: Math.max(0.6, (attribution?.confidence ?? 0.9) * 0.95),
      speakers: [target.name],
      related: [{ start: allegation.start, end: allegation.end, message: 'The accusation' }],
      fixes: replies(story, accusation),
    });
  }
}

export const rightOfReplyMissing: Rule = {
  id: 'right-of-reply-missing',
  number: 35,
  title: 'Accused without a reply',
  starred: true,
  needs: ['G'],
  severity: 'warning',
  fix: 'offer',
  ofAttribution: true,
  docs: {
    summary:
      'A named person or organisation that is accused of wrongdoing, where the story holds no denial, comment, plea, lawyer or failed attempt for that target.',
    range: "The target's name at the first accusation.",
    rationale:
      'Who is accused gets to answer, in the same content (B15, B17, B21). Denial or no-comment phrases occur in 14.5% of measured stories.',
    standards: ['B15', 'B17', 'B21'],
    fix: 'Offers `‹name› denies …`, `‹name› did not respond to a request for comment by ‹time›`, `A lawyer for ‹name› declined to comment`.',
    silentOn: [
      {
        what: 'a conviction',
        text: 'Piers Doyle, the club’s treasurer, was convicted of fraud and sentenced to two years, prosecutors said.',
      },
      {
        what: 'political rhetoric',
        text: 'Ana Ruiz, a councillor, accused Piers Doyle, the mayor, of weakness.',
      },
      {
        what: 'a name that is not the accused',
        text: 'In 1993 bombers struck the mill, and in 1996 they attacked the Tarn Star, killing four sailors, prosecutors said.',
      },
      {
        what: 'the dead',
        text: 'Her husband, Piers Doyle, was twice questioned on suspicion of murder, police said; he moved away and died in 2009.',
      },
      {
        what: 'a reply under a pronoun',
        text: 'Prosecutors accuse Piers Doyle, the club’s treasurer, of fraud. He denies it.',
      },
      {
        what: 'a reply by a lawyer',
        text: 'Prosecutors accuse Piers Doyle, the club’s treasurer, of fraud. His lawyer, Ana Ruiz, called the charge baseless.',
      },
    ],
    bad: [
      {
        text: '# Treasurer denies fraud\n\nProsecutors accuse ⟦Piers Doyle⟧, the club’s treasurer, of fraud.',
        fixed:
          '# Treasurer denies fraud\n\nProsecutors accuse Piers Doyle, the club’s treasurer, of fraud. Doyle denies ‹the accusation›.',
        fill: ['the accusation'],
      },
      {
        text: 'Police have charged ⟦Jo Pike⟧, a driver from Northport, with theft.',
        fixed:
          'Police have charged Jo Pike, a driver from Northport, with theft. Pike denies ‹the accusation›.',
        fill: ['the accusation'],
      },
      {
        text: '⟦Jo Pike⟧, a driver, took bribes from the port, a lawsuit says.',
        fixed: 'Jo Pike, a driver, took bribes from the port, a lawsuit says. Pike denies ‹the accusation›.',
        fill: ['the accusation'],
      },
      {
        text: 'Prosecutors accuse ⟦Piers Doyle⟧, the club’s treasurer, of fraud.',
        fixed:
          'Prosecutors accuse Piers Doyle, the club’s treasurer, of fraud. Doyle denies ‹the accusation›.',
        fill: ['the accusation'],
      },
    ],
    good: [
      {
        text: 'Prosecutors accuse Piers Doyle, the club’s treasurer, of fraud. Doyle did not respond to a request for comment.',
      },
    ],
  },
  messages: {
    reply: '{name} is accused here and the story holds no answer, comment or failed attempt to get one.',
  },
  options: {
    targets: {
      type: 'string',
      default: 'both',
      enum: ['person', 'organization', 'both'],
      description: 'Whose answers are asked for.',
    },
    addOffences: {
      type: 'strings',
      default: [],
      description: 'Further words that make a statement an accusation.',
    },
    removeOffences: {
      type: 'strings',
      default: [],
      description: 'Offences of the list that ask for no reply.',
    },
    accept: { type: 'strings', default: [], description: 'Further phrases that count as a reply.' },
  },
  check,
};
