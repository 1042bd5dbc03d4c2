import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import {
  appointed,
  codes,
  declareNothing,
  type HearingProcedure,
  hear,
  hearingProcedure,
  idsOf,
  newMember,
  open,
  readyCommittee,
} from './testing/committee.ts';

const REASONS = 'The member has fallen ill for the rest of the month.';
let selection: TestSelection;
let made = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const federal = (count = 1): Promise<HearingProcedure> =>
  hearingProcedure(selection, `vrb:vacancy:opening${++made}`, federalVacancy(), count);
const brussels = (): Promise<HearingProcedure> =>
  hearingProcedure(selection, `gew:vacancy:opening${++made}`, brusselsVacancy(), 1);
const openings = (procedure: string) =>
  selection.query<{ heldOn: string; members: string[]; present: string[]; version: number }>(
    `SELECT held_on::text AS "heldOn", members, present, version FROM hearing_day WHERE procedure_id = $1
     ORDER BY held_on`,
    [procedure],
  );

describe('a day of hearings', () => {
  test.each([
    [7, ['COMMITTEE_SIZE']],
    [8, 'SelectionRecorded'],
    [10, 'SelectionRecorded'],
    [11, ['COMMITTEE_SIZE']],
  ])('S2.S: is opened by a committee of 8 to 10 on that day, and not by one of %i', async (count, expected) => {
    const of = await federal();
    const members = idsOf(await readyCommittee(selection, of, count));
    expect(codes(await open(selection, of, members))).toEqual(expected);
  });

  test('S2.S: counts who is on the committee that day, not who was when it was composed', async () => {
    const of = await federal();
    const members = await readyCommittee(selection, of, 8);
    const [last] = members.slice(-1);
    const released = { member: last!.id, version: 1, reasons: REASONS };
    await selection.write(of.by, 'releaseMember', released);
    const left = idsOf(members.slice(0, -1));
    expect(await open(selection, of, left)).toMatchObject({ problems: [{ code: 'COMMITTEE_SIZE', value: '7' }] });
    const member = newMember();
    const { id } = await selection.write(of.by, 'appointMember', { procedure: of.procedure, ...member });
    await declareNothing(selection, of.procedure, [{ id, subject: member.subject }]);
    expect(codes(await open(selection, of, [...left, id]))).toBe('SelectionRecorded');
  });

  test('S2.S: of a notice without a size is opened by any number, with its chair and more than half', async () => {
    const of = await brussels();
    const members = await readyCommittee(selection, of, 3);
    const [chair, one, two] = idsOf(members);
    expect(codes(await open(selection, of, [one!, two!]))).toEqual(['NO_CHAIR']);
    expect(codes(await open(selection, of, [chair!]))).toEqual(['NO_QUORUM']);
    expect(codes(await open(selection, of, [chair!, two!]))).toBe('SelectionRecorded');
  });

  test('legal 5: tells all that is wrong at once, and names only who is on the committee', async () => {
    const of = await federal();
    const other = await brussels();
    const [stranger] = idsOf(await appointed(selection, other, 1));
    const members = idsOf(await appointed(selection, of, 2));
    const { problems } = await open(selection, of, [members[1]!, stranger!, 'nonsense']);
    expect(problems).toMatchObject([
      { path: 'present[1]', code: 'UNKNOWN_MEMBER', value: null },
      { path: 'present[2]', code: 'UNKNOWN_MEMBER', value: null },
      { path: 'members', code: 'INTEREST_NOT_DECLARED', value: expect.any(String) },
      { path: 'members', code: 'INTEREST_NOT_DECLARED', value: expect.any(String) },
      { path: 'members', code: 'COMMITTEE_SIZE', value: '2' },
      { path: 'present', code: 'NO_CHAIR' },
      { path: 'present', code: 'NO_QUORUM', value: '1' },
    ]);
  });

  test('is opened once by 50 requests at once, and anew on the version that stands', async () => {
    const of = await brussels();
    const members = idsOf(await readyCommittee(selection, of, 3));
    const answers = await Promise.all(Array.from({ length: 50 }, () => open(selection, of, members)));
    expect(answers.filter((answer) => answer.__typename === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter((answer) => answer.__typename === 'VersionConflict')).toHaveLength(49);
    expect(await open(selection, of, members.slice(0, 2), 1)).toMatchObject({ version: 2 });
    expect(await openings(of.procedure)).toMatchObject([
      { heldOn: '2025-10-24', members: expect.arrayContaining(members), version: 2 },
    ]);
  });

  test('is the local day: a committee is counted for each, and somebody may have been replaced in between', async () => {
    const of = await federal(2);
    const members = await readyCommittee(selection, of, 8);
    const [first, second] = of.applicants;
    selection.at('2025-11-03T23:59');
    await open(selection, of, idsOf(members));
    expect(codes(await hear(selection, of, first!, idsOf(members)))).toBe('SelectionRecorded');
    selection.at('2025-11-04T00:00');
    const member = newMember({ function: undefined });
    const replaced = { member: members[7]!.id, version: 1, reasons: REASONS };
    const { id } = await selection.write(of.by, 'replaceMember', { ...member, ...replaced });
    const now = [...idsOf(members.slice(0, 7)), id];
    expect(codes(await open(selection, of, now))).toEqual(['INTEREST_NOT_DECLARED']);
    await declareNothing(selection, of.procedure, [{ id, subject: member.subject }]);
    expect(codes(await hear(selection, of, second!, now))).toEqual(['NOT_OPENED']);
    expect(codes(await open(selection, of, now))).toBe('SelectionRecorded');
    expect(codes(await hear(selection, of, second!, now))).toBe('SelectionRecorded');
    expect((await openings(of.procedure)).map(({ heldOn }) => heldOn)).toEqual(['2025-11-03', '2025-11-04']);
  });

  test('is only of a step in which the committee hears somebody, and only for the institution', async () => {
    const of = await brussels();
    const members = idsOf(await readyCommittee(selection, of, 3));
    const step = (key: string) => ({ ...of, step: of.steps.get(key)! });
    expect(codes(await open(selection, step('screening'), members))).toEqual(['NOT_A_HEARING']);
    expect(codes(await open(selection, step('result'), members))).toEqual(['NOT_A_HEARING', 'NOT_RUNNING']);
    expect(await open(selection, { ...of, by: recruiter('vrb') }, members)).toMatchObject({
      problems: [{ path: 'step', code: 'UNKNOWN_STEP' }],
    });
  });
});
