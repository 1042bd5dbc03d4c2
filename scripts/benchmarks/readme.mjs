/** A query of the README: its title (the heading above it), its text, and where the answer printed below it stands. */

const HEADING = /^#{2,4} (?:\d+\. )?(.+)$/;
const OPEN = { query: '```graphql', answer: '```json' };
const CLOSE = '```';

/** Every ```graphql block of a Markdown text, each with the ```json block that follows it (null where none does). */
export function readmeQueries(markdown) {
  const lines = markdown.split('\n');
  const queries = [];
  let title = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at].trim();
    title = HEADING.exec(line)?.[1] ?? title;
    if (line !== OPEN.query && line !== OPEN.answer) continue;
    const end = lines.indexOf(CLOSE, at);
    if (end === -1) throw new Error(`The block that begins in line ${at + 1} has no end.`);
    const text = lines.slice(at + 1, end).join('\n');
    const last = queries.at(-1);
    if (line === OPEN.query) queries.push({ title, query: text, answer: null });
    else if (last !== undefined && last.answer === null) last.answer = { text, first: at + 1, last: end };
    at = end;
  }
  return queries;
}

/** The text with each answer replaced, in the order of the queries; undefined leaves one as it is. */
export function withAnswers(markdown, answers) {
  const lines = markdown.split('\n');
  const queries = readmeQueries(markdown);
  for (let index = queries.length - 1; index >= 0; index -= 1) {
    const { answer } = queries[index];
    if (answer === null || answers[index] === undefined) continue;
    lines.splice(answer.first, answer.last - answer.first, ...answers[index].split('\n'));
  }
  return lines.join('\n');
}

/** JSON as the README prints it: objects and lists that fit on a line stand on one. */
export function printAnswer(value, indent = '') {
  const flat = flatJson(value);
  if (value === null || typeof value !== 'object' || indent.length + flat.length <= 120) return flat;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${deeper}${printAnswer(item, deeper)}`).join(',\n')}\n${indent}]`;
  }
  const fields = Object.entries(value).map(([key, item]) => `${deeper}"${key}": ${printAnswer(item, deeper)}`);
  return `{\n${fields.join(',\n')}\n${indent}}`;
}

function flatJson(value) {
  if (Array.isArray(value)) return `[${value.map(flatJson).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, item]) => `"${key}": ${flatJson(item)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** Asks a running graph; the answer as text and without its cost in points, and what the header says of its work. */
export async function ask(url, query) {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  const { extensions: _, ...answer } = JSON.parse(text);
  return { text, answer, requests: requestsOf(response.headers.get('server-timing') ?? '') };
}

/** `name;dur=1.2;desc="3 statements", …` as a list of requests to subgraphs. */
export function requestsOf(header) {
  const entry = /([\w-]+);dur=([\d.]+);desc="(\d+) statements?"/g;
  return [...header.matchAll(entry)].map(([, subgraph, ms, statements]) => ({
    subgraph,
    ms: Number(ms),
    statements: Number(statements),
  }));
}

/** The graph to ask: the first argument, or the default address. */
export const urlFrom = (args) => args.find((argument) => /^https?:/.test(argument)) ?? 'http://127.0.0.1:4000';
