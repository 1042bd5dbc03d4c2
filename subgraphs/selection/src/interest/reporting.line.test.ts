import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localDay } from '@mandate-graph/domain';
import {
  codes,
  declareNothing,
  type HearingProcedure,
  hear,
  hearingProcedure,
  idsOf,
  newMember,
  open,
  readyCommittee,
  reporting,
  type TestMember,
} from '../committee/testing/committee.ts';
import { PersonKeys } from '../person/person.keys.ts';
import { type Applicant, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';
import { conflictsOf } from './interest.repository.ts';

const REASONS = 'The file names this post as the one that is held now.';
const post = (name: string) => `vrb:position:${name}`;
let selection: TestSelection;
let of: HearingProcedure;
let experts: ReadonlyMap<string, TestMember>;
let others: readonly TestMember[];

/** lower → low → mid → top; low → past until the day of the hearing, mid → apart from the day after; ring1 ⇄ ring2. */
beforeAll(async () => {
  selection = await openSelection();
  const posts = ['low', 'lower', 'mid', 'top', 'past', 'apart', 'ring1', 'ring2', 'none'].map(post);
  await reporting(selection, posts, [
    [post('lower'), post('low')],
    [post('low'), post('mid')],
    [post('mid'), post('top')],
    [post('low'), post('past'), null, '2025-11-03'],
    [post('mid'), post('apart'), '2025-11-04', null],
    [post('ring1'), post('ring2')],
    [post('ring2'), post('ring1')],
  ]);
  of = await hearingProcedure(selection, 'vrb:vacancy:line', federalVacancy(), 3);
  others = await readyCommittee(selection, of, 2);
  const appointed = new Map<string, TestMember>();
  for (const name of ['lower', 'low', 'mid', 'top', 'past', 'apart', 'ring2']) {
    const member = newMember({ position: post(name) });
    const { id } = await selection.write(of.by, 'appointMember', { procedure: of.procedure, ...member });
    appointed.set(name, { id, subject: member.subject });
  }
  experts = appointed;
  await declareNothing(selection, of.procedure, [...experts.values()]);
});
afterAll(() => selection.close());

const hold = (at: number, position: string | null, own: object = {}) =>
  selection.write(of.by, 'recordPositionHeld', {
    ...{ application: of.applicants[at]!.application, position, reasons: REASONS, ...own },
  });
/** Who is found in the line of a candidate on a day. */
const found = async (at: number, day: string): Promise<string[]> => {
  const keys = new PersonKeys(selection.source.manager, selection.installation.sealing);
  const conflicts = await conflictsOf(selection.source.manager, keys, of.procedure, day);
  const names = [...experts].flatMap(([name, { id }]) =>
    conflicts.some((one) => one.memberId === id && one.candidacyId === of.applicants[at]!.application) ? [name] : [],
  );
  return names.sort();
};

describe('legal 5: the reporting line of a candidate', () => {
  test('has whoever is above or below, any number of steps away, on the day', async () => {
    expect(codes(await hold(0, post('low')))).toBe('SelectionRecorded');
    expect(await found(0, '2025-11-02')).toEqual(['low', 'lower', 'mid', 'past', 'top']);
    expect(await found(0, '2025-11-03')).toEqual(['low', 'lower', 'mid', 'top']);
    expect(await found(0, '2025-11-04')).toEqual(['apart', 'low', 'lower', 'mid', 'top']);
  });

  test('comes to an end where it runs in a ring', async () => {
    await hold(1, post('ring1'));
    expect(await found(1, '2025-11-03')).toEqual(['ring2']);
  });

  test('is not known where nobody knows the position, and is that of the last one recorded', async () => {
    expect(await found(2, '2025-11-03')).toEqual([]);
    await hold(2, post('top'));
    expect(await found(2, '2025-11-03')).toEqual(['low', 'lower', 'mid', 'top']);
    expect(codes(await hold(2, null))).toBe('VersionConflict');
    expect(await hold(2, null, { version: 1 })).toMatchObject({ version: 2 });
    expect(await found(2, '2025-11-03')).toEqual([]);
  });

  test('is that of a mandate accepted in another procedure, from its first day until its last', async () => {
    const other = await hearingProcedure(selection, 'vrb:vacancy:mandate', federalVacancy(), 1);
    const [before] = other.applicants;
    const [, , { candidate }] = of.applicants as [Applicant, Applicant, Applicant];
    await selection.query(
      `WITH decision AS (
         INSERT INTO appointment_decision (id, procedure_id, candidacy_id, status, authority, departs_from_ranking, terms,
           decided_at, decided_by, version, recorded_at, recorded_by)
         VALUES (gen_random_uuid(), $1, $2, 'IN_EFFECT', 'x', false, '{}', now(), 'x', 1, now(), 'x') RETURNING id)
       INSERT INTO mandate (id, procedure_id, decision_id, candidacy_id, candidate_id, position, starts_on, ends_on, terms,
         version, recorded_at, recorded_by)
       SELECT gen_random_uuid(), $1, id, $2, $3, $4, '2025-11-03', '2025-11-30', '{}', 1, now(), 'x' FROM decision`,
      [other.procedure, before!.application, candidate, post('low')],
    );
    const days = ['2025-11-02', '2025-11-03', '2025-11-30', '2025-12-01'];
    const line = ['apart', 'low', 'lower', 'mid', 'top'];
    expect(await Promise.all(days.map((day) => found(2, day)))).toEqual([[], line.slice(1), line, []]);
    await selection.query('DELETE FROM mandate');
  });

  test('keeps its members from hearing the candidate, until enough others are there', async () => {
    selection.at('2025-11-03T10:00');
    const all = [...others, ...experts.values()];
    expect(codes(await open(selection, of, idsOf(all)))).toBe('SelectionRecorded');
    const [, ring] = [experts.get('low')!, experts.get('ring2')!];
    const present = idsOf([...others, experts.get('past')!, experts.get('apart')!, ring]);
    // Nine count, four of them are in the line: five are left, of the eight there must be.
    expect(await hear(selection, of, of.applicants[0]!, present)).toMatchObject({
      problems: [{ path: 'members', code: 'COMMITTEE_SIZE', value: '5' }],
    });
    const withLow = [...present, experts.get('low')!.id];
    expect(await hear(selection, of, of.applicants[0]!, withLow)).toMatchObject({
      problems: [
        { path: 'present[5]', code: 'CONFLICT_OF_INTEREST', value: experts.get('low')!.id },
        { path: 'members', code: 'COMMITTEE_SIZE' },
      ],
    });
    expect(codes(await hear(selection, of, of.applicants[1]!, idsOf(all)))).toEqual(['CONFLICT_OF_INTEREST']);
    const free = all.filter(({ id }) => id !== ring.id);
    expect(codes(await hear(selection, of, of.applicants[1]!, idsOf(free)))).toBe('SelectionRecorded');
  });
});

describe('the position of a candidate', () => {
  test('is one that there is, with reasons, recorded by the institution', async () => {
    expect(codes(await hold(2, post('nowhere'), { version: 2, reasons: 'short' }))).toEqual([
      'TOO_SHORT',
      'UNKNOWN_POSITION',
    ]);
    const given = { application: of.applicants[2]!.application, position: post('low'), reasons: REASONS, version: 2 };
    expect(codes(await selection.write(recruiter('gew'), 'recordPositionHeld', given))).toEqual([
      'UNKNOWN_APPLICATION',
    ]);
  });

  test('is kept encrypted, told to the trail, and gone with a candidate who is erased', async () => {
    const rows = await selection.query<{ text: string }>(
      `SELECT held::text AS text FROM position_held held
       UNION ALL SELECT entry::text FROM trail_entry entry WHERE act = 'RECORD_POSITION'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(7);
    for (const { text } of rows) for (const secret of ['position:', 'the file']) expect(text).not.toContain(secret);
    const today = localDay(selection.clock.now()).toString();
    expect(await found(0, today)).not.toEqual([]);
    await selection.erased(of.applicants[0]!);
    expect(await found(0, today)).toEqual([]);
    expect(codes(await hold(0, post('low'), { version: 1 }))).toBe('SelectionRecorded');
    expect(await found(0, today)).toEqual([]);
  });
});
