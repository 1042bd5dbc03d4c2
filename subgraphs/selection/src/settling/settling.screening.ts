import { closesAt } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import { CandidacyFlow, type Passing } from '../candidacy/candidacy.flow.ts';
import type { CandidacyRecord, NewOutcome, OutcomeRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { send } from '../notification/notification.sending.ts';
import type { StepRecord } from '../procedure/procedure.record.ts';
import type { Work } from '../writing/work.ts';

interface Known {
  readonly applicationId: string;
  readonly outcome: 'ELIGIBLE' | 'CONDITIONAL' | 'NOT_ELIGIBLE';
  readonly decidedBy: string;
  readonly remedyStated: boolean;
  readonly version: number;
  readonly recordedAt: Date;
}

/**
 * The decision that a person took on taking part, on the file as it was frozen for the deadline, is what the screening
 * comes to; a later version of it replaces the one before for as long as nothing has come of it.
 */
export async function settleScreening(work: Work): Promise<void> {
  const step = work.procedure.steps.find(({ kind }) => kind === 'ELIGIBILITY_SCREENING');
  if (step === undefined || work.procedure.status !== 'RUNNING') return;
  const decisions = await decisionsToTake(work, step);
  if (decisions.length === 0) return;
  const repository = new CandidacyRepository(work.manager);
  const ids = decisions.map(({ applicationId }) => applicationId);
  const candidacies = (await repository.ofProcedure(work.procedure.id)).filter(({ id }) => ids.includes(id));
  const outcomes = (await repository.outcomesOf(ids)).filter(({ stepId }) => stepId === step.id);
  const back = candidacies.filter((one) => one.status === 'EXCLUDED' && one.stepId === step.id);
  const readmitted = await readmit(work, back, outcomes);
  const open = [
    ...candidacies.filter(({ status, stepId }) => status === 'IN_PROGRESS' && stepId === step.id),
    ...readmitted,
  ];
  const later = candidacies.filter(({ status, stepId }) => status === 'IN_PROGRESS' && stepId !== step.id);
  const of = (list: readonly CandidacyRecord[], passed: boolean) =>
    list.flatMap((candidacy) => {
      const decision = decisions.find(({ applicationId }) => applicationId === candidacy.id)!;
      return (decision.outcome !== 'NOT_ELIGIBLE') === passed ? [passing(candidacy, decision, step)] : [];
    });
  const flow = new CandidacyFlow(work);
  await flow.pass(step, of(open, true));
  const excluded = of([...open, ...later], false);
  await flow.exclude(step, excluded);
  const announced = work.procedure.template!.announcedSteps.find(({ key }) => key === step.key);
  const byLetter = announced?.failureNotice === 'LETTER';
  await send(
    work,
    excluded.map(({ candidacy }) => ({ ...sent(candidacy, decisions, step), byLetter })),
  );
}

/** Those on the frozen file of this procedure that its outcomes do not rest on yet. */
const decisionsToTake = (work: Work, step: StepRecord): Promise<Known[]> =>
  work.manager.query(
    `SELECT decision.application_id AS "applicationId", decision.outcome, decision.decided_by AS "decidedBy",
       decision.remedy_stated AS "remedyStated", decision.version, decision.recorded_at AS "recordedAt"
     FROM known_decision decision
     JOIN candidacy ON candidacy.id = decision.application_id AND candidacy.procedure_id = $1
     LEFT JOIN step_outcome outcome ON outcome.candidacy_id = candidacy.id AND outcome.step_id = $2
     WHERE decision.conditions = 'PARTICIPATION' AND decision.judged_file = $3
       AND (outcome.id IS NULL OR outcome.decision_version < decision.version)
       AND (candidacy.status = 'IN_PROGRESS' OR (candidacy.status = 'EXCLUDED' AND candidacy.step_id = $2))`,
    [work.procedure.id, step.id, closesAt(work.procedure.template!.applicationDeadline).toString()],
  );

/** An exclusion that a rule or a recruiter made beside the decision stays. */
async function readmit(
  work: Work,
  excluded: readonly CandidacyRecord[],
  outcomes: readonly OutcomeRecord[],
): Promise<CandidacyRecord[]> {
  const back: CandidacyRecord[] = [];
  for (const candidacy of excluded) {
    const before = outcomes.find(({ candidacyId }) => candidacyId === candidacy.id);
    if (before?.decisionVersion == null) continue;
    const problems = await new CandidacyFlow(work).readmit(candidacy, { by: before.recordedBy });
    if (problems === null) back.push({ ...candidacy, status: 'IN_PROGRESS', version: candidacy.version + 1 });
  }
  return back;
}

function passing(candidacy: CandidacyRecord, decision: Known, step: StepRecord): Passing {
  const result = decision.outcome === 'NOT_ELIGIBLE' ? 'FAILED' : 'PASSED';
  const rule = decision.outcome === 'CONDITIONAL' ? 'CONDITIONAL' : null;
  const outcome: NewOutcome = { stepId: step.id, result, rule, decisionVersion: decision.version, reasons: null };
  return { candidacy, outcome, as: 'RECRUITER', by: decision.decidedBy };
}

/** The candidate was told with the decision itself. */
function sent(candidacy: CandidacyRecord, decisions: readonly Known[], step: StepRecord) {
  const { remedyStated, recordedAt, decidedBy } = decisions.find(
    ({ applicationId }) => applicationId === candidacy.id,
  )!;
  return {
    ...{ candidacy, about: 'STEP' as const, stepId: step.id, negative: true, remedyStated },
    ...{ sentAt: instantOf(recordedAt), by: decidedBy },
  };
}
