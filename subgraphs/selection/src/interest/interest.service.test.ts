import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
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
  type TestMember,
} from '../committee/testing/committee.ts';
import { memberActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';

const REASONS = 'We have written three books together since 2019.';
let selection: TestSelection;
let of: HearingProcedure;
let made = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());
beforeEach(async () => {
  of = await hearingProcedure(selection, `gew:vacancy:interest${++made}`, brusselsVacancy(), 2);
});

const declare = ({ subject }: TestMember, own: object, procedure = of.procedure) =>
  selection.write(memberActor(subject, procedure), 'declareInterest', { procedure, ...own });
const conflictWith = (at: number | null, reasons = REASONS) => ({
  ...{ kind: 'CONFLICT', reasons, application: at === null ? null : of.applicants[at]!.application },
});
const assess = ({ id }: TestMember, at: number | null, version: number, own: object = {}) =>
  selection.write(of.by, 'assessInterest', {
    ...{ member: id, application: at === null ? null : of.applicants[at]!.application, version },
    ...{ assessment: 'NOT_BARRING', reasons: REASONS, ...own },
  });
const trail = (act: string) =>
  selection.query<{ actor: string; about_id: string; after: object; sealed: boolean; text: string }>(
    `SELECT actor, about_id, after, sealed IS NOT NULL AS sealed, entry::text AS text FROM trail_entry entry
     WHERE procedure_id = $1 AND act = $2 ORDER BY seq`,
    [of.procedure, act],
  );

describe('a declaration that nothing ties a member', () => {
  test('is for those who are before the committee, and needed of every member before anybody is heard', async () => {
    const members = await appointed(selection, of, 3);
    await declareNothing(selection, of.procedure, members.slice(0, 2));
    expect(await open(selection, of, idsOf(members))).toMatchObject({
      problems: [{ path: 'members', code: 'INTEREST_NOT_DECLARED', value: members[2]!.id }],
    });
    await declareNothing(selection, of.procedure, members.slice(2));
    expect(codes(await open(selection, of, idsOf(members)))).toBe('SelectionRecorded');
    const [entry] = await trail('DECLARE_INTEREST');
    const covers = of.applicants.map(({ application }) => application);
    expect(entry).toMatchObject({ actor: `member:${members[0]!.id}`, about_id: members[0]!.id, sealed: false });
    expect(entry!.after).toEqual({ kind: 'NONE', candidacy: null, covers: expect.arrayContaining(covers) });
  });

  test('is made anew when somebody else has come before the committee', async () => {
    const members = await readyCommittee(selection, of, 3);
    const late = await selection.applicant(of.applicants[0]!.vacancy);
    await selection.decided(late, 'ELIGIBLE');
    expect(codes(await open(selection, of, idsOf(members)))).toEqual(Array(3).fill('INTEREST_NOT_DECLARED'));
    await declareNothing(selection, of.procedure, members);
    expect(codes(await open(selection, of, idsOf(members)))).toBe('SelectionRecorded');
    expect(codes(await hear(selection, of, late, idsOf(members)))).toBe('SelectionRecorded');
  });

  test('waits until there is somebody to judge, and says nothing else', async () => {
    const early = await hearingProcedure(selection, `gew:vacancy:early${++made}`, brusselsVacancy(), 0);
    expect(codes(await declare({ id: '', subject: 'nobody' }, { kind: 'NONE' }, early.procedure))).toEqual([
      'UNKNOWN_PROCEDURE',
    ]);
    const [member] = await appointed(selection, of, 1);
    const given = { kind: 'NONE', reasons: REASONS, application: of.applicants[0]!.application };
    expect(codes(await declare(member!, given))).toEqual(['NOT_WITH_THIS_KIND', 'NOT_WITH_THIS_KIND']);
    await selection.query(`UPDATE selection_step SET kind = 'COMPUTER_ASSESSMENT' WHERE id = $1`, [of.step]);
    expect(codes(await declare(member!, { kind: 'NONE' }))).toEqual(['NOBODY_TO_JUDGE']);
  });
});

