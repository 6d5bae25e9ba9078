/**
 * Reports a quotation that starts right after the attribution of another speaker. Knows the attributions of a paragraph
 * in order and their speakers.
 */
import type { Attribution, Speaker } from '../annotation.ts';
import { anchorOf, attributionSpan, names, speakerOf, surname } from './graph.ts';
import type { Rule, RuleContext } from './rule.ts';
import { blockOf, isProse, sentenceIndex, spanOf, textOf, tokenAt, type Story } from './story.ts';

/** Source and cue follow the quotation that opens the content. */
function signedAfter(story: Story, attribution: Attribution): boolean {
  const span = attributionSpan(story, attribution);
  const content = attribution.content[0];
  return span !== null && content !== undefined && span.start >= content.end - 1;
}

/** "her librarian" is not she. */
const OWNED = /^(?:his|her|their|its)\s/i;

/** Somebody whom a reader can tell from another: by name, or by a role of their own. */
function named(speaker: Speaker): boolean {
  return speaker.type === 'person' && (speaker.role !== null || /^\p{Lu}/u.test(speaker.name));
}

function check({ story, report }: RuleContext): void {
  if (story.genre === 'interview') return;
  const { words } = story;
  let previous: Attribution | null = null;
  for (const attribution of story.annotation.attributions) {
    const before: Attribution | null = previous;
    previous = attribution;
    const content = attribution.content[0];
    if (
      before === null ||
      content === undefined ||
      attribution.form === 'indirect' ||
      before.form === 'indirect'
    )
      continue;
    const first = speakerOf(story, before);
    const second = speakerOf(story, attribution);
    if (first === null || second === null || first.id === second.id || !signedAfter(story, attribution))
      continue;
    // “It is safe.” The original, the clerk said, …: signed in another sentence, if at all.
    if (sentenceIndex(story, anchorOf(attribution)) !== sentenceIndex(story, content.start)) continue;
    // “…,” one said: whose words they are the reader knows as little as before.
    if (!named(first) || !named(second)) continue;
    // “…,” the Texas senator said: more likely the first speaker under a description.
    if (
      !attribution.source.some(
        (source) =>
          (/^[A-ZÀ-Þ]/.test(surname(second.name)) && names(story, source, second)) ||
          OWNED.test(textOf(story, source)),
      )
    )
      continue;
    const block = blockOf(story, content.start);
    const earlier = attributionSpan(story, before);
    if (
      !isProse(block) ||
      earlier === null ||
      blockOf(story, earlier.start) !== block ||
      earlier.start > content.start
    )
      continue;
    const token = tokenAt(words, content.start);
    if ((words.quote[token] ?? 0) === 0) continue;
    // The quotation opens the sentence right after the one that names the first speaker.
    const sentence = story.sentences[words.sentence[token] ?? -1];
    if (
      sentence?.first !== token ||
      sentenceIndex(story, earlier.end - 1) !== (words.sentence[token] ?? 0) - 1
    )
      continue;
    if (names(story, { start: block.start, end: content.start }, second)) continue;
    const start = words.end[token - 1] ?? content.start;
    const newline = story.text.includes('\r\n') ? '\r\n' : '\n';
    report({
      start: content.start,
      end: content.end,
      message: 'wrong',
      args: {
        first: surname(first.name),
        second: surname(second.name),
        words: textOf(story, spanOf(words, token, token + 1)),
      },
      confidence: Math.min(before.confidence, attribution.confidence) * 0.95,
      speakers: [first.name, second.name],
      fixes: [
        {
          title: 'Begin a new paragraph',
          safe: false,
          edits: [{ start, end: content.start, newText: newline + newline }],
        },
      ],
    });
  }
}

export const quoteRunTogether: Rule = {
  id: 'quote-run-together',
  number: 8,
  title: 'Quotation under the wrong name',
  starred: false,
  needs: ['G'],
  severity: 'warning',
  fix: 'offer',
  docs: {
    summary:
      'A quote that starts in the same paragraph right after the attribution of another speaker, so that the reader meets it under the wrong name.',
    range: 'The second quote.',
    rationale: 'Quotes of different people are not to be run together (B10).',
    standards: ['B10'],
    fix: 'Offers to break the paragraph before the quote.',
    silentOn: [
      {
        what: 'a second speaker named before the quotation',
        text: '“It is safe,” said Wei Lin, the plant’s engineer. Omar Reyes, a nurse, said: “It is nothing of the kind.”',
      },
      {
        what: 'the same speaker',
        text: '“It is safe,” said Wei Lin, the plant’s engineer. “It always was,” Lin said.',
      },
    ],
    bad: [
      {
        text: '“It is safe,” said Wei Lin, the plant’s engineer. ⟦“It is nothing of the kind,”⟧ said Omar Reyes, a nurse.',
        fixed:
          '“It is safe,” said Wei Lin, the plant’s engineer.\n\n“It is nothing of the kind,” said Omar Reyes, a nurse.',
      },
    ],
    good: [
      {
        text: '“It is safe,” said Wei Lin, the plant’s engineer.\n\n“It is nothing of the kind,” said Omar Reyes, a nurse.',
      },
    ],
  },
  messages: { wrong: 'The reader meets this under the name of {first}; {second} says it.' },
  check,
};
