import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TEST_PERSON_KEY } from '@mandate-graph/testkit';
import { HolderDigest } from '@mandate-graph/writing';
import { appointed, hearingProcedure } from '../committee/testing/committee.ts';
import { lockProcedure } from '../procedure/procedure.locks.ts';
import { candidateActor, memberActor, openSelection, type TestSelection } from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';
import { waits } from '../testing/waiting.ts';

const WORDS = 'What I said at the counter was not written down.';
const HOLDERS = new HolderDigest(TEST_PERSON_KEY);
let selection: TestSelection;
let number = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const opened = () => hearingProcedure(selection, `vrb:vacancy:writing-${++number}`, federalVacancy(), 2);

/** Sends a request while a procedure is locked, and lets something happen before that is over. */
async function meanwhile(procedure: string, send: () => Promise<unknown>, happens: (sql: Query) => Promise<unknown>) {
  let answer: Promise<unknown> = Promise.resolve();
  await selection.source.transaction(async (manager) => {
    await lockProcedure(manager, procedure, selection.clock.now());
    answer = send();
    await waits(selection, answer);
    await happens((sql, values) => manager.query(sql, [...values]));
  });
  return answer;
}
type Query = (sql: string, values: readonly unknown[]) => Promise<unknown>;

describe('whoever is no longer what they were once their turn has come', () => {
  test('a member who has left the committee, does nothing on it', async () => {
    const { procedure, ...of } = await opened();
    const [member] = await appointed(selection, { procedure, ...of }, 1);
    const declare = () =>
      selection.write(memberActor(member!.subject, procedure), 'declareInterest', { procedure, kind: 'NONE' });
    const leave = (query: Query) =>
      query('UPDATE committee_member SET left_at = joined_at, version = version + 1 WHERE id = $1', [member!.id]);
    expect(await meanwhile(procedure, declare, leave)).toMatchObject({
      problems: [{ path: 'procedure', code: 'UNKNOWN_PROCEDURE' }],
    });
  });

  test('a candidate who was erased, files nothing', async () => {
    const { procedure, applicants } = await opened();
    const { application, subject } = applicants[0]!;
    const complain = () => selection.write(candidateActor(subject), 'fileComplaint', { application, text: WORDS });
    const answer = await meanwhile(procedure, complain, () => selection.erased(applicants[0]!));
    expect(answer).toMatchObject({ problems: [{ path: 'application', code: 'UNKNOWN_APPLICATION' }] });
  });
});

describe('the answers that are kept', () => {
  const kept = (subject: string) =>
    selection.query<{ hash: Buffer }>('SELECT input_hash AS hash FROM idempotency WHERE actor = $1', [
      HOLDERS.of(subject),
    ]);
  /** Files a complaint that is within its window: something was told to the candidate. */
  async function complained() {
    const of = await opened();
    const applicant = of.applicants[0]!;
    await selection.decided(applicant, 'NOT_ELIGIBLE');
    const input = { application: applicant.application, text: WORDS };
    const send = () => selection.write(candidateActor(applicant.subject), 'fileComplaint', input);
    return { ...of, applicant, input, send };
  }

  test('do not say who asked, nor let anybody try out what, and go with whoever is erased', async () => {
    const { applicant, input, send } = await complained();
    expect(await send()).toMatchObject({ __typename: 'SelectionRecorded' });
    const hash = HOLDERS.ofRequest(JSON.stringify({ application: input.application, text: input.text }));
    expect(await kept(applicant.subject)).toEqual([{ hash }]);
    const rows = await selection.query<{ row: string }>('SELECT idempotency::text AS row FROM idempotency');
    const all = rows.map(({ row }) => row).join();
    for (const subject of [applicant.subject, 'recruiter-of-vrb']) expect(all).not.toContain(subject);
    await selection.erased(applicant);
    expect(await kept(applicant.subject)).toEqual([]);
    expect(await kept('recruiter-of-vrb')).not.toEqual([]);
  });

  test('go also when they are given while their candidate is being erased', async () => {
    const { applicant, input, procedure } = await complained();
    let erased: Promise<unknown> = Promise.resolve();
    let sent: Promise<unknown> = Promise.resolve();
    await selection.source.transaction(async (manager) => {
      // What is sent is past every check, and waits to be written.
      await manager.query('LOCK TABLE candidate_request IN SHARE MODE');
      sent = selection.write(candidateActor(applicant.subject), 'fileComplaint', input);
      await waits(selection, sent);
      erased = selection.erased(applicant);
      await waits(selection, erased, 2);
    });
    expect(await sent).toMatchObject({ __typename: 'SelectionRecorded' });
    await erased;
    expect(await kept(applicant.subject)).toEqual([]);
    expect(await selection.query('SELECT FROM candidate_request WHERE procedure_id = $1', [procedure])).toHaveLength(1);
  });
});
