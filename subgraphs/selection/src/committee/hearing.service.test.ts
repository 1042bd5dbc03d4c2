import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { type Applicant, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import {
  codes,
  type HearingProcedure,
  hear,
  hearingProcedure,
  idsOf,
  open,
  readyCommittee,
} from './testing/committee.ts';

const STARTS_AT = '2025-11-03T09:00:00Z';
const PLACE = 'Room 3, first floor';
const REASONS = 'Nobody came, and no message was received that day.';
let selection: TestSelection;
let federal: HearingProcedure;
let brussels: HearingProcedure;
let members: string[];
let trio: string[];
beforeAll(async () => {
  selection = await openSelection();
  federal = await hearingProcedure(selection, 'vrb:vacancy:hearing', federalVacancy(), 6);
  brussels = await hearingProcedure(selection, 'gew:vacancy:hearing', brusselsVacancy(), 3);
  members = idsOf(await readyCommittee(selection, federal, 8));
  trio = idsOf(await readyCommittee(selection, brussels, 3));
});
afterAll(() => selection.close());

const invite = (of: HearingProcedure, applicants: readonly Applicant[], own: object = {}) =>
  selection.write(of.by, 'inviteToHearing', {
    ...{ step: of.step, applications: applicants.map(({ application }) => application) },
    ...{ startsAt: STARTS_AT, place: PLACE, ...own },
  });
const absent = ({ step, by }: HearingProcedure, { application }: Applicant, own: object = {}) =>
  selection.write(by, 'recordHearing', { application, step, outcome: 'ABSENT', ...own });
const standing = async ({ application }: Applicant) => {
  const [row] = await selection.query<{ status: string; key: string; result: string; rule: string | null }>(
    `SELECT candidacy.status, step.key, outcome.result, outcome.rule FROM candidacy
     JOIN selection_step step ON step.id = candidacy.step_id
     LEFT JOIN LATERAL (SELECT result, rule FROM step_outcome WHERE candidacy_id = candidacy.id
       ORDER BY recorded_at DESC, (result IN ('HELD', 'ABSENT', 'FAILED')) DESC LIMIT 1) outcome ON true
     WHERE candidacy.id = $1`,
    [application],
  );
  return row;
};
const told = async ({ application }: Applicant) =>
  (
    await selection.query<{ code: string; facts: Record<string, string> }>(
      `SELECT data->>'code' AS code, data->'facts' AS facts FROM outbox
       WHERE type = 'mandate-graph.candidate.told.v1' AND subject = $1 ORDER BY id`,
      [application],
    )
  ).at(-1);
const sent = ({ application }: Applicant) =>
  selection.query('SELECT about, negative, remedy_stated, recorded_by FROM notification WHERE candidacy_id = $1', [
    application,
  ]);

describe('an invitation', () => {
  test('S1.S: to the interview tells each candidate when it begins, in one act', async () => {
    const [one, two] = brussels.applicants;
    expect(await invite(brussels, [one!, two!])).toMatchObject({ id: brussels.step });
    for (const applicant of [one!, two!])
      expect(await told(applicant)).toEqual({
        ...{ code: 'STEP_INVITED', facts: { step: 'INTERVIEW', startsAt: STARTS_AT } },
      });
    const entries = await selection.query(
      `SELECT after FROM trail_entry WHERE procedure_id = $1 AND act = 'INVITE_TO_HEARING'`,
      [brussels.procedure],
    );
    expect(entries).toMatchObject([{ after: { startsAt: STARTS_AT, place: PLACE } }]);
  });

  test('is for somebody who is in the step, of the own institution, and still to come', async () => {
    const stranger = federal.applicants[0]!;
    expect(
      await invite(brussels, [brussels.applicants[0]!, stranger], { startsAt: '2025-10-24T07:00:00Z' }),
    ).toMatchObject({
      problems: [
        { path: 'applications[1]', code: 'UNKNOWN_APPLICATION', value: null },
        { path: 'startsAt', code: 'IN_THE_PAST' },
      ],
    });
    expect(codes(await invite(brussels, []))).toEqual(['REQUIRED']);
    expect(codes(await invite({ ...brussels, by: recruiter('vrb') }, []))).toEqual(['UNKNOWN_STEP']);
  });

  test('takes as many statements for 1 as for 5', async () => {
    const statements = async (applicants: readonly Applicant[]) => {
      const { statements: count } = await selection.ask(
        federal.by,
        `mutation ($input: InviteToHearingInput!) { inviteToHearing(input: $input) { __typename } }`,
        {
          input: {
            ...{ idempotencyKey: randomUUID(), step: federal.step, startsAt: STARTS_AT, place: PLACE },
            applications: applicants.map(({ application }) => application),
          },
        },
      );
      return count;
    };
    const one = await statements(federal.applicants.slice(0, 1));
    expect(await statements(federal.applicants.slice(0, 5))).toBe(one);
  });
});

describe('a hearing', () => {
  test('S2.S: that was held brings the candidate before the committee for its result', async () => {
    selection.at('2025-11-03T10:00');
    await open(selection, federal, members);
    const [applicant] = federal.applicants;
    const held = await hear(selection, federal, applicant!, members.slice(0, 5), { version: 2, minutes: 180 });
    expect(held).toMatchObject({ __typename: 'SelectionRecorded', version: 3 });
    expect(await standing(applicant!)).toMatchObject({ status: 'IN_PROGRESS', key: 'result', result: 'HELD' });
    const [entry] = await selection.query<{ after: object; actor: string }>(
      `SELECT after, actor FROM trail_entry WHERE about_id = $1 AND act = 'RECORD_HEARING'`,
      [applicant!.application],
    );
    const after = { outcome: 'HELD', heldOn: '2025-11-03', present: members.slice(0, 5), minutes: 180 };
    expect(entry).toMatchObject({ actor: 'recruiter-of-vrb', after });
    expect(codes(await hear(selection, federal, applicant!, members, { version: 3 }))).toEqual(['UNKNOWN_APPLICATION']);
  });

  test('legal 5: is by enough of those who were there that day, with the chair', async () => {
    const [, applicant] = federal.applicants;
    const by = async (present: readonly string[]) =>
      codes(await hear(selection, federal, applicant!, present, { version: 1 }));
    expect(await by(members.slice(1, 6))).toEqual(['NO_CHAIR']);
    expect(await by(members.slice(0, 4))).toEqual(['NO_QUORUM']);
    expect(await by([...members.slice(0, 5), trio[0]!])).toEqual(['NOT_PRESENT']);
  });

  test('is recorded for a day that was opened, today or before', async () => {
    const [, applicant] = federal.applicants;
    const on = async (heldOn: string) =>
      codes(await hear(selection, federal, applicant!, members, { version: 1, heldOn }));
    expect(await on('2025-11-02')).toEqual(['NOT_OPENED']);
    expect(await on('2025-11-04')).toEqual(['IN_THE_FUTURE', 'NOT_OPENED']);
    selection.at('2025-11-04T09:00');
    expect(codes(await hear(selection, federal, applicant!, members, { version: 1 }))).toEqual(['NOT_OPENED']);
    expect(await on('2025-11-03')).toBe('SelectionRecorded');
  });

  test('is recorded once, of 50 requests at once', async () => {
    selection.at('2025-11-03T12:00');
    const [, , applicant] = federal.applicants;
    const once = () => hear(selection, federal, applicant!, members, { version: 1 });
    const answers = await Promise.all(Array.from({ length: 50 }, once));
    expect(answers.filter((answer) => answer.__typename === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter((answer) => codes(answer)?.[0] === 'UNKNOWN_APPLICATION')).toHaveLength(49);
  });

  test('has a length within a day, and nothing else that does not go with it', async () => {
    const applicant = federal.applicants[3]!;
    const held = async (own: object) =>
      codes(await hear(selection, federal, applicant, members, { version: 1, ...own }));
    expect(await held({ minutes: 0 })).toEqual(['OUT_OF_RANGE']);
    expect(await held({ minutes: 1441, reasons: REASONS })).toEqual(['NOT_WITH_THIS_OUTCOME', 'OUT_OF_RANGE']);
    expect(await held({ version: 2 })).toBe('VersionConflict');
  });
});

describe('a candidate who does not come', () => {
  test('S2.T: is out by the rule of the notice, told at once, without any remedy being named', async () => {
    const applicant = federal.applicants[4]!;
    expect(codes(await absent(federal, applicant, { version: 1, reasons: REASONS, present: members }))).toEqual([
      'NOT_WITH_THIS_OUTCOME',
      'NOT_WITH_THIS_OUTCOME',
    ]);
    expect(codes(await absent(federal, applicant, { version: 1 }))).toBe('SelectionRecorded');
    expect(await standing(applicant)).toEqual({ status: 'EXCLUDED', key: 'oral', result: 'ABSENT', rule: 'ABSENT' });
    expect(await told(applicant)).toMatchObject({ code: 'EXCLUDED_ABSENT' });
    const facts = { about: 'STEP', negative: true, remedy_stated: false };
    expect(await sent(applicant)).toEqual([{ ...facts, recorded_by: 'rule:absent' }]);
  });

  test('S1.S: is out by a person, with reasons, where no rule of the notice says so', async () => {
    const [applicant] = brussels.applicants;
    expect(codes(await absent(brussels, applicant!, { version: 1 }))).toEqual(['TOO_SHORT']);
    expect(codes(await absent(brussels, applicant!, { version: 1, reasons: REASONS }))).toBe('SelectionRecorded');
    expect(await standing(applicant!)).toEqual({ status: 'EXCLUDED', key: 'interview', result: 'FAILED', rule: null });
    expect(await sent(applicant!)).toEqual([]);
  });

  test('was invited, and the hearing was to begin', async () => {
    const [, two, three] = brussels.applicants;
    selection.at('2025-11-03T09:59');
    const given = { version: 1, reasons: REASONS };
    expect(codes(await absent(brussels, two!, given))).toEqual(['NOT_BEGUN']);
    expect(codes(await absent(brussels, three!, { reasons: REASONS }))).toEqual(['NOT_INVITED']);
    selection.at('2025-11-03T10:00');
    expect(codes(await absent(brussels, two!, given))).toBe('SelectionRecorded');
  });

  test('and who is let in again is invited and heard like anybody, and not found absent by the old invitation', async () => {
    const applicant = federal.applicants[4]!;
    await selection.inProcedure(federal.procedure, async (work) => {
      const candidacy = (await new CandidacyRepository(work.manager).one(work.procedure.id, applicant.application))!;
      expect(await new CandidacyFlow(work).readmit(candidacy, {})).toBeNull();
    });
    expect(codes(await absent(federal, applicant, { version: 2 }))).toEqual(['NOT_INVITED']);
    await invite(federal, [applicant], { startsAt: '2025-11-03T11:00:00Z' });
    expect(codes(await absent(federal, applicant, { version: 3 }))).toEqual(['NOT_BEGUN']);
    expect(await hear(selection, federal, applicant, members, { version: 3 })).toMatchObject({ version: 4 });
    expect(await standing(applicant)).toMatchObject({ status: 'IN_PROGRESS', key: 'result' });
  });

  test('is recorded by the institution only', async () =>
    expect(codes(await absent({ ...federal, by: recruiter('gew') }, federal.applicants[5]!))).toEqual([
      'UNKNOWN_APPLICATION',
    ]));
});

test('the interview and the oral test are heard by the committee; the additional interview is not its own', async () => {
  const own = { ...federal, step: federal.steps.get('interview')! };
  expect(codes(await hear(selection, own, federal.applicants[5]!, members))).toContain('NOT_A_HEARING');
});
