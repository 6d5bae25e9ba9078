/**
 * Checks the corpus: `npm run corpus:validate [-- FILE…]` (default: every file of data/corpus). Prints faults as
 * `file:line:column message`, then the counts; exits with 1 when there is a fault.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CORPUS_PARTS, corpusFiles } from './files.mts';
import { readArticle } from './inline.ts';
import { findProblems } from './problems.ts';
import { findQuotations } from './quotations.ts';

const PRONOUN = /^(?:he|she|they|it|i|we|you|his|her|their|its|my|our|who|which|both)$/i;

const given = process.argv.slice(2);
const files = given.length > 0 ? given : CORPUS_PARTS.flatMap((part) => corpusFiles(part));
const ids = new Map<string, string>();
let faults = 0;
const counts = {
  articles: 0,
  words: 0,
  attributions: 0,
  quotations: 0,
  'quotations without attribution': 0,
  'pronoun sources': 0,
  'attributions without source': 0,
  allegations: 0,
  'allegations with a response': 0,
  'agency mentions': 0,
};
for (const file of files) {
  const shown = path.relative(process.cwd(), file);
  const fileText = readFileSync(file, 'utf8');
  const complain = (line: number, column: number, message: string): void => {
    faults += 1;
    console.log(`${shown}:${line}:${column} ${message}`);
  };
  for (const { line, column, message } of findProblems(fileText)) complain(line, column, message);
  const { article } = readArticle(fileText);
  if (article === null) continue;
  if (`${article.id}.txt` !== path.basename(file))
    complain(2, 1, `id "${article.id}" differs from the file name`);
  const twin = ids.get(article.id);
  if (twin !== undefined) complain(2, 1, `id "${article.id}" is also that of ${twin}`);
  ids.set(article.id, shown);
  counts.articles += 1;
  counts.words += article.text.split(/\s+/).length;
  counts.attributions += article.attributions.length;
  counts.quotations += findQuotations(article.text).quotations.length;
  counts['quotations without attribution'] += article.quotes.length;
  counts.allegations += article.allegations.length;
  counts['allegations with a response'] += article.allegations.filter(
    (one) => one.responses.length > 0,
  ).length;
  counts['agency mentions'] += article.agencies.reduce((sum, one) => sum + one.mentions.length, 0);
  for (const { source } of article.attributions) {
    if (source.length === 0) counts['attributions without source'] += 1;
    if (source.some((span) => PRONOUN.test(article.text.slice(span.start, span.end))))
      counts['pronoun sources'] += 1;
  }
}
console.log(
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', '),
);
if (faults > 0) {
  console.log(`${faults} faults`);
  process.exitCode = 1;
}
