import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ours } from '@mandate-graph/domain';
import type { Actor, Role } from '@mandate-graph/runtime';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import {
  answer,
  codesOf,
  decide,
  judged,
  OTHER_REASONS,
  REASONS,
  START,
  type Submitted,
  statuses,
  submitted,
  told,
} from './testing/deciding.ts';

const WHY = 'The other titles are of another field.';
const CONDITIONS = { key: 'n', operator: 'ALL_OF', label: ours('n', 'n', 'n'), rules: [], notes: [] } as const;
let selection: TestSelection;
let made = 0;

beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const before = (places: readonly (number | null)[], state = brusselsVacancy()) =>
  submitted(selection, `gew:vacancy:v${made++}`, state, places);
const other = (role: Role): Actor => ({
  ...{ kind: 'person', subject: `a ${role}` },
  grants: [{ role, institution: null, procedure: null, scopes: [] }],
});
const trail = ({ procedure }: Submitted) =>
  selection.query<{ act: string; actor: string; about: string; after: object | null; person: string | null }>(
    'SELECT act, actor, about, after, person FROM trail_entry WHERE procedure_id = $1 ORDER BY seq',
    [procedure],
  );

describe('a decision on the appointment', () => {
  test('S1.S3: the authority chooses with reasons on titles and merits; who is chosen is asked for an answer', async () => {
    const on = await before([1, 2, null]);
    const decided = await decide(selection, on, on.applications[0]!, { languageRole: 'FR' });
    expect(decided).toMatchObject({ __typename: 'SelectionRecorded', version: 1 });
    expect(await statuses(selection, on)).toEqual(['DECIDED', 'SELECTED', 'SUITABLE', 'UNSUITABLE']);
    expect((await told(selection, on.applications[0]!)).slice(-2)).toEqual([
      ...['SELECTED_FOR_APPOINTMENT', 'ANSWER_APPOINTMENT'],
    ]);
    expect(await told(selection, on.applications[1]!)).not.toContain('NOT_APPOINTED');
    const [row] = await selection.query(
      `SELECT id, candidacy_id AS chosen, status, authority, departs_from_ranking AS departs, language_role AS role,
         terms->>'startsOn' AS "startsOn", decided_by AS by FROM appointment_decision WHERE procedure_id = $1`,
      [on.procedure],
    );
    expect(row).toEqual({
      ...{ id: decided.id, chosen: on.applications[0], status: 'AWAITING_ANSWER', authority: 'GOVERNMENT' },
      ...{ departs: false, role: 'FR', startsOn: START, by: 'authority-of-gew' },
    });
  });

  test('legal 8: stands in the trail with its reasons, each sealed under the key of whom they are about', async () => {
    const on = await before([1, 2]);
    await decide(selection, on, on.applications[0]!);
    const entries = (await trail(on)).slice(-5);
    const [one, two] = on.applicants.map(({ candidate }) => `candidate:${candidate}`);
    expect(entries.map(({ act, about, person, actor }) => [act, about, person, actor])).toEqual([
      ['SELECT', 'CANDIDACY', null, 'authority-of-gew'],
      ['DECIDE', 'PROCEDURE', null, 'authority-of-gew'],
      ['TAKE_DECISION', 'DECISION', null, 'authority-of-gew'],
      ['STATE_REASONS', 'DECISION', one, 'authority-of-gew'],
      ['STATE_REASONS', 'DECISION', two, 'authority-of-gew'],
    ]);
    const everything = await selection.query(
      `SELECT (SELECT string_agg(t::text, '') FROM trail_entry t) || (SELECT string_agg(o::text, '') FROM outbox o)
         || (SELECT string_agg(d::text, '') FROM appointment_decision d) || (SELECT string_agg(s::text, '') FROM decision_statement s) AS all`,
    );
    for (const reasons of [REASONS, OTHER_REASONS]) expect(JSON.stringify(everything)).not.toContain(reasons);
  });

  test('legal 6: departs from the ranking with reasons of its own', async () => {
    const on = await before([1, 2]);
    const second = on.applications[1]!;
    expect(codesOf(await decide(selection, on, second))).toEqual(['departureReasons REASONS_NEEDED']);
    expect(await statuses(selection, on)).toEqual(['RESULT_SUBMITTED', 'SUITABLE', 'SUITABLE']);
    expect(await decide(selection, on, second, { departureReasons: WHY })).toMatchObject({ version: 1 });
    expect(await statuses(selection, on)).toEqual(['DECIDED', 'SUITABLE', 'SELECTED']);
    const [row] = await selection.query(
      'SELECT departs_from_ranking AS departs FROM appointment_decision WHERE procedure_id = $1',
      [on.procedure],
    );
    expect(row).toEqual({ departs: true });
  });

  test('on the next in the ranking is no departure once the first has declined', async () => {
    const on = await before([1, 2, 3]);
    await decide(selection, on, on.applications[0]!);
    await answer(selection, on.applicants[0]!, 'declineAppointment');
    expect(codesOf(await decide(selection, on, on.applications[0]!))).toContain('application NOT_SUITABLE');
    expect(codesOf(await decide(selection, on, on.applications[2]!))).toEqual(['departureReasons REASONS_NEEDED']);
    expect(await decide(selection, on, on.applications[1]!)).toMatchObject({ version: 1 });
    expect(await statuses(selection, on)).toEqual(['DECIDED', 'DECLINED', 'SELECTED', 'SUITABLE']);
  });

  test('S2.N: checks the conditions for being appointed at the day of the appointment', async () => {
    const on = await before([1], brusselsVacancy({ appointmentConditions: CONDITIONS }));
    const [applicant] = on.applicants as [(typeof on.applicants)[0]];
    const first = on.applications[0]!;
    expect(codesOf(await decide(selection, on, first))).toEqual(['application CONDITIONS_NOT_JUDGED']);
    await judged(selection, applicant, { judgedFile: '2025-10-29T23:00:00Z' });
    expect(codesOf(await decide(selection, on, first))).toEqual(['application CONDITIONS_NOT_JUDGED']);
    await judged(selection, applicant, { outcome: 'NOT_ELIGIBLE' });
    expect(codesOf(await decide(selection, on, first))).toEqual(['application CONDITIONS_NOT_MET']);
    await judged(selection, applicant, { outcome: 'CONDITIONAL' });
    expect(await decide(selection, on, first, { appointmentOn: '2026-02-02' })).toMatchObject({
      problems: [{ path: 'appointmentOn', code: 'JUDGED_FOR_ANOTHER_DAY', value: '2026-02-02' }],
    });
    expect(await decide(selection, on, first)).toMatchObject({ version: 1 });
  });

  test('that nobody is appointed ends the procedure, with reasons for each who was suitable', async () => {
    const on = await before([1, 2, null]);
    const own = [{ application: on.applications[1], reasons: OTHER_REASONS }];
    expect(await decide(selection, on, null, { others: own })).toMatchObject({ version: 1 });
    expect(await statuses(selection, on)).toEqual([
      ...['ENDED_WITHOUT_APPOINTMENT NOBODY_APPOINTED', 'NOT_APPOINTED', 'NOT_APPOINTED', 'UNSUITABLE'],
    ]);
    const stated = await selection.query<{ id: string }>(
      'SELECT statement.candidacy_id AS id FROM decision_statement statement JOIN appointment_decision decision ON decision.id = statement.decision_id WHERE procedure_id = $1',
      [on.procedure],
    );
    expect(stated.map(({ id }) => id).sort()).toEqual(on.applications.slice(0, 2).sort());
    const [ended] = await selection.query<{ data: object }>(
      "SELECT data FROM outbox WHERE subject = $1 AND type = 'mandate-graph.procedure.ended.v1'",
      [on.procedure],
    );
    expect(ended!.data).toMatchObject({ ending: 'NOBODY_APPOINTED', institution: 'gew' });
    expect(codesOf(await decide(selection, on, null))).toEqual(['procedure NOT_FROM_THIS_STATUS']);
  });

  test('can only be that nobody is appointed when nobody is left', async () => {
    const on = await before([1]);
    await decide(selection, on, on.applications[0]!);
    await answer(selection, on.applicants[0]!, 'declineAppointment');
    expect(codesOf(await decide(selection, on, on.applications[0]!))).toEqual(['application NOT_SUITABLE']);
    expect(await decide(selection, on, null)).toMatchObject({ version: 1 });
    expect(await statuses(selection, on)).toEqual(['ENDED_WITHOUT_APPOINTMENT NOBODY_APPOINTED', 'DECLINED']);
    // Whoever had been suitable is told why, since nobody else is left to be.
    const stated = await selection.query(
      `SELECT FROM decision_statement JOIN appointment_decision ON id = decision_id
       WHERE procedure_id = $1 AND appointment_decision.candidacy_id IS NULL`,
      [on.procedure],
    );
    expect(stated).toHaveLength(1);
  });
});

