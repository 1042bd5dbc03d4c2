import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ours } from '@mandate-graph/domain';
import type { Actor } from '@mandate-graph/runtime';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import {
  answer,
  codesOf,
  decide,
  judged,
  START,
  type Submitted,
  statuses,
  submitted,
  told,
} from './testing/deciding.ts';

const CONDITIONS = { key: 'n', operator: 'ALL_OF', label: ours('n', 'n', 'n'), rules: [], notes: [] } as const;
const WHY = 'Another post was offered to me.';
let selection: TestSelection;
let made = 0;

beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** The first of these was chosen. */
const chosen = async (count = 1, state = brusselsVacancy(), institution = 'gew') => {
  const vacancy = `${institution}:vacancy:v${made++}`;
  const places = Array.from({ length: count }, (_, at) => at + 1);
  const on = await submitted(selection, vacancy, state, places);
  if (state.appointmentConditions !== null) await judged(selection, on.applicants[0]!);
  await decide(selection, on, on.applications[0]!, { languageRole: 'NL' });
  return { ...on, vacancy, first: on.applicants[0]! };
};
const accepted = (outcomes: readonly { __typename: string }[]) =>
  outcomes.filter(({ __typename }) => __typename === 'SelectionRecorded').length;
const decisions = async ({ procedure }: Submitted) =>
  (
    await selection.query<{ status: string }>(
      'SELECT status FROM appointment_decision WHERE procedure_id = $1 ORDER BY decided_at',
      [procedure],
    )
  ).map(({ status }) => status);
const mandates = ({ procedure }: Submitted) =>
  selection.query<Record<string, unknown>>(
    `SELECT id, candidacy_id AS "candidacyId", candidate_id AS "candidateId", position, level, kind,
       language_role AS "languageRole", starts_on::text AS "startsOn", ends_on::text AS "endsOn", version
     FROM mandate WHERE procedure_id = $1`,
    [procedure],
  );
const events = (type: string, subject: unknown) =>
  selection.query<{ data: object }>('SELECT data FROM outbox WHERE type = $1 AND subject = $2 ORDER BY id', [
    `mandate-graph.${type}.v1`,
    subject,
  ]);

describe('who was chosen and accepts', () => {
  test('has the mandate, and the procedure has ended for everybody', async () => {
    const on = await chosen(2);
    expect(await answer(selection, on.first, 'acceptAppointment')).toMatchObject({ id: on.first.application });
    expect(await statuses(selection, on)).toEqual(['COMPLETED APPOINTED', 'APPOINTED', 'NOT_APPOINTED']);
    expect(await decisions(on)).toEqual(['IN_EFFECT']);
    expect((await told(selection, on.first.application)).slice(-2)).toEqual([
      ...['ANSWER_APPOINTMENT', 'ANSWER_APPOINTMENT done'],
    ]);
    const [mandate] = await mandates(on);
    expect(mandate).toMatchObject({
      ...{ candidacyId: on.first.application, candidateId: on.first.candidate, kind: 'MANDATE', languageRole: 'NL' },
      ...{ position: 'vrb:position:head', startsOn: START, endsOn: '2031-01-31', version: 1, level: null },
    });
    expect((await events('mandate.recorded', mandate!['id'])).map(({ data }) => data)).toEqual([
      {
        ...{ application: on.first.application, candidate: on.first.candidate, vacancy: on.vacancy },
        ...{ procedure: on.procedure, mandate: mandate!['id'], institution: 'gew', position: 'vrb:position:head' },
        ...{ kind: 'MANDATE', languageRole: 'NL', startsOn: START, endsOn: '2031-01-31', version: 1 },
        recordedAt: selection.clock.now().toString(),
      },
    ]);
    expect(await events('procedure.ended', on.procedure)).toMatchObject([{ data: { ending: 'APPOINTED' } }]);
  });

  test('legal 4: holds a function of the level of its weighting classes', async () => {
    const on = await chosen(1, federalVacancy({ announcedSteps: federalVacancy().announcedSteps.slice(0, 4) }), 'vrb');
    await answer(selection, on.first, 'acceptAppointment');
    expect(await mandates(on)).toMatchObject([{ level: 2, endsOn: '2032-01-31' }]);
  });

  test('legal 7: has no language role that nobody has stated', async () => {
    const on = await submitted(selection, `gew:vacancy:v${made++}`, brusselsVacancy(), [1]);
    await decide(selection, on, on.applications[0]!);
    await answer(selection, on.applicants[0]!, 'acceptAppointment');
    expect(await mandates(on)).toMatchObject([{ languageRole: null }]);
  });

  test('S2.N: must still meet the conditions for being appointed, for that day', async () => {
    const on = await chosen(1, brusselsVacancy({ appointmentConditions: CONDITIONS }));
    await judged(selection, on.first, { outcome: 'NOT_ELIGIBLE' });
    expect(codesOf(await answer(selection, on.first, 'acceptAppointment'))).toEqual(['application CONDITIONS_NOT_MET']);
    await judged(selection, on.first, { judgedOn: '2026-03-01' });
    expect(codesOf(await answer(selection, on.first, 'acceptAppointment'))).toEqual([
      'appointmentOn JUDGED_FOR_ANOTHER_DAY',
    ]);
    await judged(selection, on.first);
    expect(await answer(selection, on.first, 'acceptAppointment')).toMatchObject({ __typename: 'SelectionRecorded' });
  });
});

