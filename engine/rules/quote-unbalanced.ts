/**
 * Reports a quotation mark without a partner in its paragraph. Knows what segmentation found: pairs, open quotations and
 * stray marks; a quotation that goes on in the next paragraph is whole.
 */
import type { Fix } from '../annotation.ts';
import type { Span } from '../text/spans.ts';
import { insert } from './fixes.ts';
import { textOption, type Rule, type RuleContext } from './rule.ts';
import { tokensIn, type Block, type Marked, type Story } from './story.ts';
import { isReportingVerb } from './vocabulary.ts';

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '«': '»',
  '„': '“',
  '``': "''",
  '‘': '’',
  "'": "'",
};
const OPENING: Readonly<Record<string, string>> = {
  '”': '“',
  '"': '"',
  '»': '«',
  "''": '``',
  '’': '‘',
  "'": "'",
};
const SINGLE: ReadonlySet<string> = new Set(['‘', '’', "'", '‚', '‹', '›']);

/** A quotation that runs to the end of its paragraph and is opened again by the next: “One thing.¶ “And another.” */
function goesOn(story: Story, mark: Marked): boolean {
  const block = story.blocks[mark.block];
  if (block === undefined || (mark.close < block.endToken - 1 && mark.open > block.firstToken)) return false;
  for (let index = mark.block + 1; index < story.blocks.length; index++) {
    const next = story.blocks[index];
    if (next === undefined || next.endToken === next.firstToken) continue;
    // Whatever marks it wears: the next paragraph opens with a quotation.
    if (/^["“]/.test(story.text.slice(next.start).trimStart().slice(0, 1))) return true;
    const opened = story.marks[(story.words.quote[next.firstToken] ?? 0) - 1];
    return opened !== undefined ? opened.open === next.firstToken || opened.continued : false;
  }
  return false;
}

/**
 * Where the closing mark most likely belongs: before the comma that leads to speaker and verb ("We will appeal,| Nadia
 * Oduya said"), else at the end of the sentence.
 */
function closingPlaces(story: Story, block: Block, open: number): readonly number[] {
  const { words } = story;
  const sentence = story.sentences[words.sentence[open] ?? -1];
  if (sentence === undefined) return [block.end];
  const places: number[] = [];
  for (let i = open + 2; i < sentence.end; i++) {
    if (words.lower[i] !== ',') continue;
    const after = words.form[i + 1] ?? '';
    if (
      !/^\p{Lu}/u.test(after) &&
      !isReportingVerb(words.lemma[i + 1] ?? '') &&
      !/^(?:he|she|they|it|the|an?)$/.test(after)
    ) {
      continue;
    }
    let speaks = false;
    for (let k = i + 1; k < Math.min(sentence.end, i + 14); k++) {
      if (isReportingVerb(words.lemma[k] ?? '') && words.lower[k] !== words.lemma[k]) speaks = true;
    }
    if (speaks) {
      places.push(words.end[i] ?? 0);
      break;
    }
  }
  places.push(words.end[sentence.end - 1] ?? block.end);
  return places;
}

function partners(story: Story, block: Block, lone: Span, opens: boolean): readonly Fix[] {
  const written = story.text.slice(lone.start, lone.end);
  if (opens) {
    const close = CLOSING[written] ?? written;
    const { first } = tokensIn(story.words, lone);
    return closingPlaces(story, block, first).map((at, index) =>
      insert(index === 0 ? `Insert ${close}` : `Insert ${close} at the end of the sentence`, at, close),
    );
  }
  const open = OPENING[written] ?? written;
  const { first } = tokensIn(story.words, lone);
  const sentence = story.sentences[story.words.sentence[first] ?? -1];
  return sentence === undefined
    ? []
    : [insert(`Insert ${open}`, story.words.start[sentence.first] ?? block.start, open)];
}

/**
 * Lone marks that make a pair after all, by where they start. Straight marks around curly ones ("I love “loud” music.")
 * and a pair that faces the wrong way (”Nobody warned us.”): of that one only the first mark is the fault.
 */
function pairedAround(story: Story): ReadonlySet<number> {
  const paired = new Set<number>();
  const open = new Map<number, number[]>();
  for (const mark of story.marks) {
    if (mark.closed || mark.continued) continue;
    const start = story.words.start[mark.open] ?? mark.start;
    open.set(mark.block, [...(open.get(mark.block) ?? []), start]);
  }
  story.blocks.forEach((block, index) => {
    const strays = block.placed.paragraph.strayMarks.map((stray) => stray.start + block.start);
    const lone = [...(open.get(index) ?? []), ...strays].sort((a, b) => a - b);
    for (let i = 0; i + 1 < lone.length; i++) {
      const [first = 0, second = 0] = [lone[i], lone[i + 1]];
      const [a, b] = [story.text.charAt(first), story.text.charAt(second)];
      const opens = !/[A-Za-z0-9À-ɏ.,!?]/.test(story.text.charAt(first - 1));
      const closes = /[A-Za-z0-9À-ɏ.,!?”’]/.test(story.text.charAt(second - 1));
      if (!opens || !closes || a !== b) continue;
      if (a === '"') paired.add(first).add(second);
      else if (a === '”' || a === '“') paired.add(second);
      else continue;
      i++;
    }
  });
  return paired;
}

function check({ story, options, report }: RuleContext): void {
  const style = textOption(options, 'style');
  const outer = textOption(options, 'outer');
  const wanted = (lone: Span): boolean => {
    const written = story.text.slice(lone.start, lone.end);
    if (outer === 'double' && SINGLE.has(written)) return false;
    const straight = written === '"' || written === "'";
    return style === 'any' || (style === 'straight') === straight;
  };
  const paired = pairedAround(story);
  for (const mark of story.marks) {
    if (mark.closed || mark.continued || paired.has(mark.start)) continue;
    const block = story.blocks[mark.block];
    const lone = {
      start: story.words.start[mark.open] ?? mark.start,
      end: story.words.end[mark.open] ?? mark.start + 1,
    };
    if (block === undefined || !wanted(lone) || goesOn(story, mark)) continue;
    report({
      ...lone,
      message: 'open',
      args: { mark: story.text.slice(lone.start, lone.end) },
      fixes: partners(story, block, lone, true),
    });
  }
  for (const block of story.blocks) {
    for (const stray of block.placed.paragraph.strayMarks) {
      const lone = { start: stray.start + block.start, end: stray.end + block.start };
      if (!wanted(lone) || paired.has(lone.start)) continue;
      const written = story.text.slice(lone.start, lone.end);
      // A straight mark does not say which way it faces; white space beside it does.
      const opens =
        written === '"' || written === "'"
          ? /\S/.test(story.text.charAt(lone.end)) &&
            !/[A-Za-z0-9À-ɏḀ-ỿ.,!?]/u.test(story.text.charAt(lone.start - 1))
          : written in CLOSING;
      report({
        ...lone,
        message: opens ? 'open' : 'close',
        args: { mark: written },
        fixes: partners(story, block, lone, opens),
      });
    }
  }
}

export const quoteUnbalanced: Rule = {
  id: 'quote-unbalanced',
  number: 1,
  title: 'Quotation mark without a partner',
  starred: true,
  needs: ['T'],
  severity: 'error',
  fix: 'offer',
  insideQuotes: true,
  docs: {
    summary: 'An opening mark without a partner in its paragraph, or a closing mark without an opening one.',
    range: 'The lone mark.',
    rationale:
      'Readers cannot tell where the speaker stops (B9, B20), and every other rule stands on the quotes. 203 of 17,353 measured paragraphs (1.2%) have an odd number of marks, continued quotes included.',
    standards: ['B9', 'B20'],
    fix: 'Offers to insert the partner at the likeliest place (before the comma and cue); two places when unsure, never a guess with `--fix`.',
    silentOn: [
      {
        what: 'a quotation that continues in the next paragraph',
        text: '“The pump failed at noon, and we had no spare.\n\n“And nobody told us,” said Ana Ruiz, a shift manager.',
      },
      { what: 'feet and inches', text: 'The wall is 6\' 2" high, the council’s engineer, Mara Lund, said.' },
      { what: 'apostrophes', text: 'The dogs’ home opened in the ’90s.' },
      { what: 'nested single marks', text: '“He called it ‘a joke’ and left,” said Ana Ruiz, a driver.' },
    ],
    bad: [
      {
        text: '⟦“⟧We will appeal, Nadia Oduya, the company’s lawyer, said.',
        fixed: '“We will appeal,” Nadia Oduya, the company’s lawyer, said.',
      },
    ],
    good: [{ text: '“We will appeal,” Nadia Oduya, the company’s lawyer, said.' }],
  },
  messages: {
    open: 'The mark {mark} opens a quotation that is never closed.',
    close: 'The mark {mark} closes a quotation that was never opened.',
  },
  options: {
    style: {
      type: 'string',
      default: 'any',
      enum: ['any', 'curly', 'straight'],
      description: 'Which marks are looked at.',
    },
    outer: {
      type: 'string',
      default: 'double',
      enum: ['double', 'single'],
      description: 'The house’s outer marks; with `double`, lone single marks are taken for apostrophes.',
    },
  },
  check,
};
