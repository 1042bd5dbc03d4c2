import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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
  type TestMember,
} from '../committee/testing/committee.ts';
import { type Applicant, memberActor, openSelection, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import { DONE, taskIn, waitingIn } from './testing/tasks.ts';

const STARTS_AT = '2025-11-03T09:00:00Z';
const REASONS = 'We have written three books together since 2019.';
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const acted = (answer: object) => expect(answer).toMatchObject(DONE);
const task = ({ by, procedure }: HearingProcedure, kind: string) => taskIn(selection, by, procedure, kind);
const ofMember = ({ procedure }: HearingProcedure, { subject }: TestMember) =>
  taskIn(selection, memberActor(subject, procedure), procedure, 'DECLARE_INTERESTS');
const invite = (of: HearingProcedure, applicants: readonly Applicant[], own: object = {}) =>
  selection.write(of.by, 'inviteToHearing', {
    ...{ step: of.step, applications: applicants.map(({ application }) => application) },
    ...{ startsAt: STARTS_AT, place: 'Room 3', ...own },
  });
const conflict = ({ procedure }: HearingProcedure, { subject }: TestMember, { application }: Applicant) =>
  selection.write(memberActor(subject, procedure), 'declareInterest', {
    ...{ procedure, kind: 'CONFLICT', application, reasons: REASONS },
  });

describe('candidates to be heard', () => {
  test('S1.S: are to be invited, and then heard, by a committee that has declared its interests', async () => {
    const of = await hearingProcedure(selection, 'gew:vacancy:hear', brusselsVacancy(), 3);
    const [one, two, three] = of.applicants as [Applicant, Applicant, Applicant];
    const members = await appointed(selection, of, 2);
    expect(await task(of, 'INVITE_TO_HEARING')).toMatchObject({
      ...{ count: 3, dueAt: null, text: { en: 'Invite 3 candidates to the selection interview.' } },
    });
    acted(await invite(of, [one]));
    acted(await invite(of, [two], { startsAt: '2025-11-02T09:00:00Z' }));
    expect(await task(of, 'INVITE_TO_HEARING')).toMatchObject({ count: 1, application: three.application });
    expect(await ofMember(of, members[1]!)).toMatchObject({ count: 3, dueAt: '2025-11-02T09:00:00Z' });
    expect(codes(await open(selection, of, idsOf(members)))).toContain('INTEREST_NOT_DECLARED');
    expect(await task(of, 'HOLD_HEARINGS')).toBeUndefined();
    await declareNothing(selection, of.procedure, members);
    expect(await ofMember(of, members[1]!)).toBeUndefined();
    expect(await task(of, 'HOLD_HEARINGS')).toMatchObject({ count: 2, dueAt: '2025-11-02T09:00:00Z' });
    selection.at('2025-11-02T10:00');
    acted(await open(selection, of, idsOf(members)));
    acted(await hear(selection, of, two, idsOf(members), { version: 1 }));
    expect(await task(of, 'HOLD_HEARINGS')).toMatchObject({ application: one.application, dueAt: STARTS_AT });
    acted(await hear(selection, of, one, idsOf(members), { version: 1 }));
    expect(await task(of, 'HOLD_HEARINGS')).toBeUndefined();
    acted(await hear(selection, of, three, idsOf(members)));
    expect(await waitingIn(selection, of.by, of.procedure)).toEqual(['CONCLUDE_STEP']);
  });

  test('can be heard on a day that was opened, whoever comes into the step after that', async () => {
    const of = await hearingProcedure(selection, 'gew:vacancy:late', brusselsVacancy(), 2);
    const members = await appointed(selection, of, 2);
    await declareNothing(selection, of.procedure, members);
    acted(await invite(of, of.applicants));
    acted(await open(selection, of, idsOf(members)));
    const late = await selection.applicant('gew:vacancy:late');
    await selection.decided(late, 'ELIGIBLE');
    acted(await invite(of, [late]));
    expect(codes(await open(selection, of, idsOf(members), 1))).toContain('INTEREST_NOT_DECLARED');
    expect(await task(of, 'HOLD_HEARINGS')).toMatchObject({ count: 2 });
    expect(codes(await hear(selection, of, late, idsOf(members)))).toContain('INTEREST_NOT_DECLARED');
    expect(await ofMember(of, members[0]!)).toMatchObject({ count: 1, application: late.application });
    await declareNothing(selection, of.procedure, members);
    expect(await task(of, 'HOLD_HEARINGS')).toMatchObject({ count: 3 });
    acted(await hear(selection, of, late, idsOf(members), { version: 1 }));
    // Of the next day, nothing was opened yet, but can be.
    selection.at('2025-10-25T10:00');
    expect(await task(of, 'HOLD_HEARINGS')).toMatchObject({ count: 2 });
  });

  test('are to be recorded once their hearing was to begin, whether or not they can be heard', async () => {
    const of = await hearingProcedure(selection, 'gew:vacancy:begun', brusselsVacancy(), 1);
    const [one] = of.applicants as [Applicant];
    const members = await appointed(selection, of, 2);
    acted(await invite(of, [one]));
    selection.at('2025-11-03T09:59:59');
    expect(await task(of, 'HOLD_HEARINGS')).toBeUndefined();
    selection.at('2025-11-03T10:00');
    expect(codes(await open(selection, of, idsOf(members)))).toContain('INTEREST_NOT_DECLARED');
    expect(await task(of, 'HOLD_HEARINGS')).toMatchObject({ application: one.application, dueAt: STARTS_AT });
    const absent = { application: one.application, step: of.step, version: 1, outcome: 'ABSENT', reasons: REASONS };
    acted(await selection.write(of.by, 'recordHearing', absent));
    expect(await task(of, 'HOLD_HEARINGS')).toBeUndefined();
  });

  test('who was readmitted after an absence is to be invited again', async () => {
    const of = await hearingProcedure(selection, 'gew:vacancy:again', brusselsVacancy(), 2);
    const [one] = of.applicants as [Applicant];
    acted(await invite(of, [one]));
    await selection.query("UPDATE hearing SET status = 'ABSENT' WHERE candidacy_id = $1", [one.application]);
    expect(await task(of, 'INVITE_TO_HEARING')).toMatchObject({ count: 2 });
    acted(await invite(of, [one]));
    expect(await task(of, 'INVITE_TO_HEARING')).toMatchObject({ count: 1 });
  });

  test('do not wait once they are erased', async () => {
    const of = await hearingProcedure(selection, 'gew:vacancy:gone', brusselsVacancy(), 2);
    const members = await appointed(selection, of, 1);
    acted(await invite(of, of.applicants.slice(0, 1)));
    await declareNothing(selection, of.procedure, members);
    const kinds = async () => waitingIn(selection, of.by, of.procedure);
    expect(await kinds()).toEqual(['HOLD_HEARINGS 1', 'INVITE_TO_HEARING 1', 'CONCLUDE_STEP']);
    for (const applicant of of.applicants) await selection.erased(applicant);
    expect(await kinds()).toEqual(['CONCLUDE_STEP']);
  });
});

describe('a committee to be completed', () => {
  test('S2.S3: waits until it has the size that the notice prints, and a chair', async () => {
    const of = await hearingProcedure(selection, 'vrb:vacancy:size', federalVacancy(), 1);
    acted(await invite(of, of.applicants));
    expect(await task(of, 'COMPLETE_COMMITTEE')).toMatchObject({ application: null, count: null, dueAt: STARTS_AT });
    const appoint = (own: object = {}) =>
      selection.write(of.by, 'appointMember', { procedure: of.procedure, ...newMember(own) });
    for (let at = 0; at < 7; at++) acted(await appoint());
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeDefined();
    const { id } = await appoint();
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeDefined();
    acted(await selection.write(of.by, 'makeChair', { member: id, version: 1 }));
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeUndefined();
    for (let at = 0; at < 2; at++) acted(await appoint());
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeUndefined();
    const { id: eleventh } = await appoint();
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeDefined();
    acted(await selection.write(of.by, 'releaseMember', { member: eleventh, version: 1, reasons: REASONS }));
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeUndefined();
  });

  test('waits where too few are free of conflict with a candidate, until one is replaced', async () => {
    const of = await hearingProcedure(selection, 'vrb:vacancy:conflict', federalVacancy(), 2);
    const members = await appointed(selection, of, 8);
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeUndefined();
    acted(await conflict(of, members[7]!, of.applicants[0]!));
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeDefined();
    await declareNothing(selection, of.procedure, members);
    acted(await invite(of, of.applicants));
    // The other one can be heard meanwhile.
    expect(await task(of, 'HOLD_HEARINGS')).toMatchObject({ application: of.applicants[1]!.application });
    const replacing = { member: members[7]!.id, version: 1, reasons: REASONS, ...newMember(), function: undefined };
    const { id } = await selection.write(of.by, 'replaceMember', replacing);
    expect(id).toBeDefined();
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeUndefined();
  });

  test('waits, once everybody was heard, for somebody who may speak for it on each candidate', async () => {
    const of = await hearingProcedure(selection, 'gew:vacancy:chair', brusselsVacancy(), 1);
    const members = await appointed(selection, of, 3);
    await declareNothing(selection, of.procedure, members);
    await open(selection, of, idsOf(members));
    acted(await hear(selection, of, of.applicants[0]!, idsOf(members)));
    for (const key of ['screening', 'interview']) {
      acted(await selection.write(of.by, 'concludeStep', { step: of.steps.get(key), version: 2 }));
    }
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeUndefined();
    acted(await conflict(of, members[0]!, of.applicants[0]!));
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeDefined();
    acted(await selection.write(of.by, 'makeChair', { member: members[1]!.id, version: 1 }));
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeUndefined();
    const release = { member: members[1]!.id, version: 2, reasons: REASONS };
    acted(await selection.write(of.by, 'releaseMember', release));
    expect(await task(of, 'COMPLETE_COMMITTEE')).toBeDefined();
  });
});
