/**
 * Reports a run of sentences that still belong to one source but name it no more. Knows the attributed sentence before the
 * run and the backshift (would, had, was to) that shows whose words go on.
 */
import { beforeStop, insert } from './fixes.ts';
import { anchorOf, speakerOf, surname } from './graph.ts';
import { numberOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, sentenceIndex, spanOf, type Sentence, type Story } from './story.ts';
import type { Attribution } from '../annotation.ts';

const FRAMED: ReadonlySet<string> = new Set(['court', 'live', 'interview']);

/** Backshift: "would hold", "had been", "was to open". */
function backshifted(story: Story, sentence: Sentence): boolean {
  const { words } = story;
  for (let i = sentence.first; i < sentence.end; i++) {
    if ((words.quote[i] ?? 0) > 0) return false;
    const word = words.lower[i] ?? '';
    if (word === 'would' || word === 'had') return true;
    if ((word === 'was' || word === 'were') && words.lower[i + 1] === 'to') return true;
  }
  return false;
}

function check({ story, options, report }: RuleContext): void {
  const max = numberOption(options, 'max');
  if (FRAMED.has(story.genre)) return;
  const speaking = new Map<number, Attribution>();
  for (const attribution of story.annotation.attributions) {
    speaking.set(sentenceIndex(story, anchorOf(attribution)), attribution);
    for (const content of attribution.content) {
      const at = sentenceIndex(story, content.start);
      if (!speaking.has(at)) speaking.set(at, attribution);
    }
  }
  const { words, sentences } = story;
  for (let index = 0; index < sentences.length; index++) {
    const attribution = speaking.get(index);
    const opening = sentences[index];
    if (attribution === undefined || opening === undefined || attribution.source.length === 0) continue;
    if (
      attribution.class !== 'speech' ||
      attribution.form === 'direct' ||
      !isProse(story.blocks[opening.block])
    )
      continue;
    let next = index + 1;
    while (next < sentences.length && !speaking.has(next)) {
      const sentence = sentences[next];
      if (sentence?.block !== opening.block || !backshifted(story, sentence)) break;
      next++;
    }
    const count = next - index - 1;
    const first = sentences[index + 1];
    const last = sentences[next - 1];
    if (count <= max || first === undefined || last === undefined) continue;
    const speaker = speakerOf(story, attribution);
    const name = speaker === null || !/^\p{Lu}/u.test(speaker.name) ? '‹name›' : surname(speaker.name);
    report({
      ...spanOf(words, first.first, last.end),
      message: 'run',
      args: { count, name },
      confidence: attribution.confidence * 0.85,
      fixes: [insert('Name the source again', beforeStop(words, first.first, first.end), `, ${name} said`)],
    });
  }
}

export const attributionMissingSecond: Rule = {
  id: 'attribution-missing-second',
  number: 18,
  title: 'Long run without a new attribution',
  starred: false,
  needs: ['G'],
  severity: 'hint',
  fix: 'offer',
  ofAttribution: true,
  docs: {
    summary:
      "More than `max` sentences of one source's content in a row with no new attribution. Signals: backshift (would, had, was to), shared subject with the attributed sentence.",
    range: 'The run of sentences.',
    rationale: 'Restate the source when more of it follows, unless obvious (B1).',
    standards: ['B1'],
    fix: 'Offers `, ‹name› said` in the first unattributed sentence.',
    silentOn: [
      {
        what: 'a court frame',
        text: '---\ngenre: court\n---\n\nMara Lund, the county’s engineer, said the dam was sound. It would hold for fifty years. The spillway would never be needed. The gates would open in an hour. The town would stay dry.',
      },
      {
        what: 'the genre interview',
        text: '---\ngenre: interview\n---\n\nMara Lund, the county’s engineer, said the dam was sound. It would hold for fifty years. The spillway would never be needed. The gates would open in an hour. The town would stay dry.',
      },
      {
        what: 'own narration',
        text: 'Mara Lund, the county’s engineer, said the dam was sound. It was built in 1961. It holds the Tarn. The gates are steel. The town is dry.',
      },
    ],
    bad: [
      {
        text: 'Mara Lund, the county’s engineer, said the dam was sound. ⟦It would hold for fifty years. The spillway would never be needed. The gates would open in an hour. The town would stay dry.⟧',
        fixed:
          'Mara Lund, the county’s engineer, said the dam was sound. It would hold for fifty years, Lund said. The spillway would never be needed. The gates would open in an hour. The town would stay dry.',
      },
    ],
    good: [
      {
        text: 'Mara Lund, the county’s engineer, said the dam was sound. It would hold for fifty years, she said. The spillway would never be needed.',
      },
    ],
  },
  messages: { run: '{count} sentences go on for {name} without a new attribution.' },
  options: {
    max: {
      type: 'integer',
      default: 3,
      minimum: 1,
      maximum: 20,
      description: 'Sentences in a row that may go without.',
    },
  },
  check,
};
