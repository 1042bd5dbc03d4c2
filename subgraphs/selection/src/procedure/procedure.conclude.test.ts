import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { driving } from '../candidacy/testing/driving.ts';
import { openSelection, recruiter, startedProcedure, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
let number = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

async function started(count: number, state = brusselsVacancy()) {
  number += 1;
  const made = await startedProcedure(selection, `vrb:vacancy:conclude-${number}`, state, count);
  const conclude = (key: string, version: number, own: object = {}) =>
    selection.write(recruiter(), 'concludeStep', { step: made.steps.get(key), version, ...own });
  return { ...made, conclude, drive: driving(selection, made.procedure) };
}
const statusOf = async (id: string) =>
  (await selection.query<object>('SELECT status, ending FROM selection_procedure WHERE id = $1', [id]))[0];
const codes = ({ problems = [] }: { problems?: readonly { code: string }[] }) => problems.map(({ code }) => code);

describe('a step is concluded', () => {
  test('S2.S: in order, when nobody waits in it, and not before it has begun', async () => {
    const { applicants, conclude, drive, steps } = await started(2);
    expect(codes(await conclude('interview', 1))).toEqual(['NOT_RUNNING', 'EARLIER_STEP']);
    await drive.pass(applicants.slice(0, 1), 'ELIGIBILITY_SCREENING');
    expect((await conclude('screening', 2)).problems).toEqual([
      {
        ...{ path: 'step', code: 'OUTCOMES_MISSING', value: '1' },
        rule: 'A step is concluded when each candidate has an outcome; candidates without one, but got: 1.',
      },
    ]);
    expect(codes(await conclude('interview', 2))).toEqual(['OUTCOMES_MISSING', 'EARLIER_STEP']);
    await drive.exclude(applicants.slice(1), 'ELIGIBILITY_SCREENING', 'FAILED');
    expect(await conclude('screening', 2)).toMatchObject({
      ...{ __typename: 'SelectionRecorded', id: steps.get('screening'), version: 3 },
    });
    expect(codes(await conclude('screening', 3))).toEqual(['NOT_RUNNING']);
  });

  test('of the result by submitting it only', async () => {
    const { applicants, conclude, drive } = await started(1);
    for (const kind of ['ELIGIBILITY_SCREENING', 'INTERVIEW'] as const) await drive.pass(applicants, kind);
    await conclude('screening', 2);
    await conclude('interview', 2);
    expect(codes(await conclude('result', 2))).toEqual(['OUTCOMES_MISSING', 'BY_THE_RESULT']);
  });

  test('on the version that was read', async () => {
    const { applicants, conclude, drive, steps } = await started(1);
    await drive.pass(applicants, 'ELIGIBILITY_SCREENING');
    expect(await conclude('screening', 1)).toEqual({
      ...{ __typename: 'VersionConflict', id: steps.get('screening'), givenVersion: 1, currentVersion: 2 },
    });
  });

  test('once, with 50 requests at the same time, and with one key has one answer', async () => {
    const [one, other] = [await started(1), await started(1)];
    for (const { drive, applicants } of [one, other]) await drive.pass(applicants, 'ELIGIBILITY_SCREENING');
    const answers = await Promise.all(Array.from({ length: 50 }, () => one.conclude('screening', 2)));
    expect(answers.filter(({ __typename: name }) => name === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter(({ __typename: name }) => name === 'Refused')).toHaveLength(49);
    const idempotencyKey = randomUUID();
    const same = await Promise.all(
      Array.from({ length: 50 }, () => other.conclude('screening', 2, { idempotencyKey })),
    );
    expect(same).toEqual(Array(50).fill(same[0]));
    expect(same[0]).toMatchObject({ version: 3 });
  });

  test('not of another procedure, nor one that is nowhere', async () => {
    const { steps } = await started(1);
    const other = await selection.write(recruiter('gew'), 'concludeStep', { step: steps.get('screening'), version: 2 });
    expect(await selection.write(recruiter('gew'), 'concludeStep', { step: randomUUID(), version: 2 })).toEqual(other);
    expect(codes(other)).toEqual(['UNKNOWN_STEP']);
  });
});

describe('a procedure in which nobody is left', () => {
  const ended = (ending: string) => ({ status: 'ENDED_WITHOUT_APPOINTMENT', ending });

  test('S1.S1, S2.S1: has ended with nobody admissible when the screening excluded everyone', async () => {
    const { procedure, applicants, conclude, drive } = await started(2);
    await drive.exclude(applicants, 'ELIGIBILITY_SCREENING', 'FAILED');
    await conclude('screening', 2);
    expect(await statusOf(procedure)).toEqual(ended('NONE_ADMISSIBLE'));
  });

  test('S2.S: has ended with nobody suitable when nobody came through a later step', async () => {
    const { procedure, applicants, conclude, drive } = await started(3, federalVacancy());
    await drive.exclude(applicants.slice(0, 1), 'ELIGIBILITY_SCREENING', 'FAILED');
    await drive.pass(applicants.slice(1), 'ELIGIBILITY_SCREENING');
    await conclude('screening', 2);
    expect(await statusOf(procedure)).toEqual({ status: 'RUNNING', ending: null });
    await drive.exclude(applicants.slice(1, 2), 'COMPUTER_ASSESSMENT', 'ABSENT');
    await selection.applied(applicants[2]!, 'WITHDRAWN', 'WITHDRAW');
    await conclude('assessment', 2);
    expect(await statusOf(procedure)).toEqual(ended('NONE_SUITABLE'));
    const told = await selection.query(
      `SELECT data FROM outbox WHERE type = 'mandate-graph.procedure.ended.v1' AND subject = $1`,
      [procedure],
    );
    expect(told).toMatchObject([{ data: { procedure, institution: 'vrb', ending: 'NONE_SUITABLE' } }]);
  });

  test('has no result when it is opened again', async () => {
    const { procedure, applicants, drive } = await started(1);
    for (const kind of ['ELIGIBILITY_SCREENING', 'INTERVIEW'] as const) await drive.pass(applicants, kind);
    await drive.find(applicants, 'UNSUITABLE');
    await drive.procedure('SUBMIT_RESULT', 'COMMITTEE');
    await drive.procedure('DECIDE_NOBODY', 'AUTHORITY', 'NONE_SUITABLE');
    await drive.procedure('REOPEN', 'RULE');
    expect(
      await selection.query('SELECT status, result_submitted_at AS at FROM selection_procedure WHERE id = $1', [
        procedure,
      ]),
    ).toEqual([{ status: 'RUNNING', at: null }]);
  });
});
