import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { type Person, person, round, sits, whoSat } from './testing/rounds.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const LEDGER = `query ($first: Int, $after: String) { assessmentLedger(first: $first, after: $after) {
  edges { cursor node { id level testDay passedDay outcome score outOf version procedure { id }
    window { code startsOn lastDay open rule { en } arithmetic { en } basis } } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const ask = (actor: Actor, variables: Record<string, unknown> = {}) => selection.ask(actor, LEDGER, variables);
const own = async (who: Person, variables: Record<string, unknown> = {}) => {
  const { data, errors, statements } = await ask(candidateActor(who.subject), variables);
  expect(errors).toBeUndefined();
  const { edges, pageInfo } = data.assessmentLedger;
  return { nodes: edges.map(({ node }: { node: object }) => node), pageInfo, statements };
};
const passed = (testDay: string) => ({ testDay, outcome: 'PASSED' as const });
const failed = (testDay: string) => ({ testDay, outcome: 'FAILED' as const });

describe('the ledger of a candidate', () => {
  test('S2.S2: shows the assessments of all vacancies with what they lead to, and the own scores', async () => {
    const who = person();
    const one = await round(selection, 2, [who], '2025-10-24');
    await sits(selection, one, who, { ...passed('2025-08-31'), total: '60' });
    const two = await round(selection, 3, [who], '2025-10-24');
    await sits(selection, two, who, { ...failed('2025-09-30'), total: '59.9', untold: true });
    expect((await own(who)).nodes).toHaveLength(1);
    const send = { about: 'STEP', step: two.steps.get('assessment'), remedyStated: true, byLetter: false };
    await selection.write(recruiter(), 'sendOutcomes', { procedure: two.procedure, ...send });
    expect((await own(who)).nodes).toMatchObject([
      {
        ...{ level: 3, testDay: '2025-09-30', passedDay: null, outcome: 'FAILED', score: '59.9', outOf: '100' },
        ...{ version: 1, procedure: { id: two.procedure } },
        window: {
          ...{ code: 'WAITING', startsOn: '2025-09-30', lastDay: '2026-03-30', open: true, basis: 'STATED' },
          ...{ arithmetic: { en: expect.stringContaining('30 September 2025 + 6 months = 30 March 2026') } },
        },
      },
      {
        ...{ level: 2, testDay: '2025-08-31', passedDay: '2025-08-31', outcome: 'PASSED', score: '60', outOf: '100' },
        ...{ version: 1, procedure: { id: one.procedure }, window: { code: 'EXEMPTION', lastDay: '2027-08-31' } },
      },
    ]);
  });

  test('keeps a pass that a correction made a failure of, until that is told', async () => {
    const who = person();
    const where = await round(selection, 2, [who], '2025-10-24');
    await sits(selection, where, who, passed('2025-10-24'));
    expect((await own(who)).nodes).toMatchObject([{ outcome: 'PASSED', version: 1 }]);
    await sits(selection, where, who, { ...failed('2025-10-24'), untold: true });
    expect((await own(who)).nodes).toMatchObject([{ outcome: 'PASSED', version: 1 }]);
  });

  test('goes on from where a page ended, newest first, whatever comes meanwhile', async () => {
    const days = ['2025-01-05', '2025-02-05', '2025-02-05', '2025-03-05', '2025-04-05'];
    const who = await whoSat(selection, 1, ...days.map(passed));
    const first = await own(who, { first: 3 });
    expect(first.nodes.map(({ testDay }: { testDay: string }) => testDay)).toEqual([...days].reverse().slice(0, 3));
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const rest = await own(who, { first: 3, after: first.pageInfo.endCursor });
    expect(rest.nodes.map(({ testDay }: { testDay: string }) => testDay)).toEqual(['2025-02-05', '2025-01-05']);
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const ids = [...first.nodes, ...rest.nodes].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(5);
  });

  test('takes three statements, for 1 assessment and for many', async () => {
    const one = await whoSat(selection, 1, passed('2025-01-05'));
    const many = await whoSat(selection, 1, ...Array.from({ length: 12 }, () => passed('2025-01-05')));
    expect([(await own(one)).statements, (await own(many)).statements]).toEqual([3, 3]);
    expect((await own(many)).nodes).toHaveLength(12);
  });

  test.each([
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ after: 'x' }, 'after'],
    [{ after: cursor('ASSESSMENTS', '2025-02-30', '00000000-0000-4000-8000-000000000000') }, 'after'],
    [{ after: cursor('ASSESSMENTS', '2025-02-03', 'x') }, 'after'],
    [{ after: cursor('INBOX', '2025-02-03', '00000000-0000-4000-8000-000000000000') }, 'after'],
  ])('refuses %j', async (variables, path) => {
    const { data, errors } = await ask(candidateActor('anybody'), variables);
    expect(data).toEqual({ assessmentLedger: null });
    expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ path }] });
  });
});

describe('nobody else', () => {
  test('sees it: another candidate has another one, and others have none', async () => {
    const who = await whoSat(selection, 2, passed('2025-10-24'));
    expect((await own(who)).nodes).toHaveLength(1);
    expect((await own(person())).nodes).toEqual([]);
    const codes: unknown[] = [];
    for (const actor of [PUBLIC_ACTOR, recruiter(), authority(), memberActor('m', 'p')]) {
      codes.push((await ask(actor)).errors?.[0]?.extensions['code']);
    }
    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  test('can open a score without the key of its candidate; of who was erased the outcome stays, for nobody', async () => {
    const who = person();
    const where = await round(selection, 2, [who], '2025-10-24');
    await sits(selection, where, who, { ...failed('2025-10-24'), total: '41.75' });
    const kept = () =>
      selection.query<{ row: { outcome: string } }>(
        'SELECT to_jsonb(attempt) AS row FROM assessment_attempt attempt WHERE procedure_id = $1',
        [where.procedure],
      );
    expect(JSON.stringify(await kept())).not.toContain('41.75');
    await selection.erased(where.applicants[0]!);
    expect(await kept()).toMatchObject([{ row: { outcome: 'FAILED', level: 2, test_day: '2025-10-24' } }]);
    expect((await own(who)).nodes).toEqual([]);
    const [{ keys }] = (await selection.query('SELECT count(*)::int AS keys FROM person_key WHERE person = $1', [
      `candidate:${who.candidate}`,
    ])) as [{ keys: number }];
    expect(keys).toBe(0);
  });
});

function cursor(...parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}
