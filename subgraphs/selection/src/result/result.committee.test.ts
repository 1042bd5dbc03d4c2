import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import type { GraphQLFieldResolver, GraphQLObjectType } from 'graphql';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import { hear, hearingProcedure, idsOf, open, readyCommittee } from '../committee/testing/committee.ts';
import { createSelection } from '../module.ts';
import { REASONS, scoring, seen, versionOf } from '../scoring/testing/judging.ts';
import type { SelectionServices } from '../selection.services.ts';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { FEDERAL, submittingIn } from './testing/submitting.ts';

const FIELDS = [
  ...['scores', 'averageScore', 'scoresIn', 'group', 'groupReasons', 'concludedAt', 'place', 'placeReasons'],
] as const;
let selection: TestSelection;
let candidacyType: GraphQLObjectType;
beforeAll(async () => {
  selection = await openSelection();
  const { schema } = await createSelection([]).schema();
  candidacyType = schema.getType('Candidacy') as GraphQLObjectType;
});
afterAll(() => selection.close());

/** The fields of a candidacy as the graph gives them to somebody, or the code of the refusal. */
async function fieldsOf(actor: Actor, application: string): Promise<Record<string, unknown>> {
  const resolve = async (services: SelectionServices, view: CandidacyView) => {
    const context = { actor, services, now: selection.clock.now() };
    const asked = FIELDS.map(async (name) => {
      const field = candidacyType.getFields()[name]!.resolve as GraphQLFieldResolver<unknown, unknown>;
      const answer = async () => field(view, {}, context, {} as never);
      return [name, await answer().catch((error) => error.extensions.code)] as const;
    });
    return Object.fromEntries(await Promise.all(asked));
  };
  return (await seen(selection, actor, [application], resolve)).answers[0]!;
}

test('S2.S Result: a committee of eight hears, scores, concludes, ranks and submits, and each sees what is theirs', async () => {
  const of = await hearingProcedure(selection, 'vrb:vacancy:eight', FEDERAL, 3);
  const { procedure, applicants, steps } = of;
  const members = await readyCommittee(selection, of, 9);
  const actors = members.map(({ subject }) => memberActor(subject, procedure));
  const [one, two, three] = applicants.map(({ application }) => application) as [string, string, string];
  // The last one hears nobody.
  const there = idsOf(members.slice(0, 8));
  expect(await open(selection, of, there)).toMatchObject({ __typename: 'SelectionRecorded' });
  for (const applicant of applicants)
    expect(await hear(selection, of, applicant, there)).toMatchObject({ __typename: 'SelectionRecorded' });
  for (const key of ['screening', 'assessment', 'oral'])
    await selection.write(recruiter(), 'concludeStep', { step: steps.get(key), version: 2 });
  // One of them says after the hearing what ties them to a candidate, and is neither waited for nor heard on them.
  const tie = { procedure, kind: 'CONFLICT', application: three, reasons: 'We have been working together for years.' };
  expect(await selection.write(actors[7]!, 'declareInterest', tie)).toMatchObject({ __typename: 'SelectionRecorded' });
  expect(await scoring(selection, actors[7]!, three)).toMatchObject({ problems: [{ code: 'BARRED' }] });
  expect(await scoring(selection, actors[8]!, one)).toMatchObject({ problems: [{ code: 'NOT_PRESENT' }] });
  for (const application of [one, two, three]) {
    for (const actor of actors.slice(0, application === three ? 7 : 8))
      expect(await scoring(selection, actor, application)).toMatchObject({ version: 1 });
    const group = application === two ? 'UNSUITABLE' : 'SUITABLE';
    const version = await versionOf(selection, 'candidacy', application);
    const input = { application, version, group, reasons: REASONS };
    expect(await selection.write(actors[0]!, 'concludeCandidate', input)).toMatchObject({ version: version + 1 });
  }
  const { rank, submit } = submittingIn(selection);
  const judging = { ...of, institution: 'vrb', applications: [], members: there, actors };
  expect(await rank(judging, [three, one])).toMatchObject({ version: 1 });
  const scored = { group: 'SUITABLE', groupReasons: REASONS, concludedAt: expect.any(String), placeReasons: REASONS };
  expect(await fieldsOf(actors[3]!, one)).toMatchObject({ ...scored, place: 2, averageScore: '12.00' });
  expect((await fieldsOf(actors[3]!, three)).scores).toHaveLength(7);
  expect((await fieldsOf(recruiter(), three)).scoresIn).toHaveLength(7);
  expect(Object.values(await fieldsOf(actors[7]!, three)).filter((shown) => shown != null)).toEqual([]);
  expect(await submit(judging)).toMatchObject({ __typename: 'SelectionRecorded' });
  expect(await fieldsOf(authority(), three)).toMatchObject({ ...scored, place: 1, scores: null, scoresIn: null });
  const refused = { scores: 'FORBIDDEN', averageScore: 'FORBIDDEN', scoresIn: 'FORBIDDEN' };
  const candidate = candidateActor(applicants[1]!.subject);
  expect(await fieldsOf(candidate, two)).toEqual({ ...refused });
  const sending = { procedure, about: 'RESULT', remedyStated: true, byLetter: false };
  await selection.write(recruiter(), 'sendOutcomes', sending);
  expect(await fieldsOf(candidate, two)).toMatchObject({ ...refused, group: 'UNSUITABLE', groupReasons: REASONS });
});
