/** Entry of the tests in the Node extension host. */
import Mocha from 'mocha';
import process from 'node:process';
import { runAndReport } from './report.ts';
import { suite } from './suite.ts';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, grep: process.env['E2E_GREP'] ?? '' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  suite('node');
  await runAndReport(mocha);
}
