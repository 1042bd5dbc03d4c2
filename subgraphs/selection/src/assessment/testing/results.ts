import { type Assessing, assessing, attend, planned, register } from '../../session/testing/sessions.ts';
import { type Applicant, recruiter, type TestSelection } from '../../testing/selection.ts';

export const REASONS = 'De drempel van 60 op 100 is niet gehaald.';

export const PASSED = { scores: ['60', '61.5', '58.5'], total: '60', passed: true };
export const FAILED = { scores: ['60', '61.5', '58.47'], total: '59.99', passed: false, reasons: REASONS };

export interface Sat extends Assessing {
  readonly session: string;
}

/** A session on 20 November that all candidates were present at, whose results are recorded now: noon of that day. */
export async function sat(selection: TestSelection, count: number, own: object = {}): Promise<Sat> {
  const round = await assessing(selection, count, own);
  const session = await planned(selection, round);
  for (const applicant of round.applicants) await register(selection, applicant, session);
  selection.at('2025-11-20T12:00');
  for (const applicant of round.applicants) await attend(selection, session, applicant);
  return { ...round, session };
}

export const record = (selection: TestSelection, { application }: Applicant, result: object) =>
  selection.write(recruiter(), 'recordAssessment', { application, ...result });

export const correct = (selection: TestSelection, { application }: Applicant, version: number, result: object) =>
  selection.write(recruiter(), 'correctAssessment', { application, version, reasons: CORRECTION, ...result });

export const CORRECTION = 'Een test was dubbel geteld: de scores zijn herrekend.';

/** What the ledger of all vacancies holds of a candidate, with the number of the version. */
export const attempts = ({ query }: TestSelection, { candidate }: Applicant) =>
  query<object>(
    `SELECT outcome, test_day::text AS "testDay", passed_day::text AS "passedDay", level, version
     FROM assessment_attempt WHERE candidate_id = $1`,
    [candidate],
  );
