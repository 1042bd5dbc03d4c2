import { NOT_YET } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import type { CandidacyRecord, OutcomeRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { FOUND_SUITABLE } from '../candidacy/candidacy.state.rules.ts';
import { putOutcomes } from '../candidacy/outcome.store.ts';
import { candidateOf } from '../person/person.keys.ts';
import type { StepRecord } from '../procedure/procedure.record.ts';
import { ProcedureStore } from '../procedure/procedure.store.ts';
import { type Acted, type SelectionWriting, unknownTo, type Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { RecordInterviewInput } from './interview.input.ts';
import { COMPARED, type Findings, interviewProblems } from './interview.rules.ts';

/** The additional interview of the suitable, by the authority that decides. */
export class InterviewService {
  constructor(private readonly writing: SelectionWriting) {}

  record(input: RecordInterviewInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'recordInterview', rule: 'SELECTION_DECIDE', input, what: 'application' },
      id: ({ application }) => application,
      act: (given, work) => this.#record(given, work),
    });
  }

  async #record(given: RecordInterviewInput, work: Work): Promise<Acted> {
    const { procedure, manager } = work;
    const repository = new CandidacyRepository(manager);
    const candidacy = (await repository.one(procedure.id, given.application))!;
    if (procedure.resultSubmittedAt === null || !FOUND_SUITABLE.includes(candidacy.status)) {
      return { problems: [unknownTo('application')] };
    }
    const step = procedure.steps.find(({ kind }) => kind === 'ADDITIONAL_INTERVIEW');
    const problems = [
      ...interviewProblems(given, {
        ...{ procedure: procedure.status, announced: step !== undefined },
        suitable: candidacy.status === 'SUITABLE',
      }),
    ];
    if (step === undefined || problems.length > 0) return { problems };
    const before = (await repository.outcomesOf([candidacy.id])).find(({ stepId }) => stepId === step.id) ?? null;
    requireVersion(before?.id ?? candidacy.id, given.version, before?.version ?? NOT_YET);
    return { answer: await put(given, work, candidacy, step, before) };
  }
}

async function put(
  given: RecordInterviewInput,
  work: Work,
  candidacy: CandidacyRecord,
  step: StepRecord,
  before: OutcomeRecord | null,
) {
  const { procedure, manager, now, by } = work;
  const { result } = given;
  const person = candidateOf(candidacy.candidateId);
  const details = result === 'ABSENT' ? null : findingsOf(given);
  if (step.status !== 'RUNNING') await new ProcedureStore(work).step(step, 'RUNNING');
  await work.keys.make([person]);
  await putOutcomes(work, [{ candidacy, outcome: { stepId: step.id, result, reasons: null, details }, by }]);
  work.record({
    ...{ act: 'RECORD_INTERVIEW', about: 'CANDIDACY', aboutId: candidacy.id },
    ...{ before: before === null ? null : { result: before.result }, after: { step: step.id, result } },
    personal: details === null ? null : { person, content: details },
  });
  const outcomes = await new CandidacyRepository(manager).outcomesOf([candidacy.id]);
  const { id, version } = outcomes.find(({ stepId }) => stepId === step.id)!;
  return { id, version, recordedAt: now.toString(), procedureId: procedure.id };
}

const findingsOf = (given: RecordInterviewInput): Findings =>
  Object.fromEntries(COMPARED.map((path) => [path, given[path]!])) as Findings;