describe('who was chosen and does not accept', () => {
  test('leaves the authority to decide again, among the others', async () => {
    const on = await chosen(2);
    expect(await answer(selection, on.first, 'declineAppointment', { reasons: WHY })).toMatchObject({
      __typename: 'SelectionRecorded',
    });
    expect(await statuses(selection, on)).toEqual(['RESULT_SUBMITTED', 'DECLINED', 'SUITABLE']);
    expect((await told(selection, on.first.application)).at(-1)).toBe('ANSWER_APPOINTMENT done');
    expect(await decide(selection, on, on.applications[1]!)).toMatchObject({ __typename: 'SelectionRecorded' });
    expect(await answer(selection, on.applicants[1]!, 'acceptAppointment')).toMatchObject({
      __typename: 'SelectionRecorded',
    });
    expect(await statuses(selection, on)).toEqual(['COMPLETED APPOINTED', 'DECLINED', 'APPOINTED']);
    expect(await decisions(on)).toEqual(['DECLINED', 'IN_EFFECT']);
    expect(await mandates(on)).toMatchObject([{ candidacyId: on.applications[1] }]);
    const everything = await selection.query(
      "SELECT (SELECT string_agg(t::text, '') FROM trail_entry t) || (SELECT string_agg(d::text, '') FROM appointment_decision d) AS all",
    );
    expect(JSON.stringify(everything)).not.toContain(WHY);
  });

  test('by withdrawing the application has declined', async () => {
    const on = await chosen(2);
    await selection.applied(on.first, 'WITHDRAWN', 'WITHDRAW');
    expect(await statuses(selection, on)).toEqual(['RESULT_SUBMITTED', 'DECLINED', 'SUITABLE']);
    expect(await decisions(on)).toEqual(['DECLINED']);
    expect((await told(selection, on.first.application)).at(-1)).toBe('ANSWER_APPOINTMENT done');
    expect(await decide(selection, on, on.applications[1]!)).toMatchObject({ __typename: 'SelectionRecorded' });
  });

  test('since the vacancy was withdrawn has nothing more to answer', async () => {
    const on = await chosen(1);
    await selection.vacancy(on.vacancy, brusselsVacancy({ publication: 'WITHDRAWN' }));
    expect(await statuses(selection, on)).toEqual(['CANCELLED VACANCY_WITHDRAWN', 'DISCONTINUED']);
    expect(await decisions(on)).toEqual(['FALLEN']);
    expect((await told(selection, on.first.application)).at(-1)).toBe('ANSWER_APPOINTMENT done');
    expect(codesOf(await answer(selection, on.first, 'acceptAppointment'))).toEqual(['application NOT_SELECTED']);
  });
});

