import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { placeOf } from '@mandate-graph/writing';
import { FAILED, PASSED, REASONS, record, sat } from '../assessment/testing/results.ts';
import { candidateOf } from '../person/person.keys.ts';
import { seat } from '../scoring/testing/judging.ts';
import {
  type Applicant,
  authority,
  candidateActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { assessing, attend, callOff, cancel, local, planned, register, SILENT, settle } from './testing/sessions.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const own = ({ subject }: Applicant): Actor => candidateActor(subject);
const SESSION = `id version startsAt endsAt testDay registrationFrom registrationUntil registrationOpen place capacity
  seatsLeft calledOffAt calledOffReasons`;
const BOOKING = `id status version bookedAt leftAt cancelUntil cancelAsked reportProblemsUntil session { ${SESSION} }`;
const EVERYTHING = `sessions { ${SESSION} } booking { ${BOOKING} }
  assessment { id version result testDay scores total atLeast outOf }`;

/** Candidacies as somebody is shown them, with the number of statements that took. */
async function seen(actor: Actor, applications: readonly string[], fields = EVERYTHING) {
  const of = applications.map((id) => ({ __typename: 'Application', id }));
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { progress { ${fields} } } } }`;
  const { data, errors, statements } = await selection.ask(actor, query, { of });
  return { errors, statements, answers: data._entities.map(({ progress }: { progress: unknown }) => progress) };
}
const shown = async (actor: Actor, { application }: Applicant, fields = EVERYTHING) =>
  (await seen(actor, [application], fields)).answers[0];

describe('sessions', () => {
  const SESSIONS = 'query ($id: ID!) { selectionProcedure(id: $id) { sessions { id seatsLeft } } }';

  test('are shown to those who run them, all of them and in order', async () => {
    const round = await assessing(selection, 1);
    const [late, gone, first] = [
      await planned(selection, round, { startsAt: local('2025-11-22T09:00') }),
      await planned(selection, round, { startsAt: local('2025-11-21T09:00') }),
      await planned(selection, round),
    ];
    await register(selection, round.applicants[0]!, first);
    await callOff(selection, gone, 1);
    const { data } = await selection.ask(recruiter(), SESSIONS, { id: round.procedure });
    expect(data.selectionProcedure.sessions).toEqual([
      { id: first, seatsLeft: 4 },
      { id: gone, seatsLeft: 0 },
      { id: late, seatsLeft: 5 },
    ]);
  });

  test('are not shown to others there', async () => {
    const { procedure, applicants } = await assessing(selection, 1);
    for (const actor of [recruiter('gew'), authority(), own(applicants[0]!)]) {
      const { data, errors } = await selection.ask(actor, SESSIONS, { id: procedure });
      expect(data.selectionProcedure).toEqual({ sessions: null });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  test('S2.T: are there to choose from for candidates in the assessment, with the seats that are left', async () => {
    const round = await assessing(selection, 1);
    const [applicant] = round.applicants as [Applicant];
    const session = await planned(selection, round, { capacity: 2 });
    const gone = await planned(selection, round);
    await callOff(selection, gone, 1);
    expect((await shown(own(applicant), applicant)).sessions).toEqual([
      {
        ...{ id: session, version: 1, place: 'Brussel, zaal 1', capacity: 2, seatsLeft: 2, registrationOpen: true },
        ...{ startsAt: local('2025-11-20T09:00'), endsAt: local('2025-11-20T11:00'), testDay: '2025-11-20' },
        ...{ registrationFrom: local('2025-10-24T10:00'), registrationUntil: local('2025-11-15T00:00') },
        ...{ calledOffAt: null, calledOffReasons: null },
      },
    ]);
    selection.at('2025-11-15T00:00');
    expect((await shown(own(applicant), applicant)).sessions).toMatchObject([{ registrationOpen: false }]);
    selection.at('2025-11-15T00:01');
    await settle(selection, round);
    expect((await shown(own(applicant), applicant)).sessions).toEqual([]);
  });
});

describe('a seat', () => {
  test('S2.T: says until when it can be given up, and problems are reported', async () => {
    const round = await assessing(selection, 1);
    const [applicant] = round.applicants as [Applicant];
    const session = await planned(selection, round);
    await register(selection, applicant, session);
    expect((await shown(own(applicant), applicant)).booking).toMatchObject({
      ...{ status: 'BOOKED', version: 1, session: { id: session, seatsLeft: 4 }, leftAt: null },
      ...{ bookedAt: local('2025-10-24T10:00'), cancelUntil: local('2025-11-20T08:00') },
      // A Thursday: the end of Tuesday.
      ...{ cancelAsked: local('2025-11-20T00:00'), reportProblemsUntil: local('2025-11-19T00:00') },
    });
  });

  test('that was given up is in the list of the institution, and none is current', async () => {
    const round = await assessing(selection, 1);
    const [applicant] = round.applicants as [Applicant];
    await register(selection, applicant, await planned(selection, round));
    await cancel(selection, applicant);
    expect((await shown(own(applicant), applicant)).booking).toBeNull();
    const fields = `bookings { ${BOOKING} }`;
    expect((await shown(recruiter(), applicant, fields)).bookings).toMatchObject([
      { status: 'RELEASED', leftAt: '2025-10-24T08:00:00.000Z' },
    ]);
    const { errors } = await seen(own(applicant), [applicant.application], fields);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('says nothing that the notice does not', async () => {
    const round = await assessing(selection, 1, SILENT);
    const [applicant] = round.applicants as [Applicant];
    const session = await planned(selection, round);
    await register(selection, applicant, session);
    const nothing = { cancelAsked: null, reportProblemsUntil: null };
    expect((await shown(own(applicant), applicant)).booking).toMatchObject(nothing);
    selection.at('2025-11-20T09:00');
    await attend(selection, session, applicant, 'ABSENT');
    expect((await shown(own(applicant), applicant)).booking).toMatchObject({ ...nothing, status: 'ABSENT' });
  });
});

describe('the result of the assessment', () => {
  test('S2.F: can be inspected by the candidate, once told of it', async () => {
    const { applicants, procedure, steps } = await sat(selection, 2);
    const [passes, fails] = applicants as [Applicant, Applicant];
    await record(selection, passes, PASSED);
    await record(selection, fails, FAILED);
    expect((await shown(own(passes), passes)).assessment).toMatchObject({
      ...{ result: 'PASSED', testDay: '2025-11-20', scores: ['60', '61.5', '58.5'], total: '60' },
      ...{ atLeast: '60', outOf: '100', version: 1 },
    });
    expect((await shown(own(fails), fails)).assessment).toBeNull();
    expect((await shown(recruiter(), fails)).assessment).toMatchObject({ result: 'FAILED', total: '59.99' });
    const send = { procedure, about: 'STEP', step: steps.get('assessment'), remedyStated: true, byLetter: false };
    await selection.write(recruiter(), 'sendOutcomes', send);
    expect((await shown(own(fails), fails)).assessment).toMatchObject({ result: 'FAILED', total: '59.99' });

    // What is corrected is shown once it has been sent again.
    selection.at('2025-11-21T12:00');
    const correction = { application: fails.application, version: 1, ...FAILED, total: '59', reasons: REASONS };
    await selection.write(recruiter(), 'correctAssessment', correction);
    // Until the correction is sent, what was sent before it stands.
    expect((await shown(own(fails), fails)).assessment).toMatchObject({ total: '59.99', version: 1 });
    await selection.write(recruiter(), 'sendOutcomes', send);
    expect((await shown(own(fails), fails)).assessment).toMatchObject({ total: '59', version: 2 });
  });

  test('is not for those who judge later, nor for other candidates', async () => {
    const { applicants, procedure } = await sat(selection, 2);
    const [one, other] = applicants as [Applicant, Applicant];
    for (const applicant of applicants) await record(selection, applicant, PASSED);
    const member = await seat(selection, procedure);
    expect(await shown(member.actor, one)).toEqual({ sessions: [], booking: null, assessment: null });
    expect(await shown(own(other), one)).toBeNull();
    expect(await shown(authority(), one)).toBeNull();
  });

  test('cannot be read any more once its candidate has been erased', async () => {
    const { applicants } = await sat(selection, 1);
    await record(selection, applicants[0]!, PASSED);
    await selection.erased(applicants[0]!);
    expect((await shown(recruiter(), applicants[0]!)).assessment).toBeNull();
  });
});

describe('what is shown of many candidates', () => {
  /** So many who have sat the assessment, written as the acts would have. */
  async function crowded(count: number) {
    const { procedure, session, steps, applicants } = await sat(selection, 1);
    await record(selection, applicants[0]!, PASSED);
    const all = Array.from({ length: count }, () => ({
      id: randomUUID(),
      candidate: randomUUID(),
      outcome: randomUUID(),
    }));
    const details = { testDay: '2025-11-20', scores: ['60'], total: '60', mark: null };
    await selection.inProcedure(procedure, async ({ manager, keys, now }) => {
      const persons = all.map(({ candidate }) => candidateOf(candidate));
      await keys.make(persons);
      const column = <T>(of: (one: (typeof all)[0]) => T) => all.map(of);
      await manager.query(
        `INSERT INTO candidacy (id, procedure_id, candidate_id, status, step_id, submitted_at, version, recorded_at,
           recorded_by)
         SELECT id, $1, candidate, 'IN_PROGRESS', $2, $3, 1, $3, 'test' FROM unnest($4::uuid[], $5::uuid[]) AS new(id, candidate)`,
        [procedure, steps.get('oral'), now.toString(), column(({ id }) => id), column(({ candidate }) => candidate)],
      );
      await manager.query(
        `INSERT INTO session_booking (id, session_id, candidacy_id, status, booked_at, version, recorded_at, recorded_by)
         SELECT gen_random_uuid(), $1, id, 'PRESENT', $2, 1, $2, 'test' FROM unnest($3::uuid[]) AS new(id)`,
        [session, now.toString(), column(({ id }) => id)],
      );
      await manager.query(
        `INSERT INTO step_outcome (id, candidacy_id, step_id, result, data, version, recorded_at, recorded_by)
         SELECT outcome, id, $1, 'PASSED', data, 1, $2, 'test' FROM unnest($3::uuid[], $4::uuid[], $5::bytea[])
           AS new(outcome, id, data)`,
        [
          ...[steps.get('assessment'), now.toString(), column(({ outcome }) => outcome), column(({ id }) => id)],
          column(({ candidate, outcome }) =>
            keys.of(candidateOf(candidate))!.seal(placeOf('step_outcome', outcome), { reasons: null, details }),
          ),
        ],
      );
    });
    return all.map(({ id }) => id);
  }

  test('costs as many statements for 500 as for 2', async () => {
    const fields = `${EVERYTHING} bookings { ${BOOKING} }`;
    const few = await seen(recruiter(), await crowded(2), fields);
    const many = await seen(recruiter(), await crowded(500), fields);
    expect(many.answers).toHaveLength(500);
    expect(many.answers[499]).toMatchObject({
      ...{ booking: { status: 'PRESENT', session: { testDay: '2025-11-20' } }, bookings: [{}] },
      assessment: { result: 'PASSED', total: '60', atLeast: null },
    });
    expect(many.statements).toBe(few.statements);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBeLessThanOrEqual(10);
  });
});
