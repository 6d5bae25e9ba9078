/**
 * Reports a direct quotation that nobody in the story says. Knows the attribution graph; it speaks up as a warning only
 * where the neighbourhood holds no candidate at all, since a missing link is more often our own miss.
 */
import { overlaps } from '../text/spans.ts';
import type { Attribution, Quote } from '../annotation.ts';
import { anchorOf, attributionsIn, blockIndexAt, speakerOf } from './graph.ts';
import { COARSE } from '../segment/tags.ts';
import { insert } from './fixes.ts';
import { numberOption, type Rule, type RuleContext } from './rule.ts';
import { cueHead, isProse, textOf, tokensIn, type Story } from './story.ts';
import { isReportingVerb, VERBS } from './vocabulary.ts';

/** Words that introduce what nobody says: signs, mottoes, documents, titles, chants, laws. */
const INTRODUCERS: ReadonlySet<string> = new Set(
  (
    'sign banner placard poster motto slogan inscription plaque label notice headline caption song anthem hymn lyric ' +
    'chant chants chanted chanting sing sang titled entitled title called named reading reads read marked bearing bore ' +
    'law act clause article section constitution amendment oath proverb saying phrase word words term tattoo tattooed ' +
    'emblazoned scrawled printed daubed painted book film play novel album programme commentary column editorial ' +
    'essay op-ed article letter rule rules statute regulation regulations standards code prohibit prohibits forbid bar'
  ).split(' '),
);

/** How many words before a quotation may introduce it. */
const REACH = 12;

function introduced(story: Story, first: number): boolean {
  const { words } = story;
  const sentence = words.sentence[first];
  for (let i = first - 1; i >= Math.max(0, first - REACH) && words.sentence[i] === sentence; i--) {
    if (INTRODUCERS.has(words.lower[i] ?? '') || INTRODUCERS.has(words.lemma[i] ?? '')) return true;
  }
  return false;
}

function wordCount(story: Story, quote: Quote): number {
  const { first, end } = tokensIn(story.words, quote);
  let count = 0;
  for (let i = first; i < end; i++) if (/[A-Za-z0-9À-ɏḀ-ỿ]/u.test(story.words.form[i] ?? '')) count++;
  return count;
}

/** The layout says who speaks: a colon before it, an open quotation in the paragraph before, a dash and a name after it. */
function signedByLayout(story: Story, quote: Quote, first: number, end: number): boolean {
  const { words } = story;
  // “Art show opens in the mill,” by Ana Ruiz: a title. — “No to the wall” (2009): an item of a list. “…” [Courier]: an excerpt.
  if (
    words.lower[end] === 'by' ||
    /^[[(]$/.test(words.form[end] ?? '') ||
    words.coarse[first - 1] === COARSE.dash
  )
    return true;
  // Right after another quotation: whoever says that one, or a list of sayings.
  if (words.coarse[first - 1] === COARSE.quote) return true;
  // In this paragraph or at the end of the one before.
  if (words.lower[first - 1] === ':') return true;
  // “Nobody warned us,” ― Ana Ruiz
  if (words.coarse[end] === COARSE.dash && /^[A-ZÀ-Þ]/.test(words.form[end + 1] ?? '')) return true;
  const opener = story.marks.findLast((mark) => mark.end <= quote.start && mark.level === 1);
  const block = words.block[first] ?? -1;
  const goesOn = opener?.closed === false && opener.block === block - 1;
  return goesOn && story.blocks[block]?.firstToken === first;
}

/**
 * Somebody has spoken in this paragraph before it, or the paragraph before ends in their quotation: what follows is theirs,
 * as readers take it.
 */
function spokenBefore(story: Story, quote: Quote, first: number): boolean {
  const block = blockIndexAt(story, quote.start);
  const before = story.blocks[block - 1];
  const own =
    story.blocks[block]?.firstToken === first &&
    before !== undefined &&
    (story.words.quote[before.endToken - 1] ?? 0) > 0;
  return attributionsIn(story, own ? block - 1 : block, block + 1).some(
    (attribution) =>
      attribution.source.length > 0 && anchorOf(attribution) < quote.start && !doubtful(story, attribution),
  );
}

/** “No!” His niece, Marcia Price, shouted it: the verb stands in the sentence after the mark. */
function signedAfter(story: Story, end: number): boolean {
  const { words } = story;
  if (!/^[!?]$/.test(words.form[end - 2] ?? '')) return false;
  const sentence = story.sentences[words.sentence[end] ?? -1];
  if (sentence?.block !== words.block[end - 1]) return false;
  for (let i = end; i < (sentence?.end ?? end); i++)
    if (
      words.coarse[i] === COARSE.verb &&
      (words.quote[i] ?? 0) === 0 &&
      isReportingVerb(words.lemma[i] ?? '')
    )
      return true;
  return false;
}

/** The words of a headline's quotation come back in the body, where they have a speaker. */
function repeatedBelow(story: Story, quote: Quote): boolean {
  const letters = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^A-Za-z0-9À-ɏḀ-ỿ]+/gu, ' ')
      .trim();
  const wanted = new Set(letters(textOf(story, quote)).split(' '));
  return story.annotation.attributions.some((attribution) =>
    attribution.content.some((content) => {
      if (content.start < quote.end) return false;
      const found = new Set(letters(textOf(story, content)).split(' '));
      let shared = 0;
      for (const word of wanted) if (found.has(word)) shared++;
      return shared >= 0.6 * wanted.size;
    }),
  );
}

