import { type InstitutionEntry, localDay, type Problem, unknown } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { SETTLING } from '../settling/settling.ts';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import { endIfNobodyIsLeft } from './procedure.ending.ts';
import type { ConcludeStepInput, StartSelectionInput } from './procedure.input.ts';
import type { ProcedureRecord } from './procedure.record.ts';
import { regimeNamed, startProblems } from './procedure.rules.ts';
import { procedureAfter } from './procedure.state.rules.ts';
import { ProcedureStore } from './procedure.store.ts';

/** What a recruiter does with a procedure as a whole. */
export class ProcedureActsService {
  constructor(
    private readonly writing: SelectionWriting,
    private readonly registry: readonly InstitutionEntry[],
  ) {}

  /** Fixes the template and the regime, and brings the definitive applications into the first step. */
  start(input: StartSelectionInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'startSelection', rule: 'SELECTION_RUN', input, what: 'procedure' },
      id: ({ procedure }) => procedure,
      act: (given, work) => this.#start(given, work),
    });
  }

  /** Nobody waits in the step any more; where nobody is left at all, the procedure ends. */
  conclude(input: ConcludeStepInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'concludeStep', rule: 'SELECTION_RUN', input, what: 'step' },
      id: ({ step }) => step,
      act: (given, work) => this.#conclude(given, work),
    });
  }

  async #start({ version }: StartSelectionInput, work: Work): Promise<Acted> {
    const { procedure } = work;
    const step = procedureAfter(procedure, 'START', 'RECRUITER');
    const regime = regimeNamed(this.registry, procedure.institution, localDay(work.now).toString());
    const problems = [...(step.ok ? [] : step.problems), ...startProblems(procedure, regime)];
    if (!step.ok || regime === null || problems.length > 0) return { problems };
    requireVersion(procedure.id, version, procedure.version);
    const { state: template, version: vacancyVersion } = procedure.vacancy!;
    await new ProcedureStore(work).start(
      { template, vacancyVersion, legalRegime: regime.code, regimeFrom: regime.validFrom },
      step.state,
    );
    await SETTLING.settle(work);
    const { id, version: at } = work.procedure;
    await endIfNobodyIsLeft(work, await new CandidacyRepository(work.manager).ofProcedure(id));
    return { answer: { id, version: at, recordedAt: work.now.toString(), procedureId: id } };
  }

  async #conclude({ step: id, version }: ConcludeStepInput, work: Work): Promise<Acted> {
    const { procedure, manager } = work;
    const legal = procedureAfter(procedure, 'CONCLUDE_STEP', 'RECRUITER');
    if (!legal.ok) return { problems: legal.problems };
    const step = procedure.steps.find((one) => one.id === id.toLowerCase());
    if (step === undefined) return { problems: [unknown('step', 'STEP', 'a step of this procedure')] };
    const candidacies = await new CandidacyRepository(manager).ofProcedure(procedure.id);
    const waiting = candidacies.filter(({ status, stepId }) => status === 'IN_PROGRESS' && stepId === step.id).length;
    const problems = concludeProblems(step, procedure, waiting);
    if (problems.length > 0) return { problems };
    requireVersion(step.id, version, step.version);
    const answer = await new ProcedureStore(work).step(step, 'CONCLUDED');
    await endIfNobodyIsLeft(work, candidacies);
    return { answer };
  }
}

function concludeProblems(
  step: ProcedureRecord['steps'][number],
  { steps }: ProcedureRecord,
  waiting: number,
): Problem[] {
  const earlier = steps.filter(({ position, status }) => position < step.position && status !== 'CONCLUDED');
  return [
    ...(step.status === 'RUNNING'
      ? []
      : [problem('step', 'NOT_RUNNING', step.status, 'A step is concluded while it is RUNNING')]),
    ...(waiting === 0
      ? []
      : [
          problem(
            'step',
            'OUTCOMES_MISSING',
            String(waiting),
            'A step is concluded when each candidate has an outcome; candidates without one',
          ),
        ]),
    ...earlier.map(({ key }) =>
      problem('step', 'EARLIER_STEP', key, 'Steps are concluded in their order; the earlier one is not'),
    ),
    ...(step.kind === 'RESULT'
      ? [problem('step', 'BY_THE_RESULT', null, 'The result is concluded by submitting it')]
      : []),
  ];
}
