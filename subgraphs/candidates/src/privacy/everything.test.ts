import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Allowance, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import fc from 'fast-check';
import type { CandidateView } from '../account/account.type.ts';
import { createServices } from '../candidates.services.ts';
import { HELD } from './held.ts';
import {
  candidateOf,
  OFFICER,
  openPrivacyGraph,
  type PrivacyGraph,
  RECRUITER,
  told,
  VACANCY,
} from './testing/privacy.graph.ts';
import type { Person } from './testing/private.rows.ts';

let graph: PrivacyGraph;
beforeAll(async () => {
  graph = await openPrivacyGraph();
  await graph.tell(told(VACANCY, 1));
});
afterAll(() => graph.close());

const everythingOf = async ({ subject }: Person) => {
  const { data, errors, statements } = await graph.ask(candidateOf(subject), '{ me { everything } }');
  expect(errors).toBeUndefined();
  return { everything: data.me.everything, statements };
};

/** What is written of somebody: for each table, the versions of each row. */
interface Written {
  readonly account: readonly unknown[];
  readonly entries: readonly (readonly unknown[])[];
  readonly sections: readonly (readonly unknown[])[];
  readonly adjustments: readonly (readonly unknown[])[];
  readonly decisions: readonly (readonly unknown[])[];
  readonly documents: readonly (readonly unknown[])[];
  readonly snapshot: unknown;
  readonly reasons: readonly (string | null)[];
  readonly readings: readonly string[];
  readonly keys: readonly string[];
}

async function write(written: Written): Promise<{ person: Person; application: string }> {
  const { rows } = graph;
  const person = await rows.candidate(`subject-${randomUUID()}`, written.account);
  const application = await rows.application(person, VACANCY, 'DEFINITIVE');
  for (const versions of written.entries) await rows.profileEntry(person, versions);
  for (const versions of written.sections) await rows.section(person, application, versions);
  for (const versions of written.adjustments) await rows.adjustment(person, application, versions);
  for (const [at, versions] of written.decisions.entries()) {
    await rows.decision(person, application, versions, { conditions: ['PARTICIPATION', 'APPOINTMENT'][at] });
  }
  const documents: string[] = [];
  for (const versions of written.documents) documents.push(await rows.document(person, versions, 'content'));
  await rows.snapshot(person, application, written.snapshot, documents);
  for (const reasons of written.reasons) await rows.message(person, reasons, { vacancy_id: VACANCY });
  for (const operation of written.readings) await rows.reading(person, application, operation);
  for (const key of written.keys) await rows.answer(person.subject, key, `mutation of ${key}`);
  return { person, application };
}

const data = fc.record({ text: fc.string({ unit: 'grapheme' }), number: fc.integer(), nothing: fc.constant(null) });
const versions = fc.array(data, { minLength: 1, maxLength: 3 });
const some = <T>(one: fc.Arbitrary<T>, maxLength = 3) => fc.array(one, { maxLength });
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((words) => words.replaceAll('\0', ''));
const anything: fc.Arbitrary<Written> = fc.record({
  account: versions,
  entries: some(versions),
  sections: some(versions),
  adjustments: some(versions),
  decisions: some(versions, 2),
  documents: some(versions),
  snapshot: data,
  reasons: some(fc.option(text)),
  readings: some(text),
  keys: fc.uniqueArray(fc.uuid(), { maxLength: 3 }),
});

interface Row {
  readonly id: string;
  readonly version: number;
  readonly data: unknown;
}
/** The versions of each row of a table, in any order of the rows. */
const versionsIn = (everything: Record<string, Row[]>, table: string): Set<string> => {
  const all = [...everything[`${table}_history`]!, ...everything[table]!];
  const ids = [...new Set(all.map(({ id }) => id))];
  return new Set(
    ids.map((id) => {
      const own = all.filter((row) => row.id === id).sort((one, other) => one.version - other.version);
      return JSON.stringify([own.map(({ version }) => version), own.map((row) => row.data)]);
    }),
  );
};
const expected = (rows: readonly (readonly unknown[])[]) =>
  new Set(rows.map((row) => JSON.stringify([row.map((_one, at) => at + 1), row])));

