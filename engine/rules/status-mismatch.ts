/**
 * Reports a guilt noun or verb for a person whose best status in the story is below convicted. Knows the legal status of
 * the accused, the offences, and which words are attributed: a filing may say "the thief", the story may not.
 */
import type { Fix, LegalStatus } from '../annotation.ts';
import { COARSE } from '../segment/tags.ts';
import { contains, type Span } from '../text/spans.ts';
import { LEGAL_STATUS } from '../lexicon/legalStatus.gen.ts';
import { accusations, bestStatus, statusRank } from './accusations.ts';
import { replace } from './fixes.ts';
import { anchorOf, surname } from './graph.ts';
import { flagOption, type Rule, type RuleContext } from './rule.ts';
import { hasAny, isProse, sentenceIndex, spanOf, textOf, type Sentence, type Story } from './story.ts';
import {
  anyOf,
  GUILT_NOUNS,
  OFFENCE_NOUNS,
  OFFENCE_VERBS,
  phraseAt,
  verbLemma,
  sentenceLine,
  type Offence,
} from './vocabulary.ts';

/** A status that the story gives somebody for an offence, from the annotation or from its own words. */
interface Standing {
  readonly status: LegalStatus;
  readonly category: string;
  readonly name: string | null;
  readonly at: Span;
}

const CHARGED: RegExp = anyOf(
  LEGAL_STATUS.filter(
    ([, , rank, track]) =>
      track === 'criminal' && (rank === '2' || rank === '3' || rank === '4' || rank === '1'),
  ).map(([, , , , , pattern]) => pattern),
);
const CONVICTED: RegExp = anyOf(
  LEGAL_STATUS.filter(
    ([, , rank, , form]) => rank === '5' && form !== 'fined' && form !== 'accepted a caution',
  ).map(([, , , , , pattern]) => pattern),
);
const NAMED_BY_POLICE: RegExp = anyOf([
  '(?:named|identified)(?: \\w+){0,3} (?:by|as)',
  'police (?:named|identified)',
  'was shot dead',
]);

/** Without one of these the story gives nobody a status. */
const STATUS_WORDS =
  'charged charges arrested detained custody trial indicted suspect suspects suspected accused investigation questioned wanted arraigned remanded bail defendant defendants pleaded'.split(
    ' ',
  );

const HEDGES: ReadonlySet<string> = new Set(
  'alleged accused suspected would-be convicted supposed no not if like as'.split(' '),
);

/** The offence categories in one sentence. */
function offencesOf(story: Story, sentence: Sentence): readonly Offence[] {
  const found: Offence[] = [];
  for (let i = sentence.first; i < sentence.end; i++) {
    const noun = phraseAt(OFFENCE_NOUNS, story.words, i, sentence.end);
    if (noun !== null) found.push(noun.value);
  }
  return found;
}

function standings(story: Story): readonly Standing[] {
  const found: Standing[] = [];
  const all = accusations(story);
  for (const { target, offence, allegation } of all) {
    const status = bestStatus(all, target);
    if (status === null || offence === null || statusRank(status) >= 5) continue;
    found.push({
      status,
      category: offence.category,
      name: target.type === 'person' ? surname(target.name) : null,
      at: allegation,
    });
  }
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    const line = sentenceLine(story, sentence).text;
    if (line.search(CHARGED) < 0) continue;
    const status: LegalStatus = /charged|indicted|arraigned|trial|guilty/.test(line)
      ? 'charged'
      : /arrested|custody|detained/.test(line)
        ? 'arrested'
        : 'suspected';
    for (const offence of offencesOf(story, sentence)) {
      found.push({
        status,
        category: offence.category,
        name: null,
        at: spanOf(story.words, sentence.first, sentence.end),
      });
    }
  }
  return found;
}

/** Somebody else says it: the words lie in the content of an attribution, or the sentence is attributed. */
function attributed(story: Story, span: Span): boolean {
  const here = sentenceIndex(story, span.start);
  return story.annotation.attributions.some(
    (attribution) =>
      attribution.source.length > 0 &&
      (attribution.content.some((content) => contains(content, span)) ||
        sentenceIndex(story, anchorOf(attribution)) === here),
  );
}

const INSTEAD: Readonly<Record<string, string>> = {
  charged: 'defendant',
  'on-trial': 'defendant',
  arrested: 'suspect',
  suspected: 'suspect',
  alleged: 'accused',
  sued: 'defendant',
};

/** A guilt noun with its determiner, or the past form of an offence's verb: something that could be reported. */
function suspicious(story: Story): boolean {
  const { words } = story;
  for (let i = 0; i < words.count; i++) {
    const before = words.lower[i - 1] ?? '';
    if (before === 'the' || before === 'this' || before === 'that') {
      if (phraseAt(GUILT_NOUNS, words, i, words.count) !== null) return true;
    } else if (words.coarse[i - 1] === COARSE.name && OFFENCE_VERBS.has(verbLemma(words.lower[i] ?? '')))
      return true;
  }
  return false;
}

