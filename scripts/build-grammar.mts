/**
 * Writes syntaxes/news.tmLanguage.json from its YAML source; `--check` only says whether the two agree.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const source = 'syntaxes/news.tmLanguage.yaml';
const target = 'syntaxes/news.tmLanguage.json';

const wanted = `${JSON.stringify(parse(readFileSync(source, 'utf8')), null, 2)}\n`;
if (process.argv.includes('--check')) {
  let found = '';
  try {
    found = readFileSync(target, 'utf8');
  } catch {
    // A missing file is as stale as a wrong one.
  }
  if (found !== wanted) {
    console.error(`${target} is not what ${source} says: run npm run generate`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, wanted);
  console.log(`${target} written`);
}