/** A link at a verb that reports nothing ("Traffic stopped."), and that the engine itself hardly believes. */
function doubtful(story: Story, attribution: Attribution): boolean {
  const head = cueHead(story, attribution);
  return attribution.confidence < 0.6 && !VERBS.has(story.words.lemma[head] ?? '');
}

/** A verb of speech stands in the writer's words of the sentence: the quotation is signed, whether or not we read it. */
function signedSomehow(story: Story, first: number): boolean {
  const { words } = story;
  const sentence = story.sentences[words.sentence[first] ?? -1];
  if (sentence === undefined) return false;
  for (let i = sentence.first; i < sentence.end; i++) {
    if ((words.quote[i] ?? 0) > 0 || words.coarse[i] !== COARSE.verb) continue;
    const lemma = words.lemma[i] ?? '';
    // One word ("shouted"), or a verb and its particle ("hit back").
    if (isReportingVerb(lemma) || VERBS.has(`${lemma} ${words.lower[i + 1] ?? ''}`)) return true;
  }
  return false;
}

interface Neighbourhood {
  /** A reporting verb in the writer's own words, or somebody who speaks. */
  readonly cue: boolean;
  readonly names: readonly string[];
}

function neighbourhood(story: Story, quote: Quote, window: number): Neighbourhood {
  const { words, blocks } = story;
  const index = blockIndexAt(story, quote.start);
  const names: string[] = [];
  let cue = false;
  for (const attribution of attributionsIn(story, index - window, index + window + 1)) {
    const speaker = speakerOf(story, attribution);
    if (doubtful(story, attribution)) continue;
    if (attribution.source.length > 0) cue = true;
    if (speaker !== null && !names.includes(speaker.name)) names.push(speaker.name);
  }
  for (let b = Math.max(0, index - window); b <= Math.min(blocks.length - 1, index + window); b++) {
    const block = blocks[b];
    if (!isProse(block)) continue;
    for (let i = block.firstToken; i < block.endToken; i++) {
      if ((words.quote[i] ?? 0) > 0) continue;
      const lemma = words.lemma[i] ?? '';
      if (words.coarse[i] === COARSE.verb && isReportingVerb(lemma) && VERBS.get(lemma)?.polysemous === false)
        cue = true;
    }
  }
  for (const speaker of story.annotation.speakers) {
    if (speaker.type !== 'person' || names.includes(speaker.name)) continue;
    if (speaker.mentions.some((mention) => Math.abs(blockIndexAt(story, mention.start) - index) <= window))
      names.push(speaker.name);
  }
  return { cue, names };
}

