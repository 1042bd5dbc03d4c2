import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { appointed, hearingProcedure, type TestMember } from '../committee/testing/committee.ts';
import { BRUSSELS, FEDERAL, submittingIn } from '../result/testing/submitting.ts';
import {
  bar,
  concluded,
  type JudgingCase,
  judgingCase,
  leave,
  REASONS,
  scoredByAll,
  scoring,
  seat,
  versionOf,
} from '../scoring/testing/judging.ts';
import { candidateActor, memberActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
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

describe('who is on a committee', () => {
  test('is barred: has no task for that candidate, and as the chair none for all of them', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:barred', BRUSSELS, { candidates: 3, members: 3 });
    const { applications, members, actors } = judging;
    const [one] = applications as [string];
    await bar(selection, judging, members[1]!, one);
    expect(await waiting(judging, actors[1]!)).toEqual(['SCORE_CANDIDATES 2']);
    await bar(selection, judging, members[0]!, one);
    for (const application of applications) await scoredByAll(selection, judging, application);
    expect(await waiting(judging, actors[1]!)).toEqual([]);
    expect(await waiting(judging, actors[0]!)).toEqual(['CONCLUDE_CANDIDATES 2']);
    expect(await conclude(actors[0]!, one)).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code: 'BARRED' })]),
    });
    await bar(selection, judging, members[2]!, null);
    expect(await myTasks(selection, actors[2]!)).toEqual([]);
    await bar(selection, judging, members[0]!, null);
    expect(await myTasks(selection, actors[0]!)).toEqual([]);
  });

  test('ranks nobody of whom they may not judge one', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:rank', BRUSSELS, { candidates: 2, members: 2 });
    await concluded(selection, judging, judging.applications);
    expect(await waiting(judging, judging.actors[0]!)).toEqual(['RANK_CANDIDATES 2']);
    await bar(selection, judging, judging.members[0]!, judging.applications[0]!);
    expect(await waiting(judging, judging.actors[0]!)).toEqual([]);
    expect(await acts.rank(judging, judging.applications)).toMatchObject({ problems: [{ code: 'BARRED' }] });
  });

  test('does not score whom they did not hear, and concludes only with enough who did', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:heard', BRUSSELS, { candidates: 1, members: 2 });
    const [application] = judging.applications as [string];
    const late = await seat(selection, judging.procedure);
    await seat(selection, judging.procedure);
    expect(await waiting(judging, late.actor)).toEqual([]);
    await scoredByAll(selection, judging, application);
    // Two of four are no quorum.
    expect(await waiting(judging, judging.actors[0]!)).toEqual([]);
    await leave(selection, late.id);
    expect(await waiting(judging, judging.actors[0]!)).toEqual(['CONCLUDE_CANDIDATES 1']);
    expect(await myTasks(selection, late.actor)).toEqual([]);
  });

  test('no longer, has no tasks; nor has anybody without being on it, or without a token for it', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:left', BRUSSELS, { candidates: 1, members: 2 });
    const { actors, members, procedure } = judging;
    expect(await waiting(judging, actors[1]!)).toEqual(['SCORE_CANDIDATES 1']);
    const other = memberActor(actors[1]!.subject, 'gew:procedure:x');
    expect(await myTasks(selection, other)).toEqual([]);
    expect(await myTasks(selection, memberActor('nobody', procedure))).toEqual([]);
    await leave(selection, members[1]!);
    expect(await myTasks(selection, actors[1]!)).toEqual([]);
    expect(await scoring(selection, actors[1]!, judging.applications[0]!)).toMatchObject({
      problems: [{ code: 'UNKNOWN_APPLICATION' }],
    });
  });

  test('of several procedures, and a candidate elsewhere, sees what waits in each', async () => {
    const [here, there] = [
      await judgingCase(selection, 'gew:vacancy:here', BRUSSELS, { candidates: 2, members: 1 }),
      await judgingCase(selection, 'vrb:vacancy:there', FEDERAL, { candidates: 1, members: 1 }),
    ];
    const { subject } = here.actors[0]!;
    await selection.query('UPDATE committee_member SET holder = $2 WHERE id = $1', [
      ...[there.members[0], selection.installation.digest.of(subject)],
    ]);
    const grants = [here.procedure, there.procedure].flatMap((id) => memberActor(subject, id).grants);
    const both = { ...here.actors[0]!, grants: [...grants, ...candidateActor(subject).grants] };
    expect(await waiting(here, both)).toEqual(['SCORE_CANDIDATES 2']);
    expect(await waiting(there, both)).toEqual(['SCORE_CANDIDATES 1']);
    expect(await waiting(there, here.actors[0]!)).toEqual([]);
  });

  test('has no task for who was erased', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:erased', BRUSSELS, { candidates: 2, members: 1 });
    const { actors, applicants, applications, procedure } = judging;
    await scoring(selection, actors[0]!, applications[1]!);
    expect(await waitingIn(selection, actors[0]!, procedure)).toEqual([
      ...['DECLARE_INTERESTS 2', 'SCORE_CANDIDATES 1', 'CONCLUDE_CANDIDATES 1'],
    ]);
    await selection.erased(applicants[0]!);
    expect(await waitingIn(selection, actors[0]!, procedure)).toEqual(['DECLARE_INTERESTS 1', 'CONCLUDE_CANDIDATES 1']);
    await selection.erased(applicants[1]!);
    expect(await waitingIn(selection, actors[0]!, procedure)).toEqual([]);
  });
});
