import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { reopen } from '../procedure/procedure.ending.ts';
import { bar, concluded, judgingCase, REASONS, scoring, versionOf } from '../scoring/testing/judging.ts';
import { authority, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { BRUSSELS, codesOf, submittingIn } from './testing/submitting.ts';

let selection: TestSelection;
let acts: ReturnType<typeof submittingIn>;
beforeAll(async () => {
  selection = await openSelection();
  acts = submittingIn(selection);
});
afterAll(() => selection.close());

describe('a result', () => {
  test('is submitted once, with 50 requests at the same time', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:fifty', BRUSSELS, { candidates: 1, members: 1 });
    await concluded(selection, judging, judging.applications);
    const version = await versionOf(selection, 'selection_procedure', judging.procedure);
    const answers = await Promise.all(Array.from({ length: 50 }, () => acts.submit(judging, { version })));
    expect(answers.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems?.[0].code === 'NOT_FROM_THIS_STATUS')).toHaveLength(49);
    const [entries] = await selection.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM trail_entry WHERE procedure_id = $1 AND act = 'SUBMIT_RESULT'`,
      [judging.procedure],
    );
    expect(entries).toEqual({ count: 1 });
  });

  test('has one effect and one answer for the same key', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:key', BRUSSELS, { candidates: 1, members: 1 });
    await concluded(selection, judging, judging.applications);
    const version = await versionOf(selection, 'selection_procedure', judging.procedure);
    const own = { version, idempotencyKey: 'submit-once' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => acts.submit(judging, own)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'SelectionRecorded', version: version + 1 });
  });

  test('stays as it was submitted: nobody scores, concludes, ranks or submits after it', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:after', BRUSSELS, { candidates: 2, members: 1 });
    const [one, two] = judging.applications as [string, string];
    await concluded(selection, judging, [one, two]);
    await acts.rank(judging, [one, two]);
    await acts.submit(judging);
    const [chair] = judging.actors as [Actor];
    const version = await versionOf(selection, 'candidacy', one);
    expect(codesOf(await scoring(selection, chair, one, { version: 1 }))).toEqual([
      ['procedure', 'NOT_AT_THIS_TIME', 'RESULT_SUBMITTED'],
    ]);
    const conclusion = { application: one, version, group: 'UNSUITABLE', reasons: REASONS };
    expect(codesOf(await selection.write(chair, 'concludeCandidate', conclusion))).toEqual([
      ['procedure', 'NOT_AT_THIS_TIME', 'RESULT_SUBMITTED'],
    ]);
    expect(codesOf(await acts.rank(judging, [two, one], { version: 1 }))).toEqual([
      ['procedure', 'NOT_AT_THIS_TIME', 'RESULT_SUBMITTED'],
    ]);
    expect(codesOf(await acts.submit(judging))).toEqual([['procedure', 'NOT_FROM_THIS_STATUS', 'RESULT_SUBMITTED']]);
  });

  test('is submitted anew when a procedure that had ended is opened again, and leaves who was told as they were', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:reopened', BRUSSELS, { candidates: 2, members: 1 });
    const [one, two] = judging.applications as [string, string];
    const { procedure, actors, steps } = judging;
    await concluded(selection, judging, []);
    await acts.submit(judging);
    const sending = { procedure, about: 'RESULT', remedyStated: true, byLetter: false, applications: [one] };
    await selection.write(recruiter('gew'), 'sendOutcomes', sending);
    await selection.inProcedure(procedure, async (work) => {
      expect(await reopen(work)).toBe(true);
      await work.manager.query(`UPDATE candidacy SET status = 'IN_PROGRESS', step_id = $2 WHERE id = $1`, [
        two,
        steps.get('interview'),
      ]);
      const candidacy = (await new CandidacyRepository(work.manager).one(procedure, two))!;
      const step = work.procedure.steps.find(({ key }) => key === 'interview')!;
      const outcome = { stepId: step.id, result: 'HELD', reasons: null } as const;
      await new CandidacyFlow(work).pass(step, [{ candidacy, outcome, as: 'RECRUITER' }]);
    });
    const conclude = async (application: string) => {
      const version = await versionOf(selection, 'candidacy', application);
      const input = { application, version, group: 'SUITABLE', reasons: REASONS };
      return selection.write(actors[0]!, 'concludeCandidate', input);
    };
    expect(codesOf(await conclude(one))).toEqual([['application', 'RESULT_SENT', null]]);
    expect(await conclude(two)).toMatchObject({ id: two });
    expect(await acts.submit(judging)).toMatchObject({ __typename: 'SelectionRecorded' });
    expect(await acts.shown(recruiter('gew'), judging)).toMatchObject({
      ...{ status: 'RESULT_SUBMITTED', ending: null, result: { suitable: 1, unsuitable: 1 } },
    });
    expect(await versionOf(selection, 'submitted_result', procedure)).toBe(2);
  });

  test('is submitted by the committee of the procedure only, by a chair who may judge', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:who', BRUSSELS, { candidates: 1, members: 1 });
    const other = await judgingCase(selection, 'gew:vacancy:who-else', BRUSSELS, { candidates: 1, members: 1 });
    expect(codesOf(await acts.submit(judging, {}, other.actors[0]!))).toEqual([
      ['procedure', 'UNKNOWN_PROCEDURE', null],
    ]);
    await bar(selection, judging, judging.members[0]!, null);
    expect(codesOf(await acts.submit(judging))).toContainEqual(['procedure', 'BARRED', null]);
    for (const actor of [recruiter('gew'), authority('gew'), PUBLIC_ACTOR])
      expect((await acts.submit(judging, {}, actor)).errors).toHaveLength(1);
  });
});
