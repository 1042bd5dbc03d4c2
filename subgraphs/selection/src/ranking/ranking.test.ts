import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import {
  bar,
  competence,
  concluded,
  type JudgingCase,
  judgingCase,
  REASONS,
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
const at = (place: number, ...applications: string[]) => ({ place, applications, reasons: REASONS });
const rank = ({ procedure, actors }: JudgingCase, places: object[], own: object = {}, actor: Actor = actors[0]!) =>
  selection.write(actor, 'rankCandidates', { procedure, places, ...own });
const placesSeen = async (actor: Actor, { applications }: JudgingCase) => {
  const { answers } = await seen(selection, actor, applications, ({ rankings }, one) => rankings.of(one));
  return answers.map((one) => one?.place ?? null);
};
const codesOf = ({ problems }: { problems: { path: string; code: string; value: string | null }[] }) =>
  problems.map(({ path, code, value }) => [path, code, value]);
const ranked = async (local: string, candidates: number, suitable: number) => {
  const judging = await judgingCase(selection, `vrb:vacancy:${local}`, federalVacancy({ competences: COMPETENCES }), {
    ...{ candidates, members: 2 },
  });
  await concluded(selection, judging, judging.applications.slice(0, suitable));
  return judging;
};

describe('a ranking', () => {
  test('S2.S Result: is made of the suitable by the chair, each place with reasons, and anew on the version that stands', async () => {
    const judging = await ranked('rank', 3, 2);
    const [one, two] = judging.applications as [string, string];
    const { procedure, actors } = judging;
    expect(codesOf(await rank(judging, [at(1, one), at(2, two)], {}, actors[1]!))).toEqual([
      ['procedure', 'NOT_THE_CHAIR', null],
    ]);
    expect(await rank(judging, [at(2, two), at(1, one)])).toMatchObject({ id: procedure, version: 1 });
    expect(await placesSeen(actors[1]!, judging)).toEqual([1, 2, null]);
    expect(await rank(judging, [at(1, two), at(2, one)])).toMatchObject({
      ...{ __typename: 'VersionConflict', id: procedure, givenVersion: 0, currentVersion: 1 },
    });
    const replaced = await Promise.all(
      Array.from({ length: 50 }, () => rank(judging, [at(1, two), at(2, one)], { version: 1 })),
    );
    expect(replaced.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    expect(replaced.filter(({ __typename }) => __typename === 'VersionConflict')).toHaveLength(49);
    expect(await placesSeen(recruiter(), judging)).toEqual([2, 1, null]);
    expect(await placesSeen(candidateActor(judging.applicants[0]!.subject), judging)).toEqual([null, null, null]);
    expect(await placesSeen(authority(), judging)).toEqual([null, null, null]);
    const shown = await seen(selection, recruiter(), [one], ({ rankings }, candidacy) => rankings.of(candidacy));
    expect(shown.answers).toEqual([{ place: 2, reasons: REASONS }]);
    const { data } = await selection.ask(
      recruiter(),
      'query ($id: ID!) { selectionProcedure(id: $id) { rankingVersion scoreSheet { competences lowest highest } } }',
      { id: procedure },
    );
    expect(data.selectionProcedure).toEqual({
      ...{ rankingVersion: 2, scoreSheet: { competences: ['a'], lowest: '0', highest: '20' } },
    });
  });

  test('S2.S Result: has nobody who is unsuitable or of another procedure, and everybody who is suitable', async () => {
    const judging = await ranked('foreign', 3, 2);
    const other = await ranked('elsewhere', 1, 1);
    const [one, , three] = judging.applications as [string, string, string];
    const places = [at(1, one), at(2, three), at(3, other.applications[0]!), at(4, randomUUID())];
    expect(codesOf(await rank(judging, places))).toEqual([
      ['places[1].applications[0]', 'NOT_SUITABLE', null],
      ['places[2].applications[0]', 'NOT_SUITABLE', null],
      ['places[3].applications[0]', 'NOT_SUITABLE', null],
      ['places', 'NOT_RANKED', judging.applications[1]],
    ]);
    expect(codesOf(await rank(other, [at(1, other.applications[0]!)]))).toEqual([['places', 'NOT_SEVERAL', '1']]);
  });

  test('has no ties, since the regime allows none', async () => {
    const judging = await ranked('ties', 2, 2);
    expect(codesOf(await rank(judging, [at(1, ...judging.applications)], { version: 3 }))).toEqual([
      ['places[0].applications', 'TIE', '2'],
      ['version', 'NOTHING_TO_CHANGE', '3'],
    ]);
  });

  test('is made by a chair who may judge all of the suitable', async () => {
    const judging = await ranked('conflict', 2, 2);
    const [one, two] = judging.applications as [string, string];
    await bar(selection, judging, judging.members[0]!, two);
    for (const places of [[at(1, one), at(2, two)], [at(1, one)], []])
      expect(codesOf(await rank(judging, places))).toEqual([['procedure', 'BARRED', null]]);
  });

  test('is kept in every version, with whoever lost the place, and its reasons sealed', async () => {
    const judging = await ranked('kept', 3, 3);
    const [one, two, three] = judging.applications as [string, string, string];
    await rank(judging, [at(1, one), at(2, two), at(3, three)]);
    const version = await versionOf(selection, 'candidacy', one);
    const input = { application: one, version, group: 'UNSUITABLE', reasons: REASONS };
    await selection.write(judging.actors[0]!, 'concludeCandidate', input);
    expect(await placesSeen(recruiter(), judging)).toEqual([null, 2, 3]);
    await rank(judging, [at(1, two), at(2, three)], { version: 1 });
    const rows = await selection.query<object>(
      `SELECT id, place, version, reason, data IS NULL AS empty FROM ranking_place WHERE procedure_id = $1`,
      [judging.procedure],
    );
    expect(rows).toHaveLength(3);
    expect(rows).toContainEqual({ id: one, place: null, version: 2, reason: 'UNRANK', empty: true });
    const trail = await selection.query<object>(
      `SELECT before, after FROM trail_entry WHERE procedure_id = $1 AND act = 'RANK' AND about = 'PROCEDURE' ORDER BY seq`,
      [judging.procedure],
    );
    const placed = (...ids: string[]) => ({
      places: ids.map((application, index) => ({ place: index + 1, application })),
    });
    expect(trail).toEqual([
      { before: { places: [] }, after: placed(one, two, three) },
      { before: placed(one, two, three), after: placed(two, three) },
    ]);
  });

  test('is made by the committee of the procedure only', async () => {
    const judging = await ranked('who', 2, 2);
    const other = await ranked('who-else', 1, 1);
    const [one, two] = judging.applications as [string, string];
    const places = [at(1, one), at(2, two)];
    expect(codesOf(await rank(judging, places, {}, other.actors[0]!))).toEqual([
      ['procedure', 'UNKNOWN_PROCEDURE', null],
    ]);
    for (const actor of [recruiter(), authority()])
      expect(await rank(judging, places, {}, actor)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  test('is not made before the procedure has started', async () => {
    selection.at('2025-10-01T10:00');
    const procedure = await selection.vacancy('gew:vacancy:unstarted', brusselsVacancy());
    const { actor } = await seat(selection, procedure, 'CHAIR');
    expect(codesOf(await selection.write(actor, 'rankCandidates', { procedure, places: [] }))).toEqual([
      ['procedure', 'NOT_AT_THIS_TIME', 'NOT_STARTED'],
    ]);
  });
});
