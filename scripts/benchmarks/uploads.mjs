// How much memory the process takes while documents of 8 MiB go through it, both ways, as a Markdown table.
//
//   node scripts/benchmarks/uploads.mjs [--documents 200] [--at-once 20]
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LIMITS, LocalIssuer } from '@mandate-graph/runtime';
import { inTurns, startGraph } from './graph.mjs';

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '200' }, 'at-once': { type: 'string', default: '20' } },
});
const [DOCUMENTS, AT_ONCE] = [Number(values.documents), Number(values['at-once'])];
const BYTES = LIMITS.documentBytes.bound;
/** Of one candidate: as many as an account may have. */
const OF_ONE = 50;

const graph = await startGraph();
try {
  const { url } = graph;
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(BYTES - 9)]);
  const digest = sha256(content);
  const tokens = await people(url);
  const before = rss();
  const peak = { value: before };
  const watch = setInterval(() => {
    peak.value = Math.max(peak.value, rss());
  }, 20);
  const ids = await measured('up', (number) => upload(url, tokens[number % tokens.length], number, content, digest));
  await measured('down', async (number) => {
    const got = await download(url, tokens[number % tokens.length], ids[number]);
    if (got !== digest) throw new Error(`The document ${number} came back otherwise.`);
  });
  clearInterval(watch);
  console.log(`\n| ${DOCUMENTS} documents of ${BYTES / 1024 / 1024} MiB, ${AT_ONCE} at once | MiB |\n| --- | ---: |`);
  console.log(`| content that is on its way at a time | ${(AT_ONCE * BYTES) / 1024 / 1024} |`);
  console.log(`| memory of the process before (RSS) | ${mib(before)} |`);
  console.log(`| the most while they went both ways | ${mib(peak.value)} |`);
} finally {
  await graph.stop();
}

async function people(url) {
  const issuer = new LocalIssuer(graph.folder);
  return Promise.all(
    Array.from({ length: Math.ceil(DOCUMENTS / OF_ONE) }, async (_, number) => {
      const grants = [{ role: 'candidate' }];
      const subject = `candidate-${number}`;
      const token = await issuer.issue({ subject, grants, scopes: [], audience: 'mandate-graph', seconds: 3_600 });
      const names = {
        givenNames: 'Robin',
        familyName: 'Voorbeeld',
        email: 'robin@example.org',
        preferredLanguage: 'NL',
      };
      const saved = 'saveAccount(input: $input) { ... on CandidateRecorded { id } }';
      await ask(url, token, `mutation ($input: SaveAccountInput!) { ${saved} }`, {
        idempotencyKey: 'account',
        ...names,
      });
      return token;
    }),
  );
}

async function upload(url, token, number, content, digest) {
  const input = { idempotencyKey: `document-${number}`, kind: 'OTHER', fileName: 'content.pdf', bytes: BYTES };
  const payload = '... on DocumentAnnounced { uploadUrl document { id } } ... on Refused { problems { rule } }';
  const { announceDocument } = await ask(
    url,
    token,
    `mutation ($input: AnnounceDocumentInput!) { announceDocument(input: $input) { ${payload} } }`,
    { ...input, sha256: digest },
  );
  if (announceDocument.uploadUrl === undefined) throw new Error(JSON.stringify(announceDocument));
  const response = await fetch(new URL(announceDocument.uploadUrl, url), { method: 'PUT', body: content });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return announceDocument.document.id;
}

async function download(url, token, document) {
  const query =
    'mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { ... on DownloadLink { url } } }';
  const { requestDownload } = await ask(url, token, query, { document });
  const hash = createHash('sha256');
  for await (const chunk of (await fetch(new URL(requestDownload.url, url))).body) hash.update(chunk);
  return hash.digest('hex');
}

async function ask(url, token, query, input) {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data, errors } = await response.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** Does something for each document, so many at once; says how long it took. */
async function measured(what, doing) {
  const began = performance.now();
  const done = await inTurns(DOCUMENTS, AT_ONCE, doing);
  console.error(`${what}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  return done;
}

/** Of the process that runs the graph, in bytes. */
function rss() {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${graph.pid}/status`, 'utf8'));
  return Number(kib) * 1024;
}

function mib(bytes) {
  return (bytes / 1024 / 1024).toFixed(0);
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
