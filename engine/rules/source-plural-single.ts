/**
 * Reports sources or officials in the plural when only one is ever described. Knows the reviewed nouns for unnamed
 * sources, and whether a later mention is "the official" or another one.
 */
import type { Fix } from '../annotation.ts';
import { COARSE } from '../segment/tags.ts';
import { beginsClause } from './clause.ts';
import { matchCase } from './fixes.ts';
import type { Rule, RuleContext } from './rule.ts';
import { hasAny, isProse, spanOf, textOf, type Story } from './story.ts';

/** Plural → singular; bodies that speak as one (police, prosecutors, authorities) are not among them. */
const PLURALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    officials: 'official',
    sources: 'source',
    aides: 'aide',
    insiders: 'insider',
    executives: 'executive',
    diplomats: 'diplomat',
    employees: 'employee',
    advisers: 'adviser',
    advisors: 'advisor',
  }),
);

const SINGULARS: readonly string[] = [...PLURALS.values()];

const SINGULAR_VERBS: Readonly<Record<string, string>> = {
  say: 'says',
  are: 'is',
  were: 'was',
  have: 'has',
  believe: 'believes',
  expect: 'expects',
};

/** Sentences between the plural and the one that is described. */
const NEAR = 5;

interface Plural {
  readonly token: number;
  readonly singular: string;
}

/** "an official", not "a official". */
function article(word: string): string {
  return /^[aeiou]/i.test(word) ? 'an' : 'a';
}

function single(story: Story, { token, singular }: Plural, end: number): readonly Fix[] {
  const { words } = story;
  const span = spanOf(words, token, token + 1);
  const edits = [{ ...span, newText: `${matchCase(article(singular), textOf(story, span))} ${singular}` }];
  for (let i = token + 1; i < end; i++) {
    if (words.coarse[i] !== COARSE.verb) continue;
    // Only the subject's own verb changes, and that is the first one.
    const verb = SINGULAR_VERBS[words.lower[i] ?? ''];
    if (verb !== undefined) edits.push({ ...spanOf(words, i, i + 1), newText: verb });
    break;
  }
  return [{ title: `Write “${article(singular)} ${singular}”`, safe: false, edits }];
}

function check({ story, report }: RuleContext): void {
  if (!hasAny(story, SINGULARS) || !hasAny(story, PLURALS.keys())) return;
  const { words } = story;
  const open = new Map<string, Plural>();
  const several = new Set<string>();
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      if ((words.quote[i] ?? 0) > 0) continue;
      const word = words.lower[i] ?? '';
      const singular = PLURALS.get(word);
      if (singular !== undefined) {
        // Counted ("two officials"), or a second group: the plural is right.
        if (open.has(singular) || !beginsClause(words, i, sentence.first)) several.add(singular);
        else open.set(singular, { token: i, singular });
        continue;
      }
      const plural = open.get(word);
      if (plural === undefined) continue;
      const before = words.lower[i - 1] ?? '';
      if (before === 'another' || before === 'second' || before === 'other' || before === 'one') {
        several.add(word);
        continue;
      }
      if (before !== 'the' || several.has(word)) continue;
      // Far apart they are two matters: "officials in both cities", and the official of another paragraph.
      if ((words.sentence[i] ?? 0) - (words.sentence[plural.token] ?? 0) > NEAR) continue;
      const first = spanOf(words, plural.token, plural.token + 1);
      const at = story.sentences[words.sentence[plural.token] ?? -1];
      report({
        ...first,
        message: 'plural',
        args: { plural: textOf(story, first), singular: word },
        confidence: 0.85,
        related: [{ ...spanOf(words, i - 1, i + 1), message: 'One is described here' }],
        fixes: single(story, plural, at?.end ?? plural.token + 1),
      });
      several.add(word);
    }
  }
}

export const sourcePluralSingle: Rule = {
  id: 'source-plural-single',
  number: 22,
  title: 'Plural for one source',
  starred: false,
  needs: ['G'],
  severity: 'info',
  fix: 'offer',
  ofAttribution: true,
  docs: {
    summary:
      'Sources, officials or people in the plural when only one is ever described, or "one of the sources" never followed by another.',
    range: 'The plural noun.',
    rationale: 'Never the plural for one source (B11).',
    standards: ['B11'],
    fix: 'Offers the singular, verbs included.',
    silentOn: [
      {
        what: 'a number above one',
        text: 'Two officials familiar with the audit said the books were late. The official who spoke first asked not to be named because the audit is private.',
      },
      { what: 'a body that speaks as one', text: 'Police in Northport said the road was closed.' },
      {
        what: 'another one',
        text: 'Officials familiar with the audit said the books were late. One official asked not to be named because the audit is private. The official left early.',
      },
    ],
    bad: [
      {
        text: '⟦Officials⟧ familiar with the audit said the books were late. The official asked not to be named because the audit is private.',
        fixed:
          'An official familiar with the audit said the books were late. The official asked not to be named because the audit is private.',
      },
    ],
    good: [
      {
        text: 'An official familiar with the audit said the books were late. The official asked not to be named because the audit is private.',
      },
    ],
  },
  messages: { plural: '“{plural}”, but the story describes one {singular}.' },
  check,
};
