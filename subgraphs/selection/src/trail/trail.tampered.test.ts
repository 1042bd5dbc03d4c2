import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSelection, type TestSelection } from '../testing/selection.ts';
import { auditing, COLUMNS, headOf, lived } from './testing/lived.ts';
import { auditTrails, type TrailReport } from './trail.audit.ts';
import { CHAIN_START, hashOf, type TrailEntry } from './trail.chain.ts';
import { trailPages } from './trail.rows.ts';

let selection: TestSelection;
let number = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const aLife = () => lived(selection, `vrb:vacancy:tampered-${++number}`);
const head = (procedure: string) => headOf(selection, procedure);
const { audited, found, tamper } = auditing(() => selection);

describe('a trail in the database', () => {
  test('from which an entry was deleted tells which: in the middle, moved up over, or at the end', async () => {
    const [gap, movedUp, tail] = [await aLife(), await aLife(), await aLife()];
    const remove = 'DELETE FROM trail_entry WHERE procedure_id = $1 AND seq = $2';
    await tamper([remove, gap.procedure, 6]);
    expect(await found(gap.procedure)).toBe('DELETED 6 CHAIN');
    await tamper([remove, movedUp.procedure, 6], ...moved(movedUp.procedure, 6, -1));
    expect(await found(movedUp.procedure)).toBe('DELETED 6 CHAIN');
    const { entries } = await head(tail.procedure);
    await tamper(['DELETE FROM trail_entry WHERE procedure_id = $1 AND seq > $2', tail.procedure, entries - 2]);
    expect(await found(tail.procedure)).toBe(`DELETED ${entries - 1} HEAD`);
  });

  test('of which nothing is left tells so, although the count of its entries says so too', async () => {
    const { procedure } = await aLife();
    await tamper(
      ['DELETE FROM trail_entry WHERE procedure_id = $1', procedure],
      ['UPDATE selection_procedure SET trail_seq = 0, trail_head = $2 WHERE id = $1', procedure, CHAIN_START],
    );
    expect(await found(procedure)).toBe('DELETED 1 HEAD');
  });

  test('into which an entry was inserted tells where, also with a hash that fits, or with the number of another', async () => {
    const [fitting, same] = [(await aLife()).procedure, (await aLife()).procedure];
    const insert = `INSERT INTO trail_entry (procedure_id, seq, ${COLUMNS})
      VALUES ($1, $2, $3, $4, $5, $6, $7, null, null, null, null, null, $8, $9, $10)`;
    const forged = await forgedAfter(fitting, 4);
    await tamper(...moved(fitting, 4, 1), [insert, fitting, ...forged]);
    expect(await found(fitting)).toBe('INSERTED 5 CHAIN');
    await selection.query('ALTER TABLE trail_entry DROP CONSTRAINT trail_entry_pkey');
    await tamper([insert, same, ...(await forgedAfter(same, 4))]);
    expect(await found(same)).toMatch(/^INSERTED [56] CHAIN$/);
    await tamper([
      'DELETE FROM trail_entry WHERE procedure_id = $1 AND hash = $2',
      same,
      (await forgedAfter(same, 4))[8],
    ]);
    await selection.query('ALTER TABLE trail_entry ADD PRIMARY KEY (procedure_id, seq)');
  });

  test('in which two entries were swapped tells the first of them, whether their numbers were or all else', async () => {
    const [numbers, contents] = [(await aLife()).procedure, (await aLife()).procedure];
    const move = 'UPDATE trail_entry SET seq = $3 WHERE procedure_id = $1 AND seq = $2';
    await tamper([move, numbers, 4, 1000], [move, numbers, 9, 4], [move, numbers, 1000, 9]);
    expect(await found(numbers)).toBe('SWAPPED 4 CHAIN');
    const written = COLUMNS.replace(', previous, hash', '');
    await tamper([
      `UPDATE trail_entry SET (${written}) = (SELECT ${written} FROM trail_entry other
         WHERE other.procedure_id = $1 AND other.seq = 13 - trail_entry.seq)
       WHERE procedure_id = $1 AND seq IN (4, 9)`,
      contents,
    ]);
    expect(await found(contents)).toBe('SWAPPED 4 CHAIN');
  });

  test('whose head was changed, and one whose procedure is gone, tell it', async () => {
    const [changed, gone] = [(await aLife()).procedure, (await aLife()).procedure];
    const { entries } = await head(changed);
    await selection.query('UPDATE selection_procedure SET trail_head = sha256(trail_head) WHERE id = $1', [changed]);
    expect(await found(changed)).toBe(`CHANGED ${entries} HEAD`);
    const another = randomUUID();
    await tamper(['UPDATE trail_entry SET procedure_id = $2 WHERE procedure_id = $1', gone, another]);
    expect(await found(gone)).toBe('DELETED 1 HEAD');
    expect(await audited(another)).toMatchObject({ name: another, verdict: { tampering: 'INSERTED', place: 1 } });
  });

  test('that was written anew as a whole, head and all, is found by a head that was noted, and by nothing else', async () => {
    const { procedure, vacancy, drive, applicants } = await aLife();
    const early = { of: vacancy, ...(await head(procedure)) };
    await drive.pass(applicants.slice(0, 1), 'INTERVIEW');
    const late = { of: procedure, ...(await head(procedure)) };
    await rewrite(procedure, early.entries, (entry) => ({ ...entry, actor: 'somebody-else' }));
    expect(await found(procedure)).toMatchObject({ whole: true, entries: late.entries });
    expect(await found(procedure, [early])).toMatchObject({ whole: true });
    expect(await found(procedure, [early, late])).toBe(`CHANGED ${late.entries} NOTED_HEAD`);
    await rewrite(procedure, 0, (entry) => ({ ...entry, actor: 'somebody-else' }));
    expect(await found(procedure)).toMatchObject({ whole: true, entries: late.entries });
    expect(await found(procedure, [late, early])).toBe(`CHANGED ${early.entries} NOTED_HEAD`);
  });

  test('of a procedure that is no longer there is found by a head that was noted, by the name it was noted by', async () => {
    const noted = { of: 'vrb:vacancy:gone', entries: 3, hash: CHAIN_START };
    const reports: TrailReport[] = [];
    await auditTrails(selection.databaseUrl, { noted: [noted], tell: (report) => reports.push(report) });
    expect(reports.find(({ name }) => name === noted.of)?.verdict).toEqual({
      ...{ whole: false, tampering: 'DELETED', place: 1, shownBy: 'NOTED_HEAD' },
    });
  });
});

