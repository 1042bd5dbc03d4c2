import { closesAt } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import { CandidacyFlow, type Passing } from '../candidacy/candidacy.flow.ts';
import type { CandidacyRecord, NewOutcome, OutcomeRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { STEPS_TO_PASS } from '../candidacy/candidacy.state.rules.ts';
import { putOutcomes } from '../candidacy/outcome.store.ts';
import { send } from '../notification/notification.sending.ts';
import { reopen } from '../procedure/procedure.ending.ts';
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
  if (step === undefined) return;
  const decisions = await decisionsToTake(work, step);
  if (decisions.length === 0 || !(await runsFor(work, decisions))) return;
  const repository = new CandidacyRepository(work.manager);
  const ids = decisions.map(({ applicationId }) => applicationId);
  const candidacies = (await repository.ofProcedure(work.procedure.id)).filter(({ id }) => ids.includes(id));
  const outcomes = (await repository.outcomesOf(ids)).filter(({ stepId }) => stepId === step.id);
  const back = candidacies.filter((one) => one.status === 'EXCLUDED' && one.stepId === step.id);
  const readmitted = await readmit(work, back, outcomes, decisions);
  const open = [
    ...candidacies.filter(({ status, stepId }) => status === 'IN_PROGRESS' && stepId === step.id),
    ...readmitted,
  ];
  const later = candidacies.filter(({ status, stepId }) => status === 'IN_PROGRESS' && stepId !== step.id);
  // Whom the committee compares, nothing but its result takes out of the procedure.
  const compared = work.procedure.steps.filter(({ kind }) => !(STEPS_TO_PASS as readonly string[]).includes(kind));
  const excludable = later.filter(({ stepId }) => !compared.some(({ id }) => id === stepId));
  const of = (list: readonly CandidacyRecord[], passed: boolean) =>
    list.flatMap((candidacy) => {
      const decision = decisions.find(({ applicationId }) => applicationId === candidacy.id)!;
      return (decision.outcome !== 'NOT_ELIGIBLE') === passed ? [passing(candidacy, decision, step)] : [];
    });
  const flow = new CandidacyFlow(work);
  await flow.pass(step, of(open, true));
  await renew(work, of(later, true));
  const excluded = of([...open, ...excludable], false);
  if (excluded.length === 0 || (await flow.exclude(step, excluded)) !== null) return;
  const announced = work.procedure.template!.announcedSteps.find(({ key }) => key === step.key);
  const byLetter = announced?.failureNotice === 'LETTER';
  await send(
    work,
    excluded.map(({ candidacy }) => ({ ...sent(candidacy, decisions, step), byLetter })),
  );
}

/** Whoever is admitted after all opens a procedure again that had ended since nobody was left. */
const runsFor = async (work: Work, decisions: readonly Known[]): Promise<boolean> =>
  work.procedure.status === 'RUNNING' ||
  (decisions.some(({ outcome }) => outcome !== 'NOT_ELIGIBLE') && (await reopen(work)));

/** Those who went on go on, on what was decided last. */
async function renew(work: Work, passings: readonly Passing[]): Promise<void> {
  await putOutcomes(
    work,
    passings.map(({ candidacy, outcome, by = work.by }) => ({ candidacy, outcome, by })),
  );
  for (const { candidacy, outcome, by } of passings) {
    const { stepId: step, result, rule, decisionVersion } = outcome;
    work.record({
      ...{ act: 'RENEW_OUTCOME', about: 'CANDIDACY', aboutId: candidacy.id, ...(by !== undefined && { by }) },
      after: { step, result, rule, decisionVersion },
    });
  }
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
  decisions: readonly Known[],
): Promise<CandidacyRecord[]> {
  const back: CandidacyRecord[] = [];
  for (const candidacy of excluded) {
    const before = outcomes.find(({ candidacyId }) => candidacyId === candidacy.id);
    if (before?.decisionVersion == null) continue;
    const { decidedBy } = decisions.find(({ applicationId }) => applicationId === candidacy.id)!;
    const problems = await new CandidacyFlow(work).readmit(candidacy, { by: decidedBy });
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
