import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import {
  assessing,
  attend,
  codesTold,
  local,
  outcomeOf,
  planned,
  register,
  SILENT,
  seats,
  standing,
} from '../session/testing/sessions.ts';
import { type Applicant, authority, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { REASONS } from './testing/results.ts';

const ABSENT = 'EXCLUDED assessment ABSENT ABSENT';
const IN = 'IN_PROGRESS assessment';
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** Candidates with a seat in a session that begins now. */
async function begun(count: number, own: object = {}) {
  const round = await assessing(selection, count, own);
  const session = await planned(selection, round);
  for (const applicant of round.applicants) await register(selection, applicant, session);
  selection.at('2025-11-20T09:00');
  return { ...round, session, applicants: round.applicants as [Applicant, Applicant] };
}

describe('attendance', () => {
  test('S2.T: absence excludes by the rule, told at once and contestable; presence leaves a candidate in', async () => {
    const { session, applicants } = await begun(2);
    expect(outcomeOf(await attend(selection, session, applicants[0]))).toBe(2);
    expect(outcomeOf(await attend(selection, session, applicants[1], 'ABSENT'))).toBe(2);
    expect(await standing(selection, applicants)).toEqual([IN, ABSENT]);
    expect((await codesTold(selection, applicants[1])).at(-1)).toBe('EXCLUDED_ABSENT');
    const sent = await selection.query<object>(
      `SELECT about, negative, remedy_stated AS "remedyStated", recorded_by AS by FROM notification WHERE candidacy_id = $1`,
      [applicants[1].application],
    );
    expect(sent).toEqual([{ about: 'STEP', negative: true, remedyStated: false, by: 'rule:absence' }]);
  });

  test('S2.T: absence leaves the decision to a person where the notice does not say that it excludes', async () => {
    const { session, applicants, ...round } = await begun(1, SILENT);
    await attend(selection, session, applicants[0], 'ABSENT');
    expect(await standing(selection, applicants)).toEqual([IN]);
    const { application } = applicants[0];
    const exclude = { application, version: 2, reasons: REASONS };
    // While another session can be chosen, nothing is lost.
    const later = { startsAt: local('2025-12-20T09:00'), registrationUntil: local('2025-12-15T00:00') };
    const other = await planned(selection, { ...round, applicants }, later);
    expect(outcomeOf(await selection.write(recruiter(), 'excludeFromAssessment', exclude))).toEqual([
      'application REGISTRATION_NOT_OVER',
    ]);
    expect(outcomeOf(await register(selection, applicants[0], other))).toBe(1);
    selection.at('2025-12-15T00:01');
    expect(
      outcomeOf(await selection.write(recruiter(), 'excludeFromAssessment', { ...exclude, reasons: 'Weg.' })),
    ).toEqual(['application HAS_A_SEAT', 'reasons TOO_SHORT']);
    selection.at('2025-12-20T09:00');
    await attend(selection, other, applicants[0], 'ABSENT');
    expect(await selection.write(recruiter(), 'excludeFromAssessment', { ...exclude, version: 1 })).toMatchObject({
      ...{ givenVersion: 1, currentVersion: 2 },
    });
    expect(outcomeOf(await selection.write(recruiter(), 'excludeFromAssessment', exclude))).toBe(1);
    expect(await standing(selection, applicants)).toEqual(['EXCLUDED assessment FAILED']);
  });

  test('is recorded from the start on, and once', async () => {
    const { session, applicants } = await begun(1);
    selection.at('2025-11-20T08:59:59.999');
    expect(outcomeOf(await attend(selection, session, applicants[0]))).toEqual(['session NOT_STARTED']);
    selection.at('2025-11-20T09:00');
    expect(outcomeOf(await attend(selection, session, applicants[0]))).toBe(2);
    expect(outcomeOf(await attend(selection, session, applicants[0], 'ABSENT'))).toEqual([
      'application ALREADY_RECORDED',
    ]);
    expect(await standing(selection, applicants)).toEqual([IN]);
  });

  test('is of whoever has a seat in the session', async () => {
    const [{ session, applicants }, other] = [await begun(1), await begun(1)];
    for (const application of [other.applicants[0].application, randomUUID(), 'nonsense']) {
      expect(outcomeOf(await attend(selection, session, { ...applicants[0], application }))).toEqual([
        'application UNKNOWN_APPLICATION',
      ]);
    }
    const input = { session, application: applicants[0].application, attendance: 'PRESENT' };
    expect(outcomeOf(await selection.write(recruiter('gew'), 'recordAttendance', input))).toEqual([
      'session UNKNOWN_SESSION',
    ]);
    expect(await selection.write(authority(), 'recordAttendance', input)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  test('of whoever was found to have been there after all becomes presence', async () => {
    const { session, applicants, procedure } = await begun(1);
    await attend(selection, session, applicants[0], 'ABSENT');
    expect(await standing(selection, applicants)).toEqual([ABSENT]);
    expect(outcomeOf(await attend(selection, session, applicants[0]))).toEqual(['application NOT_IN_THIS_STEP']);
    await selection.inProcedure(procedure, async (work) => {
      const candidacy = await new CandidacyRepository(work.manager).one(procedure, applicants[0].application);
      expect(await new CandidacyFlow(work).readmit(candidacy!, {})).toBeNull();
    });
    expect(outcomeOf(await attend(selection, session, applicants[0]))).toBe(3);
    expect(await seats(selection, applicants[0])).toEqual(['PRESENT']);
  });
});
