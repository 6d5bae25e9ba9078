/**
 * Reports a speaker who comes only after several sentences of a quotation. Knows the order of source, cue and content in
 * an attribution and the sentences inside the content.
 */
import type { Attribution, Fix } from '../annotation.ts';
import { attributionSpan, speakerOf } from './graph.ts';
import { hull, type Span } from '../text/spans.ts';
import { numberOption, type Rule, type RuleContext } from './rule.ts';
import { blockOf, sentenceOf, textOf, tokenAt, tokensIn, type Story } from './story.ts';
import { anchorOf } from './graph.ts';

/** Short sentences that together stay under this many characters do not keep the reader waiting. */
const SHORT = 60;

/** The quoted stretch that stands before the attribution in its paragraph, or null. */
function quotedBefore(story: Story, attribution: Attribution, at: Span): Span | null {
  const block = blockOf(story, at.start);
  const before = attribution.content.filter(
    (content) => content.end <= at.start + 1 && blockOf(story, content.start) === block,
  );
  const whole = hull(before);
  if (whole === null) return null;
  const { first } = tokensIn(story.words, whole);
  return (story.words.quote[first] ?? 0) > 0 ? whole : null;
}

/** The speaker was introduced just before: "Sato came back at dawn: “…”" or spoke in the sentence before. */
function introducedBefore(story: Story, attribution: Attribution, quoted: Span): boolean {
  const block = blockOf(story, quoted.start);
  if (block === null) return false;
  const opening = tokenAt(story.words, quoted.start) - 1;
  if (opening >= block.firstToken && story.words.lower[opening] === ':') return true;
  return story.annotation.attributions.some(
    (other) =>
      other !== attribution &&
      other.speaker !== null &&
      other.speaker === attribution.speaker &&
      anchorOf(other) < quoted.start &&
      anchorOf(other) >= block.start,
  );
}

/** `“A. B,” said X.` → `“A,” said X. “B.”`: one edit over the whole passage, or none where its shape is not certain. */
function moved(story: Story, quoted: Span, at: Span): readonly Fix[] {
  const { words, text } = story;
  const { first, end } = tokensIn(words, quoted);
  let stop = first;
  while (stop < end && words.sentence[stop] === words.sentence[first]) stop++;
  const last = stop - 1;
  const sentence = sentenceOf(story, at.start);
  if (sentence === null || stop >= end) return [];
  const open = words.form[first] ?? '';
  const close = words.form[end - 1] ?? '';
  const tail = text.slice(at.end, words.end[sentence.end - 1] ?? at.end);
  if (!/^["“‘'«`]/.test(open) || !/^["”’'»]/.test(close) || tail !== '.') return [];
  const ending = words.form[last] ?? '';
  if (!/^[.!?]$/.test(ending)) return [];
  const opening = text.slice(quoted.start, words.start[last] ?? quoted.start);
  const rest = text
    .slice(words.start[stop] ?? quoted.end, words.start[end - 1] ?? quoted.end)
    .replace(/,$/, '.');
  const newText = `${opening}${ending === '.' ? ',' : ending}${close} ${textOf(story, at)}. ${open}${rest}${close}`;
  return [
    {
      title: 'Move the speaker after the first sentence',
      safe: false,
      edits: [{ start: quoted.start, end: words.end[sentence.end - 1] ?? at.end, newText }],
    },
  ];
}

function check({ story, options, report }: RuleContext): void {
  const maxSentences = numberOption(options, 'maxSentences');
  const maxChars = numberOption(options, 'maxChars');
  for (const attribution of story.annotation.attributions) {
    if (attribution.form === 'indirect' || attribution.source.length === 0 || attribution.cue.length === 0)
      continue;
    const at = attributionSpan(story, attribution);
    // “…” ― Ana Ruiz: a reader's name under a reader's words.
    if (at === null || /^[—–―-]/.test(story.text.slice(at.start, at.start + 1))) continue;
    const quoted = quotedBefore(story, attribution, at);
    if (quoted === null) continue;
    const { first, end } = tokensIn(story.words, quoted);
    const sentences = (story.words.sentence[end - 1] ?? 0) - (story.words.sentence[first] ?? 0) + 1;
    const chars = at.start - quoted.start;
    const far = sentences > maxSentences + 1 || chars > maxChars;
    if ((!far && sentences <= maxSentences) || chars < SHORT || introducedBefore(story, attribution, quoted))
      continue;
    const speaker = speakerOf(story, attribution);
    report({
      ...at,
      message: sentences > maxSentences ? 'sentences' : 'characters',
      args: { speaker: textOf(story, at), sentences, chars },
      confidence: Math.min(1, attribution.confidence + 0.05),
      step: far ? 0 : -1,
      related: [{ ...quoted, message: 'Said here' }],
      ...(speaker === null ? {} : { speakers: [speaker.name] }),
      fixes: moved(story, quoted, at),
    });
  }
}

export const attributionLate: Rule = {
  id: 'attribution-late',
  number: 10,
  title: 'Speaker named late',
  starred: true,
  needs: ['G'],
  severity: 'info',
  fix: 'offer',
  docs: {
    summary:
      'A speaker who comes after more than `maxSentences` sentences of a quote (the last one, closed by the comma, counts), or after more than `maxChars` characters.',
    range: 'The attribution (cue and speaker).',
    rationale:
      'Identify the speaker at once or after the first sentence (B10, B20). In measured stories the speaker of an entirely quoted passage comes before it in 20%, inside it in 39% and after it in 41%; when not before, the median distance is 91 characters and 99% lie within 328.',
    standards: ['B10', 'B20'],
    fix: 'Offers to move the attribution after the first sentence: one whole edit, previewed, marks and commas mended.',
    silentOn: [
      {
        what: 'one sentence',
        text: '“The water came at four in the morning and took the fence,” said Ito Sato, a farmer.',
      },
      { what: 'short sentences', text: '“No. We will not leave,” said Ito Sato, a farmer.' },
      {
        what: 'a speaker named before with a colon',
        text: 'Ito Sato, a farmer, remembers the night: “The water came at four in the morning and took the fence. Then it took both cars and the shed.”',
      },
      {
        what: 'a speaker who has just spoken',
        text: 'Ito Sato, a farmer, said he was asleep. “The water came at four in the morning and took the fence. Then it took both cars and the shed,” Sato said.',
      },
    ],
    bad: [
      {
        text: '“The water came at four in the morning and took the fence. Then it took both cars and the shed,” ⟦said Ito Sato, a farmer⟧.',
        fixed:
          '“The water came at four in the morning and took the fence,” said Ito Sato, a farmer. “Then it took both cars and the shed.”',
      },
    ],
    good: [
      {
        text: '“The water came at four in the morning and took the fence,” said Ito Sato, a farmer. “Then it took both cars and the shed.”',
      },
    ],
  },
  messages: {
    sentences: '“{speaker}” comes only after {sentences} sentences of the quotation.',
    characters: '“{speaker}” comes only after {chars} characters of the quotation.',
  },
  options: {
    maxSentences: {
      type: 'integer',
      default: 1,
      minimum: 1,
      maximum: 20,
      description: 'Sentences of a quotation that may stand before its speaker.',
    },
    maxChars: {
      type: 'integer',
      default: 300,
      minimum: 50,
      maximum: 5000,
      description: 'Characters that may stand before the speaker.',
    },
  },
  check,
};
