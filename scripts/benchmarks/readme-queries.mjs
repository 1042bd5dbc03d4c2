// What each query of README.md costs, as a Markdown table: requests to subgraphs, SQL statements, time, answer size.
//
//   CLOCK=2025-09-01T09:00:00+02:00 npm start
//   node scripts/benchmarks/readme-queries.mjs [http://127.0.0.1:4000]
import { readFileSync } from 'node:fs';
import { ask, readmeQueries, urlFrom } from './readme.mjs';

/** Times each query is asked after a first time, which pays for the plan. */
const ROUNDS = 20;

const url = urlFrom(process.argv.slice(2));
const markdown = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const rows = [];
for (const { title, query } of readmeQueries(markdown)) {
  const { ms: first, result } = await timed(query);
  if (result.answer.errors !== undefined) throw new Error(`“${title}” is answered with errors.`);
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push((await timed(query)).ms);
  rows.push([
    title,
    String(result.requests.length),
    perSubgraph(result.requests),
    String(result.requests.reduce((sum, { statements }) => sum + statements, 0)),
    first.toFixed(0),
    median(times).toFixed(1),
    String(Buffer.byteLength(result.text)),
  ]);
}
const head = ['Query', 'Requests', 'To', 'Statements', `First, ms`, `Median of ${ROUNDS}, ms`, 'Answer, bytes'];
const table = [head, head.map((_, index) => (index === 0 || index === 2 ? '---' : '---:')), ...rows];
process.stdout.write(`${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);

async function timed(query) {
  const began = performance.now();
  const result = await ask(url, query);
  return { ms: performance.now() - began, result };
}

function perSubgraph(requests) {
  const counts = new Map();
  for (const { subgraph } of requests) counts.set(subgraph, (counts.get(subgraph) ?? 0) + 1);
  return [...counts].map(([subgraph, count]) => (count === 1 ? subgraph : `${subgraph} ×${count}`)).join(', ');
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