describe('no decision', () => {
  test('is taken before the result is submitted, after the end, or while one stands', async () => {
    const { procedure, applicants } = await startedProcedure(selection, `gew:vacancy:v${made++}`, brusselsVacancy(), 1);
    const running = { procedure, institution: 'gew', applicants, applications: [applicants[0]!.application] };
    for (const application of [running.applications[0]!, null]) {
      expect(codesOf(await decide(selection, running, application))).toEqual(['procedure NOT_FROM_THIS_STATUS']);
    }
    const wrong = { reasons: 'Because.', appointmentOn: null, others: [{ application: 'x', reasons: 'No.' }] };
    expect(codesOf(await decide(selection, running, running.applications[0]!, wrong)).sort()).toEqual([
      ...['appointmentOn REQUIRED', 'others[0].reasons TOO_SHORT'],
      ...['procedure NOT_FROM_THIS_STATUS', 'reasons TOO_SHORT'],
    ]);
    const on = await before([1]);
    await decide(selection, on, on.applications[0]!);
    for (const application of [on.applications[0]!, null]) {
      expect(codesOf(await decide(selection, on, application))).toEqual(['procedure NOT_FROM_THIS_STATUS']);
    }
    await answer(selection, on.applicants[0]!, 'acceptAppointment');
    expect(codesOf(await decide(selection, on, null))).toEqual(['procedure NOT_FROM_THIS_STATUS']);
  });

  test('chooses who is not suitable, not of the procedure, or not there: all are refused alike', async () => {
    const [on, other] = [await before([1, null]), await before([1])];
    const refusals = [];
    for (const application of [on.applications[1]!, other.applications[0]!, randomUUID(), 'nonsense']) {
      const refused = await decide(selection, on, application);
      refusals.push(refused.problems.filter(({ path }: { path: string }) => path === 'application'));
    }
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(refusals[0]).toMatchObject([{ code: 'UNKNOWN_APPLICATION', value: null }]);
  });

  test('is taken with anything wrong, which is told all at once, or on a version that has passed', async () => {
    const on = await before([1, 2], brusselsVacancy({ vacantPositions: 2 }));
    const wrong = { reasons: 'Because.', others: [], appointmentOn: '2025-11-01', terms: { duration: 'PT1H' } };
    expect(codesOf(await decide(selection, on, on.applications[1]!, { ...wrong, version: 1 })).sort()).toEqual([
      ...['appointmentOn OUT_OF_RANGE', 'departureReasons REASONS_NEEDED', 'others REASONS_MISSING'],
      ...['procedure SEVERAL_POSITIONS', 'reasons TOO_SHORT', 'terms.duration NOT_IN_DAYS'],
    ]);
    const one = await before([1]);
    expect(await decide(selection, one, one.applications[0]!, { version: 1 })).toMatchObject({
      ...{ __typename: 'VersionConflict', id: one.procedure, givenVersion: 1 },
    });
    expect(await statuses(selection, one)).toEqual(['RESULT_SUBMITTED', 'SUITABLE']);
  });

  test('is taken by who is a candidate of the procedure, in whatever role', async () => {
    const on = await before([1, null]);
    const actor = { ...authority('gew'), subject: on.applicants[1]!.subject };
    const refused = await selection.write(actor, 'decideAppointment', {
      ...{ procedure: on.procedure, version: 1, application: on.applications[0] },
      ...{ reasons: REASONS, appointmentOn: START },
    });
    expect(codesOf(refused)).toEqual(['procedure OWN_CANDIDACY']);
  });

  test.each<[string, (on: Submitted) => Actor, string | null]>([
    ['a recruiter', () => recruiter('gew'), 'FORBIDDEN'],
    ['a candidate', (on) => candidateActor(on.applicants[0]!.subject), 'FORBIDDEN'],
    ['a member of the committee', (on) => memberActor('member', on.procedure), 'FORBIDDEN'],
    ['the public', () => ({ kind: 'public', subject: 'public', grants: [] }), 'UNAUTHENTICATED'],
    ['a privacy officer', () => other('privacy-officer'), 'FORBIDDEN'],
    ['an analyst', () => other('analyst'), 'FORBIDDEN'],
    ['the authority of another institution', () => authority('vrb'), null],
  ])('is taken by %s', async (_who, actorFor, code) => {
    const on = await before([1]);
    const result = await selection.write(actorFor(on), 'decideAppointment', {
      ...{ procedure: on.procedure, version: 4, application: on.applications[0] },
      ...{ reasons: REASONS, appointmentOn: START },
    });
    if (code === null) expect(codesOf(result)).toEqual(['procedure UNKNOWN_PROCEDURE']);
    else expect(result.errors[0].extensions.code).toBe(code);
    expect(await statuses(selection, on)).toEqual(['RESULT_SUBMITTED', 'SUITABLE']);
  });
});