function check({ story, options, report }: RuleContext): void {
  const minWords = numberOption(options, 'minWords');
  const window = numberOption(options, 'window');
  const contents = story.annotation.attributions.flatMap((attribution) => attribution.content);
  for (const quote of story.annotation.quotes) {
    if (quote.level > 1) continue;
    const linked = quote.attribution === null ? undefined : story.attribution.get(quote.attribution);
    if (linked === undefined ? quote.speaker !== null : !doubtful(story, linked)) continue;
    // An open quotation goes on in the next paragraph and is signed there, or its mark is the fault.
    if (!quote.closed) continue;
    if (quote.kind !== 'direct' && quote.kind !== 'partial') continue;
    if (
      wordCount(story, quote) < minWords ||
      (linked === undefined && contents.some((content) => overlaps(content, quote)))
    )
      continue;
    const { first, end } = tokensIn(story.words, quote);
    if (signedByLayout(story, quote, first, end)) continue;
    const block = story.blocks[story.words.block[first] ?? -1];
    if (!isProse(block) || introduced(story, first)) continue;
    if (block.scope === 'headline' && repeatedBelow(story, quote)) continue;
    const { cue, names } = neighbourhood(story, quote, window);
    const words = excerpt(textOf(story, quote));
    if (!cue && names.length === 0 && quote.kind === 'direct') {
      const closing = /[.,!?]?["”»’']+$/.exec(textOf(story, quote));
      const at = quote.end - (closing?.[0].length ?? 0);
      const marks = closing?.[0].replace(/^[.,]/, '') ?? '';
      const punctuation = /^[!?]/.exec(closing?.[0] ?? '') === null ? ',' : '';
      report({
        start: quote.start,
        end: quote.end,
        message: 'nobody',
        args: { words },
        confidence: 0.9,
        fixes: [
          {
            title: 'Name the speaker',
            safe: false,
            edits: [{ start: at, end: quote.end, newText: `${punctuation}${marks} ‹name› said.` }],
          },
        ],
      });
    } else if (
      names.length > 0 &&
      // Part of a sentence ("went after him as a “leech who bleeds us”") is its subject's word, whatever the verb.
      quote.kind === 'direct' &&
      !signedSomehow(story, first) &&
      !spokenBefore(story, quote, first) &&
      !signedAfter(story, end)
    ) {
      report({
        start: quote.start,
        end: quote.end,
        message: 'unsure',
        args: { words, names: names.slice(0, 2).join(' or ') },
        // A guess, and more often our miss than the writer's: lint says so.
        confidence: 0.55,
        step: -1,
        speakers: names,
        fixes: names
          .slice(0, 2)
          .map((name) => insert(`Attribute it to ${name}`, quote.end, ` ${name} said.`)),
      });
    }
  }
}

/** The first words of a quotation, for a message. */
function excerpt(quote: string): string {
  const words = quote.replace(/^["“«‘'`]+|["”»’']+$/g, '').split(/\s+/);
  return words.length > 5 ? `${words.slice(0, 4).join(' ')} …` : words.join(' ');
}

export const quoteUnattributed: Rule = {
  id: 'quote-unattributed',
  number: 9,
  title: 'Quotation without a speaker',
  starred: true,
  needs: ['G'],
  severity: 'info',
  fix: 'offer',
  ofAttribution: true,
  docs: {
    summary:
      'A direct quote of `minWords` or more with no speaker in its sentence, in its paragraph, in the paragraph before when that ends in a colon or a cue, or through a chain of continued quotes.',
    range: 'The quote with its marks.',
    rationale: 'B1, B10, B20. At most 1.5% of measured quotes of eight words or more have no source.',
    standards: ['B1', 'B10', 'B20'],
    fix: 'Offers `, ‹name› said` with completion of the people already named; *this is a title or a document*; suppress with reason.',
    silentOn: [
      { what: 'a sign', text: 'A sign at the gate read “No entry for cars or bikes after dark”.' },
      { what: 'a motto', text: 'The town’s motto is “We keep the water out of the square”.' },
      { what: 'a chant', text: 'The crowd chanted “Bring back our boats and our bread”.' },
      {
        what: 'a headline whose words are attributed below',
        text: '# “Nobody warned us about the ferry”\n\n“Nobody warned us about the ferry,” said Ana Ruiz, a driver.',
      },
      {
        what: 'a second quotation in the paragraph of the first',
        text: '“The pump failed at noon,” Ana Ruiz, a shift manager, said. “In this mill that is called a quiet day.”',
      },
      {
        what: 'a quotation that a colon introduces',
        text: 'Ana Ruiz, a driver, had one line for the council:\n\n“Nobody warned us about the ferry.”',
      },
      {
        what: 'a name after a dash',
        text: 'Readers wrote to us about the ferry.\n\n“Nobody warned us about the ferry.” — Ana Ruiz',
      },
      {
        what: 'the words of a rule',
        text: 'Ana Ruiz, a clerk, broke the rules that bar her if she has “taken part in the sale as an officer of the town”.',
      },
      {
        what: 'a chain of continued quotations',
        text: '“The pump failed at noon, and we had no spare.\n\n“And nobody told us,” said Ana Ruiz, a shift manager.',
      },
    ],
    bad: [
      {
        text: 'The bridge closed at noon. ⟦“Nobody warned us about the ferry.”⟧ Traffic stopped.',
        fixed: 'The bridge closed at noon. “Nobody warned us about the ferry,” ‹name› said. Traffic stopped.',
        fill: ['Ana Ruiz, a driver,'],
      },
    ],
    good: [
      { text: 'The bridge closed at noon. “Nobody warned us about the ferry,” said Ana Ruiz, a driver.' },
    ],
  },
  messages: { nobody: '“{words}” has no speaker.', unsure: 'Who says “{words}”: {names}?' },
  options: {
    minWords: {
      type: 'integer',
      default: 5,
      minimum: 1,
      maximum: 50,
      description: 'Shorter quotations are left to `quote-scare`.',
    },
    window: {
      type: 'integer',
      default: 1,
      minimum: 0,
      maximum: 5,
      description: 'Paragraphs each way that are searched for a speaker.',
    },
  },
  check,
};