/** Gives all entries after a place other numbers, further down or up. */
const moved = (procedure: string, after: number, by: number) => [
  ['UPDATE trail_entry SET seq = seq + 1000 WHERE procedure_id = $1 AND seq > $2', procedure, after] as const,
  ['UPDATE trail_entry SET seq = seq - 1000 + $2 WHERE procedure_id = $1 AND seq > 1000', procedure, by] as const,
];

/** Number and columns of an entry that was never written, and follows another. */
async function forgedAfter(procedure: string, seq: number) {
  const [before] = await selection.query<{ hash: Buffer }>(
    "SELECT hash FROM trail_entry WHERE procedure_id = $1 AND seq = $2 ORDER BY act <> 'FORGED' DESC",
    [procedure, seq],
  );
  const facts = {
    ...{ procedureId: procedure, seq: seq + 1, at: '2025-10-24T08:00:00Z', act: 'FORGED', actor: 'somebody' },
    ...{ about: 'CANDIDACY' as const, aboutId: procedure, before: null, after: null, reason: null },
    ...{ person: null, sealed: null, nonce: Buffer.alloc(16), previous: before!.hash },
  };
  const { at, act, actor, about, aboutId, nonce, previous } = facts;
  return [facts.seq, at, act, actor, about, aboutId, nonce, previous, hashOf(facts)] as const;
}

/** Gives entries after a place other contents, and all of them hashes that fit, as whoever owns the database could. */
async function rewrite(procedure: string, after: number, anew: (entry: TrailEntry) => TrailEntry): Promise<void> {
  const kept: TrailEntry[] = [];
  await selection.source.transaction(async (manager) => {
    for await (const page of trailPages(manager, procedure)()) kept.push(...page);
  });
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
  const toHead = 'UPDATE selection_procedure SET trail_head = $2 WHERE id = $1';
  await tamper(...statements, [toHead, procedure, previous]);
}
