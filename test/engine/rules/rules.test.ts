/** The contract of a rule (docs/rules/README.md): its examples are its tests. */
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../engine/rules/index.ts';
import { applyEdits, configFor, exampleName, fillIn, lintText, show, unmark } from './examples.ts';

for (const rule of RULES) {
  describe(rule.id, () => {
    for (const example of rule.docs.bad) {
      it(`reports exactly the marked words: ${exampleName(example)}`, () => {
        const { text, spans } = unmark(example.text);
        const findings = lintText(text, configFor(rule, example.options));
        const expected = spans.map(
          (span) => `${rule.id} ⟦${text.slice(span.start, span.end)}⟧@${span.start}`,
        );
        const found = findings.map(
          (finding) => `${finding.rule} ⟦${text.slice(finding.start, finding.end)}⟧@${finding.start}`,
        );
        expect(found.filter((line) => !(example.also ?? []).some((id) => line.startsWith(`${id} `)))).toEqual(
          expected,
        );
      });

      if (rule.fix !== 'none') {
        it(`offers a fix after which it is silent: ${exampleName(example)}`, () => {
          const { text } = unmark(example.text);
          const config = configFor(rule, example.options);
          const finding = lintText(text, config).find((candidate) => candidate.rule === rule.id);
          const fix = finding?.fixes[0];
          expect(fix, 'has a fix').toBeDefined();
          if (fix === undefined) return;
          const edited = applyEdits(text, fix.edits);
          if (example.fixed !== undefined) expect(edited).toBe(example.fixed);
          const filled = fillIn(edited, example.fill);
          const left = lintText(filled, config).filter(
            (candidate) => candidate.rule === rule.id || candidate.severity === 'error',
          );
          expect(left.map((candidate) => show(filled, candidate))).toEqual([]);
          if (rule.fix === 'safe') {
            expect(fix.safe).toBe(true);
            expect(filled).toBe(rule.docs.good[0]?.text);
          }
        });
      }
    }
    for (const example of rule.docs.good) {
      it(`is silent, as all rules are: ${exampleName(example)}`, () => {
        const findings = lintText(example.text, configFor(rule, example.options));
        expect(findings.map((finding) => show(example.text, finding))).toEqual([]);
      });
    }
    for (const silence of rule.docs.silentOn) {
      it(`is silent on ${silence.what}: ${exampleName(silence)}`, () => {
        const findings = lintText(silence.text, configFor(rule, silence.options));
        expect(
          findings
            .filter((finding) => finding.rule === rule.id)
            .map((finding) => show(silence.text, finding)),
        ).toEqual([]);
      });
    }
  });
}
