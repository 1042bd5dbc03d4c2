// What becomes of validations in the last minute before a deadline, as Markdown tables. Exits with 1 when one is lost,
// has an effect twice, or is answered otherwise than it was carried out.
//
//   node scripts/benchmarks/deadline.mjs [--candidates 2000]
import http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DemonstrationClock, startEmbeddedServer } from '@mandate-graph/persistence';
import { LocalIssuer } from '@mandate-graph/runtime';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { inTurns, startGraph } from './graph.mjs';

const { values } = parseArgs({ options: { candidates: { type: 'string', default: '2000' } } });
const CANDIDATES = Number(values.candidates);
const VACANCY = 'ksz-ehealth:vacancy:adjunct-administrateur-generaal-2025';
const CLOSES_AT = Temporal.Instant.from('2025-10-23T00:00:00+02:00');
/** The load begins so long before the deadline, and ends so long after it: what is late must be refused. */
const BEFORE_MS = 60_000;
const AFTER_MS = 3_000;
/** Each validation is sent twice, as by somebody who did not get an answer. */
const AGAIN_MS = 150;
/** For the job that freezes files. */
const PATIENCE_MS = 180_000;

const agent = new http.Agent({ keepAlive: true, maxSockets: 512 });
const graph = await startGraph({ CLOCK: '2025-10-22T20:00:00+02:00' });
let failed = false;
try {
  const { url, folder } = graph;
  const issuer = new LocalIssuer(folder);
  const server = await startEmbeddedServer({ dataDir: folder });
  const clock = await DemonstrationClock.open(server.url, null, { warn() {} });
  const prepared = performance.now();
  const people = await inTurns(CANDIDATES, 16, (number) => prepare(url, issuer, number));
  console.error(`prepared ${people.length} applications in ${seconds(performance.now() - prepared)} s`);
  await clock.set(CLOSES_AT.subtract({ milliseconds: BEFORE_MS }));
  const journal = await lastMinute(url, people);
  failed = await report(journal, server.url);
  await clock.close();
} finally {
  await graph.stop();
}
process.exit(failed ? 1 : 0);

/** An account, an application with enough years, submitted. */
async function prepare(url, issuer, number) {
  const token = await issuer.issue({
    subject: `candidate-${number}`,
    grants: [{ role: 'candidate' }],
    scopes: [],
    audience: 'mandate-graph',
    seconds: 3_600,
  });
  const act = async (name, input, type = 'ApplicationRecorded') => {
    const { data, errors } = await mutate(url, token, name, { idempotencyKey: name, ...input }, type);
    if (data?.[name]?.id === undefined) throw new Error(`${name}: ${JSON.stringify(data?.[name] ?? errors)}`);
    return data[name];
  };
  const person = { givenNames: 'Robin', familyName: 'Voorbeeld', email: 'robin@example.org', preferredLanguage: 'NL' };
  await act('saveAccount', person, 'CandidateRecorded');
  const { id: application } = await act('startApplication', { vacancy: VACANCY });
  await act('saveSpecificSection', {
    application,
    section: {
      kind: 'MANAGERIAL',
      employer: 'Voorbeelddienst',
      functionTitle: 'Directeur',
      setting: 'PUBLIC_SERVICE',
      begin: '2010-01-01',
      description: 'Leiding van een dienst.',
      language: 'NL',
    },
  });
  const { version } = await act('submitApplication', { application, version: 1 });
  return { token, application, version };
}

/** Sent at fixed instants, whether or not earlier ones are answered. */
async function lastMinute(url, people) {
  const step = (BEFORE_MS + AFTER_MS) / people.length;
  const began = performance.now();
  return Promise.all(
    people.map(async (person, number) => {
      await delay(number * step + began - performance.now());
      const validate = async () => {
        const sent = performance.now() - began;
        const input = { idempotencyKey: 'validate', application: person.application, version: person.version };
        const answer = await mutate(url, person.token, 'validateApplication', input).catch(() => null);
        const outcome = answer?.data?.validateApplication;
        const said = outcome?.id !== undefined ? 'done' : outcome?.problems !== undefined ? 'refused' : 'none';
        return { sent, ms: performance.now() - began - sent, said };
      };
      const [first, second] = await Promise.all([validate(), delay(AGAIN_MS).then(validate)]);
      return { ...person, first, second };
    }),
  );
}