/** How firm a status word is, for headline against body. */
const LEVELS: readonly (readonly [status: LegalStatus, words: ReadonlySet<string>])[] = [
  ['convicted', new Set(['convicted', 'guilty', 'jailed', 'sentenced', 'imprisoned', 'convict'])],
  [
    'charged',
    new Set(['charged', 'indicted', 'charges', 'trial', 'arraigned', 'defendant', 'pleaded', 'pleads']),
  ],
  ['arrested', new Set(['arrested', 'detained', 'custody', 'held', 'remanded', 'bailed'])],
  ['suspected', new Set(['suspect', 'suspected', 'questioned', 'investigated', 'investigation', 'accused'])],
];

/** What a headline may say at a status, and the body's word for it. */
const HEADLINE: Readonly<Record<string, string>> = {
  charged: 'charged with',
  arrested: 'arrested over',
  suspected: 'suspected of',
};

/** The level of a word in the story's own voice: "not guilty" is the level of a trial. */
function levelAt(story: Story, i: number): number {
  const word = story.words.lower[i] ?? '';
  const level = LEVELS.findIndex(([, words]) => words.has(word));
  return level === 0 && word === 'guilty' && story.words.lower[i - 1] === 'not' ? 1 : level;
}

/** Most stories end here. */
function headlineHasStatus(story: Story): boolean {
  return story.blocks.some((block) => {
    if (block.scope !== 'headline') return false;
    for (let i = block.firstToken; i < block.endToken; i++) {
      const level = levelAt(story, i);
      if (level === 0 || level === 1) return true;
    }
    return false;
  });
}

/** A headline that gives a firmer status than the whole story: “Driver convicted of theft” over a charge. */
function checkHeadline({ story, report }: RuleContext): void {
  if (!headlineHasStatus(story)) return;
  let body = LEVELS.length;
  let at: Span | null = null;
  for (const sentence of story.sentences) {
    const block = story.blocks[sentence.block];
    if (!isProse(block) || block.scope === 'headline') continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      const level = levelAt(story, i);
      if (level < 0 || level >= body) continue;
      body = level;
      at = spanOf(story.words, i, i + 1);
    }
  }
  const status = LEVELS[body]?.[0];
  if (status === undefined || at === null) return;
  for (const sentence of story.sentences) {
    if (story.blocks[sentence.block]?.scope !== 'headline') continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      const level = levelAt(story, i);
      // "held", "trial" and the like have other meanings; only a verb of being convicted or charged is a claim.
      if (level < 0 || level > 1 || level >= body || (story.words.quote[i] ?? 0) > 0) continue;
      if (!/ed$|^guilty$/.test(story.words.lower[i] ?? '')) continue;
      if (/^(?:not|wrongly|falsely|if|once)$/.test(story.words.lower[i - 1] ?? '')) continue;
      const preposition = /^(?:of|with|for|over|in)$/.test(story.words.lower[i + 1] ?? '');
      const span = spanOf(story.words, i, i + 1);
      const instead = HEADLINE[status] ?? 'suspected of';
      const whole = preposition ? spanOf(story.words, i, i + 2) : span;
      const text = preposition ? instead : (instead.split(' ')[0] ?? instead);
      report({
        ...span,
        message: 'headline',
        args: { words: textOf(story, span), status },
        confidence: 0.85,
        related: [{ ...at, message: `Status: ${status}` }],
        fixes: [replace(`Write “${text}”`, whole, text)],
      });
    }
  }
}

