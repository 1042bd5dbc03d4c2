import { type Problem, reasonsProblems } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import type { CandidacyRecord, NewOutcome } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { barredOn } from '../ledger/ledger.entry.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { registrationEnds, sessionTerms } from '../session/session.booking.rules.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { assessmentStep, inStepProblems, stepProblems } from '../session/session.rules.ts';
import { SessionTelling } from '../session/session.telling.ts';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { ExcludeFromAssessmentInput, RecordAssessmentInput } from './assessment.input.ts';
import { AssessmentOutcomes, NOT_PRESENT } from './assessment.outcome.ts';
import { BARRED, reasonsOfResult, resultProblems } from './assessment.rules.ts';

/** What a person records of the computer assessment: its result, or why somebody has none and is out. */
export class AssessmentService {
  constructor(private readonly writing: SelectionWriting) {}

  /** Whoever passes is in the next step; whoever does not is out, and is told with the outcomes that are sent. */
  record(input: RecordAssessmentInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'recordAssessment', rule: 'SELECTION_RUN', input, what: 'application' },
      id: ({ application }) => application,
      act: (given, work) => this.#record(given, work),
    });
  }

  /** For whom no rule decides, such as where the notice does not say that absence excludes. */
  exclude(input: ExcludeFromAssessmentInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'excludeFromAssessment', rule: 'SELECTION_RUN', input, what: 'application' },
      id: ({ application }) => application,
      act: (given, work) => this.#exclude(given, work),
    });
  }

  async #record(given: RecordAssessmentInput, work: Work): Promise<Acted> {
    const { procedure, manager } = work;
    const candidacy = (await new CandidacyRepository(manager).one(procedure.id, given.application))!;
    const outcomes = new AssessmentOutcomes(work);
    const [step, testDay] = [assessmentStep(procedure), await outcomes.testDayOf(candidacy)];
    const problems = [
      ...inStepProblems(candidacy, procedure),
      ...(testDay === null ? [NOT_PRESENT] : []),
      ...(testDay !== null && (await barredOn(work, candidacy.candidateId, testDay)) !== null ? [BARRED] : []),
      ...resultProblems(given, outcomes.measure),
      ...reasonsOfResult(given.passed, given.reasons ?? null),
    ];
    if (step === null || testDay === null || problems.length > 0) return { problems };
    const outcome = outcomes.of(step.id, given, testDay, given.reasons ?? null);
    const passing = { candidacy, outcome, as: 'RECRUITER' as const };
    const flow = new CandidacyFlow(work);
    const refused = given.passed ? await flow.pass(step, [passing]) : await flow.exclude(step, [passing]);
    if (refused !== null) return { problems: refused };
    await outcomes.toLedger(candidacy, given, testDay);
    return { answer: await outcomes.recorded(candidacy.id, step.id) };
  }

  async #exclude({ application, version, reasons }: ExcludeFromAssessmentInput, work: Work): Promise<Acted> {
    const { procedure, manager } = work;
    const candidacy = (await new CandidacyRepository(manager).one(procedure.id, application))!;
    const step = assessmentStep(procedure);
    const problems = [
      ...stepProblems(procedure),
      ...inStepProblems(candidacy, procedure),
      ...(step === null ? [] : await this.#aheadProblems(candidacy, work)),
      ...reasonsProblems(reasons),
    ];
    if (step === null || problems.length > 0) return { problems };
    requireVersion(candidacy.id, version, candidacy.version);
    const outcome: NewOutcome = { stepId: step.id, result: 'FAILED', reasons };
    const refused = await new CandidacyFlow(work).exclude(step, [{ candidacy, outcome, as: 'RECRUITER' }]);
    if (refused !== null) return { problems: refused };
    new SessionTelling(work, sessionTerms(rulesOf(procedure))).nothingToBook([candidacy]);
    return { answer: await new AssessmentOutcomes(work).recorded(candidacy.id, step.id) };
  }

  /** Whoever can still sit the assessment is not excluded from it. */
  async #aheadProblems({ id }: CandidacyRecord, { procedure, manager, now }: Work): Promise<Problem[]> {
    const repository = new SessionRepository(manager);
    const [seats, sessions] = [await repository.seatsOf([id]), await repository.ofProcedure(procedure.id)];
    if (seats.some(({ status }) => status === 'PRESENT')) return [];
    if (seats.some(({ status }) => status === 'BOOKED')) return [SEAT_AHEAD];
    return registrationEnds(sessions, sessionTerms(rulesOf(procedure)), now) === null ? [] : [REGISTRATION_AHEAD];
  }
}

const SEAT_AHEAD = problem('application', 'HAS_A_SEAT', null, 'Whoever has a seat was there or not, which is recorded');
const REGISTRATION_AHEAD = problem(
  'application',
  'REGISTRATION_NOT_OVER',
  null,
  'Whoever can still register for a session is not excluded',
);
