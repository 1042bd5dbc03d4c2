import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { concluded, type JudgingCase, judgingCase } from '../scoring/testing/judging.ts';
import { waitingIn } from '../task/testing/tasks.ts';
import { candidateActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { BRUSSELS, codesOf, submittingIn } from './testing/submitting.ts';

const DONE = { __typename: 'SelectionRecorded' };
let selection: TestSelection;
let acts: ReturnType<typeof submittingIn>;
beforeAll(async () => {
  selection = await openSelection();
  acts = submittingIn(selection);
});
afterAll(() => selection.close());

/** A result that could be submitted, where a rule excluded the second of two on 24 October 2025. */
async function excluded(vacancy: string): Promise<JudgingCase> {
  const judging = await judgingCase(selection, vacancy, BRUSSELS, { candidates: 2, members: 1 });
  const { steps, applications } = judging;
  const out = [applications[1], steps.get('interview')];
  await selection.query(`UPDATE candidacy SET status = 'EXCLUDED', step_id = $2 WHERE id = $1`, out);
  await selection.query(
    `UPDATE step_outcome SET result = 'ABSENT', rule = 'ABSENCE' WHERE candidacy_id = $1 AND step_id = $2`,
    out,
  );
  await concluded(selection, judging, [applications[0]!]);
  return judging;
}

const contest = ({ applicants, steps }: JudgingCase) => {
  const { application, subject } = applicants[1]!;
  const input = { application, step: steps.get('interview')!.toUpperCase(), grounds: 'De trein stond stil.' };
  return selection.write(candidateActor(subject), 'contestOutcome', input);
};
/** Whether the chair is shown that the result is to be submitted. */
const isToSubmit = async ({ procedure, actors }: JudgingCase) =>
  (await waitingIn(selection, actors[0]!, procedure)).includes('SUBMIT_RESULT');
const answer = (request: string, upheld: boolean) =>
  selection.write(recruiter('gew'), 'answerRequest', {
    ...{ request, version: 1, upheld, answer: 'Het attest is onderzocht.' },
  });

describe('S2.T, legal 12: a result', () => {
  test('is not submitted as long as somebody can contest what a rule did, to the end of the last day', async () => {
    const judging = await excluded('gew:vacancy:contestable');
    selection.at('2025-11-23T23:59:59.999');
    expect(codesOf(await acts.submit(judging))).toEqual([['procedure', 'CONTEST_POSSIBLE', '2025-11-23']]);
    expect(await isToSubmit(judging)).toBe(false);
    selection.at('2025-11-24T00:00');
    expect(await isToSubmit(judging)).toBe(true);
    expect(await acts.submit(judging)).toMatchObject(DONE);
  });

  test('waits for a contest that came in time, also after the window, so that it can be upheld', async () => {
    const judging = await excluded('gew:vacancy:contested');
    selection.at('2025-11-23T23:59');
    const { id } = await contest(judging);
    expect(codesOf(await acts.submit(judging))).toEqual([['procedure', 'CONTEST_OPEN', '1']]);
    selection.at('2025-12-10T10:00');
    expect(codesOf(await acts.submit(judging))).toEqual([['procedure', 'CONTEST_OPEN', '1']]);
    expect(await isToSubmit(judging)).toBe(false);
    expect(await answer(id, true)).toMatchObject(DONE);
    expect(codesOf(await acts.submit(judging))).toEqual([
      ['procedure', 'EARLIER_STEP', 'interview'],
      ['procedure', 'OUTCOMES_MISSING', '1'],
    ]);
    expect(await isToSubmit(judging)).toBe(false);
  });

  test('goes on at once when the contest is rejected', async () => {
    const judging = await excluded('gew:vacancy:rejected');
    const { id } = await contest(judging);
    expect(codesOf(await acts.submit(judging))).toEqual([['procedure', 'CONTEST_OPEN', '1']]);
    expect(await isToSubmit(judging)).toBe(false);
    expect(await answer(id, false)).toMatchObject(DONE);
    expect(await isToSubmit(judging)).toBe(true);
    expect(await acts.submit(judging)).toMatchObject(DONE);
  });

  test('does not wait for who was erased, who contests nothing any more', async () => {
    const judging = await excluded('gew:vacancy:erased');
    const open = await excluded('gew:vacancy:erased-contest');
    await contest(open);
    await selection.erased(judging.applicants[1]!);
    await selection.erased(open.applicants[1]!);
    expect(await isToSubmit(judging)).toBe(true);
    expect(await isToSubmit(open)).toBe(true);
    expect(await acts.submit(judging)).toMatchObject(DONE);
    expect(await acts.submit(open)).toMatchObject(DONE);
  });
});