function check(context: RuleContext): void {
  const { story, options, report } = context;
  checkHeadline(context);
  const { words } = story;
  if (!hasAny(story, STATUS_WORDS) && story.annotation.allegations.length === 0) return;
  if (!suspicious(story)) return;
  // Of several statuses the highest is the one that counts.
  const known = [...standings(story)].sort((a, b) => statusRank(b.status) - statusRank(a.status));
  if (known.length === 0) return;
  for (const sentence of story.sentences) {
    const text = sentenceLine(story, sentence).text;
    if (text.search(CONVICTED) >= 0) return;
    if (flagOption(options, 'attackerNamedByPolice') && text.search(NAMED_BY_POLICE) >= 0) return;
  }
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      if ((words.quote[i] ?? 0) > 0) continue;
      const noun = phraseAt(GUILT_NOUNS, words, i, sentence.end);
      let standing: Standing | undefined;
      let end = i + 1;
      if (
        noun !== null &&
        noun.value.level === 'crime' &&
        /^(?:the|this|that)$/.test(words.lower[i - 1] ?? '')
      ) {
        end = noun.end;
        // "the terrorist attack": the noun of an act.
        if (words.coarse[end] === COARSE.noun) continue;
        standing = known.find(
          (candidate) =>
            candidate.category === noun.value.category &&
            candidate.at.start < (words.start[i] ?? 0) &&
            // Who is only named is nobody's attacker yet; a status makes it a matter of words.
            statusRank(candidate.status) >= 1,
        );
      } else if (noun === null) {
        // "Pike stole four bikes": the accused as the subject of the offence's verb, in nobody's words.
        const offence = OFFENCE_VERBS.get(verbLemma(words.lower[i] ?? ''));
        const subject = words.lower[i - 1] ?? '';
        if (
          offence === undefined ||
          words.lower[i] === verbLemma(words.lower[i] ?? '') ||
          (words.lower[i] ?? '').endsWith('ing')
        )
          continue;
        standing = known.find(
          (candidate) => candidate.category === offence.category && candidate.name?.toLowerCase() === subject,
        );
      }
      if (
        standing === undefined ||
        HEDGES.has(words.lower[i - 1] ?? '') ||
        HEDGES.has(words.lower[i - 2] ?? '')
      )
        continue;
      const span = spanOf(words, i, end);
      if (attributed(story, span)) continue;
      const instead = INSTEAD[standing.status] ?? 'suspect';
      const plural = textOf(story, span).endsWith('s') && noun !== null ? 's' : '';
      const fixes: readonly Fix[] =
        noun === null
          ? [replace('Write “is accused of”', span, `is accused of ‹the act›`)]
          : [
              replace(`Write “${instead}${plural}”`, span, `${instead}${plural}`),
              replace(
                'Write “person charged with …”',
                span,
                plural === '' ? 'person charged with ‹offence›' : 'people charged with ‹offence›',
              ),
            ];
      report({
        ...span,
        message: noun === null ? 'verb' : 'noun',
        args: { words: textOf(story, span), status: standing.status },
        confidence: 0.85,
        related: [{ start: standing.at.start, end: standing.at.end, message: `Status: ${standing.status}` }],
        fixes,
      });
      i = end - 1;
    }
  }
}

export const statusMismatch: Rule = {
  id: 'status-mismatch',
  number: 34,
  title: 'Guilt before a conviction',
  starred: false,
  needs: ['G'],
  severity: 'warning',
  fix: 'offer',
  docs: {
    summary:
      'A guilt noun or verb (murderer, thief, defrauded) for a person whose best status in the story is below convicted, or a headline that gives a firmer status than the story.',
    range: 'The noun or verb; in a headline the status.',
    rationale:
      'Not a murderer before conviction (B5); an untrue status is the plainest libel (B27). An arrest, a charge or a trial is no conviction.',
    standards: ['B5', 'B27'],
    fix: 'Offers the words that the status allows: suspect, defendant, person charged with.',
    silentOn: [
      {
        what: 'a headline that the body bears out',
        text: '# Driver convicted of theft\n\nJo Pike, a driver, was found guilty of theft on Monday, the court said. Pike had been charged in May.',
      },
      { what: 'a conviction', text: 'Jo Pike was convicted of theft in May. The thief took four bikes.' },
      {
        what: 'guilt words inside a quotation',
        text: 'Jo Pike was charged with theft, prosecutors said. “The thief took four bikes,” said Ana Ruiz, the owner. Pike’s lawyer said Pike would plead not guilty.',
      },
      {
        what: 'guilt words attributed to a filing',
        text: 'Jo Pike was charged with theft, prosecutors said. The thief took four bikes, the charge sheet says. Pike’s lawyer said Pike would plead not guilty.',
      },
    ],
    bad: [
      {
        text: '# Driver ⟦convicted⟧ of theft\n\nJo Pike, a driver from Northport, was charged with theft on Monday, prosecutors said. Pike’s lawyer said Pike would plead not guilty.',
        fixed:
          '# Driver charged with theft\n\nJo Pike, a driver from Northport, was charged with theft on Monday, prosecutors said. Pike’s lawyer said Pike would plead not guilty.',
      },
      {
        text: 'Jo Pike was charged with theft, prosecutors said. The ⟦thief⟧ took four bikes. Pike’s lawyer said Pike would plead not guilty.',
        fixed:
          'Jo Pike was charged with theft, prosecutors said. The defendant took four bikes. Pike’s lawyer said Pike would plead not guilty.',
      },
    ],
    good: [
      {
        text: 'Jo Pike was charged with theft, prosecutors said. The defendant is accused of taking four bikes. Pike’s lawyer said Pike would plead not guilty.',
      },
    ],
  },
  messages: {
    headline: 'The headline says “{words}”; the story says {status}.',
    noun: '“{words}” says guilty; the story says {status}.',
    verb: '“{words}” tells as a fact what the person is only {status} with or of.',
  },
  options: {
    attackerNamedByPolice: {
      type: 'boolean',
      default: true,
      description: 'An attacker whom police have named is accepted.',
    },
  },
  check,
};
