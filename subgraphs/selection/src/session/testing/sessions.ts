import { randomUUID } from 'node:crypto';
import type { CandidateTold, VacancyState } from '@mandate-graph/domain';
import {
  type Applicant,
  brussels,
  candidateActor,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../../testing/selection.ts';
import { federalVacancy } from '../../testing/templates.ts';

export interface Assessing {
  readonly procedure: string;
  readonly applicants: readonly Applicant[];
  readonly steps: ReadonlyMap<string, string>;
}

/** A procedure whose candidates have come into the assessment on 24 October 2025 at 10:00, which is now. */
export async function assessing(
  selection: TestSelection,
  count: number,
  own: Partial<VacancyState> = {},
): Promise<Assessing> {
  const vacancy = `vrb:vacancy:${randomUUID()}`;
  const started = await startedProcedure(selection, vacancy, federalVacancy(own), count);
  for (const applicant of started.applicants) await selection.decided(applicant, 'ELIGIBLE');
  return started;
}

/** Of a notice that prints nothing of sessions. */
export const SILENT: Partial<VacancyState> = { testRegistration: null };

export const local = (at: string): string => brussels(at).toString();

/** Plans a session on 20 November at 9:00 for two hours, for which one can register from now until 15 November. */
export async function planned(selection: TestSelection, { procedure }: Assessing, own: object = {}): Promise<string> {
  const { id, ...rest } = await selection.write(recruiter(), 'planSession', { procedure, ...SESSION, ...own });
  if (id === undefined) throw new Error(JSON.stringify(rest));
  return id;
}

export const SESSION = {
  ...{ startsAt: local('2025-11-20T09:00'), minutes: 120, capacity: 5, place: 'Brussel, zaal 1' },
  registrationUntil: local('2025-11-15T00:00'),
};

/** The same with a session, and candidates by their places. */
export async function opened(selection: TestSelection, count: number, session: object = {}, own: object = {}) {
  const assessment = await assessing(selection, count, own);
  const id = await planned(selection, assessment, session);
  return { ...assessment, session: id, applicants: assessment.applicants as [Applicant, Applicant, Applicant] };
}

export const register = (selection: TestSelection, { application, subject }: Applicant, session: string) =>
  selection.write(candidateActor(subject), 'registerForSession', { application, session });

export const cancel = (selection: TestSelection, { application, subject }: Applicant) =>
  selection.write(candidateActor(subject), 'cancelRegistration', { application });

export const change = (selection: TestSelection, session: string, version: number, own: object) =>
  selection.write(recruiter(), 'changeSession', { session, version, ...own });

export const callOff = (selection: TestSelection, session: string, version: number) =>
  selection.write(recruiter(), 'callOffSession', { session, version, reasons: 'De zaal is onder water gelopen.' });

export const attend = (
  selection: TestSelection,
  session: string,
  { application }: Applicant,
  attendance: 'PRESENT' | 'ABSENT' = 'PRESENT',
) => selection.write(recruiter(), 'recordAttendance', { session, application, attendance });

/** The clock brings what it has for the procedure. */
export const settle = ({ installation, source }: TestSelection, { procedure }: Assessing): Promise<void> =>
  source.transaction((manager) => installation.settling.settle(manager, procedure));

/** Codes of the problems, or the version that was recorded. */
export const outcomeOf = (answer: {
  problems?: { path: string; code: string }[];
  version?: number;
  errors?: unknown;
}) => answer.problems?.map(({ path, code }) => `${path} ${code}`) ?? answer.version ?? answer.errors;

/** Where candidates stand, in their order: status, step, and what it came to. */
export async function standing({ query }: TestSelection, applicants: readonly Applicant[]): Promise<string[]> {
  const rows = await query<{ id: string; at: string }>(
    `SELECT candidacy.id, concat_ws(' ', candidacy.status, step.key, outcome.result, outcome.rule) AS at FROM candidacy
     JOIN selection_step step ON step.id = candidacy.step_id
     LEFT JOIN step_outcome outcome ON outcome.candidacy_id = candidacy.id AND outcome.step_id = step.id
     WHERE candidacy.id = ANY($1::uuid[])`,
    [applicants.map(({ application }) => application)],
  );
  return applicants.map(({ application }) => rows.find(({ id }) => id === application)!.at);
}

/** Status of each seat a candidate has or had, oldest first; of one instant, the one they have last. */
export const seats = async ({ query }: TestSelection, { application }: Applicant): Promise<string[]> =>
  (
    await query<{ status: string }>(
      "SELECT status FROM session_booking WHERE candidacy_id = $1 ORDER BY booked_at, recorded_at, status = 'BOOKED'",
      [application],
    )
  ).map(({ status }) => status);

export const sessionRow = async ({ query }: TestSelection, id: string) =>
  (
    await query<{ taken: number; version: number; starts_at: Date; called_off_at: Date | null }>(
      'SELECT taken, version, starts_at, called_off_at FROM test_session WHERE id = $1',
      [id],
    )
  )[0]!;

/** What a candidate was told of sessions and of the step, in order; a task that is done with a tick. */
export async function told({ query }: TestSelection, { application }: Applicant): Promise<CandidateTold[]> {
  const rows = await query<{ data: CandidateTold }>(
    "SELECT data FROM outbox WHERE subject = $1 AND type = 'mandate-graph.candidate.told.v1' ORDER BY id",
    [application],
  );
  return rows.map(({ data }) => data);
}
export const codesTold = async (selection: TestSelection, applicant: Applicant): Promise<string[]> =>
  (await told(selection, applicant)).map(({ code, done }) => (done ? `${code} ✓` : code));
