import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { announcedStep } from '@mandate-graph/testkit';
import { hearingProcedure, newMember, reporting } from '../committee/testing/committee.ts';
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
import { candidateActor, memberActor, openSelection, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { DONE, myTasks, waitingIn } from './testing/tasks.ts';

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

  test('is found to be barred: declares, since the hearing asks it of all, and takes no part; a candidate does nothing', async () => {
    const [upper, lower] = ['vrb:position:task-upper', 'vrb:position:task-lower'];
    await reporting(selection, [upper, lower], [[lower, upper]]);
    const of = await hearingProcedure(selection, 'gew:vacancy:line', brusselsVacancy(), 2);
    const member = newMember({ position: upper, function: 'CHAIR' });
    acted(await selection.write(of.by, 'appointMember', { procedure: of.procedure, ...member }));
    const { application } = of.applicants[0]!;
    const held = { application, position: lower, reasons: REASONS };
    acted(await selection.write(of.by, 'recordPositionHeld', held));
    const actor = memberActor(member.subject, of.procedure);
    expect(await waitingIn(selection, actor, of.procedure)).toEqual(['DECLARE_INTERESTS 2']);
    acted(await declare(actor, of.procedure));
    expect(await waitingIn(selection, actor, of.procedure)).toEqual([]);
    const late = await selection.applicant('gew:vacancy:line');
    await selection.decided(late, 'ELIGIBLE');
    expect(await waitingIn(selection, actor, of.procedure)).toEqual(['DECLARE_INTERESTS 1']);
    await selection.applicant('gew:vacancy:line', member.subject);
    expect(await myTasks(selection, actor)).toEqual([]);
  });

  test('has nothing to score in a scheme that is not run here', async () => {
    const result = announcedStep('result', 3, { kind: 'RESULT', suitabilityScheme: 'A_TO_D' });
    const announcedSteps = [...BRUSSELS.announcedSteps.slice(0, 2), result];
    const state = { ...BRUSSELS, announcedSteps };
    const judging = await judgingCase(selection, 'gew:vacancy:scheme', state, { candidates: 1, members: 1 });
    const [actor] = judging.actors as [Actor];
    expect(await waiting(judging, actor)).toEqual([]);
    expect(await scoring(selection, actor, judging.applications[0]!)).toMatchObject({
      problems: [{ code: 'OTHER_SCHEME' }],
    });
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
