import { type Problem, reasonsProblems } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import { CandidacyFlow, stepAfter } from '../candidacy/candidacy.flow.ts';
import type { CandidacyRecord, NewOutcome } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { putOutcomes } from '../candidacy/outcome.store.ts';
import { candidateOf } from '../person/person.keys.ts';
import { reopen } from '../procedure/procedure.ending.ts';
import type { StepRecord } from '../procedure/procedure.record.ts';
import { procedureAfter } from '../procedure/procedure.state.rules.ts';
import { assessmentStep } from '../session/session.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { CorrectAssessmentInput } from './assessment.input.ts';
import { AssessmentOutcomes, NOT_PRESENT } from './assessment.outcome.ts';
import { correctionProblems, resultProblems } from './assessment.rules.ts';

/** Corrects a result of the assessment, for as long as nothing has come of it. */
export class AssessmentCorrectionService {
  constructor(private readonly writing: SelectionWriting) {}

  correct(input: CorrectAssessmentInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'correctAssessment', rule: 'SELECTION_RUN', input, what: 'application' },
      id: ({ application }) => application,
      act: (given, work) => this.#correct(given, work),
    });
  }

  async #correct(given: CorrectAssessmentInput, work: Work): Promise<Acted> {
    const { procedure, manager } = work;
    const repository = new CandidacyRepository(manager);
    const candidacy = (await repository.one(procedure.id, given.application))!;
    const all = await repository.outcomesOf([candidacy.id]);
    const outcomes = new AssessmentOutcomes(work);
    const [step, testDay] = [assessmentStep(procedure), await outcomes.testDayOf(candidacy)];
    const before = all.find(({ stepId }) => stepId === step?.id);
    const problems = [
      ...runningProblems(work),
      ...correctionProblems(candidacy, all, idsOf(work, step)),
      ...(testDay === null ? [NOT_PRESENT] : []),
      ...resultProblems(given, outcomes.measure),
      ...reasonsProblems(given.reasons),
    ];
    if (step === null || testDay === null || before === undefined || problems.length > 0) return { problems };
    requireVersion(before.id, given.version, before.version);
    const outcome = outcomes.of(step.id, given, testDay, given.reasons);
    const refused = await this.#put(work, candidacy, step, before.result === 'PASSED', outcome);
    if (refused !== null) return { problems: refused };
    await outcomes.toLedger(candidacy, given, testDay);
    return { answer: await outcomes.recorded(candidacy.id, step.id) };
  }

  async #put(
    work: Work,
    candidacy: CandidacyRecord,
    step: StepRecord,
    hadPassed: boolean,
    outcome: NewOutcome,
  ): Promise<readonly Problem[] | null> {
    const flow = new CandidacyFlow(work);
    const passing = { candidacy, outcome, as: 'RECRUITER' as const };
    const passes = outcome.result === 'PASSED';
    if (hadPassed && !passes) return flow.exclude(step, [passing]);
    if (hadPassed === passes) return this.#replace(work, candidacy, outcome);
    await reopen(work);
    const refused = await flow.readmit(candidacy, { reasons: outcome.reasons });
    if (refused !== null) return refused;
    const back: CandidacyRecord = { ...candidacy, status: 'IN_PROGRESS', version: candidacy.version + 1 };
    return flow.pass(step, [{ ...passing, candidacy: back }]);
  }

  /** The same result with other scores: the candidacy stays where it is. */
  async #replace(work: Work, candidacy: CandidacyRecord, outcome: NewOutcome): Promise<null> {
    const person = candidateOf(candidacy.candidateId);
    await work.keys.make([person]);
    await putOutcomes(work, [{ candidacy, outcome, by: work.by }]);
    const { result, reasons, details } = outcome;
    work.record({
      ...{ act: 'CORRECT', about: 'CANDIDACY', aboutId: candidacy.id, before: { result }, after: { result } },
      personal: { person, content: { reasons, details } },
    });
    return null;
  }
}

const idsOf = ({ procedure }: Work, step: StepRecord | null) => ({
  step: step?.id ?? '',
  next: step === null ? null : (stepAfter(procedure, step)?.id ?? null),
});

/** A procedure that has ended since nobody was left is open again for whoever is found to have passed. */
function runningProblems({ procedure }: Work): readonly Problem[] {
  if (procedure.status === 'RUNNING') return [];
  const step = procedureAfter(procedure, 'REOPEN', 'RULE');
  return step.ok ? [] : step.problems;
}
