/**
 * Reports frames that report without a reporter ("is believed to"). Knows the frames and the sentence around them; a
 * frame inside somebody's content is that somebody's.
 */
import { contains } from '../text/spans.ts';
import { hasPair } from './clause.ts';
import { beforeStop } from './fixes.ts';
import { listOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, spanOf, textOf, type Sentence, type Story } from './story.ts';
import type { Fix } from '../annotation.ts';

const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', "'s", "'re", 'be', 'been', 'being']);
const PARTICIPLES: ReadonlySet<string> = new Set(
  'believed thought said understood reported rumoured rumored alleged feared suspected reckoned presumed'.split(
    ' ',
  ),
);
const ADVERBS: ReadonlySet<string> = new Set(
  'also now widely generally commonly still reliably often long not already variously then currently'.split(
    ' ',
  ),
);
/** "is said to bring luck": folklore, not news. */
const FOLKLORE: ReadonlySet<string> = new Set(
  'bring haunt ward heal cure originate symbolise symbolize resemble inspire'.split(' '),
);
const FEATURES: ReadonlySet<string> = new Set(['feature', 'profile', 'obituary']);

interface Frame {
  readonly first: number;
  readonly end: number;
  /** "is believed to" as against "it is believed that". */
  readonly infinitive: boolean;
}

function frameAt(story: Story, sentence: Sentence, i: number): Frame | null {
  const { words } = story;
  if (!BE.has(words.lower[i] ?? '')) return null;
  let k = i + 1;
  while (k < sentence.end && ADVERBS.has(words.lower[k] ?? '')) k++;
  const participle = words.lower[k] ?? '';
  if (k >= sentence.end || !PARTICIPLES.has(participle)) return null;
  const next = words.lower[k + 1] ?? '';
  if (next === 'to' && k + 2 < sentence.end) {
    if (participle === 'said' && FOLKLORE.has(words.lower[k + 2] ?? '')) return null;
    return { first: i, end: k + 2, infinitive: true };
  }
  if (words.lower[i - 1] !== 'it' || i - 1 < sentence.first || next === ',' || k + 1 >= sentence.end)
    return null;
  // "as it is understood in law", "it is thought of as": not a frame.
  if (next === 'as' || next === 'of' || next === 'in' || next === '.' || words.lower[i - 2] === 'as')
    return null;
  return { first: i - 1, end: next === 'that' ? k + 2 : k + 1, infinitive: false };
}

/** Somebody is named in the sentence who reports: "according to", "by the auditor", or an attribution over the frame. */
function attributed(story: Story, sentence: Sentence, frame: Frame): boolean {
  const { words } = story;
  if (hasPair(words, sentence.first, sentence.end, 'according', 'to')) return true;
  for (let i = frame.end; i < Math.min(sentence.end, frame.end + 2); i++)
    if (words.lower[i] === 'by') return true;
  if (words.lower[frame.end - 2] === 'by' || hasPair(words, frame.first, sentence.end, 'by', 'police'))
    return true;
  const span = spanOf(words, frame.first, frame.end);
  return story.annotation.attributions.some(
    (attribution) =>
      attribution.source.length > 0 && attribution.content.some((content) => contains(content, span)),
  );
}

/** "is believed to owe" → "owes": only where the form is certain. */
function finite(
  auxiliary: string,
  verb: string,
  next: string,
): { readonly text: string; readonly used: number } | null {
  const plural = auxiliary === 'are' || auxiliary === 'were' || auxiliary === "'re";
  const past = auxiliary === 'was' || auxiliary === 'were';
  if (verb === 'have') return { text: past ? 'had' : plural ? 'have' : 'has', used: 1 };
  if (verb === 'be') {
    const being = past ? (plural ? 'were' : 'was') : plural ? 'are' : 'is';
    return { text: being, used: 1 };
  }
  if (past || next === '') return null;
  if (plural) return { text: verb, used: 1 };
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return { text: `${verb}es`, used: 1 };
  return { text: /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`, used: 1 };
}

function turned(story: Story, sentence: Sentence, frame: Frame): readonly Fix[] {
  const { words } = story;
  const stop = beforeStop(words, sentence.first, sentence.end);
  const title = 'Say who says so';
  if (!frame.infinitive) {
    const span = spanOf(words, frame.first, frame.end);
    const who = frame.first === sentence.first ? '‹Who› said that' : '‹who› said that';
    return [{ title, safe: false, edits: [{ ...span, newText: who }] }];
  }
  const verb = frame.end;
  const form = finite(words.lower[frame.first] ?? '', words.lower[verb] ?? '', words.lower[verb + 1] ?? '');
  if (form === null) return [];
  return [
    {
      title,
      safe: false,
      edits: [
        { ...spanOf(words, frame.first, verb + 1), newText: form.text },
        { start: stop, end: stop, newText: ', according to ‹who›' },
      ],
    },
  ];
}

function check({ story, options, report }: RuleContext): void {
  const { words } = story;
  const removed = new Set(listOption(options, 'remove'));
  if (FEATURES.has(story.genre)) return;
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      if ((words.quote[i] ?? 0) > 0) continue;
      const frame = frameAt(story, sentence, i);
      if (frame === null || attributed(story, sentence, frame)) continue;
      const span = spanOf(words, frame.first, frame.end);
      if (removed.has(textOf(story, span).toLowerCase())) continue;
      report({
        ...span,
        message: 'passive',
        args: { words: textOf(story, span) },
        confidence: 0.9,
        fixes: turned(story, sentence, frame),
      });
      i = frame.end - 1;
    }
  }
}

export const attributionPassive: Rule = {
  id: 'attribution-passive',
  number: 12,
  title: 'Reporting without a reporter',
  starred: true,
  needs: ['T'],
  severity: 'warning',
  fix: 'offer',
  ofAttribution: true,
  docs: {
    summary: 'Reporting without a reporter: it is believed, is thought to, is said to be, is understood to.',
    range: 'The frame.',
    rationale: 'It hides who says so (B1, B16). Rare in US copy (0.02 in 1,000 words), commoner in British.',
    standards: ['B1', 'B16'],
    fix: 'Offers `‹who› said that …` with the clause turned round.',
    silentOn: [
      { what: 'a reporter named with “by”', text: 'The firm is believed by its auditor to owe millions.' },
      {
        what: 'a reporter named with “according to”',
        text: 'The firm is thought to owe millions, according to its auditor, KPX.',
      },
      { what: 'folklore and features', text: 'The bridge is said to bring luck.' },
      { what: 'so-called', text: 'The so-called harbour tax rose.' },
      { what: 'quoted text', text: '“The firm is believed to owe millions,” said Ana Ruiz, an auditor.' },
      { what: 'what is known', text: 'The firm is known to owe millions.' },
      {
        what: 'somebody’s statement',
        text: 'Ana Ruiz, an auditor, said the firm was believed to owe millions.',
      },
    ],
    bad: [
      {
        text: 'The firm ⟦is believed to⟧ owe millions.',
        fixed: 'The firm owes millions, according to ‹who›.',
        fill: ['its auditor, KPX'],
      },
    ],
    good: [{ text: 'The firm owes millions, according to its auditor, KPX.' }],
  },
  messages: { passive: '“{words}” hides who says so.' },
  options: {
    remove: {
      type: 'strings',
      default: [],
      description: 'Frames that are accepted, as written: “is understood to”.',
    },
  },
  check,
};
