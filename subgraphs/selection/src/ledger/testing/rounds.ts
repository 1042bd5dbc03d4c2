import { randomUUID } from 'node:crypto';
import type { VacancyState } from '@mandate-graph/domain';
import { CandidacyFlow } from '../../candidacy/candidacy.flow.ts';
import type { CandidacyRecord } from '../../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../../candidacy/candidacy.repository.ts';
import { send } from '../../notification/notification.sending.ts';
import { candidateOf } from '../../person/person.keys.ts';
import { SETTLING } from '../../settling/settling.ts';
import { type Applicant, recruiter, type TestSelection } from '../../testing/selection.ts';
import { federalVacancy } from '../../testing/templates.ts';
import type { Work } from '../../writing/work.ts';
import { recordAttempts } from '../ledger.entry.ts';

/** Somebody who applies for several vacancies with one account. */
export interface Person {
  readonly subject: string;
  readonly candidate: ReturnType<typeof randomUUID>;
}
export const person = (): Person => ({ subject: `candidate-${randomUUID()}`, candidate: randomUUID() });

/** Weighting classes of an assessment of each level. */
export const CLASSES = { 1: [1, 2, 3], 2: [4, 5], 3: [6, 7] } as const;
export type Level = keyof typeof CLASSES;

/** The federal procedure for a function of these weighting classes. */
function federalOf(classes: readonly number[]): VacancyState {
  const state = federalVacancy({ weightingClasses: classes });
  const announcedSteps = state.announcedSteps.map((step) =>
    step.kind === 'COMPUTER_ASSESSMENT' ? { ...step, weightingClasses: classes } : step,
  );
  return { ...state, announcedSteps };
}

export interface Round {
  readonly vacancy: string;
  readonly procedure: string;
  readonly steps: ReadonlyMap<string, string>;
  /** In the order of the persons. */
  readonly applicants: readonly Applicant[];
}

/** A procedure that has started, in which everybody waits in the screening. */
export async function startedRound(
  selection: TestSelection,
  classes: readonly number[],
  persons: readonly Person[],
  on: string,
): Promise<Round> {
  const vacancy = `vrb:vacancy:${randomUUID()}`;
  selection.at('2025-10-01T10:00');
  const procedure = await selection.vacancy(vacancy, federalOf(classes));
  const applicants: Applicant[] = [];
  for (const { subject, candidate } of persons) {
    applicants.push(await selection.applicant(vacancy, subject, candidate));
  }
  selection.at(`${on}T10:00`);
  await selection.write(recruiter(), 'startSelection', { procedure, version: 1 });
  const rows = await selection.query<{ id: string; key: string }>(
    'SELECT id, key FROM selection_step WHERE procedure_id = $1',
    [procedure],
  );
  return { vacancy, procedure, applicants, steps: new Map(rows.map(({ id, key }) => [key, id])) };
}

/** A procedure whose candidates come into the assessment on a day, which is now; whoever is exempt goes on. */
export async function round(selection: TestSelection, level: Level, persons: readonly Person[], on: string) {
  const started = await startedRound(selection, CLASSES[level], persons, on);
  for (const applicant of started.applicants) await selection.decided(applicant, 'ELIGIBLE');
  return started;
}

interface Sitting {
  readonly testDay: string;
  readonly outcome: 'PASSED' | 'FAILED';
  readonly total?: string;
  /** Of a failure: it has not been sent to the candidate. */
  readonly untold?: boolean;
}

/** Somebody sat the assessment of a round, and the result is recorded now: an attempt, and where they go by it. */
export const sits = (
  selection: TestSelection,
  { procedure }: Pick<Round, 'procedure'>,
  { candidate }: { readonly candidate: string },
  { testDay, outcome, total = '71.5', untold = false }: Sitting,
) =>
  selection.inProcedure(procedure, async (work) => {
    await SETTLING.settle(work);
    const all = await new CandidacyRepository(work.manager).ofProcedure(procedure);
    const candidacy = all.find(({ candidateId }) => candidateId === candidate)!;
    await work.keys.make([candidateOf(candidate)]);
    const attempt = {
      ...{ candidateId: candidate, applicationId: candidacy.id, testDay, outcome, score: { total, outOf: '100' } },
      passedDay: outcome === 'PASSED' ? testDay : null,
    };
    await recordAttempts(work, [attempt]);
    const step = work.procedure.steps.find(({ kind }) => kind === 'COMPUTER_ASSESSMENT')!;
    const passing = { candidacy, as: 'RECRUITER' as const };
    const flow = new CandidacyFlow(work);
    if (outcome === 'FAILED' && !untold) await tell(work, candidacy);
    if (candidacy.stepId !== step.id || candidacy.status !== 'IN_PROGRESS') return;
    if (outcome === 'PASSED') {
      await flow.pass(step, [{ ...passing, outcome: { stepId: step.id, result: 'PASSED', reasons: null } }]);
    } else {
      const reasons = 'De drempel is niet gehaald.';
      await flow.exclude(step, [{ ...passing, outcome: { stepId: step.id, result: 'FAILED', reasons } }]);
    }
  });

