import { localDay } from '@mandate-graph/domain';
import type { CandidacyRecord, NewOutcome } from '../candidacy/candidacy.record.ts';
import { recordAttempts } from '../ledger/ledger.entry.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { type Seat, SessionRepository } from '../session/session.repository.ts';
import { assessmentStep } from '../session/session.rules.ts';
import { problem } from '../writing/problem.rules.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import { type GivenResult, type Measure, passedDayOf } from './assessment.rules.ts';

/** What is kept of a result beside whether it is passed; sealed. */
export interface AssessmentDetails {
  /** The local day of the session, yyyy-mm-dd. */
  readonly testDay: string;
  /** Decimals, in the order of the tests. */
  readonly scores: readonly string[];
  readonly total: string;
  /** As it held; null: a person judged. */
  readonly mark: Measure['mark'];
}

export const NOT_PRESENT = problem(
  'application',
  'NOT_PRESENT',
  null,
  'A result is of whoever was there: attendance is recorded before',
);

/** Where the results of the assessment are reckoned with, in one procedure. */
export class AssessmentOutcomes {
  constructor(private readonly work: Work) {}

  get measure(): Measure {
    const { procedure } = this.work;
    const key = assessmentStep(procedure)?.key;
    const announced = procedure.template?.announcedSteps.find((step) => step.key === key);
    const mark = key === undefined ? null : (rulesOf(procedure).passMarks[key]?.value ?? null);
    return { testCount: announced?.testCount ?? null, mark };
  }

  /** The local day on which a candidate sat the assessment; null: they were not seen to be there. */
  async testDayOf({ id }: Pick<CandidacyRecord, 'id'>): Promise<string | null> {
    const { manager, procedure } = this.work;
    const repository = new SessionRepository(manager);
    const present = (await repository.seatsOf([id])).find(({ status }: Seat) => status === 'PRESENT');
    if (present === undefined) return null;
    return localDay((await repository.one(procedure.id, present.sessionId))!.startsAt).toString();
  }

  of(stepId: string, { scores, total, passed }: GivenResult, testDay: string, reasons: string | null): NewOutcome {
    const details: AssessmentDetails = { testDay, scores, total, mark: this.measure.mark };
    return { stepId, result: passed ? 'PASSED' : 'FAILED', reasons, details };
  }

  /** What a result leads to in other vacancies is reckoned there. The key of the candidate has been made. */
  async toLedger({ id, candidateId }: CandidacyRecord, { total, passed }: GivenResult, testDay: string): Promise<void> {
    const { procedure, now } = this.work;
    const passedDay = passedDayOf(passed, testDay, rulesOf(procedure), now);
    const score = { total, outOf: this.measure.mark?.outOf ?? null };
    const outcome = passed ? ('PASSED' as const) : ('FAILED' as const);
    await recordAttempts(this.work, [{ candidateId, applicationId: id, testDay, passedDay, outcome, score }]);
  }

  /** The outcome as it stands now, as the answer of a mutation. */
  async recorded(candidacyId: string, stepId: string): Promise<RecordedOfProcedure> {
    const { manager, now, procedure } = this.work;
    const [row]: { id: string; version: number }[] = await manager.query(
      'SELECT id, version FROM step_outcome WHERE candidacy_id = $1 AND step_id = $2',
      [candidacyId, stepId],
    );
    return { ...row!, recordedAt: now.toString(), procedureId: procedure.id };
  }
}