describe('everything about a candidate', () => {
  test('has whatever was written of them, version by version', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (written) => {
        const { person, application } = await write(written);
        const { everything } = await everythingOf(person);
        expect(versionsIn(everything, 'candidate')).toEqual(expected([written.account]));
        expect(everything.candidate_subject).toEqual([{ candidate_id: person.id, subject: person.subject }]);
        const byTable = {
          ...{ profile_entry: written.entries, specific_section: written.sections, adjustment: written.adjustments },
          ...{ eligibility_decision: written.decisions, document: written.documents },
        };
        for (const [table, rows] of Object.entries(byTable))
          expect(versionsIn(everything, table)).toEqual(expected(rows));
        expect(everything.application).toMatchObject([{ id: application, vacancy_id: VACANCY, status: 'DEFINITIVE' }]);
        expect(everything.application_snapshot).toMatchObject([{ data: written.snapshot }]);
        expect(everything.snapshot_document).toHaveLength(written.documents.length);
        const reasons = everything.message.map(
          (row: { data: { reasons: string } | null }) => row.data?.reasons ?? null,
        );
        expect(reasons.sort()).toEqual([...written.reasons].sort());
        const operations = everything.access_log.map(({ operation }: { operation: string }) => operation);
        expect(operations.sort()).toEqual([...written.readings].sort());
        const answers = everything.idempotency.map(({ key, mutation }: { key: string; mutation: string }) => [
          key,
          mutation,
        ]);
        expect(new Set(answers)).toEqual(new Set(written.keys.map((key) => [key, `mutation of ${key}`])));
      }),
      { numRuns: 30 },
    );
  });

  test('is found in a constant number of statements', async () => {
    const two = async (count: number) => {
      const rows = Array.from({ length: count }, () => [{ text: 'one' }, { text: 'two' }]);
      const { person } = await write({
        ...{ account: [{ givenNames: 'Ann' }], entries: rows, sections: rows, adjustments: rows, decisions: [] },
        ...{ documents: rows, snapshot: {}, reasons: rows.map(() => 'reasons'), readings: [], keys: [] },
      });
      return (await everythingOf(person)).statements;
    };
    expect(await two(0)).toBe(await two(20));
  });

  test('has nothing of another candidate', async () => {
    const mark = randomUUID();
    const another = await write({
      ...{ account: [{ mark }], entries: [[{ mark }]], sections: [[{ mark }]], adjustments: [[{ mark }]] },
      ...{ decisions: [[{ mark }]], documents: [[{ mark }]], snapshot: { mark }, reasons: [mark] },
      ...{ readings: [mark], keys: [mark] },
    });
    const { person } = await write({
      ...{ account: [{}], entries: [], sections: [], adjustments: [], decisions: [], documents: [], snapshot: {} },
      ...{ reasons: [], readings: [], keys: [] },
    });
    const mine = JSON.stringify((await everythingOf(person)).everything);
    for (const word of [mark, another.person.id, another.person.subject, another.application])
      expect(mine).not.toContain(word);
    expect(JSON.stringify((await everythingOf(another.person)).everything).split(mark)).toHaveLength(12);
  });

  test('says of who else acted that it was an institution, of who read in which role, and nothing that gives access', async () => {
    const { person, application } = await write({
      ...{ account: [{}, {}], entries: [], sections: [], adjustments: [], decisions: [[{ reasons: 'Because.' }]] },
      ...{ documents: [[{}]], snapshot: {}, reasons: ['Because.'], readings: ['Application.file'], keys: [] },
    });
    await graph.query("UPDATE application SET version = 2, recorded_by = 'rule:deadline' WHERE id = $1", [application]);
    const { everything } = await everythingOf(person);
    expect(everything.eligibility_decision).toMatchObject([{ recorded_by: 'institution' }]);
    expect(everything.application).toMatchObject([{ recorded_by: 'rule:deadline' }]);
    expect(everything.candidate).toMatchObject([{ recorded_by: `candidate:${person.id}` }]);
    expect(everything.access_log).toEqual([
      {
        ...{ id: expect.any(Number), at: '2025-08-01T08:00:00+00:00', role: 'recruiter' },
        ...{ operation: 'Application.file', application_id: application },
      },
    ]);
    expect(JSON.stringify(everything)).not.toMatch(/recruiter-1|wrapped|\\\\x/);
    expect(everything.document_link).toMatchObject([{ action: 'DOWNLOAD' }]);
    expect(everything.document_link[0]).not.toHaveProperty('id');
  });

  test('says nothing of where a candidacy stands before that was sent', async () => {
    const { person, application } = await write({
      ...{ account: [{}], entries: [], sections: [], adjustments: [], decisions: [], documents: [], snapshot: {} },
      ...{ reasons: [], readings: [], keys: [] },
    });
    await graph.query("INSERT INTO selection_standing VALUES ($1, $2, 'UNSUITABLE', false, 7, now())", [
      ...[application, person.id],
    ]);
    const { everything } = await everythingOf(person);
    expect(Object.keys(everything)).not.toContain('selection_standing');
    expect(JSON.stringify(everything)).not.toContain('UNSUITABLE');
  });

  test('has messages in words, as the inbox has them', async () => {
    const { person } = await write({
      ...{ account: [{}], entries: [], sections: [], adjustments: [], decisions: [], documents: [], snapshot: {} },
      ...{ reasons: ['Because.'], readings: [], keys: [] },
    });
    const { data: shown } = await graph.ask(
      candidateOf(person.subject),
      '{ me { everything inbox { edges { node { subject { nl fr en } text { nl fr en } reasons } } } } }',
    );
    const { subject, text: words, reasons } = shown.me.inbox.edges[0].node;
    expect(shown.me.everything.message).toMatchObject([{ subject, text: words, data: { reasons }, read_at: null }]);
    expect(words.en).toContain('Head');
  });

  test('is for the candidate alone', async () => {
    const { person } = await write({
      ...{ account: [{}], entries: [], sections: [], adjustments: [], decisions: [], documents: [], snapshot: {} },
      ...{ reasons: [], readings: [], keys: [] },
    });
    const query = `{ _entities(representations: [{ __typename: "Candidate", id: "${person.id}" }]) { ... on Candidate { everything } } }`;
    for (const actor of [PUBLIC_ACTOR, RECRUITER, OFFICER, candidateOf('somebody-else')]) {
      const { data: shown } = await graph.ask(actor, query);
      expect(shown?._entities?.[0]?.everything ?? null).toBeNull();
    }
    const asRecruiter = createServices(graph.installation, RECRUITER, graph.clock.now(), new Allowance('evidence'));
    const view = { id: person.id, whose: { subject: person.subject, institution: 'vrb' } } as CandidateView;
    expect(() => asRecruiter.privacy.everything(view)).toThrow(/nothing here/);
    const { data: own } = await graph.ask(candidateOf(person.subject), query);
    expect(own._entities[0].everything.candidate).toHaveLength(1);
  });
});

test('every table of the subgraph either is told of or holds nothing of a candidate', async () => {
  const tables = await graph.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'candidates'",
  );
  const told = HELD.flatMap(({ table, history }) => (history ? [table, `${table}_history`] : [table]));
  const notTold = [
    // What opens the rest, and what is downloaded.
    ...['person_key', 'document_chunk'],
    // What its candidate may know of it, the selection tells.
    'selection_standing',
    // Ids only, or nothing of persons.
    ...['selection_committee', 'selection_ending', 'selection_telling', 'outbox', 'migration'],
    ...['feed_cursor', 'feed_problem'],
    ...['vacancy_projection', 'vacancy_period', 'vacancy_version'],
  ];
  expect(tables.map(({ name }) => name).toSorted()).toEqual([...told, ...notTold].toSorted());
});