/** What the assessment came to is sent to somebody who failed it. */
export const tell = (work: Work, candidacy: Pick<CandidacyRecord, 'id' | 'candidateId'>): Promise<void> => {
  const stepId = work.procedure.steps.find(({ kind }) => kind === 'COMPUTER_ASSESSMENT')!.id;
  return send(work, [{ candidacy, about: 'STEP', stepId, negative: true, remedyStated: true, byLetter: false }]);
};

/** Somebody with an attempt in a vacancy of their own. */
export async function whoSat(selection: TestSelection, level: Level, ...sittings: readonly Sitting[]): Promise<Person> {
  const who = person();
  for (const sitting of sittings) {
    await sits(selection, await round(selection, level, [who], '2025-10-24'), who, sitting);
  }
  return who;
}

/** What the clock and other procedures have brought is taken in. */
export const settled = ({ installation, source }: TestSelection, { procedure }: Pick<Round, 'procedure'>) =>
  source.transaction((manager) => installation.settling.settle(manager, procedure));

/** Where the candidates of a round stand, in their order: status, step, and what the assessment came to. */
export async function standing(selection: TestSelection, { applicants }: Round): Promise<string[]> {
  const rows = await selection.query<{ at: string }>(
    `SELECT concat_ws(' ', candidacy.status, step.key, outcome.result, outcome.rule) AS at FROM candidacy
     JOIN selection_step step ON step.id = candidacy.step_id
     LEFT JOIN step_outcome outcome ON outcome.candidacy_id = candidacy.id
       AND outcome.step_id IN (SELECT id FROM selection_step WHERE kind = 'COMPUTER_ASSESSMENT')
     WHERE candidacy.id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], candidacy.id)`,
    [applicants.map(({ application }) => application)],
  );
  return rows.map(({ at }) => at);
}

/** What candidates of a round were told, without what does not concern the assessment. */
export const told = (selection: TestSelection, { applicants }: Round) =>
  selection.query<{ code: string; done: boolean; until: string | null }>(
    `SELECT data->>'code' AS code, (data->>'done')::boolean AS done, data->'facts'->>'until' AS until FROM outbox
     WHERE subject = ANY($1) AND data->>'code' IN ('STEP_EXEMPTED', 'BOOK_SESSION') ORDER BY id`,
    [applicants.map(({ application }) => application)],
  );

/** Somebody holds a mandate of a level that came of an earlier procedure. */
export async function givenMandate(
  selection: TestSelection,
  who: Person,
  level: number,
  { from, to }: { readonly from: string; readonly to: string | null },
): Promise<void> {
  const { procedure, applicants } = await startedRound(selection, CLASSES[2], [who], '2025-10-24');
  const [decision, at] = [randomUUID(), selection.clock.now().toString()];
  await selection.query(
    `INSERT INTO appointment_decision (id, procedure_id, candidacy_id, status, authority, departs_from_ranking, terms,
       decided_at, decided_by, version, recorded_at, recorded_by)
     VALUES ($1, $2, $3, 'IN_EFFECT', 'test', false, '{}', $4, 'test', 1, $4, 'test')`,
    [decision, procedure, applicants[0]!.application, at],
  );
  await selection.query(
    `INSERT INTO mandate (id, procedure_id, decision_id, candidacy_id, candidate_id, position, level, starts_on, ends_on,
       terms, version, recorded_at, recorded_by)
     VALUES ($1, $2, $3, $4, $5, 'vrb:position:head', $6, $7, $8, '{}', 1, $9, 'test')`,
    [randomUUID(), procedure, decision, applicants[0]!.application, who.candidate, level, from, to, at],
  );
}
