/**
 * Reports a news story whose attributed content all comes from one source, or an accusation that rests on one. Knows the
 * speakers behind the attributions; a document or a record is a second source.
 */
import type { Attribution } from '../annotation.ts';
import { accusations } from './accusations.ts';
import { flagOption, numberOption, type Rule, type RuleContext } from './rule.ts';
import { blockOf, isProse } from './story.ts';

/** Genres in which one voice is the point. */
const ONE_VOICE: ReadonlySet<string> = new Set([
  'brief',
  'obituary',
  'profile',
  'interview',
  'press-release',
  'live',
]);

function check({ story, options, report }: RuleContext): void {
  const minWords = numberOption(options, 'minWords');
  let length = 0;
  for (const block of story.blocks) {
    if (!isProse(block)) continue;
    // Long enough is enough; nobody reads the number.
    for (let i = block.firstToken; i < block.endToken && length < minWords; i++)
      if (/[A-Za-z0-9À-ɏḀ-ỿ]/u.test(story.words.form[i] ?? '')) length++;
  }
  if (length < minWords || ONE_VOICE.has(story.genre)) return;
  const speaking = story.annotation.attributions.filter(
    (attribution) =>
      attribution.class !== 'attitude' &&
      attribution.content.length > 0 &&
      isProse(blockOf(story, attribution.content[0]?.start ?? 0)),
  );
  const sources = new Set(speaking.map((attribution) => attribution.speaker));
  const first = speaking.find((attribution) => attribution.source.length > 0);
  if (first !== undefined && speaking.length >= 2 && sources.size === 1 && first.speaker !== null) {
    once(first, 'story');
    return;
  }
  if (!flagOption(options, 'perAllegation')) return;
  const done = new Set<string>();
  const all = accusations(story);
  for (const { allegation, target, offence } of all) {
    // Rhetoric ("a disgrace", "asleep at the wheel") is one person's by nature; wrongdoing wants a second source.
    if (offence === null || done.has(target.id) || allegation.legalStatus !== 'alleged') continue;
    const accusers = new Set(
      all.filter((other) => other.target.id === target.id).map((other) => other.allegation.accuser),
    );
    const attribution =
      allegation.attribution === null ? undefined : story.attribution.get(allegation.attribution);
    const accuser = allegation.accuser === null ? undefined : story.speaker.get(allegation.accuser);
    if (accusers.size !== 1 || attribution === undefined || accuser === undefined) continue;
    // An authority that accuses by office, or a record, is no single voice.
    if (accuser.type !== 'person' && accuser.type !== 'anonymous') continue;
    if (attribution.verification === 'official-statement' || attribution.class === 'finding') continue;
    done.add(target.id);
    once(attribution, 'allegation');
  }

  function once(attribution: Attribution, message: string): void {
    const source = attribution.source[0];
    if (source === undefined) return;
    const speaker = attribution.speaker === null ? undefined : story.speaker.get(attribution.speaker);
    report({
      start: source.start,
      end: source.end,
      message,
      args: { name: speaker?.name ?? story.text.slice(source.start, source.end) },
      confidence: message === 'story' ? 0.85 : 0.75,
      speakers: speaker === undefined ? [] : [speaker.name],
    });
  }
}

export const sourceSingle: Rule = {
  id: 'source-single',
  number: 23,
  title: 'Story on one source',
  starred: false,
  needs: ['G'],
  severity: 'info',
  fix: 'none',
  ofAttribution: true,
  docs: {
    summary:
      'A news story whose attributed content all comes from one source, or an allegation that rests on one.',
    range: 'The first mention of that source.',
    rationale: 'One source is a risk (B11, B13).',
    standards: ['B11', 'B13'],
    silentOn: [
      {
        what: 'briefs and interviews',
        text: '---\ngenre: interview\n---\n\nThe harbour will close for a year, Tomas Berg, the port’s director, said. Berg said the cranes were old. Berg said new ones were on order and would arrive by ship.',
        options: { minWords: 20 },
      },
      {
        what: 'a document as a second source',
        text: 'The harbour will close for a year, Tomas Berg, the port’s director, said. Berg said the cranes were old. The inspectors’ report found that two of them leaned.',
        options: { minWords: 20 },
      },
    ],
    bad: [
      {
        text: 'The harbour will close for a year, ⟦Tomas Berg, the port’s director,⟧ said. Berg said the cranes were old. Berg said new ones were on order and would arrive by ship.',
        options: { minWords: 20 },
      },
    ],
    good: [
      {
        text: 'The harbour will close for a year, Tomas Berg, the port’s director, said. Berg said the cranes were old. Ida Moen, who heads the dockers’ union, said they were safe.',
        options: { minWords: 20 },
      },
    ],
  },
  messages: {
    story: 'Everything attributed in this story comes from {name}.',
    allegation: 'The accusation rests on {name} alone.',
  },
  options: {
    minWords: {
      type: 'integer',
      default: 250,
      minimum: 1,
      maximum: 10000,
      description: 'Shorter stories may rest on one source.',
    },
    perAllegation: {
      type: 'boolean',
      default: false,
      description: 'An accusation that rests on one person is reported too.',
    },
  },
  check,
};
