/**
 * Reports anonymity that is stated but not explained. Knows the reviewed frames and reasons as patterns over the words of
 * a sentence; who the source is, for "one reason serves all later mentions", it asks the attributions.
 */
import { ANONYMITY_REASONS } from '../lexicon/anonymityReasons.gen.ts';
import { ANONYMOUS_DESCRIPTORS } from '../lexicon/anonymousDescriptors.gen.ts';
import { insert } from './fixes.ts';
import { flagOption, numberOption, textOption, type Rule, type RuleContext } from './rule.ts';
import { hasAny, isProse, spanOf, textOf, type Story } from './story.ts';
import { hasWord } from './clause.ts';
import { anyOf, lineOf, matchTokens } from './vocabulary.ts';

/** Frames that are a reason themselves, or are about people of whom no reason is asked. */
const NO_REASON_DUE: ReadonlySet<string> = new Set([
  'not authorised to speak',
  'whose name is being withheld',
  'using a pseudonym',
  'not her real name',
  'identified only as',
  'gave only a first name',
  'unnamed',
  'unidentified',
  'anonymous',
]);

const FRAME_ROWS = ANONYMOUS_DESCRIPTORS.filter(([, kind]) => kind === 'frame');
const FRAMES: RegExp = anyOf(
  FRAME_ROWS.filter(([form]) => !NO_REASON_DUE.has(form)).map(([, , pattern]) => pattern),
);
const HEADS: string = ANONYMOUS_DESCRIPTORS.filter(([, kind]) => kind === 'head')
  .map(([, , pattern]) => pattern)
  .join('|');
/** With `trigger: any`: "an unnamed official". */
const ADJECTIVES: RegExp = anyOf([`(?:unnamed|unidentified|anonymous) (?:\\w+ ){0,2}(?:${HEADS})`]);
const REASONS: RegExp = anyOf(
  ANONYMITY_REASONS.filter(([, kind, counts]) => counts === 'y' && kind !== 'candour').map(
    ([, , , pattern]) => pattern,
  ),
);
const CANDOUR: RegExp = anyOf(
  ANONYMITY_REASONS.filter(([, kind]) => kind === 'candour').map(([, , , pattern]) => pattern),
);
/** Anonymous things and people who owe nobody a reason. */
const EXEMPT: RegExp = anyOf([
  'victims?|survivors?|minors?|child(?:ren)?|juveniles?|teenagers?|patients?|donors?|donations?|letters?|tip-?line|hotline|bidder|buyer',
]);

/** Without one of these words no frame of the list can match. */
const TRIGGERS: ReadonlySet<string> = new Set(
  'anonymity anonymous anonymously unnamed unidentified named identified quoted used published printed withheld confidentiality record background'.split(
    ' ',
  ),
);

const SPEAKING: ReadonlySet<string> = new Set([
  'speak',
  'talk',
  'say',
  'tell',
  'comment',
  'quote',
  'interview',
]);

interface Explained {
  readonly any: boolean;
  readonly speakers: ReadonlySet<string>;
}

/** The speaker of the sentence that a frame stands in, by id. */
function speakerAt(story: Story, start: number, end: number): string | null {
  for (const attribution of story.annotation.attributions) {
    if (
      attribution.speaker !== null &&
      attribution.source.some((source) => source.start >= start && source.end <= end)
    ) {
      return attribution.speaker;
    }
  }
  return null;
}