async function report(journal, databaseUrl) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const settled = performance.now();
  while ((await unsettled(client)) > 0 && performance.now() - settled < PATIENCE_MS) await delay(1_000);
  const after = seconds(AFTER_MS + performance.now() - settled);
  const { rows } = await client.query(
    `SELECT application.id, status,
       (SELECT count(*)::int FROM candidates.outbox WHERE subject = application.id::text AND data->>'act' = 'VALIDATE') AS done,
       (SELECT count(*)::int FROM candidates.application_snapshot WHERE application_id = application.id) AS frozen
     FROM candidates.application`,
  );
  await client.end();
  const kept = new Map(rows.map((row) => [row.id, row]));
  const all = journal.map((one) => ({ ...one, kept: kept.get(one.application) }));
  const said = ({ first, second }) => [first.said, second.said];
  const count = (test) => all.filter(test).length;
  const lost = count((one) => said(one).includes('done') && one.kept.status !== 'DEFINITIVE');
  const unsaid = count((one) => !said(one).includes('done') && one.kept.status === 'DEFINITIVE');
  const twice = count((one) => one.kept.done > 1);
  const unanswered = all.flatMap(said).filter((word) => word === 'none').length;
  const early = count((one) => one.first.sent < BEFORE_MS - 1_000 && one.kept.status !== 'DEFINITIVE');
  const unfrozen = count((one) => one.kept.frozen !== 1);
  const times = all.flatMap(({ first, second }) => [first.ms, second.ms]).sort((one, other) => one - other);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0);
  print(
    ['Validations in the last minute', 'Number'],
    [
      ['applications, each validated twice with one key', all.length],
      ['done: definitive', count((one) => one.kept.status === 'DEFINITIVE')],
      ['refused: after the deadline, and lapsed', count((one) => one.kept.status === 'LAPSED')],
      ['answered as done, and not kept (lost)', lost],
      ['kept, and not answered as done', unsaid],
      ['with more than one effect (twice)', twice],
      ['sent more than a second before the deadline, and not done', early],
      ['requests without an answer', unanswered],
      ['files that are not frozen exactly once', unfrozen],
    ],
  );
  console.log(`All lapsed or frozen ${after} s after the deadline; the job leaves requests in flight 30 of them.\n`);
  print(
    ['Answered after, ms', ''],
    [
      ['median', at(0.5)],
      ['p95', at(0.95)],
      ['p99', at(0.99)],
      ['worst', at(1)],
    ],
  );
  return lost + unsaid + twice + unanswered + early + unfrozen > 0;
}

/** Applications that the job has not seen to yet. */
async function unsettled(client) {
  const { rows } = await client.query(
    `SELECT count(*)::int AS count FROM candidates.application WHERE status NOT IN ('DEFINITIVE', 'LAPSED')
       OR id NOT IN (SELECT application_id FROM candidates.application_snapshot)`,
  );
  return rows[0].count;
}

function mutate(url, token, name, input, type = 'ApplicationRecorded') {
  const inputType = name === 'validateApplication' || name === 'submitApplication' ? 'ApplicationAct' : capital(name);
  const query = `mutation ($input: ${inputType}Input!) {
    ${name}(input: $input) { ... on ${type} { id version } ... on Refused { problems { path code rule } } } }`;
  return post(new URL('/graphql', url), { query, variables: { input } }, token);
}

function post(url, body, token) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(JSON.stringify(body));
  });
}

function print(head, rows) {
  console.log(`| ${head.join(' | ')} |\n| --- | ---: |`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log();
}

function seconds(ms) {
  return (ms / 1_000).toFixed(0);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
