import { describe, expect, test } from 'vitest';
import { evidenceOf } from './marked.ts';

const stanceOf = (source: string): string => evidenceOf(source).attributions[0]?.stance ?? 'none';
const verificationOf = (source: string): string => evidenceOf(source).attributions[0]?.verification ?? 'none';

describe('the stance comes from the verb', () => {
  test.each([
    ['{s Mayor Ada Quill} {c said} {t the bridge would reopen}.', 'neutral'],
    ['{s Ada Quill} {c accused} {t Jonas Kolb of taking bribes}.', 'accuse'],
    ['{s Ada Quill} {c alleged} {t that Jonas Kolb had taken bribes}.', 'allege'],
    ['{s Jonas Kolb} {c denied} {t taking bribes}.', 'deny'],
    ['{s The ministry} {c confirmed} {t the deal}.', 'confirm'],
    ['{s The bishop} {c condemned} {t the raid}.', 'condemn'],
    ['{s The union} {c criticised} {t the plan}.', 'condemn'],
    ['{s The union} {c called for} {t an inquiry}.', 'demand'],
    ['{s The union} {c has repeatedly called for} {t an inquiry}.', 'demand'],
    ['{s Doctors} {c warned} {t that beds were running out}.', 'warn'],
    ['{s The owner} {c admitted} {t that the brakes were worn}.', 'concede'],
    ['{s The firm} {c promised} {t to repay the money}.', 'promise'],
    ['{s The coach} {c praised} {t the keeper}.', 'praise'],
    ['{s Ada Quill} {c claimed} {t that nobody had asked her}.', 'claim'],
    ['{s Economists} {c predicted} {t a fall in prices}.', 'believe'],
    ['{s Jonas Kolb} {c pleaded} {t not guilty}.', 'deny'],
    ['{s Jonas Kolb} {c pleaded} {t guilty to theft}.', 'concede'],
    ['{s The firm} {c declined} {t to comment}.', 'other'],
  ])('%s → %s', (source, stance) => {
    expect(stanceOf(source)).toBe(stance);
  });
});

describe('the content decides where the verb says nothing', () => {
  test.each([
    ['{t “This is completely untrue,”} {s Jonas Kolb} {c said}.', 'deny'],
    ['{t “We are deeply sorry,”} {s Jonas Kolb} {c said}.', 'concede'],
    ['{t “It is a disgrace,”} {s Ada Quill} {c said}.', 'condemn'],
    ['{t “Who pays for that?”} {s Ada Quill} {c said}.', 'other'],
  ])('%s → %s', (source, stance) => {
    expect(stanceOf(source)).toBe(stance);
  });
});

describe('negation is told and does not make the opposite', () => {
  test.each([
    ['{s Jonas Kolb} {c did not deny} {t taking the money}.', 'deny'],
    ['{s Ada Quill} {c has not confirmed} {t the visit}.', 'other'],
  ])('%s → negated %s', (source, stance) => {
    const [attribution] = evidenceOf(source).attributions;
    expect(attribution?.negated).toBe(true);
    expect(attribution?.stance).toBe(stance);
  });

  test('a plain verb is not negated', () => {
    expect(evidenceOf('{s Ada Quill} {c denied} {t that she had not paid}.').attributions[0]?.negated).toBe(
      false,
    );
  });
});

describe('verification says what a statement rests on', () => {
  test.each([
    ['{s Police} {c said} {t the road was closed}.', 'official-statement'],
    ['{s Mayor Ada Quill} {c said} {t the road was closed}.', 'official-statement'],
    ['{s Former mayor Ada Quill} {c said} {t the road was closed}.', 'other'],
    ['{s Jonas Kolb} {c denied} {t taking bribes}.', 'denial'],
    ['{s Ada Quill} {c accused} {t Jonas Kolb of taking bribes}.', 'unverified-allegation'],
    ['{t “I saw the wall come down,”} {s resident Lena Marsh} {c said}.', 'eyewitness'],
    ['{s A pharmacist, Lena Marsh,} {c recalled} {t that the lights went out first}.', 'eyewitness'],
    ['{s Reuters} {c reported} {t that the talks had failed}.', 'reported-by-agency'],
    ['{s The bishop’s neighbour} {c condemned} {t the plan}.', 'opinion'],
    ['{s Analysts} {c said} {t prices were too high}.', 'opinion'],
  ])('%s → %s', (source, verification) => {
    expect(verificationOf(source)).toBe(verification);
  });
});
