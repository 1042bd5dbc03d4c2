import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import { bar, competence, concluded, judgingCase, leave, scoring, seat, seen } from './testing/judging.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const COMPETENCES = [competence('a', 'oral', 'interview'), competence('test', 'assessment')];
const federal = federalVacancy({ competences: COMPETENCES });
const brussels = brusselsVacancy({ competences: COMPETENCES });
const scoresOf = async (actor: Parameters<typeof seen>[1], application: string) =>
  (await seen(selection, actor, [application], (services, candidacy) => services.scores.scoresOf(candidacy)))
    .answers[0];

describe('a member of the committee', () => {
  test('S2.S3: scores the competences of the oral, on their own', async () => {
    const { applications, actors, members } = await judgingCase(selection, 'vrb:vacancy:own', federal, {
      ...{ candidates: 1, members: 3 },
    });
    const [application] = applications as [string];
    const recorded = await scoring(selection, actors[1]!, application, { remarks: 'Overtuigend in de casus.' });
    expect(recorded).toMatchObject({ __typename: 'SelectionRecorded', version: 1 });
    expect(await scoresOf(actors[1]!, application)).toMatchObject([
      {
        ...{ id: recorded.id, member: members[1], own: true, version: 1, average: '12.00' },
        ...{ scores: [{ competence: 'a', score: '12', remarks: null }], remarks: 'Overtuigend in de casus.' },
      },
    ]);
    expect(await scoresOf(actors[0]!, application)).toBeNull();
    expect(await scoresOf(recruiter(), application)).toBeNull();
  });

  test('is refused with everything that is wrong with the scores, and no score is repeated', async () => {
    const { applications, actors } = await judgingCase(selection, 'vrb:vacancy:wrong', federal, {
      ...{ candidates: 1, members: 2 },
    });
    const scores = [
      { competence: 'test', score: '77.5' },
      { competence: 'other', score: '3' },
    ];
    const refused = await scoring(selection, actors[0]!, applications[0]!, { version: 4, scores });
    expect(refused.problems.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['scores[0].competence', 'UNKNOWN_COMPETENCE'],
      ['scores[0].score', 'OUT_OF_SCALE'],
      ['scores[1].competence', 'UNKNOWN_COMPETENCE'],
      ['scores', 'SCORE_MISSING'],
      ['version', 'NOTHING_TO_CHANGE'],
    ]);
    expect(JSON.stringify(refused)).not.toContain('77.5');
  });

  test('corrects their own scores until the candidate is concluded, on the version that stands', async () => {
    const judging = await judgingCase(selection, 'vrb:vacancy:correct', federal, { candidates: 1, members: 2 });
    const { applications, actors } = judging;
    const [application] = applications as [string];
    const { id } = await scoring(selection, actors[1]!, application);
    const scores = [{ competence: 'a', score: '14.5' }];
    expect(await scoring(selection, actors[1]!, application, { scores })).toMatchObject({
      ...{ __typename: 'VersionConflict', id, givenVersion: 0, currentVersion: 1 },
    });
    expect(await scoring(selection, actors[1]!, application, { scores, version: 1 })).toMatchObject({ id, version: 2 });
    expect(await scoresOf(actors[1]!, application)).toMatchObject([{ version: 2, average: '14.50' }]);
    await concluded(selection, judging, [application]);
    const late = { scores, version: 2, reasons: 'They had been added up wrongly at first.' };
    expect(await scoring(selection, actors[1]!, application, late)).toMatchObject({
      problems: [{ path: 'application', code: 'CONCLUDED', value: null }],
    });
  });

  test('scores a candidate once, however often and however many times at once it is sent', async () => {
    const { applications, actors } = await judgingCase(selection, 'vrb:vacancy:once', federal, {
      ...{ candidates: 1, members: 2 },
    });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => scoring(selection, actors[1]!, applications[0]!)),
    );
    expect(answers.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'VersionConflict')).toHaveLength(49);
    const idempotencyKey = 'the-same';
    const again = await Promise.all(
      Array.from({ length: 50 }, () => scoring(selection, actors[0]!, applications[0]!, { idempotencyKey })),
    );
    expect(new Set(again.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(again[0]).toMatchObject({ __typename: 'SelectionRecorded', version: 1 });
  });

  test('with a conflict of interest neither scores the candidate nor sees the scores', async () => {
    const judging = await judgingCase(selection, 'vrb:vacancy:barred', federal, { candidates: 2, members: 3 });
    const { applications, actors, members } = judging;
    const [one, other] = applications as [string, string];
    for (const actor of actors) await scoring(selection, actor, one);
    expect(await scoresOf(actors[1]!, one)).toHaveLength(3);
    await bar(selection, judging, members[1]!, one);
    expect(await scoresOf(actors[1]!, one)).toBeNull();
    expect(await scoring(selection, actors[1]!, one, { version: 1 })).toMatchObject({
      problems: [{ path: 'application', code: 'BARRED', value: null }],
    });
    // What they had scored counts no more, and the others see it no more.
    expect((await scoresOf(actors[0]!, one))!.map(({ member }) => member)).toEqual([members[0], members[2]]);
    expect(await scoring(selection, actors[1]!, other)).toMatchObject({ __typename: 'SelectionRecorded' });
    const inOf = await seen(selection, actors[1]!, applications, ({ scores }, candidacy) =>
      scores.scoresInOf(candidacy),
    );
    expect(inOf.answers).toMatchObject([null, [{ in: false }, { in: true }, { in: false }]]);
  });

  test('who was not there when the candidate was heard does not score', async () => {
    const judging = await judgingCase(selection, 'vrb:vacancy:absent', federal, { candidates: 1, members: 2 });
    const late = await seat(selection, judging.procedure);
    expect(await scoring(selection, late.actor, judging.applications[0]!)).toMatchObject({
      problems: [{ path: 'application', code: 'NOT_PRESENT' }],
    });
    for (const actor of judging.actors) await scoring(selection, actor, judging.applications[0]!);
    expect(await scoresOf(late.actor, judging.applications[0]!)).toBeNull();
  });

  test('who was replaced has scored in the trail, and counts no more', async () => {
    const judging = await judgingCase(selection, 'vrb:vacancy:replaced', federal, { candidates: 1, members: 3 });
    const { applications, actors, members, procedure } = judging;
    const [application] = applications as [string];
    for (const actor of actors) await scoring(selection, actor, application);
    await leave(selection, members[2]!);
    expect((await scoresOf(actors[0]!, application))!.map(({ member }) => member)).toEqual(members.slice(0, 2));
    expect(await scoring(selection, actors[2]!, application, { version: 1 })).toMatchObject({
      problems: [{ code: 'UNKNOWN_APPLICATION' }],
    });
    const trail = await selection.query<{ after: { member: string } }>(
      `SELECT after FROM trail_entry WHERE procedure_id = $1 AND act = 'SCORE' ORDER BY seq`,
      [procedure],
    );
    expect(trail.map(({ after }) => after.member)).toEqual(members);
  });
});

