/** Layout does not matter to a rule: line ends, a byte order mark, other marks, what stands before the words. */
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../engine/index.ts';
import { RULES } from '../../../engine/rules/index.ts';
import { lint } from '../../../engine/rules/lint.ts';
import type { Rule } from '../../../engine/rules/rule.ts';
import { applyEdits, configFor, lintText, unmark } from './examples.ts';

interface Variant {
  readonly name: string;
  /** The example in another layout, marks included. */
  readonly make: (marked: string) => string;
  /** Rules whose subject is the layout itself. */
  readonly except: readonly string[];
}

const FILLER =
  'The town has a mill, a church and a bridge over the Tarn. Boats leave the pier at nine and at four. ';

/** After front matter, which has to stay where it is, and before the story. */
function before(marked: string, prefix: string): string {
  const end = marked.startsWith('---\n') ? marked.indexOf('\n---\n') + 6 : 0;
  return `${marked.slice(0, end)}${prefix}${marked.slice(end)}`;
}

const VARIANTS: readonly Variant[] = [
  { name: 'CRLF', make: (marked) => marked.replaceAll('\n', '\r\n'), except: [] },
  { name: 'a byte order mark', make: (marked) => `\uFEFF${marked}`, except: [] },
  {
    name: 'straight marks',
    make: (marked) => marked.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
    except: ['quote-nesting', 'quote-mixed-marks'],
  },
  {
    name: 'an emoji and a combining accent before it',
    make: (marked) => before(marked, 'The cafe\u0301 🌊 on the pier is open.\n\n'),
    // These look at the lede, the byline, or count the paragraphs and words of the story.
    except: [
      'denial-buried',
      'allegation-as-fact',
      'agency-uncredited',
      'agency-credit-mismatch',
      'caption-unattributed',
    ],
  },
];

function findings(
  rule: Rule,
  marked: string,
  options: Rule['docs']['bad'][number]['options'],
): readonly string[] {
  const { text } = unmark(marked);
  return lintText(text, configFor(rule, options))
    .filter((finding) => finding.rule === rule.id)
    .map((finding) => `${finding.start}-${finding.end}`);
}

for (const variant of VARIANTS) {
  describe(`with ${variant.name}`, () => {
    for (const rule of RULES) {
      if (variant.except.includes(rule.id)) continue;
      it(`${rule.id} reports the same words`, () => {
        for (const example of rule.docs.bad) {
          const marked = variant.make(example.text);
          const { spans } = unmark(marked);
          expect(findings(rule, marked, example.options)).toEqual(
            spans.map((span) => `${span.start}-${span.end}`),
          );
        }
      });
    }
  });
}

describe('behind 10,000 words', () => {
  it('a rule reports the same words', () => {
    const rule = RULES.find(({ id }) => id === 'attribution-vague');
    const example = rule?.docs.bad[0];
    if (rule === undefined || example === undefined) throw new Error('no such rule');
    const marked = `${`${FILLER.repeat(5)}\n\n`.repeat(100)}${example.text}`;
    const { spans } = unmark(marked);
    expect(findings(rule, marked, example.options)).toEqual(spans.map((span) => `${span.start}-${span.end}`));
  });
});

describe('safe fixes', () => {
  it('change nothing more when they are applied a second time', () => {
    for (const rule of RULES) {
      for (const example of rule.docs.bad) {
        const config = configFor(rule, example.options);
        let { text } = unmark(example.text);
        const fixOnce = (current: string): string => {
          const safe = lintText(current, config).flatMap((finding) =>
            finding.fixes.filter((fix) => fix.safe).slice(0, 1),
          );
          const first = safe[0];
          return first === undefined ? current : applyEdits(current, first.edits);
        };
        for (let pass = 0; pass < 10; pass++) text = fixOnce(text);
        expect(fixOnce(text)).toBe(text);
      }
    }
  });

  it('never hold a placeholder', () => {
    for (const rule of RULES) {
      for (const example of rule.docs.bad) {
        for (const finding of lintText(unmark(example.text).text, configFor(rule, example.options))) {
          for (const fix of finding.fixes) {
            if (fix.safe) expect(fix.edits.some((edit) => edit.newText.includes('‹'))).toBe(false);
          }
        }
      }
    }
  });
});

describe('one annotation', () => {
  it('gives the same findings each time', () => {
    const { text } = unmark(RULES[0]?.docs.bad[0]?.text ?? '');
    const analysis = annotate(text, { plainText: 'always' });
    expect(lint(analysis)).toEqual(lint(analysis));
  });
});
