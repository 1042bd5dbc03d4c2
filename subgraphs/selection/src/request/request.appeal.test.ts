import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { driving, standings, trailOf } from '../candidacy/testing/driving.ts';
import {
  type Applicant,
  candidateActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';

const REASONS = 'De drie testen samen blijven onder de drempel.';
const DONE = { __typename: 'SelectionRecorded' };
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** Somebody who failed the assessment, and was told so on 3 November 2025, with the remedy: until 2 January. */
async function failed(vacancy: string) {
  const { procedure, applicants } = await startedProcedure(selection, vacancy, federalVacancy(), 1);
  const applicant = applicants[0]!;
  await selection.decided(applicant, 'ELIGIBLE');
  selection.at('2025-11-03T14:00');
  const drive = driving(selection, procedure);
  await drive.exclude([applicant], 'COMPUTER_ASSESSMENT', 'FAILED', REASONS);
  await drive.notify([applicant], 'STEP', 'COMPUTER_ASSESSMENT');
  return { procedure, applicant };
}

const lodge = ({ application }: Applicant, own: object = {}) =>
  selection.write(recruiter(), 'recordAppeal', {
    ...{ application, lodgedAt: '2025-12-10T09:00:00Z', reference: 'G/A 1' },
    ...own,
  });
const end = (request: string, own: object = {}) =>
  selection.write(recruiter(), 'recordAppealOutcome', {
    ...{ request, version: 1, outcome: 'REJECTED', decidedAt: '2026-05-04T09:00:00Z', reference: 'Arrest 1' },
    ...own,
  });
const codesOf = ({ problems }: { problems: { path: string; code: string; value: string | null }[] }) =>
  problems.map(({ path, code, value }) => [path, code, value]);
const requestsOf = async ({ application, subject }: Applicant) => {
  const { data, errors } = await selection.ask(
    candidateActor(subject),
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { progress { requests {
       kind status filedAt answeredAt text answer version } } } } }`,
    { of: [{ __typename: 'Application', id: application }] },
  );
  expect(errors).toBeUndefined();
  return data._entities[0].progress.requests;
};
const pendingTold = async ({ application }: Applicant) =>
  (
    await selection.query<{ data: { pending: boolean; version: number } }>(
      `SELECT data FROM outbox WHERE subject = $1 AND type = 'mandate-graph.appeal.recorded.v1' ORDER BY id`,
      [application],
    )
  ).map(({ data }) => data);

describe('legal 10: an appeal', () => {
  test('is lodged until its outcome is noted, which others are told of, and which changes nothing by itself', async () => {
    const { procedure, applicant } = await failed('vrb:vacancy:lodged');
    selection.at('2026-06-01T10:00');
    const lodged = await lodge(applicant);
    expect(lodged).toMatchObject({ ...DONE, version: 1 });
    const kept = { kind: 'APPEAL', filedAt: '2025-12-10T09:00:00.000Z', text: 'G/A 1' };
    expect(await requestsOf(applicant)).toEqual([
      { ...kept, status: 'LODGED', answeredAt: null, answer: null, version: 1 },
    ]);
    expect(await end(lodged.id, { outcome: 'ANNULLED' })).toMatchObject({ ...DONE, id: lodged.id, version: 2 });
    expect(await requestsOf(applicant)).toEqual([
      { ...kept, status: 'ANNULLED', answeredAt: '2026-05-04T09:00:00.000Z', answer: 'Arrest 1', version: 2 },
    ]);
    const { application, candidate, vacancy } = applicant;
    const of = { application, candidate, vacancy, procedure, request: lodged.id };
    const recordedAt = selection.clock.now().toString();
    expect(await pendingTold(applicant)).toEqual([
      { ...of, pending: true, version: 1, recordedAt },
      { ...of, pending: false, version: 2, recordedAt },
    ]);
    expect(await standings(selection, [applicant])).toEqual(['EXCLUDED assessment']);
    expect(await trailOf(selection, procedure, 'ANSWER_APPEAL')).toMatchObject([
      { before: { status: 'LODGED' }, after: { status: 'ANNULLED', answeredAt: '2026-05-04T09:00:00Z' } },
    ]);
  });

  test('was lodged after what it is against was sent, and not in the time to come', async () => {
    const { applicant } = await failed('vrb:vacancy:when');
    selection.at('2025-12-20T10:00');
    expect(codesOf(await lodge(applicant, { lodgedAt: '2025-11-03T12:59:59Z' }))).toEqual([
      ['lodgedAt', 'BEFORE_THE_NOTIFICATION', '2025-11-03T12:59:59Z'],
    ]);
    expect(codesOf(await lodge(applicant, { lodgedAt: '2025-12-20T09:00:01Z' }))).toEqual([
      ['lodgedAt', 'IN_THE_FUTURE', '2025-12-20T09:00:01Z'],
    ]);
    expect(await lodge(applicant, { lodgedAt: '2025-11-03T13:00:00Z' })).toMatchObject(DONE);
    const early = await startedProcedure(selection, 'vrb:vacancy:unsent', federalVacancy(), 1);
    expect(codesOf(await lodge(early.applicants[0]!, { lodgedAt: '2025-10-24T08:00:00Z' }))).toEqual([
      ['application', 'NO_APPEAL', null],
    ]);
  });

  test('is noted once for each case, of 50 at the same time', async () => {
    const { applicant } = await failed('vrb:vacancy:fifty');
    selection.at('2025-12-20T10:00');
    const answers = await Promise.all(Array.from({ length: 50 }, () => lodge(applicant)));
    expect(answers.filter(({ __typename }) => __typename === DONE.__typename)).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems?.[0]?.code === 'LODGED_BEFORE')).toHaveLength(49);
    expect(codesOf(await lodge(applicant, { reference: ' G/A 1 ' }))).toEqual([['reference', 'LODGED_BEFORE', null]]);
    expect(await lodge(applicant, { reference: 'G/A 2' })).toMatchObject(DONE);
  });

  test('ends once, of 50 at the same time, and has one answer for one key', async () => {
    const { applicant } = await failed('vrb:vacancy:ends');
    selection.at('2026-06-01T10:00');
    const { id } = await lodge(applicant);
    const answers = await Promise.all(Array.from({ length: 50 }, () => end(id)));
    expect(answers.filter(({ __typename }) => __typename === DONE.__typename)).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems?.[0]?.code === 'NOT_LODGED')).toHaveLength(49);
    const other = await lodge(applicant, { reference: 'G/A 2' });
    const key = { idempotencyKey: randomUUID(), outcome: 'WITHDRAWN' };
    const same = await Promise.all(Array.from({ length: 50 }, () => end(other.id, key)));
    expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(same[0]).toMatchObject({ ...DONE, version: 2 });
  });

  test('ends after it was lodged, on its version, by its institution, and not by an answer', async () => {
    const { applicant } = await failed('vrb:vacancy:how');
    selection.at('2025-12-20T10:00');
    const { id } = await lodge(applicant);
    expect(codesOf(await end(id, { decidedAt: '2025-12-10T08:59:59Z' }))).toEqual([
      ['decidedAt', 'BEFORE_THE_APPEAL', '2025-12-10T08:59:59Z'],
    ]);
    expect(codesOf(await end(id, { decidedAt: '2025-12-20T09:00:01Z' }))).toEqual([
      ['decidedAt', 'IN_THE_FUTURE', '2025-12-20T09:00:01Z'],
    ]);
    const decidedAt = '2025-12-15T09:00:00Z';
    expect(await end(id, { decidedAt, version: 2 })).toMatchObject({ __typename: 'VersionConflict' });
    const another = { request: id, version: 1, outcome: 'REJECTED', decidedAt, reference: 'Arrest 1' };
    expect(codesOf(await selection.write(recruiter('gew'), 'recordAppealOutcome', another))).toEqual([
      ['request', 'UNKNOWN_REQUEST', null],
    ]);
    const answer = { request: id, version: 1, answer: REASONS };
    expect(codesOf(await selection.write(recruiter(), 'answerRequest', answer))).toEqual([
      ['request', 'NOT_OPEN', 'LODGED'],
    ]);
    const { application, subject } = applicant;
    const complaint = await selection.write(candidateActor(subject), 'fileComplaint', { application, text: REASONS });
    expect(codesOf(await end(complaint.id, { decidedAt }))).toEqual([['request', 'NOT_AN_APPEAL', 'COMPLAINT']]);
    expect(await end(id, { decidedAt })).toMatchObject(DONE);
  });
});