describe('no answer', () => {
  test('is taken of who was not chosen, which says nothing of where they stand', async () => {
    const on = await submitted(selection, `gew:vacancy:v${made++}`, brusselsVacancy(), [1, 2, null]);
    await decide(selection, on, on.applications[0]!);
    const refusals = [];
    for (const applicant of on.applicants.slice(1)) {
      for (const mutation of ['acceptAppointment', 'declineAppointment'] as const) {
        refusals.push(await answer(selection, applicant, mutation));
      }
    }
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ problems: [{ path: 'application', code: 'NOT_SELECTED', value: null }] });
  });

  test('is taken twice, or on a version that has passed', async () => {
    const on = await chosen(1);
    expect(await answer(selection, on.first, 'acceptAppointment', { version: 1 })).toMatchObject({
      __typename: 'VersionConflict',
      id: on.first.application,
    });
    await answer(selection, on.first, 'acceptAppointment');
    for (const mutation of ['acceptAppointment', 'declineAppointment'] as const) {
      expect(codesOf(await answer(selection, on.first, mutation))).toEqual(['application NOT_SELECTED']);
    }
  });

  test.each<[string, (on: Submitted) => Actor, string | null]>([
    ['the authority', () => authority('gew'), 'FORBIDDEN'],
    ['a recruiter', () => recruiter('gew'), 'FORBIDDEN'],
    ['a member of the committee', (on) => memberActor('member', on.procedure), 'FORBIDDEN'],
    ['the public', () => ({ kind: 'public', subject: 'public', grants: [] }), 'UNAUTHENTICATED'],
    ['another candidate', () => candidateActor('somebody else'), null],
  ])('is given by %s', async (_who, actorFor, code) => {
    const on = await chosen(1);
    for (const mutation of ['acceptAppointment', 'declineAppointment']) {
      const input = { application: on.first.application, version: 5 };
      const result = await selection.write(actorFor(on), mutation, input);
      if (code === null) expect(codesOf(result)).toEqual(['application UNKNOWN_APPLICATION']);
      else expect(result.errors[0].extensions.code).toBe(code);
    }
    expect(await statuses(selection, on)).toEqual(['DECIDED', 'SELECTED']);
  });
});

describe('of fifty answers at once', () => {
  const fifty = async (
    on: Awaited<ReturnType<typeof chosen>>,
    mutationOf: (at: number) => 'acceptAppointment' | 'declineAppointment',
  ) => {
    const [row] = await selection.query<{ version: number }>('SELECT version FROM candidacy WHERE id = $1', [
      on.first.application,
    ]);
    return Promise.all(
      Array.from({ length: 50 }, (_, at) => answer(selection, on.first, mutationOf(at), { version: row!.version })),
    );
  };

  test('one is taken, of those that accept', async () => {
    const on = await chosen(2);
    const all = await fifty(on, () => 'acceptAppointment');
    expect(accepted(all)).toBe(1);
    expect(all.filter(({ __typename }) => __typename === 'Refused')).toHaveLength(49);
    expect(await mandates(on)).toHaveLength(1);
  });

  test('one is taken, of those that accept and decline', async () => {
    const on = await chosen(2);
    const all = await fifty(on, (at) => (at % 2 === 0 ? 'acceptAppointment' : 'declineAppointment'));
    expect(accepted(all)).toBe(1);
    expect(all.filter(({ __typename }) => __typename === 'Refused')).toHaveLength(49);
    const declined = all.findIndex(({ __typename }) => __typename === 'SelectionRecorded') % 2 === 1;
    expect(await mandates(on)).toHaveLength(declined ? 0 : 1);
    expect(await statuses(selection, on)).toEqual(
      declined ? ['RESULT_SUBMITTED', 'DECLINED', 'SUITABLE'] : ['COMPLETED APPOINTED', 'APPOINTED', 'NOT_APPOINTED'],
    );
  });
});
