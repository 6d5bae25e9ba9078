/**
 * Reports a credit that names an agency without a trace in the text, or nearly a name of the registry. Knows byline and
 * credit lines and the registry of agencies.
 */
import type { Fix } from '../annotation.ts';
import { agencyById, spellings } from '../agencies/aliases.ts';
import { AGENCIES } from '../lexicon/agencies.gen.ts';
import type { Span } from '../text/spans.ts';
import { replace } from './fixes.ts';
import { flagOption, type Rule, type RuleContext } from './rule.ts';
import { blockOf, spanOf, textOf, type Block, type Story } from './story.ts';
import { editDistance } from '../text/editDistance.ts';

const letters = (name: string): string => name.toLowerCase().replace(/[^A-Za-z0-9À-ɏḀ-ỿ]/gu, '');

/** Full names long enough that a slip in them is still them, by their letters. */
const FULL_NAMES: readonly (readonly [letters: string, name: string])[] = AGENCIES.filter(
  (entry) => entry.kind === 'agency',
)
  .flatMap((entry) => [entry.names.full, ...entry.names.aliases])
  .map((name) => name.replace(/^The /, ''))
  .filter((name) => name.length >= 10 && /\s|-/.test(name))
  .map((name) => [letters(name), name]);

const KNOWN: ReadonlySet<string> = new Set(AGENCIES.flatMap((entry) => spellings(entry)));

/** At most two letters apart, compared without the cost of a full table where lengths tell. */
function near(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 2) return false;
  return editDistance(a, b) <= 2;
}

/** Runs of capitalised words in a byline or credit line, as spans. */
function namesIn(story: Story, block: Block): readonly Span[] {
  const { words } = story;
  const found: Span[] = [];
  let first = -1;
  for (let i = block.firstToken; i <= block.endToken; i++) {
    const name = i < block.endToken && /^\p{Lu}/u.test(words.form[i] ?? '') && words.lower[i] !== 'by';
    if (name && first < 0) first = i;
    else if (!name && first >= 0) {
      found.push(spanOf(words, first, i));
      first = -1;
    }
  }
  return found;
}

function misspelt(
  story: Story,
): readonly { readonly span: Span; readonly fixes: readonly Fix[]; readonly name: string }[] {
  return story.blocks
    .filter((block) => block.zone === 'byline' || block.zone === 'credit')
    .flatMap((block) =>
      namesIn(story, block).flatMap((span) => {
        const written = textOf(story, span);
        if (KNOWN.has(written) || written.length < 10) return [];
        const own = letters(written);
        const close = FULL_NAMES.filter(([name]) => near(own, name)).map(([, name]) => name);
        const first = close[0];
        if (first === undefined) return [];
        return [
          {
            span,
            name: first,
            fixes: close.slice(0, 3).map((name) => replace(`Write “${name}”`, span, name)),
          },
        ];
      }),
    );
}

function check({ story, options, report }: RuleContext): void {
  for (const { span, name, fixes } of misspelt(story)) {
    report({
      ...span,
      message: 'spelling',
      args: { written: textOf(story, span), name },
      confidence: 0.9,
      fixes,
    });
  }
  if (!flagOption(options, 'needTrace')) return;
  for (const agency of story.annotation.agencies) {
    if (agency.key === null || agencyById(agency.key)?.kind !== 'agency') continue;
    const credits = agency.mentions.filter(
      (mention) => mention.function === 'credit' || mention.function === 'contributor',
    );
    const first = credits[0];
    // A photo credit is no credit for the text.
    if (first === undefined || agency.mentions.length > credits.length) continue;
    const block = blockOf(story, first.start);
    if (block === null || (block.zone !== 'byline' && block.zone !== 'credit')) continue;
    // A byline of the agency alone ("By Reuters") is the whole story's credit and needs no other trace.
    if (!/\b(?:with|additional|contribut|reporting|agenc)/i.test(textOf(story, block))) continue;
    report({
      start: first.start,
      end: first.end,
      message: 'trace',
      args: { name: agency.name },
      confidence: 0.6,
    });
  }
}

export const agencyCreditMismatch: Rule = {
  id: 'agency-credit-mismatch',
  number: 39,
  title: 'Credit that fits no agency',
  starred: false,
  needs: ['S', 'G'],
  severity: 'info',
  fix: 'offer',
  inCredits: true,
  docs: {
    summary:
      'A credit that names an agency without a trace in the text, an agency the registry does not know but nearly does, or an alias that fits two agencies (CNA, APA, MENA, APS, ANP, SPA).',
    range: 'The name in the credit.',
    rationale: 'A wrong credit credits nobody (B7).',
    standards: ['B7'],
    fix: 'Offers the registered name; a choice where two fit.',
    silentOn: [
      {
        what: 'photo and graphics credits',
        text: 'By Ada Quill\n\nLISBON - The river rose two metres, the port authority said.\n\nPhoto: Reuters',
      },
      {
        what: '“agencies” without a name',
        text: 'By Ada Quill and agencies\n\nLISBON - The river rose two metres, the port authority said.',
      },
    ],
    bad: [
      {
        text: 'By Ada Quill, with reporting by ⟦Agence France Press⟧\n\nLISBON - The river rose two metres, the port authority told AFP.',
        fixed:
          'By Ada Quill, with reporting by Agence France-Presse\n\nLISBON - The river rose two metres, the port authority told AFP.',
      },
    ],
    good: [
      {
        text: 'By Ada Quill, with reporting by Agence France-Presse\n\nLISBON - The river rose two metres, the port authority told AFP.',
      },
    ],
  },
  messages: {
    spelling: '“{written}” is not in the registry; {name} is.',
    trace: 'The credit names {name}; nothing in the text shows what came from it.',
  },
  options: {
    needTrace: { type: 'boolean', default: true, description: 'A credited agency should show in the text.' },
  },
  check,
};
