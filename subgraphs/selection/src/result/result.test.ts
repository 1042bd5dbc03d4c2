import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { concluded, judgingCase, REASONS, seen, versionOf } from '../scoring/testing/judging.ts';
import { authority, candidateActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { BRUSSELS, codesOf, FEDERAL, submittingIn } from './testing/submitting.ts';

let selection: TestSelection;
let acts: ReturnType<typeof submittingIn>;
beforeAll(async () => {
  selection = await openSelection();
  acts = submittingIn(selection);
});
afterAll(() => selection.close());

const told = async (application: string) =>
  (
    await selection.query<{ data: object }>(
      `SELECT data FROM outbox WHERE subject = $1 AND type = 'mandate-graph.candidacy.recorded.v1' ORDER BY id DESC LIMIT 1`,
      [application],
    )
  )[0]!.data;
describe('a result', () => {
  test('S1.S3: is submitted with its ranking and reasons, and the suitable come before the authority', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:several', BRUSSELS, { candidates: 3, members: 2 });
    const [one, two, three] = judging.applications as [string, string, string];
    await concluded(selection, judging, [one, two]);
    expect(codesOf(await acts.submit(judging))).toEqual([['procedure', 'RANKING_INCOMPLETE', '2']]);
    await acts.rank(judging, [two, one]);
    expect(codesOf(await acts.submit(judging, {}, judging.actors[1]!))).toEqual([['procedure', 'NOT_THE_CHAIR', null]]);
    const version = await versionOf(selection, 'selection_procedure', judging.procedure);
    expect(await acts.submit(judging, { version: version - 1 })).toMatchObject({ __typename: 'VersionConflict' });
    expect(await acts.submit(judging)).toMatchObject({ id: judging.procedure, version: version + 1 });
    expect(await acts.shown(recruiter('gew'), judging)).toMatchObject({
      ...{ status: 'RESULT_SUBMITTED', ending: null, result: { suitable: 2, unsuitable: 1, ranked: 2 } },
      steps: [{ status: 'CONCLUDED' }, { status: 'CONCLUDED' }, { key: 'result', status: 'CONCLUDED' }],
    });
    expect(await told(two)).toMatchObject({ status: 'SUITABLE', submittedToAuthority: true });
    expect(await told(three)).toMatchObject({ status: 'UNSUITABLE', submittedToAuthority: false });
    const seenBy = await seen(selection, authority('gew'), judging.applications, async (services, candidacy) => ({
      group: (await services.conclusions.of(candidacy))?.group,
      ...(await services.rankings.of(candidacy)),
      scores: await services.scores.scoresOf(candidacy),
    }));
    expect(seenBy.answers).toEqual([
      { group: 'SUITABLE', place: 2, reasons: REASONS, scores: null },
      { group: 'SUITABLE', place: 1, reasons: REASONS, scores: null },
      undefined,
    ]);
  });

  test('S1.S3: with one who is suitable needs no ranking: that is the first place', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:one', BRUSSELS, { candidates: 2, members: 2 });
    const [one] = judging.applications as [string];
    await concluded(selection, judging, [one]);
    expect(await acts.submit(judging)).toMatchObject({ __typename: 'SelectionRecorded' });
    const places = await seen(selection, authority('gew'), judging.applications, ({ rankings }, candidacy) =>
      rankings.of(candidacy),
    );
    expect(places.answers).toEqual([{ place: 1, reasons: null }, undefined]);
    expect((await acts.shown(authority('gew'), judging)).result).toMatchObject({
      suitable: 1,
      unsuitable: 1,
      ranked: 0,
    });
  });

  test('S2.S Result: with nobody who is suitable ends the procedure', async () => {
    const judging = await judgingCase(selection, 'vrb:vacancy:none', FEDERAL, { candidates: 2, members: 2 });
    await concluded(selection, judging, []);
    expect(await acts.submit(judging)).toMatchObject({ __typename: 'SelectionRecorded' });
    expect(await acts.shown(recruiter(), judging)).toMatchObject({
      ...{ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NONE_SUITABLE' },
      result: { suitable: 0, unsuitable: 2, ranked: 0 },
    });
    const ended = await selection.query<object>(
      `SELECT data->>'ending' AS ending FROM outbox WHERE subject = $1 AND type LIKE '%procedure.ended%'`,
      [judging.procedure],
    );
    expect(ended).toEqual([{ ending: 'NONE_SUITABLE' }]);
    // The unsuitable are still to be told.
    const input = { procedure: judging.procedure, about: 'RESULT', remedyStated: true, byLetter: false };
    expect(await selection.write(recruiter(), 'sendOutcomes', input)).toMatchObject({
      __typename: 'SelectionRecorded',
    });
    const mine = await seen(
      selection,
      candidateActor(judging.applicants[1]!.subject),
      judging.applications,
      ({ conclusions }, candidacy) => conclusions.of(candidacy),
    );
    expect(mine.answers).toMatchObject([undefined, { group: 'UNSUITABLE', reasons: REASONS }]);
  });

  test('waits for the earlier steps, and for everybody to be concluded on', async () => {
    const judging = await judgingCase(selection, 'vrb:vacancy:waiting', FEDERAL, { candidates: 2, members: 1 });
    const oral = judging.steps.get('oral');
    await selection.query('UPDATE candidacy SET step_id = $2 WHERE id = $1', [judging.applications[0], oral]);
    await selection.query(`UPDATE selection_step SET status = 'RUNNING' WHERE id = $1`, [oral]);
    expect(codesOf(await acts.submit(judging))).toEqual([
      ['procedure', 'EARLIER_STEP', 'oral'],
      ['procedure', 'OUTCOMES_MISSING', '1'],
      ['procedure', 'NOT_CONCLUDED', '1'],
    ]);
  });

  test('is to be ranked again when somebody has left the ranking', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:left', BRUSSELS, { candidates: 3, members: 1 });
    const [one, two, three] = judging.applications as [string, string, string];
    await concluded(selection, judging, [one, two, three]);
    await acts.rank(judging, [one, two, three]);
    await selection.applied(judging.applicants[1]!, 'WITHDRAWN', 'WITHDRAW');
    expect(codesOf(await acts.submit(judging))).toEqual([['procedure', 'RANKING_INCOMPLETE', '2']]);
    await selection.applied(judging.applicants[2]!, 'WITHDRAWN', 'WITHDRAW');
    // Only one is left, who is first.
    expect(await acts.submit(judging)).toMatchObject({ __typename: 'SelectionRecorded' });
    const rows = await selection.query<object>(
      'SELECT id, place FROM ranking_place WHERE procedure_id = $1 AND place IS NOT NULL',
      [judging.procedure],
    );
    expect(rows).toEqual([{ id: one, place: 1 }]);
  });
});

