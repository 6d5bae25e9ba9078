/** The reply ledger and the headline contract as plain data. */
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../engine/index.ts';
import { headlineContract, replyLedger } from '../../../engine/export/ledger.ts';

const analyse = (text: string): ReturnType<typeof annotate> & object =>
  annotate(text, { plainText: 'always' });

describe('replyLedger', () => {
  it('has one row for each accused, with accuser, offence, status and reply', () => {
    const rows = replyLedger(
      analyse(
        'The city’s auditor, Ida Moen, accused Piers Doyle, the club’s treasurer, of fraud.\n\nDoyle denied the accusation.',
      ),
    );
    expect(rows).toHaveLength(1);
    const row = rows[0];
    expect(row?.name).toBe('Piers Doyle');
    expect(row?.named).toBe(true);
    expect(row?.accusations[0]?.offence).toBe('fraud');
    expect(row?.accusations[0]?.accuserName).toBe('Ida Moen');
    expect(row?.accusations[0]?.paragraph).toBe(1);
    expect(row?.replies).toHaveLength(1);
    expect(row?.replies[0]?.paragraph).toBe(2);
  });

  it('says so when nobody answers', () => {
    const rows = replyLedger(
      analyse('The city’s auditor, Ida Moen, accused Piers Doyle, the club’s treasurer, of fraud.'),
    );
    expect(rows[0]?.replies).toEqual([]);
  });

  it('is empty for a story without accusations and for an empty text', () => {
    expect(replyLedger(analyse('The ferry leaves at noon, said Ana Ruiz, a driver.'))).toEqual([]);
    expect(replyLedger(analyse(''))).toEqual([]);
  });
});

describe('headlineContract', () => {
  const body =
    'The mayor, Bola Adeyemi, stole from the flood relief fund, a lawsuit filed by the city’s auditor says. Adeyemi denies it.';

  it('shows the sentence that attributes what the headline states', () => {
    const [claim] = headlineContract(analyse(`# Mayor stole relief funds\n\n${body}`));
    expect(claim?.text).toBe('Mayor stole relief funds');
    expect(claim?.verdict).toBe('stronger');
    expect(claim?.supportText).toContain('a lawsuit filed by');
  });

  it('accepts a headline that says who accuses, or puts the claim in quotation marks', () => {
    for (const headline of [
      '# Lawsuit accuses mayor of stealing relief funds',
      '# Mayor ‘stole relief funds’',
    ]) {
      expect(headlineContract(analyse(`${headline}\n\n${body}`))[0]?.verdict).toBe('attributed');
    }
  });

  it('names a claim that nothing below carries', () => {
    const [claim] = headlineContract(
      analyse('# Volcano wakes under the sea\n\nThe council met on Friday, said Ana Ruiz, a clerk.'),
    );
    expect(claim?.verdict).toBe('unsupported');
    expect(claim?.support).toBeNull();
  });

  it('finds a plain fact supported', () => {
    const [claim] = headlineContract(
      analyse('# Mayor opens new bridge\n\nThe mayor, Bola Adeyemi, opened a new bridge on Friday.'),
    );
    expect(claim?.verdict).toBe('supported');
  });
});
