import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { seen } from '../scoring/testing/judging.ts';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { CLASSES, type Person, person, type Round, round, settled, sits, startedRound } from './testing/rounds.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const passed = (testDay: string) => ({ testDay, outcome: 'PASSED' as const });
const failed = (testDay: string) => ({ testDay, outcome: 'FAILED' as const });
const own = (who: Person): Actor => candidateActor(who.subject);
const applicationsOf = ({ applicants }: Round) => applicants.map(({ application }) => application);
const standingsOf = (actor: Actor, where: Round) =>
  seen(selection, actor, applicationsOf(where), ({ ledger }, candidacy) => ledger.standingOf(candidacy));
const standingOf = async (actor: Actor, where: Round) => (await standingsOf(actor, where)).answers[0];
const attemptsOf = async (actor: Actor, where: Round) =>
  (await seen(selection, actor, applicationsOf(where), ({ ledger }, one) => ledger.attemptsOf(one))).answers[0];
const tellFailures = ({ procedure, steps }: Round) =>
  selection.write(recruiter(), 'sendOutcomes', {
    ...{ procedure, about: 'STEP', step: steps.get('assessment'), remedyStated: true, byLetter: false },
  });

describe('where a candidate stands before the assessment', () => {
  test('is told with its rule, its last day and its arithmetic, to the candidate and the institution', async () => {
    const who = person();
    await sits(selection, await round(selection, 2, [who], '2025-10-24'), who, passed('2024-02-29'));
    const where = await round(selection, 1, [who], '2025-12-01');
    for (const actor of [own(who), recruiter()]) {
      expect(await standingOf(actor, where)).toMatchObject({
        ...{ status: 'EXEMPT', until: '2026-02-28' },
        explanation: { en: expect.stringMatching(/^Exempt: .* 29 February 2024 \+ 2 years = 28 February 2026/) },
        window: { code: 'EXEMPTION', startsOn: '2024-02-29', lastDay: '2026-02-28', open: true, basis: 'STATED' },
      });
    }
  });

  test('is that of today before it opens, and from then on that by which it was judged', async () => {
    const who = person();
    await sits(selection, await round(selection, 2, [who], '2025-10-24'), who, passed('2023-12-01'));
    const where = await startedRound(selection, CLASSES[2], [who], '2025-11-30');
    expect(await standingOf(own(who), where)).toMatchObject({ status: 'EXEMPT', until: '2025-12-01' });
    selection.at('2025-12-02T10:00');
    expect(await standingOf(own(who), where)).toMatchObject({ status: 'OPEN', until: null, window: null });
    selection.at('2025-12-01T23:59:59');
    await selection.decided(where.applicants[0]!, 'ELIGIBLE');
    selection.at('2026-03-01T10:00');
    expect(await standingOf(own(who), where)).toMatchObject({
      ...{ status: 'EXEMPT', until: '2025-12-01', window: { open: false } },
    });
  });

  test('says of what exempts only since it opened that it does not count', async () => {
    const who = person();
    const first = await round(selection, 2, [who], '2025-10-24');
    const where = await round(selection, 2, [who], '2025-11-05');
    selection.at('2025-11-20T10:00');
    await sits(selection, first, who, passed('2025-11-06'));
    await settled(selection, where);
    const { status, explanation } = (await standingOf(recruiter(), where))!;
    expect(status).toBe('OPEN');
    expect(explanation.en).toContain('The assessment began on 5 November 2025, and that day counts');
    expect(await attemptsOf(recruiter(), where)).toMatchObject([{ outcome: 'PASSED', testDay: '2025-11-06' }]);
  });

  test('follows from a failure for the institution at once, and for the candidate from when it was told', async () => {
    const who = person();
    const first = await round(selection, 2, [who], '2025-10-24');
    const where = await round(selection, 2, [who], '2025-10-24');
    await sits(selection, first, who, { ...failed('2025-10-24'), untold: true });
    const barred = { status: 'BARRED', until: '2026-04-24', window: { code: 'WAITING', open: true } };
    expect(await standingOf(recruiter(), where)).toMatchObject(barred);
    expect(await standingOf(own(who), where)).toMatchObject({ status: 'OPEN' });
    expect(await tellFailures(first)).toMatchObject({ __typename: 'SelectionRecorded' });
    expect(await standingOf(own(who), where)).toMatchObject(barred);
  });

  test('is not told to a member of the committee or the authority, nor where there is no assessment', async () => {
    const who = person();
    const where = await round(selection, 2, [who], '2025-10-24');
    await selection.query(
      `INSERT INTO committee_member (id, procedure_id, holder, function, joined_at, data, version, recorded_at, recorded_by)
       VALUES (gen_random_uuid(), $1, $2, 'MEMBER', now(), '', 1, now(), 'test')`,
      [where.procedure, selection.installation.digest.of('member-of-it')],
    );
    const member = memberActor('member-of-it', where.procedure);
    expect([await standingOf(member, where), await attemptsOf(member, where)]).toEqual([null, []]);
    expect(await standingOf(authority(), where)).toBeUndefined();
    selection.at('2025-10-01T10:00');
    const procedure = await selection.vacancy('gew:vacancy:without', brusselsVacancy());
    const applicants = [await selection.applicant('gew:vacancy:without')];
    selection.at('2025-10-24T10:00');
    await selection.write(recruiter('gew'), 'startSelection', { procedure, version: 1 });
    const without = { vacancy: 'gew:vacancy:without', procedure, applicants, steps: new Map() };
    expect(await standingOf(recruiter('gew'), without)).toBeNull();
  });
});

describe('the assessments that a candidate sat', () => {
  test('are seen by an institution across vacancies: of others neither which they were, nor the score', async () => {
    const who = person();
    const first = await round(selection, 2, [who], '2025-10-24');
    await sits(selection, first, who, failed('2025-04-24'));
    const where = await round(selection, 3, [who], '2025-12-01');
    await sits(selection, where, who, { ...passed('2025-12-01'), total: '88.25' });
    expect(await attemptsOf(recruiter(), where)).toMatchObject([
      {
        ...{ level: 2, testDay: '2025-04-24', passedDay: null, outcome: 'FAILED', score: null, outOf: null },
        ...{ procedureId: null, window: { code: 'WAITING', lastDay: '2025-10-24', open: false } },
      },
      {
        ...{ level: 3, testDay: '2025-12-01', passedDay: '2025-12-01', outcome: 'PASSED', score: '88.25' },
        ...{ outOf: '100', procedureId: where.procedure, window: { code: 'EXEMPTION', lastDay: '2027-12-01' } },
      },
    ]);
    expect(await attemptsOf(own(who), where)).toEqual([]);
  });

  test('cost a number of statements that does not depend on how many candidates there are', async () => {
    const persons = Array.from({ length: 25 }, person);
    const first = await round(selection, 2, persons, '2025-10-24');
    for (const who of persons) await sits(selection, first, who, failed('2025-10-24'));
    const [few, many] = [
      await round(selection, 2, persons.slice(0, 1), '2025-10-24'),
      await round(selection, 2, persons, '2025-10-24'),
    ];
    const view = (where: Round) =>
      seen(selection, recruiter(), applicationsOf(where), async ({ ledger }, one) => [
        ...[(await ledger.standingOf(one))!.status, (await ledger.attemptsOf(one)).length],
        ...[await ledger.functionHeldOf(one)],
      ]);
    const one = await view(few);
    expect(one).toEqual({ answers: [['BARRED', 1, null]], statements: 6 });
    expect(await view(many)).toEqual({ answers: persons.map(() => ['BARRED', 1, null]), statements: 6 });
  });
});
