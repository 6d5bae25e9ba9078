// A host that was killed, or in which no test ran, ends with exit code 0: only the counts the suite wrote are believed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the counts and prints each failure; null when the suite did not finish. */
export function readResults(workspace) {
  const file = join(workspace, '.results.json');
  if (!existsSync(file)) return null;
  const { passed, failed, failures, lines } = JSON.parse(readFileSync(file, 'utf8'));
  for (const line of lines) console.log(line);
  for (const failure of failures)
    console.log(`\n  ✗ ${failure.title}\n${failure.message.replace(/^/gm, '    ')}`);
  return { passed, failed };
}
