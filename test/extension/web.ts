/** Entry of the tests in the web worker extension host. */
import 'mocha/mocha.js';
import { runAndReport } from './report.ts';
import { suite } from './suite.ts';

/** The counts go into a file; there is no page to print them on. */
function silent(): void {
  // Nothing.
}

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: silent as never });
  suite('web');
  await runAndReport(mocha);
}
