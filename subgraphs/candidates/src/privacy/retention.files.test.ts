import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '@mandate-graph/testkit';
import { RetentionJob } from './retention.job.ts';
import { dumpOf } from './testing/intruder.ts';
import { brussels, candidateOf, openPrivacyGraph, type PrivacyGraph, told, VACANCY } from './testing/privacy.graph.ts';
import type { Person } from './testing/private.rows.ts';

const NOTHING = { erased: 0, told: 0, filesEmptied: 0, answersForgotten: 0, failed: 0 };

let graph: PrivacyGraph;
beforeAll(async () => {
  graph = await openPrivacyGraph();
  await graph.tell(told(VACANCY, 1));
});
afterAll(() => graph.close());
// Each test has candidates of its own; those of the others are out of reach.
afterEach(async () => {
  await graph.query('DELETE FROM person_key');
});

const run = (local: string) =>
  new RetentionJob({ ...graph.installation, clock: graph.clock, log: silentLog }).run(
    brussels(local),
    new AbortController().signal,
  );
const somebody = () => graph.rows.candidate(`subject-${randomUUID()}`);
const rowOf = async (person: Person) => (await graph.query('SELECT * FROM candidate WHERE id = $1', [person.id]))[0]!;

/** An application with something in each part of its file. */
async function filed(person: Person, status: string, columns: Record<string, unknown>): Promise<string> {
  const { rows } = graph;
  const of = { recorded_at: columns['recorded_at'] };
  const id = await rows.application(person, `vrb:vacancy:${randomUUID()}`, status, columns);
  await graph.query('UPDATE application SET version = 2, data = $2 WHERE id = $1', [
    id,
    person.key.seal(`application:${id}`, { reasons: 'Contested.' }),
  ]);
  await graph.query('UPDATE application SET version = 3 WHERE id = $1', [id]);
  await rows.section(person, id, [{ employer: 'Old' }, { employer: 'New' }], of);
  await rows.adjustment(person, id, [{ request: 'Time' }, { request: 'More time' }], of);
  await rows.decision(person, id, [{ reasons: 'First.' }, { reasons: 'Then.' }], { ...of, outcome: 'ELIGIBLE' });
  const removed = await rows.document(person, [{ fileName: 'removed.pdf' }], 'removed', { ...of, state: 'REMOVED' });
  const stored = await rows.document(person, [{ fileName: 'stored.pdf' }], 'stored', of);
  await rows.snapshot(person, id, { sections: ['New'] }, [removed, stored]);
  await rows.message(person, 'Reasons.', { application_id: id });
  return id;
}

/** Rows that tell of an application, and whether anything sealed is left in them. */
async function leftOf(application: string) {
  const dump = await dumpOf(graph);
  const rows = [...dump].flatMap(([table, all]) =>
    all.filter((row) => JSON.stringify(row).includes(application)).map((row) => ({ table, row })),
  );
  return {
    sealed: rows
      .filter(({ row }) => JSON.stringify(row).includes('\\\\x'))
      .map(({ table }) => table)
      .toSorted(),
    versions: rows
      .filter(({ row }) => 'version' in row)
      .map(({ table }) => table)
      .toSorted(),
  };
}

describe('the file of an application', () => {
  const NEVER_SUBMITTED = { submitted_at: null, recorded_at: '2025-08-31T10:00:00Z' };

  test('that was never submitted is emptied 6 months after it was withdrawn, and all versions stay', async () => {
    const person = await somebody();
    const old = await filed(person, 'WITHDRAWN', NEVER_SUBMITTED);
    const recent = await filed(person, 'WITHDRAWN', { ...NEVER_SUBMITTED, recorded_at: '2025-12-01T10:00:00Z' });
    const before = { old: await leftOf(old), recent: await leftOf(recent) };
    expect(before.old.sealed).toEqual([
      ...['adjustment', 'adjustment_history', 'application', 'application_history', 'application_snapshot'],
      ...['eligibility_decision', 'eligibility_decision_history', 'message', 'specific_section'],
      'specific_section_history',
    ]);
    expect(await run('2026-02-28T23:59:59.999')).toEqual(NOTHING);
    expect(await leftOf(old)).toEqual(before.old);
    expect(await run('2026-03-01T00:00')).toEqual({ ...NOTHING, filesEmptied: 1 });
    expect(await leftOf(old)).toEqual({ sealed: [], versions: before.old.versions });
    expect(await leftOf(recent)).toEqual(before.recent);
    expect(await run('2026-03-01T01:00')).toEqual(NOTHING);
    expect(await rowOf(person)).toMatchObject({ version: 1, erased_at: null });
  });

  test('takes along the documents that were removed and no other file needs; those that are stored stay', async () => {
    const person = await somebody();
    await filed(person, 'WITHDRAWN', NEVER_SUBMITTED);
    await run('2026-03-01T00:00');
    const documents = await graph.query(
      `SELECT state, data IS NULL AS emptied,
         (SELECT count(*)::int FROM document_chunk WHERE document_id = document.id) AS chunks
       FROM document WHERE candidate_id = $1 ORDER BY state`,
      [person.id],
    );
    expect(documents).toEqual([
      { state: 'REMOVED', emptied: true, chunks: 0 },
      { state: 'STORED', emptied: false, chunks: 1 },
    ]);
  });

  test('that was submitted is kept for 2 years after what was last done with it', async () => {
    const person = await somebody();
    const id = await filed(person, 'WITHDRAWN', { recorded_at: '2025-08-31T10:00:00Z' });
    // The account is used meanwhile, so that only the file is over.
    await graph.rows.profileEntry(person, [{ title: 'New' }], { recorded_at: '2027-06-01T10:00:00Z' });
    expect(await run('2027-08-31T23:59:59.999')).toEqual(NOTHING);
    expect(await run('2027-09-01T00:00')).toEqual({ ...NOTHING, filesEmptied: 1 });
    expect((await leftOf(id)).sealed).toEqual([]);
  });

  test('is shown to its candidate as far as it is there', async () => {
    const person = await somebody();
    const id = await filed(person, 'WITHDRAWN', NEVER_SUBMITTED);
    await run('2026-03-01T00:00');
    graph.at('2026-03-01T09:00');
    const { data, errors } = await graph.ask(candidateOf(person.subject), '{ me { everything } }');
    expect(errors).toBeUndefined();
    expect(data.me.everything.application).toMatchObject([{ id, status: 'WITHDRAWN', data: null }]);
    expect(data.me.everything.specific_section_history).toMatchObject([{ version: 1, data: null }]);
  });

  test('is seen as the clock has left it: a draft that nothing has let lapse yet lapses first', async () => {
    const person = await somebody();
    const due_at = '2025-10-22T22:00:00Z';
    const id = await graph.rows.application(person, VACANCY, 'DRAFT', { ...NEVER_SUBMITTED, due_at });
    await graph.rows.section(person, id, [{ employer: 'Old' }]);
    expect(await run('2026-03-01T00:00')).toEqual(NOTHING);
    const [application] = await graph.query('SELECT status, recorded_by FROM application WHERE id = $1', [id]);
    expect(application).toEqual({ status: 'LAPSED', recorded_by: 'rule:deadline' });
  });

  test('waits while its lapse is contested', async () => {
    const person = await somebody();
    await filed(person, 'LAPSED', {
      ...{ lapsed_by: 'DEADLINE', contest: 'OPEN', recorded_at: '2025-10-24T10:00:00Z' },
    });
    expect(await run('2028-09-01T00:00')).toEqual(NOTHING);
  });
});
