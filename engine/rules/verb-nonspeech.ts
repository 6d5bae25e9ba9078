/**
 * Reports smile, laugh, shrug and the like as the cue of a quotation. Knows the reviewed verbs and the words right after
 * a quotation's closing mark.
 */
import type { Fix } from '../annotation.ts';
import { beforeStop } from './fixes.ts';
import { inflect, inShape } from './inflect.ts';
import { listOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, spanOf, textOf, type Story } from './story.ts';
import { houseVerbs, VERBS } from './vocabulary.ts';

/** The verb that follows a closing mark, before or after its subject: “Fine,” smiled Ana | “Fine,” Ana Ruiz smiled. */
function verbAfter(story: Story, close: number, end: number, wanted: (lemma: string) => boolean): number {
  const { words } = story;
  if (wanted(words.lemma[close + 1] ?? '')) return close + 1;
  const subject = words.form[close + 1] ?? '';
  if (/^(?:he|she|they|I)$/.test(subject)) return wanted(words.lemma[close + 2] ?? '') ? close + 2 : -1;
  let i = close + 1;
  while (i < end && i - close < 4 && /^\p{Lu}/u.test(words.form[i] ?? '')) i++;
  return i > close + 1 && wanted(words.lemma[i] ?? '') ? i : -1;
}

function check({ story, options, report }: RuleContext): void {
  const { words } = story;
  const allow = new Set([...listOption(options, 'allow'), ...houseVerbs(story, 'neutral')]);
  const add = new Set([...listOption(options, 'add'), ...houseVerbs(story, 'nonspeech')]);
  const wanted = (lemma: string): boolean =>
    !allow.has(lemma) && (add.has(lemma) || VERBS.get(lemma)?.group === 'nonspeech');
  for (const mark of story.marks) {
    if (!mark.closed || mark.level > 1 || !isProse(story.blocks[mark.block])) continue;
    // “Fine.” He smiled: two sentences, the verb in its own meaning.
    if (!/^[,!?]$/.test(words.form[mark.close - 1] ?? '')) continue;
    const sentence = story.sentences[words.sentence[mark.close + 1] ?? -1];
    if (sentence?.block !== mark.block) continue;
    const verb = verbAfter(story, mark.close, sentence.end, wanted);
    if (
      verb < 0 ||
      (words.form[mark.close - 1] !== ',' && words.sentence[verb] !== words.sentence[mark.close])
    )
      continue;
    const span = spanOf(words, verb, verb + 1);
    const form = textOf(story, span);
    const said = inflect('say', form);
    const lemma = words.lemma[verb] ?? '';
    const stop = beforeStop(words, sentence.first, sentence.end);
    // Only where the rest of the sentence is the subject does the participle go to the end.
    const inverted = verb === mark.close + 1;
    let comma = false;
    for (let i = verb; i < sentence.end; i++)
      if (words.lower[i] === 'and' || words.lower[i] === 'as') comma = true;
    const edits: Fix['edits'] =
      inverted && !comma
        ? [
            { ...span, newText: said },
            { start: stop, end: stop, newText: `, ${inShape(lemma, 'gerund')}` },
          ]
        : [{ ...span, newText: inverted ? said : `${said}, ${inShape(lemma, 'gerund')}` }];
    report({
      ...span,
      message: 'nonspeech',
      args: { verb: lemma },
      confidence: 0.9,
      fixes: [{ title: `Write “${said}”`, safe: false, edits }],
    });
  }
}

export const verbNonspeech: Rule = {
  id: 'verb-nonspeech',
  number: 15,
  title: 'Nobody can smile a sentence',
  starred: false,
  needs: ['T'],
  severity: 'info',
  fix: 'offer',
  docs: {
    summary: 'Smile, laugh, shrug, nod, sigh and the like as the cue of a quote.',
    range: 'The verb.',
    rationale: 'Nobody can smile a sentence (B26).',
    standards: ['B26'],
    fix: 'Offers *said* with the participle.',
    silentOn: [
      { what: 'the verb beside another cue', text: '“Fine,” said Ana Ruiz, a driver, and smiled.' },
      {
        what: 'the verb in a sentence of its own',
        text: '“It is fine,” said Ana Ruiz, a driver. “We are going home.” She smiled.',
      },
    ],
    bad: [
      { text: '“Fine,” ⟦smiled⟧ Ana Ruiz, a driver.', fixed: '“Fine,” said Ana Ruiz, a driver, smiling.' },
    ],
    good: [{ text: '“Fine,” said Ana Ruiz, a driver, smiling.' }],
  },
  messages: { nonspeech: 'Nobody can “{verb}” a sentence.' },
  options: {
    add: { type: 'strings', default: [], description: 'Further lemmas that are reported.' },
    allow: { type: 'strings', default: [], description: 'Lemmas of the list that are accepted.' },
  },
  check,
};
