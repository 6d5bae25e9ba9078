/**
 * Reports an allegation marker whose accuser is nowhere near. Knows the markers, the attributions and allegations around
 * them, and the words that name an authority or a filing; a court frame licenses what follows it.
 */
import type { Fix, Speaker } from '../annotation.ts';
import { LEGAL_STATUS } from '../lexicon/legalStatus.gen.ts';
import { COARSE } from '../segment/tags.ts';
import { overlaps, type Span } from '../text/spans.ts';
import { isNamed } from './accusations.ts';
import { deletion, beforeStop } from './fixes.ts';
import { anchorOf, attributionsIn } from './graph.ts';
import { flagOption, numberOption, type Rule, type RuleContext } from './rule.ts';
import { cueHead, hasAny, isProse, spanOf, textOf, type Sentence, type Story } from './story.ts';
import { anyOf, lineOf, VERBS } from './vocabulary.ts';

/** Who accuses by office or by paper: naming one near the marker names the accuser. */
const AUTHORITIES: ReadonlySet<string> = new Set(
  (
    'police prosecutor prosecutors prosecution detectives detective investigators investigator sheriff deputies attorney ' +
    'authorities officials regulator regulators auditor auditors inspectors court jury tribunal inquest judge indictment ' +
    'lawsuit suit complaint filing filings affidavit warrant petition writ charges charge summons report inquiry ' +
    'commission ombudsman whistleblower witness witnesses victim victims accuser accusers plaintiff plaintiffs fbi ' +
    'department ministry agency agents lawyers'
  ).split(' '),
);

const COURT_FRAME: RegExp = anyOf(
  LEGAL_STATUS.filter(([, , , , form]) => form === 'the jury heard').map(([, , , , , pattern]) => pattern),
);

const MARKERS = ['allegedly', 'alleged', 'accused', 'suspected'];

interface Marker {
  readonly first: number;
  readonly end: number;
}

/** "allegedly", "alleged fraud", "is alleged to have", "was accused of", "suspected of". */
function markerAt(story: Story, sentence: Sentence, i: number): Marker | null {
  const { words } = story;
  const word = words.lower[i] ?? '';
  if (word === 'allegedly') return { first: i, end: i + 1 };
  const before = words.lemma[i - 1] ?? '';
  const passive =
    before === 'be' ||
    before === 'stand' ||
    words.lower[i - 1] === ',' ||
    (before.endsWith('ly') && words.lemma[i - 2] === 'be');
  if (word === 'alleged') {
    if (words.lower[i + 1] === 'to' && passive) return { first: i, end: i + 2 };
    // An act or a thing: "an alleged fraud"; a person is the business of allegation-label.
    const determined =
      /^(?:an?|the|his|her|its|their|of|in|over|by|about|and|for|,)$/.test(words.lower[i - 1] ?? '') ||
      i === sentence.first;
    return determined && /^\p{L}/u.test(words.lower[i + 1] ?? '') ? { first: i, end: i + 1 } : null;
  }
  if (
    (word === 'accused' || word === 'suspected') &&
    words.lower[i + 1] === 'of' &&
    (passive || i === sentence.first)
  ) {
    return { first: i, end: i + 2 };
  }
  return null;
}

/** True if the words of a range name an accuser by office or paper. */
function authorityIn(story: Story, first: number, end: number): boolean {
  const { words } = story;
  for (let i = first; i < end; i++) {
    if (AUTHORITIES.has(words.lower[i] ?? '') && words.lower[i - 1] !== 'no') return true;
    if (words.lower[i] === 'according') return true;
  }
  return false;
}

/** Somebody other than the accused says something in these blocks that is no denial. */
function accuserIn(story: Story, first: number, end: number, accused: string | null, marker: Span): boolean {
  return attributionsIn(story, first, end).some((attribution) => {
    if (attribution.source.length === 0 || anchorOf(attribution) > marker.end + 2000) return false;
    if (attribution.speaker !== null && attribution.speaker === accused) return false;
    if (attribution.stance === 'deny') return false;
    const head = cueHead(story, attribution);
    const group = VERBS.get(story.words.lemma[head] ?? '')?.group;
    return group !== 'denying' && group !== 'declining';
  });
}

function namedPerson(speaker: Speaker | undefined): boolean {
  return speaker?.type === 'person' && isNamed(speaker);
}

/** The named person whom the sentence is about, by id, and whether anybody is named at all. */
function targetOf(
  story: Story,
  sentence: Sentence,
  marker: Span,
): { readonly id: string | null; readonly named: boolean } {
  const allegation = story.annotation.allegations.find(
    (candidate) => overlaps(candidate, marker) || candidate.cue.some((cue) => overlaps(cue, marker)),
  );
  const span = spanOf(story.words, sentence.first, sentence.end);
  const accused = allegation?.accused ?? null;
  if (accused !== null) return { id: accused, named: namedPerson(story.speaker.get(accused)) };
  const person = story.annotation.speakers.find(
    (speaker) =>
      speaker.type === 'person' &&
      speaker.mentions.some((mention) => mention.kind === 'name' && overlaps(mention, span)),
  );
  if (person !== undefined) return { id: person.id, named: true };
  return { id: null, named: false };
}

