import { describe, expect, it } from 'vitest';
import { resolveMarked } from './marked.ts';
import { STORIES } from './stories.ts';

/** Does the value read as expected? `*` is anything, at an end the rest of it; quotation marks and determiners do not count. */
function reads(expected: string, value: string | null): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[’‘]/gu, "'")
      .replace(/^(?:the|an?) /u, '');
  if (expected === '*') return true;
  if (expected === '-') return value === null;
  if (value === null) return false;
  const pattern = plain(expected).split('*').map((part) => part.replace(/[.$?|()]/gu, '\\$&')).join('.*'); // prettier-ignore
  return new RegExp(`^${pattern}$`, 'u').test(plain(value));
}

describe('stories', () => {
  for (const story of STORIES)
    it(story.title, () => {
      const { annotation, names } = resolveMarked(story.text);
      const byId = new Map(annotation.speakers.map((speaker) => [speaker.id, speaker]));
      const wrong: string[] = [];
      story.readings.forEach((reading, index) => {
        const [name = '*', role = '*', affiliation = '*', to = '*'] = reading.split(' | ');
        const attribution = annotation.attributions[index];
        const speaker = byId.get(attribution?.speaker ?? '');
        const hearer = byId.get(attribution?.to ?? '')?.name ?? null;
        const got = `${names[index]} | ${speaker?.role ?? '-'} | ${speaker?.affiliation ?? '-'} | ${hearer ?? '-'}`;
        const candidates = name.startsWith('?');
        const same = candidates
          ? [...name.slice(1).split('|')].sort().join() ===
            [...(names[index] ?? '').slice(1).split('|')].sort().join()
          : reads(name, names[index] ?? null) || (speaker?.aliases ?? []).some((alias) => reads(name, alias));
        const right =
          same &&
          (candidates ||
            (reads(role, speaker?.role ?? null) && reads(affiliation, speaker?.affiliation ?? null))) &&
          reads(to, hearer);
        if (!right) wrong.push(`${index + 1} wanted ${reading}, got ${got}`);
      });
      expect(wrong).toEqual([]);
    });
});