function check({ story, options, report }: RuleContext): void {
  const { words, sentences } = story;
  if (!hasAny(story, TRIGGERS)) return;
  const window = numberOption(options, 'reasonWindow');
  const once = flagOption(options, 'once');
  const weak = textOption(options, 'weakReasons') === 'report';
  const patterns = textOption(options, 'trigger') === 'any' ? [FRAMES, ADJECTIVES] : [FRAMES];
  const speakers = new Set<string>();
  let explained: Explained = { any: false, speakers };
  sentences.forEach((sentence, index) => {
    const block = story.blocks[sentence.block];
    if (!isProse(block)) return;
    if (!hasWord(words, sentence.first, sentence.end, TRIGGERS)) return;
    const line = lineOf(words, sentence.first, sentence.end);
    for (const pattern of patterns) {
      for (const match of line.text.matchAll(pattern)) {
        const { first, end } = matchTokens(line, match.index, match[0].length);
        if ((words.quote[first] ?? 0) > 0) continue;
        // "received anonymously" is no talk with a source.
        if (match[0] === 'anonymously' && !SPEAKING.has(words.lemma[first - 1] ?? '')) continue;
        const last = sentences[Math.min(sentences.length, index + window) - 1] ?? sentence;
        const around = lineOf(words, sentence.first, last.end).text;
        // The frame's own words ("asked … to remain") are no reason.
        const rest = `${around.slice(0, match.index)} # ${around.slice(match.index + match[0].length)}`;
        const speaker = speakerAt(story, words.start[sentence.first] ?? 0, words.end[sentence.end - 1] ?? 0);
        const given = rest.search(REASONS) >= 0 || (!weak && rest.search(CANDOUR) >= 0);
        if (given) {
          if (speaker !== null) speakers.add(speaker);
          explained = { any: true, speakers };
          continue;
        }
        if (line.text.search(EXEMPT) >= 0) continue;
        if (once && explained.any && (speaker === null || explained.speakers.has(speaker))) continue;
        const span = spanOf(words, first, end);
        report({
          ...span,
          message: 'reason',
          args: { words: textOf(story, span) },
          confidence: 0.9,
          fixes: [insert('Say why', span.end, ' because ‹reason›')],
        });
      }
    }
  });
}

export const sourceAnonymousNoReason: Rule = {
  id: 'source-anonymous-no-reason',
  number: 19,
  title: 'Anonymity without a reason',
  starred: true,
  needs: ['T', 'G'],
  severity: 'warning',
  fix: 'offer',
  docs: {
    summary: 'Anonymity that is stated but not explained in the sentence or the next.',
    range: 'The anonymity frame.',
    rationale:
      'Tell the reader why the source may stay unnamed (B2, B17, B18). Reasons are nearly a closed grammar: of 30 measured frames 27 give one in the same sentence.',
    standards: ['B2', 'B17', 'B18'],
    fix: 'Offers `, who spoke on condition of anonymity because ‹reason›,`.',
    silentOn: [
      {
        what: 'a reason given at first use',
        text: 'An aide to the minister, who spoke on condition of anonymity because she was not allowed to speak to reporters, said the minister will quit. She asked not to be named when she was called again.',
      },
      {
        what: 'a reason in the next sentence',
        text: 'An aide to the minister, who asked not to be named, said the minister will quit. The aide was not authorised to speak to reporters.',
      },
      {
        what: 'victims and children',
        text: 'A victim who asked not to be named said the guard, Jo Pike, had left early.',
      },
      {
        what: 'anonymous donors',
        text: 'An anonymous donor who asked not to be named gave the library its roof.',
      },
    ],
    bad: [
      {
        text: 'An aide to the minister said ⟦on condition of anonymity⟧ that the minister will quit.',
        fixed:
          'An aide to the minister said on condition of anonymity because ‹reason› that the minister will quit.',
        fill: ['she was not allowed to speak to reporters'],
      },
    ],
    good: [
      {
        text: 'An aide to the minister, who spoke on condition of anonymity because she was not allowed to speak to reporters, said the minister will quit.',
      },
    ],
  },
  messages: { reason: '“{words}”: the story does not say why.' },
  options: {
    reasonWindow: {
      type: 'integer',
      default: 2,
      minimum: 1,
      maximum: 5,
      description: 'Sentences in which a reason is looked for, the frame’s own included.',
    },
    once: {
      type: 'boolean',
      default: true,
      description: 'One reason serves all later mentions of that source.',
    },
    trigger: {
      type: 'string',
      default: 'frame',
      enum: ['frame', 'any'],
      description: '`any` also takes unnamed sources that are described without a frame.',
    },
    weakReasons: {
      type: 'string',
      default: 'accept',
      enum: ['accept', 'report'],
      description: '`report`: “to speak freely” is not enough.',
    },
  },
  check,
};
