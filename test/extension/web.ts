/** Entry of the tests in the web worker extension host. */
import 'mocha/mocha.js';
import { runAndReport } from './report.ts';
import { suite } from './suite.ts';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: class {} as never });
  suite('web');
  await runAndReport(mocha);
}
