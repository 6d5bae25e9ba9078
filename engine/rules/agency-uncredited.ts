/**
 * Reports signs of agency copy with no credit in byline, credit line or front matter. Knows the agencies of the
 * annotation with what each mention is there for; the registry says which outlets are agencies.
 */
import type { Agency, AgencyMention } from '../annotation.ts';
import { agencyById, spellings } from '../agencies/aliases.ts';
import { insert } from './fixes.ts';
import { listOption, numberOption, type Rule, type RuleContext } from './rule.ts';
import { blockOf, textOf, type Story } from './story.ts';
import type { Span } from '../text/spans.ts';

function namesOf(agency: Agency): readonly string[] {
  const entry = agency.key === null ? null : agencyById(agency.key);
  return entry === null ? [agency.name] : [agency.name, ...spellings(entry)];
}

function isWire(agency: Agency): boolean {
  return agency.key !== null && agencyById(agency.key)?.kind === 'agency';
}

/** A credit or contributor mention, a name in byline or credit line, or the front matter. */
function credited(story: Story, agency: Agency, keys: readonly string[]): boolean {
  const names = namesOf(agency);
  const given = keys.flatMap((key) => story.front.get(key) ?? []);
  for (const value of [story.credit, story.outlet]) if (value !== null) given.push(value);
  if (given.some((value) => names.some((name) => value.includes(name)))) return true;
  return agency.mentions.some((mention) => {
    if (mention.function === 'credit' || mention.function === 'contributor' || mention.function === 'self')
      return true;
    const zone = blockOf(story, mention.start)?.zone;
    return zone === 'byline' || zone === 'credit';
  });
}

/** Mentions that show the agency's own copy: a dateline, its reporters were told, its picture. */
function signs(story: Story, agency: Agency, minContents: number): readonly AgencyMention[] {
  const own = agency.mentions.filter(
    (mention) =>
      mention.function === 'dateline' || mention.function === 'told-to' || mention.function === 'photo',
  );
  const sources = agency.mentions.filter((mention) => mention.function === 'source');
  const contents = story.annotation.attributions.filter((attribution) =>
    attribution.source.some((source) =>
      sources.some((mention) => mention.start >= source.start && mention.end <= source.end),
    ),
  );
  return contents.length >= minContents ? [...own, ...sources].sort((a, b) => a.start - b.start) : own;
}

/** "(Reuters)" in a dateline, with its brackets. */
function bracketed(story: Story, mention: Span): Span {
  const open = story.text.charAt(mention.start - 1) === '(';
  const close = story.text.charAt(mention.end) === ')';
  return open && close
    ? { start: mention.start - 1, end: mention.end + 1 }
    : { start: mention.start, end: mention.end };
}

const DESK_LINE = /\bediting by\b/i;

/** "(Reporting by Ada Quill; Editing by Bo Frey)" without an outlet: the whole file is the agency's own. */
function isAgencyFile(story: Story): boolean {
  return (
    story.outlet === null &&
    story.blocks.some((block) => block.zone === 'credit' && DESK_LINE.test(textOf(story, block)))
  );
}

function check({ story, options, report }: RuleContext): void {
  const minContents = numberOption(options, 'minContents');
  const keys = listOption(options, 'creditKeys');
  // Raw wire copy carries its own name; somebody else has to claim the story before a credit is missing.
  if (story.outlet === null && !story.blocks.some((block) => block.zone === 'byline')) return;
  if (isAgencyFile(story)) return;
  for (const agency of story.annotation.agencies) {
    if (!isWire(agency) || credited(story, agency, keys)) continue;
    const found = signs(story, agency, minContents);
    const first = found[0];
    if (first === undefined) continue;
    const span = bracketed(story, first);
    const byline = story.blocks.find((block) => block.zone === 'byline');
    const end = byline === undefined ? story.text.trimEnd().length : byline.end;
    report({
      ...span,
      message: 'uncredited',
      args: { agency: agency.name },
      confidence: first.function === 'told-to' ? 0.75 : 0.9,
      related: found
        .slice(1)
        .map((mention) => ({ start: mention.start, end: mention.end, message: 'Another sign' })),
      fixes: [
        insert(
          `Credit ${agency.name}`,
          end,
          byline === undefined
            ? `\n\nWith reporting by ${agency.name}`
            : `, with reporting by ${agency.name}`,
        ),
      ],
    });
  }
}

export const agencyUncredited: Rule = {
  id: 'agency-uncredited',
  number: 38,
  title: 'Agency copy without credit',
  starred: true,
  needs: ['T', 'S', 'G'],
  severity: 'warning',
  fix: 'offer',
  inCredits: true,
  docs: {
    summary:
      'Signs of agency copy (a dateline with an agency, "told AFP", "AP Photo", or `minContents` contents whose source is the agency) with no credit in byline, credit line or front matter.',
    range: 'The first sign.',
    rationale: 'Credit and separate what is not ours (B7, B13, B16).',
    standards: ['B7', 'B13', 'B16'],
    fix: 'Offers "With reporting by …" or `credit:` in the front matter.',
    silentOn: [
      {
        what: 'raw wire copy that nobody else claims',
        text: 'LISBON (Reuters) - The river rose two metres, the port authority said.',
      },
      {
        what: 'an agency’s own file, signed by its desk',
        text: 'By Ada Quill\n\nLISBON (Reuters) - The river rose two metres, the port authority said.\n\n(Reporting by Ada Quill; Editing by Bo Frey)',
      },
      {
        what: 'an outlet that is the agency',
        text: '---\noutlet: Reuters\n---\n\nLISBON (Reuters) - The river rose two metres, the port authority said.',
      },
      {
        what: 'an agency that is the subject',
        text: 'Reuters will open an office in Northport, Ada Quill, the town’s mayor, said.',
      },
      {
        what: 'a broadcaster that was told',
        text: 'The river rose two metres, Ada Quill, who runs the port, told CNN.',
      },
      {
        what: 'a credit in the front matter',
        text: '---\ncredit: Reuters\n---\n\nLISBON (Reuters) - The river rose two metres, the port authority said.',
      },
    ],
    bad: [
      {
        text: 'By Ada Quill, Northport Courier\n\nLISBON ⟦(Reuters)⟧ - The river rose two metres, the port authority said.',
        fixed:
          'By Ada Quill, Northport Courier, with reporting by Reuters\n\nLISBON (Reuters) - The river rose two metres, the port authority said.',
      },
    ],
    good: [
      {
        text: 'By Ada Quill, Northport Courier, with reporting by Reuters\n\nLISBON (Reuters) - The river rose two metres, the port authority said.',
      },
    ],
  },
  messages: { uncredited: 'The story has copy of {agency}, which no byline or credit names.' },
  options: {
    minContents: {
      type: 'integer',
      default: 3,
      minimum: 1,
      maximum: 50,
      description: 'Contents whose source is the agency that make the story its copy.',
    },
    creditKeys: {
      type: 'strings',
      default: ['credit', 'byline', 'agency'],
      description: 'Keys of the front matter in which a credit counts.',
    },
  },
  check,
};
