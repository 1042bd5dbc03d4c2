import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { driving } from '../candidacy/testing/driving.ts';
import { bar, competence, type JudgingCase, judgingCase, leave, scoring, seat } from '../scoring/testing/judging.ts';
import {
  authority,
  memberActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';

interface Entry {
  readonly seq: number;
  readonly act: string;
  readonly about: string;
  readonly aboutId: string;
  readonly facts: readonly { readonly before: string | null; readonly after: string | null }[];
  readonly personal: readonly { readonly name: string; readonly value: string }[] | null;
}

let selection: TestSelection;
let made = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const TRAIL = `query ($id: ID!, $first: Int, $after: String) { selectionProcedure(id: $id) {
  trail(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { seq act actor about aboutId person facts { name before after } personal { name value } } } } } }`;
const ask = (actor: Actor, procedure: string, page: object = { first: 100 }) =>
  selection.ask(actor, TRAIL, { id: procedure, ...page });
const entriesTo = async (actor: Actor, procedure: string): Promise<Entry[]> => {
  const { data, errors } = await ask(actor, procedure);
  expect(errors).toBeUndefined();
  return data.selectionProcedure.trail.edges.map(({ node }: { node: Entry }) => node);
};
const judging = () =>
  judgingCase(
    selection,
    `gew:vacancy:seen${++made}`,
    brusselsVacancy({ competences: [competence('a', 'interview')] }),
    { candidates: 2, members: 2 },
  );
/** A member who is a recruiter of the institution as well. */
const both = (actor: Actor): Actor => ({
  ...recruiter('gew'),
  ...actor,
  grants: [...recruiter('gew').grants, ...actor.grants],
});

describe('what a member scored', () => {
  /** Of the scores of a candidate, what is open. */
  const opened = async (actor: Actor, { procedure }: JudgingCase, application: string): Promise<boolean[]> =>
    (await entriesTo(actor, procedure))
      .filter(({ act, facts }) => act === 'SCORE' && facts.some(({ after }) => after === application))
      .map(({ personal }) => personal !== null);

  test('is sealed to the institution until everybody has scored the candidate, as it is elsewhere', async () => {
    const of = await judging();
    const [one, other] = of.applications as [string, string];
    await scoring(selection, of.actors[0]!, one);
    await scoring(selection, of.actors[0]!, other);
    expect(await opened(recruiter('gew'), of, one)).toEqual([false]);
    await scoring(selection, of.actors[1]!, one);
    expect(await opened(recruiter('gew'), of, one)).toEqual([true, true]);
    expect(await opened(recruiter('gew'), of, other)).toEqual([false]);
  });

  test('is sealed to a recruiter on the committee who has not scored, until they have left it', async () => {
    const of = await judging();
    const [one] = of.applications as [string];
    const late = await seat(selection, of.procedure);
    await scoring(selection, of.actors[0]!, one);
    expect(await opened(both(of.actors[0]!), of, one)).toEqual([false]);
    await scoring(selection, of.actors[1]!, one);
    expect(await opened(both(of.actors[0]!), of, one)).toEqual([true, true]);
    expect(await opened(both(late.actor), of, one)).toEqual([false, false]);
    await leave(selection, late.id);
    expect(await opened(both(late.actor), of, one)).toEqual([true, true]);
  });

  test('is never open to a recruiter on the committee whom a conflict bars from the candidate', async () => {
    const of = await judging();
    const [one, other] = of.applications as [string, string];
    for (const application of [one, other]) for (const actor of of.actors) await scoring(selection, actor, application);
    await bar(selection, of, of.members[1]!, one);
    expect(await opened(both(of.actors[1]!), of, one)).toEqual([false, false]);
    expect(await opened(both(of.actors[1]!), of, other)).toEqual([true, true]);
    expect(await opened(both(of.actors[0]!), of, one)).toEqual([true, true]);
  });

  test('takes as many statements to be shown of 2 candidates as of 12', async () => {
    const statements = async (candidates: number) => {
      const of = await judgingCase(
        selection,
        `gew:vacancy:many${candidates}`,
        brusselsVacancy({ competences: [competence('a', 'interview')] }),
        { candidates, members: 1 },
      );
      for (const application of of.applications) await scoring(selection, of.actors[0]!, application);
      const { data, statements } = await ask(recruiter('gew'), of.procedure);
      expect(JSON.stringify(data)).toContain('"name":"scores"');
      return statements;
    };
    expect(await statements(12)).toBe(await statements(2));
  });
});

test('members see nothing of a trail: not those who judge, nor who has left, is barred, or is of another procedure', async () => {
  const [of, other] = [await judging(), await judging()];
  const released = await seat(selection, of.procedure);
  await leave(selection, released.id);
  await bar(selection, of, of.members[1]!, null);
  const actors = [of.actors[0]!, released.actor, of.actors[1]!, other.actors[0]!, memberActor('nobody', of.procedure)];
  for (const actor of actors) {
    const { data, errors } = await ask(actor, of.procedure);
    expect([data.selectionProcedure.trail, errors![0]!.extensions['code']]).toEqual([null, 'FORBIDDEN']);
  }
});

describe('the authority', () => {
  const OUT = 'Why one of them was excluded.';
  const UNSUITABLE = 'Why one of them is unsuitable.';
  const SUITABLE = 'Why one of them is suitable.';
  let procedure: string;
  let applications: readonly string[];
  let submit: () => Promise<void>;
  beforeAll(async () => {
    const started = await startedProcedure(selection, 'gew:vacancy:authority', brusselsVacancy(), 3);
    procedure = started.procedure;
    applications = started.applicants.map(({ application }) => application);
    const [out, un, fit] = started.applicants.map((one) => [one]) as [never, never, never];
    const drive = driving(selection, procedure);
    await seat(selection, procedure);
    await drive.exclude(out, 'ELIGIBILITY_SCREENING', 'FAILED', OUT);
    for (const one of [un, fit]) {
      await drive.pass(one, 'ELIGIBILITY_SCREENING');
      await drive.pass(one, 'INTERVIEW');
    }
    await drive.find(un, 'UNSUITABLE', UNSUITABLE);
    await drive.find(fit, 'SUITABLE', SUITABLE);
    await drive.notify(out, 'STEP', 'ELIGIBILITY_SCREENING');
    await selection.inProcedure(procedure, async (work) => {
      const places = applications.slice(1).map((application, at) => ({ place: at + 1, application }));
      work.record({ act: 'RANK', about: 'PROCEDURE', aboutId: procedure, after: { places } });
      work.record({ act: 'PLAN_SESSION', about: 'SESSION', aboutId: 'session', after: { capacity: 3 } });
      for (const application of applications) {
        work.record({ act: 'SEAT_BOOKED', about: 'SESSION', aboutId: 'session', after: { application } });
        work.record({ act: 'FILE_FEEDBACK', about: 'REQUEST', aboutId: 'request', after: { candidacy: application } });
        work.record({ act: 'SCORE', about: 'SCORES', aboutId: 'scores', after: { application } });
      }
      for (const one of started.applicants)
        work.record({ act: 'BY_CANDIDATE', about: 'STEP', aboutId: 'step', by: `candidate:${one.candidate}` });
      await work.keys.make(['member:one']);
      const personal = { person: 'member:one', content: { name: 'Of a member' } };
      work.record({ act: 'APPOINT_MEMBER', about: 'MEMBER', aboutId: 'one', personal });
      work.record({
        act: 'DECLARE_INTEREST',
        about: 'MEMBER',
        aboutId: 'one',
        after: { covers: applications },
        personal,
      });
    });
    submit = () => drive.procedure('SUBMIT_RESULT', 'COMMITTEE');
  });

  const shown = (entries: readonly Entry[]) => JSON.stringify(entries);
  const acts = (entries: readonly Entry[]) => entries.map(({ act }) => act);

  test('sees before the submission what is of the procedure, and no candidate by whatever entry', async () => {
    const entries = await entriesTo(authority('gew'), procedure);
    expect(acts(entries)).toEqual([
      'START',
      'STEP_RUNNING',
      'STEP_RUNNING',
      'STEP_RUNNING',
      'PLAN_SESSION',
      'APPOINT_MEMBER',
    ]);
    for (const application of applications) expect(shown(entries)).not.toContain(application);
    expect(entries.every(({ personal }) => personal === null)).toBe(true);
  });

  test('sees once it is submitted who was submitted to it, and nobody else', async () => {
    await submit();
    const entries = await entriesTo(authority('gew'), procedure);
    const [out, un, fit] = applications as [string, string, string];
    for (const hidden of [out, un, OUT, UNSUITABLE, 'Of a member']) expect(shown(entries)).not.toContain(hidden);
    const own = entries.filter((one) => shown([one]).includes(fit));
    expect(acts(own)).toEqual(['ENTER', 'PASS', 'PASS', 'FIND_SUITABLE', 'SEAT_BOOKED']);
    expect(own[3]!.personal).toEqual([{ name: 'reasons', value: SUITABLE }]);
    expect(acts(entries)).toContain('SUBMIT_RESULT');
    expect(acts(entries).filter((act) => act === 'BY_CANDIDATE')).toHaveLength(1);
    expect(acts(entries)).not.toContain('RANK');
  });

  test('sees it page by page, with nothing left out or shown twice', async () => {
    const all = await entriesTo(authority('gew'), procedure);
    const seen: number[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data }: Awaited<ReturnType<typeof ask>> = await ask(authority('gew'), procedure, { first: 2, after });
      const { edges, pageInfo } = data.selectionProcedure.trail;
      seen.push(...edges.map(({ node }: { node: Entry }) => node.seq));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen).toEqual(all.map(({ seq }) => seq));
  });

  test('sees every act if it watches over privacy as well, and opens no more than before', async () => {
    const grants = [{ role: 'privacy-officer' as const, institution: null, procedure: null, scopes: [] }];
    const actor = { ...authority('gew'), grants: [...authority('gew').grants, ...grants] };
    const entries = await entriesTo(actor, procedure);
    expect(entries).toHaveLength((await entriesTo(recruiter('gew'), procedure)).length);
    const opened = entries.filter(({ personal }) => personal !== null);
    expect(opened).toEqual((await entriesTo(authority('gew'), procedure)).filter(({ personal }) => personal !== null));
  });
});
