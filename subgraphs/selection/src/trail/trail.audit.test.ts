import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { driving } from '../candidacy/testing/driving.ts';
import { candidateOf, PersonKeys } from '../person/person.keys.ts';
import { openSelection, startedProcedure, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import { auditTrails, type PublishedHeads, type TrailReport } from './trail.audit.ts';
import { CHAIN_START, hashOf, type TrailEntry } from './trail.chain.ts';
import type { PublishedHead } from './trail.verify.ts';
import { trailPlace } from './trail.writer.ts';

let selection: TestSelection;
let url: string;
let number = 0;
beforeAll(async () => {
  selection = await openSelection();
  url = selection.databaseUrl;
});
afterAll(() => selection.close());

/** A procedure with acts of several kinds, some with what is personal of them. */
async function lived() {
  number += 1;
  const made = await startedProcedure(selection, `vrb:vacancy:trail-${number}`, brusselsVacancy(), 4);
  const drive = driving(selection, made.procedure);
  await drive.pass(made.applicants.slice(0, 3), 'ELIGIBILITY_SCREENING', 'Reasons with “quotes” and é');
  await drive.exclude(made.applicants.slice(3), 'ELIGIBILITY_SCREENING', 'FAILED', 'Reasons of the refusal');
  await drive.notify(made.applicants.slice(3), 'STEP', 'ELIGIBILITY_SCREENING');
  return { ...made, drive };
}
const audited = async (procedure: string, published: readonly PublishedHead[] = []) => {
  const reports: TrailReport[] = [];
  const heads: PublishedHeads = published.length === 0 ? new Map() : new Map([[procedure, published]]);
  await auditTrails(url, heads, (report) => reports.push(report));
  return reports.find((report) => report.procedure === procedure);
};
const found = async (procedure: string, published: readonly PublishedHead[] = []) => {
  const verdict = (await audited(procedure, published))?.verdict;
  return verdict?.whole === false ? `${verdict.tampering} ${verdict.place} ${verdict.shownBy}` : verdict;
};
const headOf = async (procedure: string) =>
  (
    await selection.query<{ entries: number; hash: Buffer }>(
      'SELECT trail_seq AS entries, trail_head AS hash FROM selection_procedure WHERE id = $1',
      [procedure],
    )
  )[0]!;
/** As whoever owns the database can, past the trigger that keeps everybody else from it. */
const tamper = (...statements: readonly (readonly [string, ...unknown[]])[]) =>
  selection.source.transaction(async (manager) => {
    await manager.query('ALTER TABLE trail_entry DISABLE TRIGGER USER');
    for (const [sql, ...values] of statements) await manager.query(sql, values);
    await manager.query('ALTER TABLE trail_entry ENABLE TRIGGER USER');
  });

describe('a trail in the database', () => {
  test('is whole after acts, events and personal reasons, and only ever added to', async () => {
    const { procedure } = await lived();
    const head = await headOf(procedure);
    expect(head.entries).toBe(12);
    expect(await audited(procedure, [head])).toEqual({
      ...{ procedure, vacancy: `vrb:vacancy:trail-${number}`, verdict: { whole: true, ...head } },
    });
    for (const statement of ["UPDATE trail_entry SET actor = 'x'", 'DELETE FROM trail_entry', 'TRUNCATE trail_entry']) {
      await expect(selection.query(statement)).rejects.toMatchObject({ constraint: 'trail_entry_stays' });
    }
  });

  test('keeps facts as the database gives them back, instants among them', async () => {
    const { procedure } = await lived();
    await selection.inProcedure(procedure, async (work) => {
      const at = Temporal.Instant.from('2025-10-25T08:00:00Z');
      const after = { b: 1.5, a: { z: null, y: [1, { d: 'é', c: false }] }, at, left: undefined };
      work.record({ act: 'TEST', about: 'PROCEDURE', aboutId: procedure, before: {}, after });
    });
    expect(await found(procedure)).toMatchObject({ whole: true });
    expect(
      await selection.query(`SELECT before, after FROM trail_entry WHERE procedure_id = $1 AND act = 'TEST'`, [
        procedure,
      ]),
    ).toEqual([
      { before: {}, after: { a: { y: [1, { c: false, d: 'é' }], z: null }, b: 1.5, at: '2025-10-25T08:00:00Z' } },
    ]);
  });

  test.each([
    [`after = '{"status": "APPOINTED"}'`, 5],
    [`actor = 'somebody-else'`, 1],
    [`at = '2025-01-01T00:00:00Z'`, 7],
    [`reason = 'because'`, 3],
  ])('in which an entry was changed (%s) tells which', async (change, seq) => {
    const { procedure } = await lived();
    await tamper([`UPDATE trail_entry SET ${change} WHERE procedure_id = $1 AND seq = $2`, procedure, seq]);
    expect(await found(procedure)).toBe(`CHANGED ${seq} CHAIN`);
  });

  test('in which what is sealed was changed tells which', async () => {
    const { procedure } = await lived();
    const [entry] = await selection.query<{ seq: number }>(
      'SELECT min(seq) AS seq FROM trail_entry WHERE procedure_id = $1 AND sealed IS NOT NULL',
      [procedure],
    );
    const change = 'UPDATE trail_entry SET sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20))';
    await tamper([`${change} WHERE procedure_id = $1 AND seq = $2`, procedure, entry!.seq]);
    expect(await found(procedure)).toBe(`CHANGED ${entry!.seq} CHAIN`);
  });

  test('from which an entry was deleted tells which: in the middle, moved up over, or at the end', async () => {
    const [gap, movedUp, tail] = [await lived(), await lived(), await lived()];
    const remove = 'DELETE FROM trail_entry WHERE procedure_id = $1 AND seq = $2';
    await tamper([remove, gap.procedure, 6]);
    expect(await found(gap.procedure)).toBe('DELETED 6 CHAIN');
    const up = 'UPDATE trail_entry SET seq = CASE WHEN seq > 1000 THEN seq - 1001 ELSE seq + 1000 END';
    const onward = `${up} WHERE procedure_id = $1 AND seq > $2`;
    await tamper(
      ...[[remove, movedUp.procedure, 6] as const, [onward, movedUp.procedure, 6] as const],
      ...[[onward, movedUp.procedure, 1000] as const],
    );
    expect(await found(movedUp.procedure)).toBe('DELETED 6 CHAIN');
    const { entries } = await headOf(tail.procedure);
    await tamper(['DELETE FROM trail_entry WHERE procedure_id = $1 AND seq > $2', tail.procedure, entries - 2]);
    expect(await found(tail.procedure)).toBe(`DELETED ${entries - 1} HEAD`);
  });

  test('into which an entry was inserted tells where, also with a hash that fits', async () => {
    const { procedure } = await lived();
    const [before] = await selection.query<{ hash: Buffer }>(
      'SELECT hash FROM trail_entry WHERE procedure_id = $1 AND seq = 4',
      [procedure],
    );
    const facts = {
      ...{ procedureId: procedure, seq: 5, at: '2025-10-24T08:00:00Z', act: 'PASS', actor: 'somebody' },
      ...{ about: 'CANDIDACY' as const, aboutId: randomUUID(), before: null, after: null, reason: null },
      ...{ person: null, sealed: null, previous: before!.hash },
    };
    await tamper(
      ['UPDATE trail_entry SET seq = seq + 1000 WHERE procedure_id = $1 AND seq > 4', procedure],
      ['UPDATE trail_entry SET seq = seq - 999 WHERE procedure_id = $1 AND seq > 1000', procedure],
      [
        `INSERT INTO trail_entry (procedure_id, seq, at, act, actor, about, about_id, previous, hash)
         VALUES ($1, 5, $2, $3, $4, $5, $6, $7, $8)`,
        ...[procedure, facts.at, facts.act, facts.actor, facts.about, facts.aboutId, facts.previous, hashOf(facts)],
      ],
    );
    expect(await found(procedure)).toBe('INSERTED 5 CHAIN');
  });

  test('in which two entries were swapped tells the first of them', async () => {
    const { procedure } = await lived();
    const move = 'UPDATE trail_entry SET seq = $3 WHERE procedure_id = $1 AND seq = $2';
    await tamper([move, procedure, 4, 1000], [move, procedure, 9, 4], [move, procedure, 1000, 9]);
    expect(await found(procedure)).toBe('SWAPPED 4 CHAIN');
  });

  test('whose head was changed tells it', async () => {
    const { procedure } = await lived();
    const { entries } = await headOf(procedure);
    await selection.query('UPDATE selection_procedure SET trail_head = sha256(trail_head) WHERE id = $1', [procedure]);
    expect(await found(procedure)).toBe(`CHANGED ${entries} HEAD`);
  });

  test('that was written anew as a whole, head and all, is found by a head that was published', async () => {
    const { procedure, drive, applicants } = await lived();
    const early = await headOf(procedure);
    await drive.pass(applicants.slice(0, 1), 'INTERVIEW');
    const published = await headOf(procedure);
    await rewrite(procedure, early.entries, (entry) => ({ ...entry, actor: 'somebody-else' }));
    expect(await found(procedure)).toMatchObject({ whole: true, entries: published.entries });
    expect(await found(procedure, [early])).toMatchObject({ whole: true });
    expect(await found(procedure, [early, published])).toBe(`CHANGED ${early.entries + 1} PUBLISHED_HEAD`);
    expect(await found(procedure, [{ ...published, entries: null }])).toBe('CHANGED 1 PUBLISHED_HEAD');
    const gone = randomUUID();
    expect(await audited(gone, [published])).toMatchObject({
      ...{ vacancy: null, verdict: { tampering: 'DELETED', place: 1, shownBy: 'PUBLISHED_HEAD' } },
    });
  });
});

/** Gives entries after a place other contents, and all of them hashes that fit, as whoever owns the database could. */
async function rewrite(procedure: string, after: number, anew: (entry: TrailEntry) => TrailEntry): Promise<void> {
  const kept = await selection.query<TrailEntry>(
    `SELECT procedure_id AS "procedureId", seq, at, act, actor, about, about_id AS "aboutId", before, after, reason,
       person, sealed, previous, hash FROM trail_entry WHERE procedure_id = $1 ORDER BY seq`,
    [procedure],
  );
  let previous: Buffer = kept[after - 1]?.hash ?? CHAIN_START;
  const statements = kept.slice(after).map((entry) => {
    const changed = { ...anew(entry), previous };
    const hash = hashOf(changed);
    const statement = [
      'UPDATE trail_entry SET actor = $3, previous = $4, hash = $5 WHERE procedure_id = $1 AND seq = $2',
      ...[procedure, entry.seq, changed.actor, previous, hash],
    ] as const;
    previous = hash;
    return statement;
  });
  await tamper(...statements);
  await selection.query('UPDATE selection_procedure SET trail_head = $2 WHERE id = $1', [procedure, previous]);
}

test('a person who is erased leaves the trail whole, and nobody opens what was personal in it any more', async () => {
  const { procedure, applicants } = await lived();
  const erased = applicants[3]!;
  const person = candidateOf(erased.candidate);
  const sealed = await selection.query<{ seq: number; sealed: Buffer }>(
    'SELECT seq, sealed FROM trail_entry WHERE procedure_id = $1 AND person = $2',
    [procedure, person],
  );
  const opened = async () => {
    const keys = new PersonKeys(selection.source.manager, selection.installation.sealing);
    await keys.load([person]);
    return sealed.map((one) => keys.open(person, trailPlace(procedure, one.seq), one.sealed));
  };
  const head = await headOf(procedure);
  expect(await opened()).toEqual([{ reasons: 'Reasons of the refusal' }]);
  await selection.erased(erased);
  expect(await opened()).toEqual([null]);
  expect(await found(procedure, [head])).toEqual({ whole: true, ...(await headOf(procedure)) });
});

test('a database without trails is said to have none', async () => {
  const database = await createDatabase();
  await expect(auditTrails(database.url, new Map(), () => undefined)).rejects.toThrow('The database has no trails.');
  await database.drop();
});

test('verifying reads only: the trail of a procedure that nobody has started is not told of', async () => {
  const procedure = await selection.vacancy('vrb:vacancy:not-started', federalVacancy());
  expect(await audited(procedure)).toBeUndefined();
});
