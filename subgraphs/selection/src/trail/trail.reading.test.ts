import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { driving } from '../candidacy/testing/driving.ts';
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
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
let procedure: string;
let applicants: readonly Applicant[];
let drive: ReturnType<typeof driving>;
beforeAll(async () => {
  selection = await openSelection();
  ({ procedure, applicants } = await startedProcedure(selection, 'vrb:vacancy:trail', brusselsVacancy(), 2));
  drive = driving(selection, procedure);
  await drive.exclude([applicants[0]!], 'ELIGIBILITY_SCREENING', 'FAILED', 'These are the reasons');
  await drive.pass([applicants[1]!], 'ELIGIBILITY_SCREENING');
});
afterAll(() => selection.close());

const ENTRY =
  'seq at act actor about aboutId reason facts { name before after } person personal { name value } previous hash';
const TRAIL = `query ($id: ID!, $first: Int, $after: String) { selectionProcedure(id: $id) {
  trail(first: $first, after: $after) { edges { cursor node { ${ENTRY} } } pageInfo { hasNextPage hasPreviousPage } } } }`;
const ask = (actor: Actor, variables: Record<string, unknown> = {}) =>
  selection.ask(actor, TRAIL, { id: procedure, ...variables });
interface Entry {
  readonly seq: number;
  readonly act: string;
  readonly previous: string;
  readonly hash: string;
  readonly personal: { name: string; value: string }[] | null;
}
const entriesTo = async (actor: Actor, variables: Record<string, unknown> = {}): Promise<Entry[]> => {
  const { data, errors } = await ask(actor, { first: 100, ...variables });
  expect(errors).toBeUndefined();
  return data.selectionProcedure.trail.edges.map(({ node }: { node: Entry }) => node);
};
const officer: Actor = {
  ...{ kind: 'person', subject: 'officer' },
  grants: [{ role: 'privacy-officer', institution: null, procedure: null, scopes: [] }],
};
const exclusion = async (actor: Actor) => (await entriesTo(actor)).find(({ act }) => act === 'EXCLUDE');

describe('the trail of a procedure', () => {
  test('tells the institution of every act, oldest first, each following the one before', async () => {
    const entries = await entriesTo(recruiter());
    expect(entries.map(({ act }) => act)).toEqual([
      ...['START', 'STEP_RUNNING', 'ENTER', 'ENTER', 'EXCLUDE', 'STEP_RUNNING', 'PASS'],
    ]);
    for (const [at, entry] of entries.entries()) {
      expect(entry.seq).toBe(at + 1);
      expect(entry.previous).toBe(entries[at - 1]?.hash ?? '0'.repeat(64));
    }
    expect(entries[0]).toMatchObject({
      ...{
        actor: 'recruiter-of-vrb',
        about: 'PROCEDURE',
        aboutId: procedure,
        reason: null,
        person: null,
        personal: null,
      },
      ...{ at: '2025-10-24T08:00:00Z' },
    });
    expect((entries[0] as unknown as { facts: unknown[] }).facts).toContainEqual({
      ...{ name: 'status', before: 'NOT_STARTED', after: 'RUNNING' },
    });
    expect(entries[4]).toMatchObject({
      ...{ about: 'CANDIDACY', aboutId: applicants[0]!.application, person: `candidate:${applicants[0]!.candidate}` },
      personal: [{ name: 'reasons', value: 'These are the reasons' }],
    });
  });

  test('comes page by page', async () => {
    const seen: number[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 3; pages++) {
      const { data }: Awaited<ReturnType<typeof ask>> = await ask(recruiter(), { first: 3, after });
      const { edges, pageInfo } = data.selectionProcedure.trail;
      expect(pageInfo).toEqual({ hasPreviousPage: pages > 0, hasNextPage: pages < 2 });
      seen.push(...edges.map(({ node }: { node: Entry }) => node.seq));
      after = edges.at(-1).cursor;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('shows who watches over privacy the acts, and nothing personal of them', async () => {
    expect(await entriesTo(officer)).toHaveLength(7);
    expect(await exclusion(officer)).toMatchObject({ act: 'EXCLUDE', personal: null });
  });

  test.each([
    ['the public', PUBLIC_ACTOR, 'UNAUTHENTICATED'],
    ['a candidate in it', candidateActor('candidate'), 'FORBIDDEN'],
    ['its committee', null, 'FORBIDDEN'],
    ['a recruiter of another institution', recruiter('gew'), 'FORBIDDEN'],
  ] as const)('is refused to %s', async (_who, actor, code) => {
    const { data, errors } = await ask(actor ?? memberActor('member', procedure));
    expect([data.selectionProcedure.trail, errors![0]!.extensions['code']]).toEqual([null, code]);
  });

  test.each([
    { first: 0 },
    { after: 'x' },
    { after: cursorOf(-1) },
    { after: cursorOf(1.5) },
    { after: cursorOf('1') },
  ])('of a page that cannot be, %j, is refused as an input', async (page) =>
    expect((await ask(recruiter(), page)).errors![0]!.extensions['code']).toBe('BAD_USER_INPUT'),
  );

  test('takes the same number of statements for 40 entries and for 60, with what is personal of them', async () => {
    const counts: number[] = [];
    const many = await startedProcedure(selection, 'vrb:vacancy:trail-many', federalVacancy(), 30);
    await driving(selection, many.procedure).pass(many.applicants, 'ELIGIBILITY_SCREENING', 'Reasons that are sealed');
    for (const first of [40, 60]) {
      const { data, statements } = await ask(recruiter(), { id: many.procedure, first });
      expect(data.selectionProcedure.trail.edges).toHaveLength(first);
      counts.push(statements);
    }
    expect(counts).toEqual([3, 3]);
  });

  test('opens nothing of who was erased, and tells of the act still', async () => {
    await selection.erased(applicants[0]!);
    expect(await exclusion(recruiter())).toMatchObject({ act: 'EXCLUDE', personal: null });
  });
});

describe('the head of a trail', () => {
  const HEAD = 'query ($id: ID!) { selectionProcedure(id: $id) { trailHead { entries hash } } }';
  const headTo = async (actor: Actor, id = procedure) =>
    (await selection.ask(actor, HEAD, { id })).data.selectionProcedure.trailHead;

  test('is public, but for the number of entries: from it the number of candidates would follow', async () => {
    const entries = await entriesTo(recruiter());
    const { hash } = entries.at(-1)!;
    for (const actor of [recruiter(), authority()])
      expect(await headTo(actor)).toEqual({ entries: entries.length, hash });
    for (const actor of [PUBLIC_ACTOR, recruiter('gew'), memberActor('member', procedure)])
      expect(await headTo(actor)).toEqual({ entries: null, hash });
  });

  test('of a procedure in which nothing has happened is nothing', async () => {
    const waiting = await selection.vacancy('vrb:vacancy:trail-waiting', federalVacancy());
    expect(await headTo(recruiter(), waiting)).toEqual({ entries: 0, hash: '0'.repeat(64) });
  });
});

function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(['TRAIL', place])).toString('base64url');
}
