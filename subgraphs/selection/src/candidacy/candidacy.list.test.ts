import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import {
  type Applicant,
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { driving } from './testing/driving.ts';

let selection: TestSelection;
let procedure: string;
let applicants: readonly Applicant[];
let member: Actor;
beforeAll(async () => {
  selection = await openSelection();
  ({ procedure, applicants } = await startedProcedure(selection, 'vrb:vacancy:list', brusselsVacancy(), 7));
  const drive = driving(selection, procedure);
  await drive.exclude([applicants[0]!], 'ELIGIBILITY_SCREENING', 'FAILED');
  await drive.pass(applicants.slice(1), 'ELIGIBILITY_SCREENING');
  await selection.applied(applicants[1]!, 'WITHDRAWN', 'WITHDRAW');
  await drive.pass(applicants.slice(2), 'INTERVIEW');
  await drive.find(applicants.slice(2, 5), 'SUITABLE');
  await drive.find(applicants.slice(5, 6), 'UNSUITABLE');
  member = memberActor(`member-${randomUUID()}`, procedure);
  await selection.write(recruiter(), 'appointMember', {
    ...{ procedure, subject: member.subject, name: 'Invented Member', function: 'MEMBER', languageRole: 'NL' },
  });
});
afterAll(() => selection.close());

const LIST = `query ($id: ID!, $first: Int, $after: String, $status: CandidacyStatus) { selectionProcedure(id: $id) {
  candidacies(first: $first, after: $after, status: $status) { edges { cursor node { id status step { key } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
const ask = (actor: Actor, variables: Record<string, unknown> = {}) =>
  selection.ask(actor, LIST, { id: procedure, ...variables });
const list = async (actor: Actor, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await ask(actor, variables);
  expect(errors).toBeUndefined();
  return data.selectionProcedure.candidacies as {
    edges: { cursor: string; node: { id: string; status: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
  };
};
const listed = async (actor: Actor, variables: Record<string, unknown> = {}) =>
  (await list(actor, variables)).edges.map(({ node }) => node.id);
/** All were submitted at the same instant: the ids say the order. */
const inOrder = (some: readonly Applicant[]) => some.map(({ application }) => application).toSorted();

describe('the candidacies of a procedure', () => {
  test('are all given to its institution, in the order of submission', async () => {
    expect(await listed(recruiter())).toEqual(inOrder(applicants));
    expect(await listed(recruiter(), { status: 'SUITABLE' })).toEqual(inOrder(applicants.slice(2, 5)));
    expect(await listed(recruiter(), { status: 'APPOINTED' })).toEqual([]);
  });

  test('come page by page, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 4; pages++) {
      const { edges, pageInfo }: Awaited<ReturnType<typeof list>> = await list(recruiter(), { first: 2, after });
      expect(pageInfo).toMatchObject({ hasPreviousPage: after !== null, hasNextPage: pages < 3 });
      seen.push(...edges.map(({ node }) => node.id));
      after = edges.at(-1)!.cursor;
    }
    expect(seen).toEqual(inOrder(applicants));
  });

  test('are given to a member of its committee as far as it compares them, whatever is asked', async () => {
    expect(await listed(member)).toEqual(inOrder(applicants.slice(2)));
    expect(await listed(member, { status: 'EXCLUDED' })).toEqual([]);
    expect(await listed(memberActor('nobody', procedure))).toEqual([]);
  });

  test('are given to the authority once they were submitted to it', async () => {
    expect(await listed(authority())).toEqual([]);
    await driving(selection, procedure).change([applicants[6]!], { act: 'WITHDRAW', as: 'CANDIDATE' });
    await driving(selection, procedure).procedure('SUBMIT_RESULT', 'COMMITTEE');
    expect(await listed(authority())).toEqual(inOrder(applicants.slice(2, 5)));
    expect(await listed(authority(), { status: 'UNSUITABLE' })).toEqual([]);
  });

  test('are as everybody sees each of them by itself', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { progress { id status } } } }`;
    const of = applicants.map(({ application }) => ({ __typename: 'Application', id: application }));
    for (const actor of [recruiter(), authority(), member, memberActor('nobody', procedure)]) {
      const { data } = await selection.ask(actor, query, { of });
      const found = data._entities.flatMap(({ progress }: { progress: { id: string } | null }) => progress ?? []);
      expect(found.map(({ id }: { id: string }) => id).toSorted()).toEqual((await listed(actor)).toSorted());
    }
  });

  test('never have whoever asks among them, nor anybody else to who is one of them', async () => {
    const { subject } = applicants[3]!;
    const both = { ...recruiter(), subject };
    expect(await listed(both)).toEqual([]);
    expect(await listed(both, { status: 'SUITABLE' })).toEqual([]);
  });

  test.each([
    ['the public', PUBLIC_ACTOR, 'UNAUTHENTICATED'],
    ['a candidate in it', null, 'FORBIDDEN'],
    ['a recruiter of another institution', recruiter('gew'), 'FORBIDDEN'],
    ['a member of another committee', memberActor('somebody', randomUUID()), 'FORBIDDEN'],
  ] as const)('are refused to %s', async (_who, actor, code) => {
    const { data, errors } = await ask(actor ?? candidateActor(applicants[0]!.subject));
    expect([data.selectionProcedure.candidacies, errors![0]!.extensions['code']]).toEqual([null, code]);
  });

  test.each([
    { first: 0 },
    { first: 101 },
    { after: 'nonsense' },
    { after: cursorOf('x', 'y') },
    { after: cursorOf('2025-10-32 10:00:00+00', randomUUID()) },
  ])('of a page that cannot be, %j, are refused as an input', async (page) => {
    const { errors } = await ask(recruiter(), page);
    expect(errors![0]!.extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('take the same number of statements for 10 of them and for 100', async () => {
    const counts: number[] = [];
    for (const count of [10, 100]) {
      const made = await startedProcedure(selection, `vrb:vacancy:many-${count}`, brusselsVacancy(), count);
      await driving(selection, made.procedure).pass(
        made.applicants,
        'ELIGIBILITY_SCREENING',
        'Reasons that are sealed',
      );
      const { data, errors, statements } = await selection.ask(
        recruiter(),
        `query ($id: ID!) { selectionProcedure(id: $id) { id status candidacies(first: 100) { edges { node {
           id status version step { key } procedure { id } application { id }
           outcomes { result step { key } reasons ruleText { nl } decidedBy } } } } } }`,
        { id: made.procedure },
      );
      expect(errors).toBeUndefined();
      expect(data.selectionProcedure.candidacies.edges).toHaveLength(count);
      counts.push(statements);
    }
    expect(counts).toEqual([5, 5]);
  });
});

function cursorOf(...key: string[]): string {
  return Buffer.from(JSON.stringify(['CANDIDACIES', ...key])).toString('base64url');
}