describe('what the public knows of a result', () => {
  test('is that it was submitted, and no small number', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:public', BRUSSELS, { candidates: 11, members: 1 });
    expect((await acts.shown(PUBLIC_ACTOR, judging)).result).toBeNull();
    await concluded(selection, judging, judging.applications.slice(0, 6));
    await acts.rank(judging, judging.applications.slice(0, 6));
    await acts.submit(judging);
    const submittedAt = selection.clock.now().toString();
    const known = { submittedAt: expect.any(String), suitable: 6, unsuitable: 5, ranked: 6 };
    const published = await acts.shown(PUBLIC_ACTOR, judging);
    expect(published.result).toEqual(known);
    expect(Date.parse(published.result.submittedAt)).toBe(Date.parse(submittedAt));
    await selection.query('UPDATE submitted_result SET unsuitable = 4 WHERE id = $1', [judging.procedure]);
    const nothing = { suitable: null, unsuitable: null, ranked: null };
    expect((await acts.shown(PUBLIC_ACTOR, judging)).result).toMatchObject(nothing);
    expect((await acts.shown(authority('vrb'), judging)).result).toMatchObject(nothing);
    expect((await acts.shown(authority('gew'), judging)).result).toMatchObject({ suitable: 6, unsuitable: 4 });
  });
});
