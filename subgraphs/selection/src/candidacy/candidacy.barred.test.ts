import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { appointed, type HearingProcedure, hearingProcedure, type TestMember } from '../committee/testing/committee.ts';
import { type Applicant, authority, memberActor, openSelection, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { driving } from './testing/driving.ts';

const REASONS = 'We have written three books together since 2019.';
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** A procedure in which everybody is before a committee of two, whose second member has a conflict of interest. */
async function conflicted(local: string, count: number, withWhom: number | null) {
  const of = await hearingProcedure(selection, `vrb:vacancy:barred-${local}`, brusselsVacancy(), count);
  const [other, barred] = (await appointed(selection, of, 2)) as [TestMember, TestMember];
  const as = ({ subject }: TestMember) => memberActor(subject, of.procedure);
  const application = withWhom === null ? null : of.applicants[withWhom]!.application;
  const declared = await selection.write(as(barred), 'declareInterest', {
    ...{ procedure: of.procedure, kind: 'CONFLICT', application, reasons: REASONS },
  });
  return {
    ...of,
    barred,
    application,
    version: declared.version as number,
    by: of.by,
    actors: [as(other), as(barred)],
  };
}
type Conflicted = Awaited<ReturnType<typeof conflicted>>;

const LIST = `query ($id: ID!, $first: Int, $status: CandidacyStatus) { selectionProcedure(id: $id) {
  candidacies(first: $first, status: $status) { edges { node { id status step { key } outcomes { result } } }
    pageInfo { hasNextPage } } } }`;
const list = async (actor: Actor, { procedure }: HearingProcedure, own: object = {}) => {
  const { data, errors, statements } = await selection.ask(actor, LIST, { id: procedure, first: 100, ...own });
  expect(errors).toBeUndefined();
  const { edges, pageInfo } = data.selectionProcedure.candidacies;
  return { ids: edges.map(({ node }: { node: { id: string } }) => node.id), pageInfo, statements };
};
const PROGRESS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { progress { id } } } }`;
const progressOf = async (actor: Actor, applicants: readonly Applicant[]) => {
  const of = applicants.map(({ application }) => ({ __typename: 'Application', id: application }));
  const { data, errors, statements } = await selection.ask(actor, PROGRESS, { of });
  expect(errors).toBeUndefined();
  const ids = data._entities.map(({ progress }: { progress: { id: string } | null }) => progress?.id ?? null);
  return { ids, statements };
};
const inOrder = (some: readonly Applicant[]) => some.map(({ application }) => application).toSorted();
const without = (applicants: readonly Applicant[], at: number) => applicants.filter((_one, index) => index !== at);

describe('a candidacy, to a member whom a conflict bars from it,', () => {
  test('is not there, in no list and whatever came of it; and to the other members it is', async () => {
    const of = await conflicted('one', 3, 1);
    const [other, barred] = of.actors as [Actor, Actor];
    const nobody = { ids: [], pageInfo: { hasNextPage: false } };
    const drive = driving(selection, of.procedure);
    expect((await list(barred, of)).ids).toEqual(inOrder(without(of.applicants, 1)));
    await drive.pass(of.applicants, 'INTERVIEW');
    await drive.find([of.applicants[1]!], 'SUITABLE');
    expect(await list(barred, of, { status: 'SUITABLE', first: 1 })).toMatchObject(nobody);
    expect((await list(other, of, { status: 'SUITABLE' })).ids).toEqual([of.application]);
    const [one, , three] = of.applicants.map(({ application }) => application);
    expect((await progressOf(barred, of.applicants)).ids).toEqual([one, null, three]);
    expect((await progressOf(other, of.applicants)).ids).toEqual([one, of.application, three]);
  });

  test('is there again once the institution finds that the conflict does not bar', async () => {
    const of = await conflicted('assessed', 2, 0);
    const barred = of.actors[1]!;
    expect((await progressOf(barred, of.applicants.slice(0, 1))).ids).toEqual([null]);
    const { barred: member, application, version } = of;
    const assess = (given: object) =>
      selection.write(of.by, 'assessInterest', { member: member.id, application, reasons: REASONS, ...given });
    await assess({ version, assessment: 'NOT_BARRING' });
    expect((await list(barred, of)).ids).toEqual(inOrder(of.applicants));
    expect((await progressOf(barred, of.applicants.slice(0, 1))).ids).toEqual([application]);
    await assess({ version: version + 1, assessment: 'BARRING' });
    expect((await progressOf(barred, of.applicants.slice(0, 1))).ids).toEqual([null]);
  });

  test('is one of none at all where the conflict is with the procedure', async () => {
    const of = await conflicted('whole', 2, null);
    expect((await list(of.actors[1]!, of)).ids).toEqual([]);
    expect((await progressOf(of.actors[1]!, of.applicants)).ids).toEqual([null, null]);
    expect((await list(of.by, of)).ids).toHaveLength(2);
  });

  test('is not there for them as an authority either', async () => {
    const of = await conflicted('authority', 2, 0);
    const drive = driving(selection, of.procedure);
    await drive.pass(of.applicants, 'INTERVIEW');
    await drive.find(of.applicants, 'SUITABLE');
    await drive.procedure('SUBMIT_RESULT', 'COMMITTEE');
    const barred = of.actors[1]!;
    const both = { ...barred, grants: [...barred.grants, ...authority().grants] };
    expect((await list(both, of)).ids).toEqual([of.applicants[1]!.application]);
    expect((await progressOf(both, of.applicants)).ids).toEqual([null, of.applicants[1]!.application]);
  });

  test('tells nothing of where it stands by a refusal', async () => {
    const of = await conflicted('refused', 2, 0);
    const act = (mutation: string, own: object) =>
      selection.write(of.actors[1]!, mutation, { application: of.application, ...own });
    const both = () =>
      Promise.all([
        act('scoreCandidate', { scores: [] }),
        act('concludeCandidate', { version: 1, group: 'SUITABLE', reasons: REASONS }),
      ]);
    const refused = Array(2).fill({ __typename: 'Refused', problems: [expect.objectContaining({ code: 'BARRED' })] });
    expect(await both()).toEqual(refused);
    await selection.applied(of.applicants[0]!, 'WITHDRAWN', 'WITHDRAW');
    expect(await both()).toEqual(refused);
  });

  test('takes the same number of statements among 10 and among 100', async () => {
    const costs: unknown[] = [];
    for (const count of [10, 100]) {
      const of: Conflicted = await conflicted(`of-${count}`, count, 3);
      const [listed, progress] = [await list(of.actors[1]!, of), await progressOf(of.actors[1]!, of.applicants)];
      expect([listed.ids.length, progress.ids.filter((id: string | null) => id === null)]).toEqual([count - 1, [null]]);
      costs.push([listed.statements, progress.statements]);
    }
    expect(costs[1]).toEqual(costs[0]);
  });
});
