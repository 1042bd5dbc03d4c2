import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { send } from '../notification/notification.sending.ts';
import {
  bar,
  competence,
  concluded,
  type JudgingCase,
  judgingCase,
  leave,
  REASONS,
  scoredByAll,
  scoring,
  seat,
  seen,
  versionOf,
} from '../scoring/testing/judging.ts';
import { authority, candidateActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const COMPETENCES = [competence('a', 'oral', 'interview')];
const federal = federalVacancy({ competences: COMPETENCES });
const brussels = brusselsVacancy({ competences: COMPETENCES });
const conclude = async (actor: Actor, application: string, own: Record<string, unknown> = {}) => {
  const version = await versionOf(selection, 'candidacy', application);
  const input = { application, version, group: 'SUITABLE', reasons: REASONS, ...own };
  return selection.write(actor, 'concludeCandidate', input);
};
const groupOf = async (actor: Actor, application: string) =>
  (await seen(selection, actor, [application], ({ conclusions }, one) => conclusions.of(one))).answers[0];
const codesOf = ({ problems }: { problems: { path: string; code: string; value: string | null }[] }) =>
  problems.map(({ path, code, value }) => [path, code, value]);

describe('a committee', () => {
  test('S2.S Result: finds a candidate suitable or not, with reasons, by its chair, once all have scored', async () => {
    const judging = await judgingCase(selection, 'vrb:vacancy:conclude', federal, { candidates: 2, members: 3 });
    const { applications, actors, members } = judging;
    const [one, other] = applications as [string, string];
    await scoring(selection, actors[0]!, one);
    expect(codesOf(await conclude(actors[0]!, one, { reasons: 'Goed.' }))).toEqual([
      ['application', 'SCORES_MISSING', members[1]],
      ['application', 'SCORES_MISSING', members[2]],
      ['reasons', 'TOO_SHORT', null],
    ]);
    await scoring(selection, actors[1]!, one);
    await scoring(selection, actors[2]!, one);
    expect(codesOf(await conclude(actors[1]!, one))).toEqual([['procedure', 'NOT_THE_CHAIR', null]]);
    const version = await versionOf(selection, 'candidacy', one);
    expect(await conclude(actors[0]!, one)).toMatchObject({ id: one, version: version + 1 });
    await scoredByAll(selection, judging, other);
    expect(await conclude(actors[0]!, other, { group: 'UNSUITABLE' })).toMatchObject({ id: other });
    expect(await groupOf(actors[1]!, one)).toMatchObject({ group: 'SUITABLE', reasons: REASONS });
    expect(await groupOf(recruiter(), other)).toMatchObject({ group: 'UNSUITABLE', reasons: REASONS });
    const [entry] = await selection.query<object>(
      `SELECT act, actor, after, person, sealed IS NOT NULL AS sealed FROM trail_entry WHERE about_id = $1 AND act LIKE 'FIND%'`,
      [one],
    );
    expect(entry).toMatchObject({
      ...{ act: 'FIND_SUITABLE', actor: `member:${members[0]}`, sealed: true },
      after: { status: 'SUITABLE', result: 'SUITABLE', judges: members },
    });
  });

  test('thinks again, or gives other reasons, until the result is submitted', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:again', brussels, { candidates: 1, members: 2 });
    const [application] = judging.applications as [string];
    const chair = judging.actors[0]!;
    await concluded(selection, judging, [application]);
    expect(await conclude(chair, application, { group: 'UNSUITABLE' })).toMatchObject({
      __typename: 'SelectionRecorded',
    });
    const reasons = 'De motivatie voor de functie overtuigde niet.';
    expect(await conclude(chair, application, { group: 'UNSUITABLE', reasons })).toMatchObject({ id: application });
    expect(await groupOf(chair, application)).toMatchObject({ group: 'UNSUITABLE', reasons });
    expect(await conclude(chair, application)).toMatchObject({ id: application });
    expect(await groupOf(chair, application)).toMatchObject({ group: 'SUITABLE', reasons: REASONS });
  });

  test('concludes once, with 50 requests at the same time, and with one key has one answer', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:fifty', brussels, { candidates: 2, members: 1 });
    const [one, other] = judging.applications as [string, string];
    const version = await versionOf(selection, 'candidacy', one);
    for (const application of judging.applications) await scoredByAll(selection, judging, application);
    const at = (application: string, own = {}) => conclude(judging.actors[0]!, application, { version, ...own });
    const answers = await Promise.all(Array.from({ length: 50 }, () => at(one)));
    expect(answers.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'VersionConflict')).toHaveLength(49);
    const again = await Promise.all(Array.from({ length: 50 }, () => at(other, { idempotencyKey: 'conclude-once' })));
    expect(new Set(again.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(again[0]).toMatchObject({ __typename: 'SelectionRecorded', version: version + 1 });
  });

  test('has its quorum in who heard the candidate and has no conflict', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:quorum', brussels, { candidates: 1, members: 4 });
    const { applications, actors, members } = judging;
    const [application] = applications as [string];
    await scoredByAll(selection, judging, application);
    await bar(selection, judging, members[2]!, application);
    await bar(selection, judging, members[3]!, application);
    expect(codesOf(await conclude(actors[0]!, application))).toEqual([['application', 'NO_QUORUM', '2']]);
  });

  test('does not conclude by a chair who has a conflict with the candidate, but by the one who takes the place', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:chair', brussels, { candidates: 1, members: 3 });
    const { applications, actors, members, procedure } = judging;
    const [application] = applications as [string];
    await scoredByAll(selection, judging, application);
    await bar(selection, judging, members[0]!, application);
    expect(codesOf(await conclude(actors[0]!, application))).toEqual([['application', 'BARRED', null]]);
    await leave(selection, members[0]!);
    const chair = await seat(selection, procedure, 'CHAIR');
    expect(await conclude(chair.actor, application)).toMatchObject({ id: application });
  });

  test('does not conclude on who has not been heard, nor on who is not before it', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:notyet', brussels, { candidates: 2, members: 1 });
    const [one, other] = judging.applications as [string, string];
    await selection.query('UPDATE candidacy SET step_id = $2 WHERE id = $1', [one, judging.steps.get('interview')]);
    expect(codesOf(await conclude(judging.actors[0]!, one))).toEqual([
      ['application', 'NOT_IN_THIS_STEP', 'INTERVIEW'],
    ]);
    await selection.applied(judging.applicants[1]!, 'WITHDRAWN', 'WITHDRAW');
    expect(codesOf(await conclude(judging.actors[0]!, other))).toEqual([['application', 'UNKNOWN_APPLICATION', null]]);
  });

  test('legal 3: does not conclude in two groups where the notice announces four', async () => {
    const state = brusselsVacancy({ competences: COMPETENCES });
    const announcedSteps = state.announcedSteps.map((step) =>
      step.kind === 'RESULT' ? { ...step, suitabilityScheme: 'A_TO_D' as const } : step,
    );
    const judging = await judgingCase(
      selection,
      'gew:vacancy:a-to-d',
      { ...state, announcedSteps },
      {
        ...{ candidates: 1, members: 1 },
      },
    );
    const [chair] = judging.actors as [Actor];
    const other = ['procedure', 'OTHER_SCHEME', 'A_TO_D'];
    expect(codesOf(await scoring(selection, chair, judging.applications[0]!))).toEqual([other]);
    expect(codesOf(await conclude(chair, judging.applications[0]!))).toContainEqual(other);
    const { procedure } = judging;
    expect(codesOf(await selection.write(chair, 'rankCandidates', { procedure, places: [] }))).toContainEqual(other);
    expect(codesOf(await selection.write(chair, 'submitResult', { procedure, version: 2 }))).toContainEqual(other);
  });
});