describe('a declared conflict', () => {
  test('has reasons, which stay sealed, and is declared once', async () => {
    const [member] = await appointed(selection, of, 1);
    expect(codes(await declare(member!, conflictWith(0, 'short')))).toEqual(['TOO_SHORT']);
    expect(codes(await declare(member!, { ...conflictWith(0), application: randomUUID() }))).toEqual([
      'UNKNOWN_APPLICATION',
    ]);
    const answers = await Promise.all(Array.from({ length: 50 }, () => declare(member!, conflictWith(0))));
    expect(answers.filter((answer) => answer.__typename === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter((answer) => codes(answer)?.[0] === 'ALREADY_DECLARED')).toHaveLength(49);
    const [entry] = await trail('DECLARE_INTEREST');
    expect(entry).toMatchObject({ sealed: true, after: { kind: 'CONFLICT' } });
    const [row] = await selection.query<{ text: string }>('SELECT d::text AS text FROM interest_declaration d');
    for (const { text } of [entry!, row!]) expect(text).not.toContain('books');
  });

  test('keeps a member from that candidate alone, and from nobody once it is found not to bar', async () => {
    const members = await readyCommittee(selection, of, 3);
    const [chair, one, two] = members;
    const [first, second] = of.applicants;
    await declare(two!, conflictWith(0));
    await open(selection, of, idsOf(members));
    expect(await hear(selection, of, first!, idsOf(members))).toMatchObject({
      problems: [{ path: 'present[2]', code: 'CONFLICT_OF_INTEREST', value: two!.id }],
    });
    expect(codes(await hear(selection, of, second!, idsOf(members)))).toBe('SelectionRecorded');
    expect(codes(await assess(two!, 0, 1, { reasons: 'short' }))).toEqual(['TOO_SHORT']);
    expect(codes(await assess(two!, 0, 2))).toBe('VersionConflict');
    expect(codes(await assess(two!, 0, 1))).toBe('SelectionRecorded');
    expect(codes(await assess(two!, 0, 2))).toEqual(['NOTHING_TO_CHANGE']);
    expect(await trail('ASSESS_INTEREST')).toMatchObject([{ actor: 'recruiter-of-gew', sealed: true }]);
    await assess(two!, 0, 2, { assessment: 'BARRING' });
    expect(codes(await hear(selection, of, first!, idsOf(members)))).toEqual(['CONFLICT_OF_INTEREST']);
    expect(codes(await hear(selection, of, first!, idsOf([chair!, one!])))).toBe('SelectionRecorded');
  });

  test('with the whole procedure takes a member out of the count', async () => {
    const members = await readyCommittee(selection, of, 3);
    await declare(members[2]!, conflictWith(null));
    expect(await open(selection, of, idsOf(members))).toMatchObject({
      problems: [{ path: 'present[2]', code: 'CONFLICT_OF_INTEREST', value: members[2]!.id }],
    });
    expect(codes(await open(selection, of, idsOf(members.slice(0, 2))))).toBe('SelectionRecorded');
    expect(codes(await open(selection, of, idsOf(members.slice(0, 1)), 1))).toEqual(['NO_QUORUM']);
  });

  test('of which there is none cannot be assessed', async () => {
    const [member] = await readyCommittee(selection, of, 1);
    expect(codes(await assess(member!, 0, 1))).toEqual(['NO_DECLARED_CONFLICT']);
  });
});

describe('whoever declares', () => {
  test('is on this committee now: not of another, not released, and no recruiter', async () => {
    const [member] = await appointed(selection, of, 1);
    const other = await hearingProcedure(selection, `gew:vacancy:other${++made}`, brusselsVacancy(), 1);
    expect(codes(await declare(member!, { kind: 'NONE' }, other.procedure))).toEqual(['UNKNOWN_PROCEDURE']);
    const elsewhere = memberActor(member!.subject, other.procedure);
    const given = { procedure: of.procedure, kind: 'NONE' };
    expect(codes(await selection.write(elsewhere, 'declareInterest', given))).toEqual(['UNKNOWN_PROCEDURE']);
    expect(await selection.write(recruiter('gew'), 'declareInterest', given)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    const released = { member: member!.id, version: 1, reasons: REASONS };
    await selection.write(of.by, 'releaseMember', released);
    expect(codes(await declare(member!, { kind: 'NONE' }))).toEqual(['UNKNOWN_PROCEDURE']);
  });

  test('is never assessed by another institution', async () => {
    const [member] = await appointed(selection, of, 1);
    await declare(member!, conflictWith(0));
    const given = { member: member!.id, version: 1, assessment: 'NOT_BARRING', reasons: REASONS };
    expect(codes(await selection.write(recruiter('vrb'), 'assessInterest', given))).toEqual(['UNKNOWN_MEMBER']);
  });

  test('never assesses it themselves, being a recruiter as well', async () => {
    const [member, other] = await appointed(selection, of, 2);
    await declare(member!, conflictWith(0));
    await declare(other!, conflictWith(0));
    const own = { ...recruiter('gew'), subject: member!.subject };
    const given = { application: of.applicants[0]!.application, version: 1, assessment: 'NOT_BARRING' };
    const assessing = (id: string, reasons = REASONS) =>
      selection.write(own, 'assessInterest', { ...given, member: id, reasons });
    expect(codes(await assessing(member!.id, 'short'))).toEqual(['TOO_SHORT', 'OWN_INTEREST']);
    expect(codes(await assessing(member!.id))).toEqual(['OWN_INTEREST']);
    expect(codes(await assessing(other!.id))).toBe('SelectionRecorded');
  });
});

test('legal 5: a member who turns out to be a candidate judges nobody, whatever anybody says', async () => {
  const members = await readyCommittee(selection, of, 3);
  await selection.applicant(of.applicants[0]!.vacancy, members[2]!.subject);
  expect(codes(await open(selection, of, idsOf(members)))).toEqual(['CONFLICT_OF_INTEREST']);
  expect(codes(await assess(members[2]!, null, 1))).toEqual(['NO_DECLARED_CONFLICT']);
  expect(codes(await open(selection, of, idsOf(members.slice(0, 2))))).toBe('SelectionRecorded');
  const again = { procedure: of.procedure, ...newMember({ subject: of.applicants[1]!.subject }) };
  expect(codes(await selection.write(of.by, 'appointMember', again))).toEqual(['IS_CANDIDATE']);
});
