import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import {
  type Applicant,
  authority,
  brussels,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import {
  answer,
  codesOf,
  decide,
  NO_ANSWER,
  recordNoAnswer,
  type Submitted,
  statuses,
  submitted,
  told,
} from './testing/deciding.ts';

const DONE = { __typename: 'SelectionRecorded' };
let selection: TestSelection;
let made = 0;

beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** The first of so many was chosen at a local time; left out: on 1 December, so that the last day is 31 December. */
async function chosen(count = 2, local = '2025-12-01T10:00') {
  const places = Array.from({ length: count }, (_, at) => at + 1);
  const on = await submitted(selection, `gew:vacancy:silent${made++}`, brusselsVacancy(), places);
  selection.at(local);
  const decided = await decide(selection, on, on.applications[0]!, { appointmentOn: '2026-12-01' });
  expect(decided).toMatchObject(DONE);
  return { ...on, first: on.applicants[0]! };
}
const over = () => selection.at('2026-01-01T00:00');
const tellings = (application: string) =>
  selection.query<{ code: string; done: boolean; dueAt: string | null }>(
    `SELECT data->>'code' AS code, (data->>'done')::boolean AS done, data->>'dueAt' AS "dueAt" FROM outbox
     WHERE subject = $1 AND type = 'mandate-graph.candidate.told.v1' ORDER BY id`,
    [application],
  );
const DECISION = 'decision { chosen status reasons declineReasons }';
const PROGRESS = `${DECISION} deadlines { code startsOn lastDay open basis arithmetic { en } }`;
const own = async ({ application, subject }: Applicant) => {
  const { data, errors } = await selection.ask(
    candidateActor(subject),
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { progress { ${PROGRESS} } } } }`,
    { of: [{ __typename: 'Application', id: application }] },
  );
  expect(errors).toBeUndefined();
  return data._entities[0].progress;
};

describe('that no answer came', () => {
  test.each([
    ['2025-12-01T10:00', '2025-12-31', '2026-01-01T00:00'],
    ['2025-12-01T23:59:59.999', '2025-12-31', '2026-01-01T00:00'],
    ['2026-02-27T00:00', '2026-03-29', '2026-03-30T00:00'],
    ['2026-03-10T23:30', '2026-04-09', '2026-04-10T00:00'],
    ['2026-09-25T00:30', '2026-10-25', '2026-10-26T00:00'],
    ['2026-10-10T12:00', '2026-11-09', '2026-11-10T00:00'],
  ])('of a decision at %s is recorded once %s is over, in Brussels', async (decidedAt, lastDay, first) => {
    const on = await chosen(2, decidedAt);
    const dueAt = brussels(first).toString();
    expect((await tellings(on.first.application)).at(-1)).toEqual({ code: 'ANSWER_APPOINTMENT', done: false, dueAt });
    selection.at(`${lastDay}T23:59:59.999`);
    expect(await recordNoAnswer(selection, on)).toEqual({
      __typename: 'Refused',
      problems: [
        {
          ...{ path: 'procedure', code: 'ANSWER_AWAITED', value: lastDay },
          rule: `procedure must be one in which the last day for the answer of the one who was chosen is over: ${lastDay}.`,
        },
      ],
    });
    expect(await statuses(selection, on)).toEqual(['DECIDED', 'SELECTED', 'SUITABLE']);
    selection.at(first);
    expect(await recordNoAnswer(selection, on)).toMatchObject({ ...DONE, id: on.first.application });
    expect(await statuses(selection, on)).toEqual(['RESULT_SUBMITTED', 'DECLINED', 'SUITABLE']);
  });

  test('leaves the authority to decide again, among the others, and tells the one who was chosen', async () => {
    const on = await chosen();
    over();
    await recordNoAnswer(selection, on);
    expect((await told(selection, on.first.application)).slice(-3)).toEqual([
      ...['ANSWER_APPOINTMENT', 'ANSWER_APPOINTMENT done', 'NO_ANSWER_RECORDED'],
    ]);
    for (const mutation of ['acceptAppointment', 'declineAppointment'] as const)
      expect(codesOf(await answer(selection, on.first, mutation))).toEqual(['application NOT_SELECTED']);
    const again = { appointmentOn: '2026-12-01' };
    expect(codesOf(await decide(selection, on, on.applications[0]!, again))).toContain('application NOT_SUITABLE');
    expect(await decide(selection, on, on.applications[1]!, again)).toMatchObject(DONE);
    expect(codesOf(await recordNoAnswer(selection, on))).toEqual(['procedure ANSWER_AWAITED']);
    expect(await answer(selection, on.applicants[1]!, 'acceptAppointment')).toMatchObject(DONE);
    expect(await statuses(selection, on)).toEqual(['COMPLETED APPOINTED', 'DECLINED', 'APPOINTED']);
  });

  test('legal 8: has reasons, sealed in the trail, that whoever was chosen and the institution read', async () => {
    const on = await chosen();
    over();
    await recordNoAnswer(selection, on);
    const decision = { status: 'DECLINED', declineReasons: NO_ANSWER };
    expect((await own(on.first)).decision).toMatchObject({ chosen: true, ...decision });
    const query = `query ($id: ID!) { selectionProcedure(id: $id) { decision { status declineReasons } } }`;
    const { data } = await selection.ask(authority('gew'), query, { id: on.procedure });
    expect(data.selectionProcedure.decision).toEqual(decision);
    const entries = await selection.query(
      `SELECT act, about, actor, person FROM trail_entry WHERE procedure_id = $1 ORDER BY seq DESC LIMIT 3`,
      [on.procedure],
    );
    const actor = 'authority-of-gew';
    expect(entries.reverse()).toEqual([
      { act: 'NO_ANSWER', about: 'CANDIDACY', actor, person: `candidate:${on.first.candidate}` },
      { act: 'NO_ANSWER', about: 'PROCEDURE', actor, person: null },
      { act: 'ANSWER_DECISION', about: 'DECISION', actor, person: null },
    ]);
    const everything = await selection.query(
      `SELECT (SELECT string_agg(t::text, '') FROM trail_entry t) || (SELECT string_agg(o::text, '') FROM outbox o)
         || (SELECT string_agg(d::text, '') FROM appointment_decision d) AS all`,
    );
    expect(JSON.stringify(everything)).not.toContain(NO_ANSWER);
  });

  test('is refused with everything that speaks against it, and on a version that has passed', async () => {
    const on = await chosen();
    expect(codesOf(await recordNoAnswer(selection, on, { reasons: ' too short ' }))).toEqual([
      ...['procedure ANSWER_AWAITED', 'reasons TOO_SHORT'],
    ]);
    over();
    expect(codesOf(await recordNoAnswer(selection, on, { reasons: 'short' }))).toEqual(['reasons TOO_SHORT']);
    const conflict = { __typename: 'VersionConflict', id: on.procedure, givenVersion: 1 };
    expect(await recordNoAnswer(selection, on, { version: 1 })).toMatchObject(conflict);
    await recordNoAnswer(selection, on);
    expect(codesOf(await recordNoAnswer(selection, on, { reasons: 'short' }))).toEqual([
      ...['procedure NOT_FROM_THIS_STATUS', 'reasons TOO_SHORT'],
    ]);
  });

  test.each<[string, (on: Submitted & { first: Applicant }) => Actor, string | null]>([
    ['the one who was chosen', ({ first }) => candidateActor(first.subject), 'FORBIDDEN'],
    ['a recruiter', () => recruiter('gew'), 'FORBIDDEN'],
    ['a member of the committee', (on) => memberActor('member', on.procedure), 'FORBIDDEN'],
    ['the public', () => ({ kind: 'public', subject: 'public', grants: [] }), 'UNAUTHENTICATED'],
    ['the authority of another institution', () => authority('vrb'), null],
    ['an authority who is a candidate', ({ first }) => ({ ...authority('gew'), subject: first.subject }), null],
  ])('is not recorded by %s', async (_who, actorFor, code) => {
    const on = await chosen();
    over();
    const input = { procedure: on.procedure, version: 5, reasons: NO_ANSWER };
    const result = await selection.write(actorFor(on), 'recordNoAnswer', input);
    if (code === null) expect(codesOf(result)[0]).toMatch(/^procedure (UNKNOWN_PROCEDURE|OWN_CANDIDACY)$/);
    else expect(result.errors[0].extensions.code).toBe(code);
    expect(await statuses(selection, on)).toEqual(['DECIDED', 'SELECTED', 'SUITABLE']);
  });
});

describe('an answer after its last day', () => {
  test.each([
    ['acceptAppointment', ['COMPLETED APPOINTED', 'APPOINTED', 'NOT_APPOINTED']],
    ['declineAppointment', ['RESULT_SUBMITTED', 'DECLINED', 'SUITABLE']],
  ] as const)('counts as long as nobody has recorded that none came: %s', async (mutation, after) => {
    const on = await chosen();
    selection.at('2026-01-05T10:00');
    expect(await answer(selection, on.first, mutation)).toMatchObject(DONE);
    expect(codesOf(await recordNoAnswer(selection, on))).toEqual(['procedure NOT_FROM_THIS_STATUS']);
    expect(await statuses(selection, on)).toEqual(after);
  });

  test('is told of beforehand: the deadline says its last day, and how that follows', async () => {
    const on = await chosen();
    const deadline = {
      ...{ code: 'ANSWER', startsOn: '2025-12-01', lastDay: '2025-12-31', open: true, basis: 'CHOICE' },
      arithmetic: {
        en: '1 December 2025 + 30 days = 31 December 2025; awaited until the end of that day, Brussels time.',
      },
    };
    expect((await own(on.first)).deadlines).toEqual([deadline]);
    expect((await own(on.applicants[1]!)).deadlines).toEqual([]);
    over();
    expect((await own(on.first)).deadlines).toEqual([{ ...deadline, open: false }]);
    await recordNoAnswer(selection, on);
    expect((await own(on.first)).deadlines).toEqual([]);
  });
});
