import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { memberOf } from '../person/person.keys.ts';
import { openSelection, startedProcedure, type TestSelection } from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';
import { hashOf, type TrailEntry } from './trail.chain.ts';
import { trailPlace } from './trail.writer.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const entriesOf = (procedure: string): Promise<TrailEntry[]> =>
  selection.query(
    `SELECT procedure_id AS "procedureId", seq, at, act, actor, about, about_id AS "aboutId", before, after, reason,
       person, sealed, nonce, previous, hash FROM trail_entry WHERE procedure_id = $1 ORDER BY seq`,
    [procedure],
  );

test('an act is added once, after the one before, with its hash, and the head moves with it', async () => {
  const { procedure } = await startedProcedure(selection, 'vrb:vacancy:writer', federalVacancy(), 1);
  const before = await entriesOf(procedure);
  await selection.inProcedure(procedure, async (work) => {
    work.record({ act: 'ONE', about: 'STEP', aboutId: 'x', reason: 'about nobody' });
    work.record({ act: 'TWO', about: 'STEP', aboutId: 'x', by: 'rule:somebody-else', after: { at: 1 } });
  });
  const [one, two] = (await entriesOf(procedure)).slice(before.length);
  expect(one).toMatchObject({
    act: 'ONE',
    actor: 'test',
    seq: before.length + 1,
    reason: 'about nobody',
    before: null,
  });
  expect(two).toMatchObject({ act: 'TWO', actor: 'rule:somebody-else', seq: before.length + 2, after: { at: 1 } });
  expect([one!.previous, two!.previous]).toEqual([before.at(-1)!.hash, one!.hash]);
  for (const entry of [one!, two!]) expect(hashOf(entry)).toEqual(entry.hash);
  expect(
    await selection.query('SELECT trail_seq AS seq, trail_head AS hash FROM selection_procedure WHERE id = $1', [
      procedure,
    ]),
  ).toEqual([{ seq: two!.seq, hash: two!.hash }]);
});

test('an entry has something random in it, so that nobody tries out on a head what was done', async () => {
  const { procedure } = await startedProcedure(selection, 'vrb:vacancy:nonce', federalVacancy(), 0);
  await selection.inProcedure(procedure, async (work) => {
    for (let at = 0; at < 2; at++) work.record({ act: 'SAME', about: 'STEP', aboutId: 'x' });
  });
  const [one, two] = (await entriesOf(procedure)).slice(-2);
  expect([one!.nonce.length, two!.nonce.length]).toEqual([16, 16]);
  expect(one!.nonce).not.toEqual(two!.nonce);
  expect(hashOf(two!)).toEqual(two!.hash);
  expect(hashOf({ ...two!, nonce: one!.nonce })).not.toEqual(two!.hash);
});

test('what is personal is sealed for its place: in another entry it cannot be opened', async () => {
  const { procedure } = await startedProcedure(selection, 'vrb:vacancy:sealed', federalVacancy(), 0);
  const person = memberOf('some-member');
  await selection.inProcedure(procedure, async (work) => {
    await work.keys.make([person]);
    for (const act of ['ONE', 'TWO'])
      work.record({ act, about: 'MEMBER', aboutId: 'x', personal: { person, content: { said: act } } });
  });
  const [one, two] = (await entriesOf(procedure)).slice(-2);
  const opened = await selection.inProcedure(procedure, async (work) => {
    await work.keys.load([person]);
    expect(() => work.keys.open(person, trailPlace(procedure, one!.seq), two!.sealed)).toThrow();
    return [one!, two!].map(({ seq, sealed }) => work.keys.open(person, trailPlace(procedure, seq), sealed));
  });
  expect(opened).toEqual([{ said: 'ONE' }, { said: 'TWO' }]);
});

test('an act that fails leaves nothing in the trail', async () => {
  const { procedure } = await startedProcedure(selection, 'vrb:vacancy:failed', federalVacancy(), 1);
  const before = await entriesOf(procedure);
  const failing = selection.inProcedure(procedure, async (work) => {
    work.record({ act: 'ONE', about: 'STEP', aboutId: 'x' });
    throw new Error('it failed');
  });
  await expect(failing).rejects.toThrow('it failed');
  expect(await entriesOf(procedure)).toEqual(before);
});
