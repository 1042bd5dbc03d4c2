import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { candidateOf, PersonKeys } from '../person/person.keys.ts';
import { openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';
import { trailPlace } from '../trail/trail.writer.ts';
import { competence, type JudgingCase, judgingCase, leave, scoring, seen } from './testing/judging.ts';

const WHY = 'The chair of the session has shown the written case to me again.';
const OTHER = { scores: [{ competence: 'a', score: '15' }] };
const vacancy = federalVacancy({ competences: [competence('a', 'oral', 'interview')] });

let selection: TestSelection;
let made = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const judging = () => judgingCase(selection, `vrb:vacancy:correction${++made}`, vacancy, { candidates: 1, members: 3 });
const score = ({ actors, applications }: JudgingCase, at: number, own: Record<string, unknown> = {}) =>
  scoring(selection, actors[at]!, applications[0]!, own);
const marks = async ({ actors, applications }: JudgingCase) =>
  (await seen(selection, actors[0]!, applications, ({ scores }, one) => scores.scoresOf(one))).answers[0]!.map(
    ({ correctedAfterOthers }) => correctedAfterOthers,
  );

test('a correction is free while nobody else has scored, and is not marked', async () => {
  const of = await judging();
  await score(of, 0);
  expect(await score(of, 0, { ...OTHER, version: 1 })).toMatchObject({ version: 2 });
  expect(await marks(of)).toEqual([false]);
});

test('once the scores of another are open to a member, a correction has reasons, and stays marked', async () => {
  const of = await judging();
  await score(of, 0);
  await score(of, 1);
  for (const reasons of [undefined, 'Too short.'])
    expect(await score(of, 0, { ...OTHER, version: 1, reasons })).toMatchObject({
      problems: [{ path: 'reasons', code: 'TOO_SHORT', value: null }],
    });
  expect(await score(of, 0, { ...OTHER, version: 1, reasons: WHY })).toMatchObject({ version: 2 });
  expect(await marks(of)).toEqual([true, false]);
  expect(await score(of, 0, { version: 2, reasons: WHY })).toMatchObject({ version: 3 });
  expect(await marks(of)).toEqual([true, false]);
  const { errors, data } = await selection.ask(
    of.actors[0]!,
    'query ($id: ID!) { selectionProcedure(id: $id) { candidacies { edges { node { scores { correctedAfterOthers } } } } } }',
    { id: of.procedure },
  );
  expect([errors, data.selectionProcedure.candidacies.edges[0].node.scores[0]]).toEqual([
    ...[undefined, { correctedAfterOthers: true }],
  ]);
});

test('what a member who has left had scored was open all the same', async () => {
  const of = await judging();
  await score(of, 0);
  await score(of, 2);
  await leave(selection, of.members[2]!);
  expect(await score(of, 0, { ...OTHER, version: 1 })).toMatchObject({ problems: [{ path: 'reasons' }] });
});

test('a first score has no reasons, whoever has scored before, and an older version is told first', async () => {
  const of = await judging();
  await score(of, 1);
  expect(await score(of, 0)).toMatchObject({ version: 1 });
  expect(await score(of, 0)).toMatchObject({ __typename: 'VersionConflict', currentVersion: 1 });
  expect(await marks(of)).toEqual([false, false]);
});

test('the reasons of a correction are sealed in the trail, and nowhere else', async () => {
  const of = await judging();
  await score(of, 0);
  await score(of, 1);
  await score(of, 0, { ...OTHER, version: 1, reasons: WHY });
  const entries = await selection.query<{ seq: number; after: object; sealed: Buffer; text: string }>(
    `SELECT seq, after, sealed, entry::text AS text FROM trail_entry entry
     WHERE procedure_id = $1 AND act = 'SCORE' ORDER BY seq`,
    [of.procedure],
  );
  expect(entries.map(({ after }) => 'afterOthers' in after)).toEqual([false, false, true]);
  for (const { text } of entries) expect(text).not.toContain('chair of the session');
  const keys = new PersonKeys(selection.source.manager, selection.installation.sealing);
  const person = candidateOf(of.applicants[0]!.candidate);
  await keys.load([person]);
  const opened = entries.map(({ seq, sealed }) => keys.open(person, trailPlace(of.procedure, seq), sealed));
  expect(opened.map((content) => (content as { reasons?: string }).reasons)).toEqual([undefined, undefined, WHY]);
  await score(of, 2);
  const shown = await selection.ask(
    recruiter(),
    'query ($id: ID!) { selectionProcedure(id: $id) { trail(first: 100) { edges { node { act personal { name value } } } } } }',
    { id: of.procedure },
  );
  expect(JSON.stringify(shown.data)).toContain(WHY);
});
