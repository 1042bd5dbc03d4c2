// Asks each query of README.md and writes the answer into the block below it.
//
//   CLOCK=2025-09-01T09:00:00+02:00 npm start
//   node scripts/benchmarks/readme-answers.mjs [http://127.0.0.1:4000]
import { readFileSync, writeFileSync } from 'node:fs';
import { ask, printAnswer, readmeQueries, urlFrom, withAnswers } from './readme.mjs';

const README = new URL('../../README.md', import.meta.url);
const markdown = readFileSync(README, 'utf8');
const answers = [];
for (const { title, query } of readmeQueries(markdown)) {
  const { answer } = await ask(urlFrom(process.argv.slice(2)), query);
  if (answer.errors !== undefined) {
    process.stderr.write(`“${title}” is answered with errors:\n${JSON.stringify(answer.errors, null, 2)}\n`);
    process.exitCode = 1;
  }
  answers.push(printAnswer(answer));
}
if (process.exitCode === 1) process.stderr.write('README.md was left as it is.\n');
else {
  writeFileSync(README, withAnswers(markdown, answers));
  process.stdout.write(`${answers.length} answers were written to README.md.\n`);
}
