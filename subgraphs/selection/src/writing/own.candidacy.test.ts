import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { scoring, seat } from '../scoring/testing/judging.ts';
import {
  type Applicant,
  authority,
  candidateActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';

const REASONS = 'Titles and merits, and how the case was argued, show it.';
const OWN = { problems: [{ path: 'procedure', code: 'OWN_CANDIDACY', value: null }] };
let selection: TestSelection;
let procedure: string;
let steps: ReadonlyMap<string, string>;
let own: Applicant;
let rival: Applicant;
let as: (...actors: Actor[]) => Actor;
beforeAll(async () => {
  selection = await openSelection();
  const started = await startedProcedure(selection, 'gew:vacancy:own', brusselsVacancy(), 2);
  ({ procedure, steps } = started);
  [own, rival] = started.applicants as [Applicant, Applicant];
  as = (...actors) => ({ ...actors[0]!, subject: own.subject, grants: actors.flatMap(({ grants }) => grants) });
});
afterAll(() => selection.close());

const trailLength = async () =>
  (
    await selection.query<{ seq: number }>('SELECT trail_seq AS seq FROM selection_procedure WHERE id = $1', [
      procedure,
    ])
  )[0]!.seq;

describe('whoever is a candidate of a procedure', () => {
  test.each<[string, string, (who: Applicant) => object]>([
    ['excludes nobody', 'declareInadmissible', ({ application }) => ({ application, version: 1, reasons: REASONS })],
    [
      'records no assessment',
      'recordAssessment',
      ({ application }) => ({ application, scores: [], total: '60', passed: true }),
    ],
    ['concludes no step', 'concludeStep', () => ({ step: steps.get('screening'), version: 2 })],
    ['composes no committee', 'appointMember', () => ({ procedure, subject: 'x', name: 'X', function: 'MEMBER' })],
    [
      'says of nobody what post they hold',
      'recordPositionHeld',
      ({ application }) => ({ application, reasons: REASONS }),
    ],
    ['sends nothing', 'sendOutcomes', () => ({ procedure, about: 'RESULT', remedyStated: true, byLetter: false })],
  ])('%s of it as a recruiter, be it on themselves or on a rival', async (_what, mutation, input) => {
    const before = await trailLength();
    for (const who of [own, rival])
      expect(await selection.write(as(recruiter('gew')), mutation, { ...input(who) })).toMatchObject(OWN);
    expect(await trailLength()).toBe(before);
  });

  test('answers no contest of it, not even their own', async () => {
    const id = '3d0b4c1e-93c1-4c5c-9a0f-0a51c3dd5f11';
    await selection.query(
      `INSERT INTO candidate_request (id, procedure_id, candidacy_id, kind, step_id, outcome_version, status, filed_at,
         version, recorded_at, recorded_by)
       VALUES ($1, $2, $3, 'CONTEST', $4, 1, 'OPEN', now(), 1, now(), 'test')`,
      [id, procedure, own.application, steps.get('screening')],
    );
    const answer = { request: id, version: 1, upheld: true, answer: REASONS };
    expect(await selection.write(as(recruiter('gew')), 'answerRequest', answer)).toMatchObject(OWN);
    await selection.query('DELETE FROM candidate_request');
  });

  test('does nothing on its committee either', async () => {
    const { id, actor } = await seat(selection, procedure);
    await selection.query('UPDATE committee_member SET holder = $2 WHERE id = $1', [
      ...[id, selection.installation.digest.of(own.subject)],
    ]);
    const member = as(actor);
    for (const answer of [
      await scoring(selection, member, rival.application),
      await selection.write(member, 'declareInterest', { procedure, kind: 'NONE' }),
      await selection.write(member, 'submitResult', { procedure, version: 1 }),
    ])
      expect(answer).toMatchObject(OWN);
    await selection.query('DELETE FROM committee_member');
  });

  test('acts on other procedures', async () => {
    const other = await startedProcedure(selection, 'gew:vacancy:another', brusselsVacancy(), 1);
    const given = { procedure: other.procedure, subject: 'x', name: 'X', function: 'MEMBER' };
    expect(await selection.write(as(recruiter('gew')), 'appointMember', given)).toMatchObject({ version: 1 });
  });
});

describe('to whoever is a candidate of a procedure', () => {
  const READ = `query ($id: ID!) { selectionProcedure(id: $id) {
    candidacies { edges { node { id } } pageInfo { hasNextPage } } trail { edges { node { seq } } pageInfo { hasNextPage } }
    committee { members { id } } } }`;
  const read = async (actor: Actor) => {
    const { data, errors } = await selection.ask(actor, READ, { id: procedure });
    expect(errors).toBeUndefined();
    return data.selectionProcedure;
  };
  const PROGRESS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { progress { id status } } } }`;
  const progressOf = async (actor: Actor, ...who: Applicant[]) => {
    const of = who.map(({ application: id }) => ({ __typename: 'Application', id }));
    const { data } = await selection.ask(actor, PROGRESS, { of });
    return data._entities.map(({ progress }: { progress: { id: string } | null }) => progress?.id ?? null);
  };
  const nothing = {
    ...{ candidacies: { edges: [], pageInfo: { hasNextPage: false } }, committee: null },
    trail: { edges: [], pageInfo: { hasNextPage: false } },
  };

  test('neither candidates, nor trail, nor committee are there as a recruiter or an authority', async () => {
    expect((await read(recruiter('gew'))).trail.edges.length).toBeGreaterThan(3);
    expect((await read(recruiter('gew'))).committee).not.toBeNull();
    for (const actor of [recruiter('gew'), authority('gew')]) expect(await read(as(actor))).toEqual(nothing);
    expect(await read(as(recruiter('gew'), authority('gew')))).toEqual(nothing);
  });

  test('their own progress stays theirs, as a candidate, and that of a rival is not there', async () => {
    expect(await progressOf(recruiter('gew'), own, rival)).toEqual([own.application, rival.application]);
    expect(await progressOf(as(recruiter('gew'), candidateActor('')), own, rival)).toEqual([own.application, null]);
    expect(await progressOf(as(recruiter('gew')), own, rival)).toEqual([null, null]);
  });
});
