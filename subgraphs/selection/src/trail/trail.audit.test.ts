import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { candidateOf, PersonKeys } from '../person/person.keys.ts';
import { openSelection, startedProcedure, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import { auditing, COLUMNS, headOf, lived, REFUSED_BECAUSE } from './testing/lived.ts';
import { auditTrails, type TrailReport } from './trail.audit.ts';
import { trailPlace } from './trail.writer.ts';

let selection: TestSelection;
let number = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const aLife = () => lived(selection, `vrb:vacancy:trail-${++number}`);
const head = (procedure: string) => headOf(selection, procedure);
const { audited, found, tamper } = auditing(() => selection);

describe('a trail in the database', () => {
  test('is whole after acts, events and personal reasons, and only ever added to', async () => {
    const { procedure, vacancy } = await aLife();
    const now = await head(procedure);
    expect(now.entries).toBeGreaterThan(12);
    const noted = [vacancy, procedure, procedure.toUpperCase()].map((of) => ({ of, ...now }));
    expect(await audited(procedure, noted)).toEqual({ name: vacancy, procedure, verdict: { whole: true, ...now } });
    for (const statement of ["UPDATE trail_entry SET actor = 'x'", 'DELETE FROM trail_entry', 'TRUNCATE trail_entry']) {
      await expect(selection.query(statement)).rejects.toMatchObject({ constraint: 'trail_entry_stays' });
    }
  });

  test('keeps facts as the database gives them back, instants and numbers among them', async () => {
    const { procedure } = await aLife();
    const numbers = [0, -0, 1.5, -2, 0.1, 1e21, 1e-7, 12345678901234567000, 5e-324, 1.7976931348623157e308];
    await selection.inProcedure(procedure, async (work) => {
      const at = Temporal.Instant.from('2025-10-25T08:00:00Z');
      const after = { b: '1.0', a: { z: null, y: [1, { d: 'é"\\', c: false }] }, at, left: undefined, numbers };
      work.record({ act: 'TEST', about: 'PROCEDURE', aboutId: procedure, before: {}, after });
    });
    expect(await found(procedure)).toMatchObject({ whole: true });
  });
});

test('a trail of many pages is verified to its end, and an entry with the number of another is not left out', async () => {
  const { procedure } = await startedProcedure(selection, 'vrb:vacancy:long', brusselsVacancy(), 0);
  await selection.inProcedure(procedure, async (work) => {
    for (let added = 0; added < 1100; added++) {
      work.record({ act: 'TEST', about: 'PROCEDURE', aboutId: procedure, after: { added } });
    }
  });
  const { entries } = await head(procedure);
  expect(entries).toBeGreaterThan(1100);
  expect(await found(procedure)).toMatchObject({ whole: true, entries });
  await selection.query('ALTER TABLE trail_entry DROP CONSTRAINT trail_entry_pkey');
  const copy = `INSERT INTO trail_entry (procedure_id, seq, ${COLUMNS})
    SELECT procedure_id, seq, ${COLUMNS} FROM trail_entry WHERE procedure_id = $1 AND seq = 500`;
  await tamper([copy, procedure]);
  expect(await found(procedure)).toBe('INSERTED 501 CHAIN');
  const double =
    'DELETE FROM trail_entry WHERE ctid = (SELECT max(ctid) FROM trail_entry WHERE procedure_id = $1 AND seq = 500)';
  await tamper([double, procedure]);
  expect(await found(procedure)).toMatchObject({ whole: true, entries });
  await selection.query('ALTER TABLE trail_entry ADD PRIMARY KEY (procedure_id, seq)');
});

test('a person who is erased leaves the trail whole, and nobody opens what was personal in it any more', async () => {
  const { procedure, refused } = await aLife();
  const person = candidateOf(refused.candidate);
  const sealed = await selection.query<{ seq: number; sealed: Buffer }>(
    'SELECT seq, sealed FROM trail_entry WHERE procedure_id = $1 AND person = $2 ORDER BY seq',
    [procedure, person],
  );
  const opened = async () => {
    const keys = new PersonKeys(selection.source.manager, selection.installation.sealing);
    await keys.load([person]);
    return sealed.map((one) => keys.open(person, trailPlace(procedure, one.seq), one.sealed));
  };
  const noted = { of: procedure, ...(await head(procedure)) };
  expect(await opened()).toEqual([{ reasons: REFUSED_BECAUSE }]);
  await selection.erased(refused);
  expect(await opened()).toEqual([null]);
  expect(await found(procedure, [noted])).toEqual({ whole: true, entries: noted.entries, hash: noted.hash });
});

describe('verifying', () => {
  test('a database without trails says that there are none', async () => {
    const database = await createDatabase();
    await expect(auditTrails(database.url, { tell: () => undefined })).rejects.toThrow('The database has no trails');
    await database.drop();
  });

  test('does not tell of a procedure that nobody has started', async () => {
    const procedure = await selection.vacancy('vrb:vacancy:not-started', federalVacancy());
    expect(await audited(procedure)).toBeUndefined();
  });

  test('goes by one instant, whatever is recorded meanwhile', async () => {
    const [one, other] = [await aLife(), await aLife()];
    const before = await head(other.procedure);
    const reports = new Map<string, TrailReport>();
    const told: Promise<unknown>[] = [];
    await auditTrails(selection.databaseUrl, {
      tell: (report) => {
        reports.set(report.procedure, report);
        if (report.procedure === one.procedure) told.push(other.drive.pass([other.applicants[0]!], 'INTERVIEW'));
      },
    });
    await Promise.all(told);
    expect(reports.get(other.procedure)?.verdict).toEqual({ whole: true, ...before });
    expect((await head(other.procedure)).entries).toBeGreaterThan(before.entries);
  });

  test('ends when it is asked to', async () => {
    const stop = new AbortController();
    const reports: TrailReport[] = [];
    const tell = (report: TrailReport) => {
      reports.push(report);
      stop.abort();
    };
    await expect(auditTrails(selection.databaseUrl, { tell, signal: stop.signal })).rejects.toThrow('aborted');
    expect(reports).toHaveLength(1);
  });
});