function named(story: Story, sentence: Sentence, marker: Marker): readonly Fix[] {
  const { words } = story;
  const stop = beforeStop(words, sentence.first, sentence.end);
  if (words.lower[marker.first] === 'allegedly') {
    return [
      {
        title: 'Say who alleges it',
        safe: false,
        edits: [
          deletion(story, marker.first, marker.end),
          { start: stop, end: stop, newText: ', ‹accuser› allege' },
        ],
      },
    ];
  }
  return [
    {
      title: 'Say who alleges it',
      safe: false,
      edits: [{ start: stop, end: stop, newText: ', according to ‹accuser›' }],
    },
  ];
}

/** "Two men are being questioned after the stamps were allegedly stolen": whoever questions them alleges it. */
function custody(story: Story, sentence: Sentence): boolean {
  const { words } = story;
  for (let i = sentence.first; i < sentence.end; i++)
    if (
      words.coarse[i] === COARSE.verb &&
      /^(?:questioned|arrested|charged|detained|remanded)$/.test(words.lower[i] ?? '')
    )
      return true;
  return false;
}

function check({ story, options, report }: RuleContext): void {
  const window = numberOption(options, 'window');
  const useFrame = flagOption(options, 'courtFrame');
  const { words } = story;
  if (!hasAny(story, MARKERS)) return;
  let frame = useFrame && story.genre === 'court';
  for (const sentence of story.sentences) {
    const block = story.blocks[sentence.block];
    if (!isProse(block)) continue;
    if (useFrame && !frame && lineOf(words, sentence.first, sentence.end).text.search(COURT_FRAME) >= 0)
      frame = true;
    for (let i = sentence.first; i < sentence.end; i++) {
      if ((words.quote[i] ?? 0) > 0) continue;
      const marker = markerAt(story, sentence, i);
      if (marker === null || frame || custody(story, sentence)) continue;
      const span = spanOf(words, marker.first, marker.end);
      const { id, named: person } = targetOf(story, sentence, span);
      const from = story.blocks[Math.max(0, sentence.block - window)]?.firstToken ?? 0;
      // "accused by the bank of": the accuser stands between.
      if (authorityIn(story, from, block.endToken)) continue;
      let by = false;
      for (let k = marker.end; k < Math.min(sentence.end, marker.end + 12); k++)
        if (words.lower[k] === 'by') by = true;
      if (by || accuserIn(story, sentence.block - window, sentence.block + 1, id, span)) continue;
      const allegation = story.annotation.allegations.find(
        (candidate) => overlaps(candidate, span) || candidate.cue.some((cue) => overlaps(cue, span)),
      );
      if (allegation?.accuser !== null && allegation?.accuser !== undefined && allegation.accuser !== id)
        continue;
      report({
        ...span,
        message: person ? 'person' : 'act',
        args: { words: textOf(story, span) },
        confidence: words.lower[marker.first] === 'alleged' ? 0.85 : 0.9,
        step: person ? 0 : -1,
        fixes: named(story, sentence, marker),
      });
      i = marker.end - 1;
    }
  }
}

export const allegationUnattributed: Rule = {
  id: 'allegation-unattributed',
  number: 27,
  title: 'Allegation that nobody makes',
  starred: true,
  needs: ['G'],
  severity: 'error',
  fix: 'offer',
  docs: {
    summary:
      'An allegation marker (alleged, allegedly, accused of, suspected of, said to have) whose accuser is nowhere in the sentence, the paragraph or the one before.',
    range: 'The marker.',
    rationale: 'Do not make the accusation your own (B3, B13); a hedge is no shield (B27).',
    standards: ['B3', 'B13', 'B27'],
    fix: 'Offers `, ‹accuser› allege` from the police, prosecutors and filings named in the story.',
    silentOn: [
      {
        what: 'a court frame',
        text: 'The jury heard how the money went missing. Piers Doyle, the club’s treasurer, allegedly took it. Doyle denies it.',
      },
      {
        what: 'a filing as the source',
        text: 'Piers Doyle, the club’s treasurer, allegedly took the money, the indictment says. Doyle denies it.',
      },
      {
        what: 'an accuser named for the same act earlier',
        text: 'Prosecutors accuse Piers Doyle, the club’s treasurer, of theft. Doyle allegedly took the money in May. Doyle denies it.',
      },
    ],
    bad: [
      {
        text: 'Piers Doyle, the club’s treasurer, ⟦allegedly⟧ took the money. Doyle denies it.',
        fixed: 'Piers Doyle, the club’s treasurer, took the money, ‹accuser› allege. Doyle denies it.',
        fill: ['prosecutors'],
      },
    ],
    good: [
      { text: 'Piers Doyle, the club’s treasurer, took the money, prosecutors allege. Doyle denies it.' },
    ],
  },
  messages: {
    person: '“{words}”: who accuses? Nobody near this does.',
    act: '“{words}”: who says so? Nobody near this does.',
  },
  options: {
    window: {
      type: 'integer',
      default: 1,
      minimum: 0,
      maximum: 10,
      description: 'Paragraphs before this one in which an accuser is looked for.',
    },
    courtFrame: {
      type: 'boolean',
      default: true,
      description: '“The jury heard” licenses the sentences after it.',
    },
  },
  check,
};
