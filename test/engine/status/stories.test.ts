import { describe, expect, test } from 'vitest';
import type { Allegation, Annotation } from '../../../engine/annotation.ts';
import { annotate } from '../../../engine/index.ts';
import type { Span } from '../../../engine/text/spans.ts';
import { STORIES, type Story, type StoryAllegation } from './stories.ts';

/** Names agree when one holds the other, articles aside; several that would do are parted by "|". */
function isParty(wanted: string | null, got: string | null): boolean {
  if (wanted === null || got === null) return wanted === got;
  const plain = (name: string): string => name.toLowerCase().replace(/^(?:the|an?) /u, '');
  return wanted
    .split('|')
    .some((name) => plain(name).includes(plain(got)) || plain(got).includes(plain(name)));
}

function placeOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the story: ${words}`);
  return { start, end: start + words.length };
}

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function repliesMissed(
  { text }: Story,
  wanted: StoryAllegation,
  found: Allegation,
  { attributions }: Pick<Annotation, 'attributions'>,
): string[] {
  const slice = ({ start, end }: Span): string => text.slice(start, end);
  const faults: string[] = [];
  const used = new Set<object>();
  for (const [kinds, words] of wanted.replies ?? []) {
    const reply = found.responses.find((one) => {
      const stated = attributions.find(({ id }) => id === one.attribution);
      const told = [slice(one), ...(stated?.content ?? []).map(slice)].join(' ');
      return !used.has(one) && told.includes(words);
    });
    if (reply) used.add(reply);
    if (!reply || !kinds.split('|').includes(reply.kind))
      faults.push(`${wanted.about}: no ${kinds} “${words}”`);
  }
  if (wanted.replies)
    for (const reply of found.responses)
      if (!used.has(reply)) faults.push(`${wanted.about}: not a reply “${slice(reply).slice(0, 40)}”`);
  return faults;
}

/** Everything that the engine reads otherwise than a careful reader. */
function faultsOf(story: Story): string[] {
  const { text } = story;
  const { annotation } = annotate(text, { plainText: 'always' });
  const nameOf = (id: string | null): string | null =>
    annotation.speakers.find((speaker) => speaker.id === id)?.name ?? null;
  const faults: string[] = [];
  const used = new Set<Allegation>();
  for (const wanted of story.allegations) {
    const place = placeOf(text, wanted.about);
    const found = annotation.allegations.find((one) => !used.has(one) && touches(one, place));
    if (!found) {
      faults.push(`missed: ${wanted.about}`);
      continue;
    }
    used.add(found);
    if (!isParty(wanted.accuser, nameOf(found.accuser)))
      faults.push(`${wanted.about}: accuser ${nameOf(found.accuser) ?? '-'}`);
    if (!isParty(wanted.accused, nameOf(found.accused)))
      faults.push(`${wanted.about}: accused ${nameOf(found.accused) ?? '-'}`);
    if (wanted.status !== undefined && wanted.status !== found.legalStatus)
      faults.push(`${wanted.about}: ${found.legalStatus}`);
    faults.push(...repliesMissed(story, wanted, found, annotation));
  }
  for (const one of annotation.allegations)
    if (!used.has(one)) faults.push(`no allegation: ${text.slice(one.start, one.end).slice(0, 40)}`);
  for (const [words, stances, verifications] of story.statements ?? []) {
    const place = placeOf(text, words);
    const found = annotation.attributions.find(({ content }) => content.some((span) => touches(span, place)));
    if (!found) faults.push(`no statement: ${words}`);
    else {
      if (!stances.split('|').includes(found.stance)) faults.push(`${words}: ${found.stance}`);
      if (!verifications.split('|').includes(found.verification))
        faults.push(`${words}: ${found.verification}`);
    }
  }
  return faults;
}

describe('stories that nobody had seen', () => {
  test.each(STORIES.map((story) => [story.name, story] as const))('%s', (_, story) => {
    const open = new Set(story.open ?? []);
    expect(faultsOf(story).filter((fault) => !open.has(fault))).toEqual([]);
  });
});