describe('what a committee concluded', () => {
  let judging: JudgingCase;
  beforeAll(async () => {
    judging = await judgingCase(selection, 'gew:vacancy:shown', brussels, { candidates: 2, members: 3 });
    await concluded(selection, judging, judging.applications.slice(0, 1));
  });

  test('is not shown to members whom a conflict bars, nor to the authority before the result is submitted', async () => {
    const [one, other] = judging.applications as [string, string];
    await bar(selection, judging, judging.members[2]!, other);
    expect(await groupOf(judging.actors[2]!, one)).toMatchObject({ group: 'SUITABLE' });
    expect(await groupOf(judging.actors[2]!, other)).toBeNull();
    expect(await groupOf(authority('gew'), one)).toBeUndefined();
  });

  test('S2.S Result: is shown to the candidate from when the result was sent, and stays as it was told', async () => {
    const [one, other] = judging.applicants;
    const candidate = candidateActor(other!.subject);
    expect(await groupOf(candidate, other!.application)).toBeNull();
    await selection.inProcedure(judging.procedure, (work) =>
      send(work, [
        {
          candidacy: { id: other!.application, candidateId: other!.candidate },
          ...{ about: 'RESULT', stepId: null, negative: true, remedyStated: true, byLetter: false },
        },
      ]),
    );
    expect(await groupOf(candidate, other!.application)).toMatchObject({ group: 'UNSUITABLE', reasons: REASONS });
    expect(await groupOf(candidateActor(one!.subject), one!.application)).toBeNull();
    expect(codesOf(await conclude(judging.actors[0]!, other!.application))).toEqual([
      ['application', 'RESULT_SENT', null],
    ]);
  });

  test('loses its reasons with the key of the candidate', async () => {
    await selection.erased(judging.applicants[0]!);
    expect(await groupOf(judging.actors[0]!, judging.applications[0]!)).toMatchObject({
      group: 'SUITABLE',
      reasons: null,
    });
  });
});