describe('scores', () => {
  test('S1.S2: are words where the notice names no competences for the interview', async () => {
    const { applications, actors } = await judgingCase(selection, 'gew:vacancy:words', brusselsVacancy(), {
      ...{ candidates: 1, members: 1 },
    });
    const given = { scores: [] };
    expect(await scoring(selection, actors[0]!, applications[0]!, given)).toMatchObject({
      problems: [{ path: 'remarks', code: 'REQUIRED' }],
    });
    const remarks = 'Motivatie, inzicht en verwachtingen zijn duidelijk.';
    expect(await scoring(selection, actors[0]!, applications[0]!, { ...given, remarks })).toMatchObject({ version: 1 });
  });

  test('are seen by the institution once all are in, which it sees before; by the candidate and the authority never', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:seen', brussels, { candidates: 1, members: 2 });
    const { applications, applicants, actors, members } = judging;
    const [application] = applications as [string];
    const secretary = recruiter('gew');
    const inOf = async (actor = secretary) =>
      (await seen(selection, actor, applications, ({ scores }, candidacy) => scores.scoresInOf(candidacy))).answers[0];
    await scoring(selection, actors[1]!, application);
    expect(await inOf()).toMatchObject([
      { member: members[0], in: false },
      { member: members[1], in: true },
    ]);
    expect(await scoresOf(secretary, application)).toBeNull();
    await scoring(selection, actors[0]!, application, { scores: [{ competence: 'a', score: '15' }] });
    expect(await scoresOf(secretary, application)).toHaveLength(2);
    const average = await seen(selection, secretary, applications, ({ scores }, one) => scores.averageOf(one));
    expect(average.answers).toEqual(['13.50']);
    const candidate = candidateActor(applicants[0]!.subject);
    expect([await scoresOf(candidate, application), await inOf(candidate)]).toEqual([null, null]);
    expect(await scoresOf(authority('gew'), application)).toBeUndefined();
    expect(await scoresOf(recruiter('vrb'), application)).toBeUndefined();
  });

  test('are sealed under the key of the candidate: with it goes what they say', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:sealed', brussels, { candidates: 1, members: 2 });
    const { applicants, applications, actors } = judging;
    const remarks = 'Zeer eigen woorden over deze persoon.';
    for (const actor of actors) await scoring(selection, actor, applications[0]!, { remarks });
    const kept = await selection.query<{ text: string }>(
      `SELECT score::text AS text FROM committee_score score UNION ALL SELECT entry::text FROM trail_entry entry
       UNION ALL SELECT outbox::text FROM outbox UNION ALL SELECT answer::text FROM idempotency answer`,
    );
    expect(kept.some(({ text }) => text.includes('eigen woorden'))).toBe(false);
    await selection.erased(applicants[0]!);
    expect(await scoresOf(actors[0]!, applications[0]!)).toMatchObject([
      { scores: [], average: null, remarks: null, own: true },
      { scores: [], average: null, remarks: null, own: false },
    ]);
  });

  test('are those of the committee of the procedure, and of candidates who are before it', async () => {
    const one = await judgingCase(selection, 'gew:vacancy:whose', brussels, { candidates: 2, members: 1 });
    const other = await judgingCase(selection, 'gew:vacancy:others', brussels, { candidates: 1, members: 1 });
    const unknown = { problems: [{ path: 'application', code: 'UNKNOWN_APPLICATION', value: null }] };
    expect(await scoring(selection, other.actors[0]!, one.applications[0]!)).toMatchObject(unknown);
    const stranger = memberActor('stranger', one.procedure);
    expect(await scoring(selection, stranger, one.applications[0]!)).toMatchObject(unknown);
    await selection.applied(one.applicants[1]!, 'WITHDRAWN', 'WITHDRAW');
    expect(await scoring(selection, one.actors[0]!, one.applications[1]!)).toMatchObject(unknown);
    for (const actor of [recruiter('gew'), authority('gew'), candidateActor('somebody')])
      expect(await scoring(selection, actor, one.applications[0]!)).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
  });
});
