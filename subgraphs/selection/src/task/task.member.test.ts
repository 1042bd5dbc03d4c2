import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { appointed, hearingProcedure, type TestMember } from '../committee/testing/committee.ts';
import { BRUSSELS, FEDERAL, submittingIn } from '../result/testing/submitting.ts';
import { concluded, type JudgingCase, judgingCase, REASONS, scoring, versionOf } from '../scoring/testing/judging.ts';
import { memberActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { DONE, myTasks, taskIn, waitingIn } from './testing/tasks.ts';

let selection: TestSelection;
let acts: ReturnType<typeof submittingIn>;
beforeAll(async () => {
  selection = await openSelection();
  acts = submittingIn(selection);
});
afterAll(() => selection.close());

const acted = (answer: object) => expect(answer).toMatchObject(DONE);
const declare = (actor: Actor, procedure: string, own: object = { kind: 'NONE' }) =>
  selection.write(actor, 'declareInterest', { procedure, ...own });
const conclude = async (actor: Actor, application: string, group = 'SUITABLE') => {
  const version = await versionOf(selection, 'candidacy', application);
  return selection.write(actor, 'concludeCandidate', { application, version, group, reasons: REASONS });
};
/** Without what is to be declared, which is a matter of its own. */
const waiting = async ({ procedure }: Pick<JudgingCase, 'procedure'>, actor: Actor) =>
  (await waitingIn(selection, actor, procedure)).filter((kind) => !kind.startsWith('DECLARE'));

describe('what a committee does', () => {
  test('waits in turn: scores of each, conclusions of the chair, the ranking, the result', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:turn', BRUSSELS, { candidates: 3, members: 2 });
    const { procedure, applications } = judging;
    const [chair, other] = judging.actors as [Actor, Actor];
    const [one, two, three] = applications as [string, string, string];
    expect(await waiting(judging, chair)).toEqual(['SCORE_CANDIDATES 3']);
    acted(await scoring(selection, chair, one));
    acted(await scoring(selection, chair, two));
    expect(await taskIn(selection, chair, procedure, 'SCORE_CANDIDATES')).toMatchObject({
      ...{
        count: 1,
        application: three,
        dueAt: null,
        text: { nl: 'Geef cijfers aan 1 kandidaat die u hebt gehoord.' },
      },
    });
    expect(await waiting(judging, other)).toEqual(['SCORE_CANDIDATES 3']);
    acted(await scoring(selection, other, one));
    expect(await taskIn(selection, chair, procedure, 'CONCLUDE_CANDIDATES')).toMatchObject({ application: one });
    for (const actor of [chair, other]) await scoring(selection, actor, three);
    await scoring(selection, other, two);
    expect(await waiting(judging, other)).toEqual([]);
    expect(await waiting(judging, chair)).toEqual(['CONCLUDE_CANDIDATES 3']);
    acted(await conclude(chair, one));
    acted(await conclude(chair, two));
    expect(await waiting(judging, chair)).toEqual(['CONCLUDE_CANDIDATES 1']);
    acted(await conclude(chair, three, 'UNSUITABLE'));
    expect(await waiting(judging, chair)).toEqual(['RANK_CANDIDATES 2']);
    acted(await acts.rank(judging, [two, one]));
    expect(await waiting(judging, chair)).toEqual(['SUBMIT_RESULT']);
    // Who is suitable after all has to be ranked as well.
    acted(await conclude(chair, three));
    expect(await waiting(judging, chair)).toEqual(['RANK_CANDIDATES 3']);
    acted(await acts.rank(judging, [two, one, three], { version: 1 }));
    acted(await acts.submit(judging));
    expect(await myTasks(selection, chair)).toEqual([]);
  });

  test('is to submit with one who is suitable or none, without a ranking', async () => {
    for (const [local, suitable] of [['one', 1] as const, ['none', 0] as const]) {
      const judging = await judgingCase(selection, `vrb:vacancy:${local}`, FEDERAL, { candidates: 2, members: 2 });
      await concluded(selection, judging, judging.applications.slice(0, suitable));
      expect(await waiting(judging, judging.actors[0]!)).toEqual(['SUBMIT_RESULT']);
      expect(await waiting(judging, judging.actors[1]!)).toEqual([]);
      acted(await acts.submit(judging));
      expect(await waiting(judging, judging.actors[0]!)).toEqual([]);
    }
  });

  test('waits for every step before, and for whoever is still in one', async () => {
    const judging = await judgingCase(selection, 'vrb:vacancy:before', FEDERAL, { candidates: 2, members: 2 });
    const { steps, applications, actors } = judging;
    await concluded(selection, judging, applications);
    await selection.query("UPDATE selection_step SET status = 'RUNNING' WHERE id = $1", [steps.get('oral')]);
    expect(await waiting(judging, actors[0]!)).toEqual(['RANK_CANDIDATES 2']);
    acted(await acts.rank(judging, applications));
    expect(await waiting(judging, actors[0]!)).toEqual([]);
    acted(await selection.write(recruiter(), 'concludeStep', { step: steps.get('oral'), version: 3 }));
    expect(await waiting(judging, actors[0]!)).toEqual(['SUBMIT_RESULT']);
    const late = await selection.applicant('vrb:vacancy:before');
    await selection.query("UPDATE selection_step SET status = 'CONCLUDED' WHERE id = $1", [steps.get('screening')]);
    expect(await waiting(judging, actors[0]!)).toEqual([]);
    expect(await acts.submit(judging)).toMatchObject({ problems: [{ code: 'OUTCOMES_MISSING', value: '1' }] });
    await selection.applied(late, 'WITHDRAWN', 'WITHDRAW');
    expect(await waiting(judging, actors[0]!)).toEqual(['SUBMIT_RESULT']);
  });
});

describe('interests to be declared', () => {
  test('wait for every candidate who comes before the committee', async () => {
    const of = await hearingProcedure(selection, 'gew:vacancy:declare', brusselsVacancy(), 2);
    const [{ subject }] = (await appointed(selection, of, 1)) as [TestMember];
    const actor = memberActor(subject, of.procedure);
    expect(await waitingIn(selection, actor, of.procedure)).toEqual(['DECLARE_INTERESTS 2']);
    const own = { kind: 'CONFLICT', application: of.applicants[0]!.application, reasons: REASONS };
    acted(await declare(actor, of.procedure, own));
    expect(await waitingIn(selection, actor, of.procedure)).toEqual(['DECLARE_INTERESTS 1']);
    acted(await declare(actor, of.procedure));
    expect(await waitingIn(selection, actor, of.procedure)).toEqual([]);
    const late = await selection.applicant('gew:vacancy:declare');
    expect(await waitingIn(selection, actor, of.procedure)).toEqual([]);
    await selection.decided(late, 'ELIGIBLE');
    expect(await taskIn(selection, actor, of.procedure, 'DECLARE_INTERESTS')).toMatchObject({
      ...{ count: 1, application: late.application },
    });
    acted(await declare(actor, of.procedure));
    expect(await waitingIn(selection, actor, of.procedure)).toEqual([]);
  });
});
