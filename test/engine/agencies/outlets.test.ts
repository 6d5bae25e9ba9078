import { describe, expect, test } from 'vitest';
import { annotate } from '../../../engine/index.ts';
import { OUTLET_CASES, type OutletCase } from './outletCases.ts';

/** The text of a case without its marks, and the mentions that the marks stand for. */
function read({ text }: OutletCase): { readonly text: string; readonly mentions: readonly string[] } {
  const mentions: string[] = [];
  let plain = '';
  let from = 0;
  for (const match of text.matchAll(/\{([a-z-]+) ([^{}]*)\}/gu)) {
    plain += text.slice(from, match.index);
    const [whole, what = '', name = ''] = match;
    mentions.push(`${what} ${name} at ${plain.length}`);
    plain += name;
    from = match.index + whole.length;
  }
  return { text: plain + text.slice(from), mentions };
}

describe('agencies and outlets in invented copy', () => {
  test.each(OUTLET_CASES.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { text, mentions } = read(one);
    const { annotation } = annotate(text, {
      plainText: 'always',
      ...(one.outlet === undefined ? {} : { outlet: one.outlet }),
    });
    const found = annotation.agencies
      .flatMap((agency) => agency.mentions)
      .sort((a, b) => a.start - b.start)
      .map(({ start, end, function: what }) => `${what} ${text.slice(start, end)} at ${start}`);
    expect(found, text).toEqual(mentions);
    for (const [words, outlet] of Object.entries(one.via ?? {})) {
      const at = text.indexOf(words);
      const statement = annotation.attributions.find(({ content }) =>
        content.some(({ start, end }) => start <= at && at < end),
      );
      const via = annotation.agencies.find((agency) => agency.id === statement?.via);
      const names = via
        ? [via.name, ...via.mentions.map(({ start, end }) => text.slice(start, end))]
        : [null];
      expect(names.join(' / '), `${words} in ${text}`).toContain(outlet ?? '');
      if (outlet === null) expect(via, words).toBeUndefined();
    }
  });
});
