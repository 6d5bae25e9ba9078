/**
 * Reports a phrase that the house avoids: from packs and from the rule's own option. Knows words and what to write in
 * their place, nothing of attributions; plain words only, never patterns.
 */
import { normalise } from '../segment/forms.ts';
import { tokenize } from '../segment/tokens.ts';
import { matchCase, replace } from './fixes.ts';
import type { HousePhrase } from './house.ts';
import { inflect } from './inflect.ts';
import { listOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, spanOf, textOf } from './story.ts';
import { verbLemma } from './vocabulary.ts';

interface Entry {
  readonly phrase: HousePhrase;
  readonly words: readonly string[];
}

/** The words of a phrase as the tokenizer cuts them, so that "don't" meets "do n't". */
function wordsOf(phrase: string): readonly string[] {
  const { start, end } = tokenize(phrase);
  return Array.from(start, (from, i) => normalise(phrase.slice(from, end[i])).toLowerCase());
}

/** "passed away = died": the phrase and what to write. */
function fromOption(text: string): HousePhrase {
  const [phrase = '', instead = ''] = text.split('=').map((part) => part.trim().replace(/\s+/g, ' '));
  return { phrase, instead, reason: '', severity: null, forms: 'as-written' };
}

/** Phrases by their first word (`all`: by its lemma), longer ones first. */
function tableOf(phrases: readonly HousePhrase[]): ReadonlyMap<string, readonly Entry[]> {
  const table = new Map<string, Entry[]>();
  for (const phrase of phrases) {
    const words = wordsOf(phrase.phrase);
    const first = words[0];
    if (first === undefined) continue;
    const key = phrase.forms === 'all' ? `~${verbLemma(first)}` : first;
    const known = table.get(key);
    if (known === undefined) table.set(key, [{ phrase, words }]);
    else known.push({ phrase, words });
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/** The replacement in the form of what it replaces: "pass away" → "die", "Passed away" → "Died". */
function replacement({ phrase }: Entry, written: string): string {
  const [first = '', ...rest] = phrase.instead.split(' ');
  const [verb = ''] = written.split(/\s+/);
  const changed = phrase.forms === 'all' ? inflect(first, verb) : first;
  return matchCase([changed, ...rest].join(' '), written);
}

function check({ story, options, report }: RuleContext): void {
  const phrases = [...story.house.phrases, ...listOption(options, 'avoid').map(fromOption)];
  if (phrases.length === 0) return;
  const table = tableOf(phrases);
  const { words } = story;
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      const lower = words.lower[i] ?? '';
      const candidates = [
        ...(table.get(lower) ?? []),
        ...(table.get(`~${verbLemma(lower)}`) ?? []),
        // "left" is "leave" only in the past; a participle without -ed goes by the tagger's lemma.
        ...(words.lemma[i] === verbLemma(lower) ? [] : (table.get(`~${words.lemma[i] ?? ''}`) ?? [])),
      ];
      const found = candidates.find(
        (entry) =>
          i + entry.words.length <= sentence.end &&
          entry.words.every((word, k) => k === 0 || words.lower[i + k] === word),
      );
      if (found === undefined) continue;
      const span = spanOf(words, i, i + found.words.length);
      const written = textOf(story, span);
      const { instead, reason, severity } = found.phrase;
      const text = replacement(found, written);
      report({
        ...span,
        message: instead === '' ? 'avoid' : 'instead',
        args: { words: written, instead: text, reason: reason === '' ? '' : ` ${reason}` },
        ...(severity === null ? {} : { severity }),
        fixes: instead === '' ? [] : [replace(`Write “${text}”`, span, text)],
      });
      i += found.words.length - 1;
    }
  }
}

export const housePhrase: Rule = {
  id: 'house-phrase',
  number: null,
  title: 'Phrase that the house avoids',
  starred: false,
  needs: ['T'],
  severity: 'warning',
  fix: 'offer',
  docs: {
    summary: 'A phrase that a house pack or the option `avoid` lists. Without either it has nothing to say.',
    range: 'The phrase.',
    rationale: 'Every newsroom has words that it does not print; the list is its own, and so is the reason.',
    standards: ['house style'],
    fix: 'Offers what the pack gives, in the form of what it replaces.',
    silentOn: [
      {
        what: 'a story without house phrases',
        text: 'Ines Roy, the mayor, passed away on Friday, her office said.',
      },
      {
        what: 'words inside a quotation',
        text: '“My uncle passed away in May,” said Ana Ruiz, a driver.',
        options: { avoid: ['passed away = died'] },
      },
      {
        what: 'a part of a longer word',
        text: 'The passerby helped, said Ana Ruiz, a driver.',
        options: { avoid: ['pass = go by'] },
      },
    ],
    bad: [
      {
        text: 'Tomas Berg, the port’s director, ⟦passed away⟧ on Friday, the port authority said.',
        options: { avoid: ['passed away = died'] },
        fixed: 'Tomas Berg, the port’s director, died on Friday, the port authority said.',
      },
    ],
    good: [
      {
        text: 'Tomas Berg, the port’s director, died on Friday, the port authority said.',
        options: { avoid: ['passed away = died'] },
      },
    ],
  },
  messages: {
    instead: 'The house writes “{instead}” for “{words}”.{reason}',
    avoid: 'The house avoids “{words}”.{reason}',
  },
  options: {
    avoid: {
      type: 'strings',
      default: [],
      description:
        'Phrases, each with what to write in its place: “passed away = died”. Packs hold longer lists.',
    },
  },
  check,
};
