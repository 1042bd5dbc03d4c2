import { type Problem, reasonsProblems, type SelectionMessageCode } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import { CandidacyFlow, stepOf } from '../candidacy/candidacy.flow.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { tellCandidate } from '../candidacy/telling.ts';
import { send } from '../notification/notification.sending.ts';
import { reopen } from '../procedure/procedure.ending.ts';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { AnswerRequestInput } from './request.input.ts';
import { RequestRepository, type RequestRow } from './request.repository.ts';
import { answered, type RequestStatus } from './request.rules.ts';
import { RequestStore } from './request.store.ts';

/** What the institution answers; a contest that is found right brings the candidate in again. */
export class RequestAnsweringService {
  constructor(private readonly writing: SelectionWriting) {}

  answer(input: AnswerRequestInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'answerRequest', rule: 'SELECTION_RUN', input, what: 'request' },
      id: ({ request }) => request,
      act: (given, work) => this.#answer(given, work),
    });
  }

  async #answer(
    { request: id, version, upheld = null, answer: words }: AnswerRequestInput,
    work: Work,
  ): Promise<Acted> {
    const request = (await new RequestRepository(work.manager).one(id))!;
    const after = answered(request.kind, request.status, upheld);
    const problems = [
      ...(after.problems ?? []),
      ...reasonsProblems(words).map((one) => ({ ...one, path: 'answer', rule: one.rule.replace('reasons', 'answer') })),
    ];
    if (after.problems !== undefined || problems.length > 0) return { problems };
    requireVersion(id, version, request.version);
    const refused = after.status === 'UPHELD' ? await this.#readmit(work, request) : null;
    if (refused !== null) return { problems: refused };
    const answer = await new RequestStore(work).answer(request, { status: after.status, answer: words });
    await this.#tell(work, request, after.status);
    if (after.status === 'UPHELD') await this.#askToBook(work, request);
    return { answer };
  }

  /** A procedure that had ended since nobody was left is open again. */
  async #readmit(work: Work, { candidacyId, stepId }: RequestRow): Promise<readonly Problem[] | null> {
    const candidacy = (await new CandidacyRepository(work.manager).one(work.procedure.id, candidacyId))!;
    if (!(await reopen(work))) {
      const { status } = work.procedure;
      return [problem('request', 'NOT_AT_THIS_TIME', status, 'A contest is upheld while the procedure can go on')];
    }
    return new CandidacyFlow(work).readmit(candidacy, { stepId });
  }

  /** Whoever is in the assessment again is exempt or asked to choose a session, as whoever comes into it is. */
  async #askToBook(work: Work, { candidacyId, stepId }: RequestRow): Promise<void> {
    const step = stepOf(work.procedure, stepId);
    if (step?.kind !== 'COMPUTER_ASSESSMENT') return;
    const candidacy = (await new CandidacyRepository(work.manager).one(work.procedure.id, candidacyId))!;
    await new CandidacyFlow(work).exempt(step, [candidacy]);
  }

  async #tell(
    work: Work,
    { kind, candidacyId: id, candidateId, stepId }: RequestRow,
    status: RequestStatus,
  ): Promise<void> {
    const candidacy = { id, candidateId };
    const step = work.procedure.steps.find((one) => one.id === stepId);
    const facts = step === undefined ? {} : { step: step.kind };
    tellCandidate(work, candidacy, { code: TOLD[`${kind} ${status}`]!, facts });
    if (status !== 'REJECTED') return;
    const sending = { about: 'STEP' as const, stepId, negative: true, remedyStated: false, byLetter: false };
    await send(work, [{ candidacy, ...sending }]);
  }
}

const TOLD: Readonly<Record<string, SelectionMessageCode>> = {
  'CONTEST UPHELD': 'EXCLUSION_LIFTED',
  'CONTEST REJECTED': 'EXCLUSION_UPHELD',
  'FEEDBACK ANSWERED': 'FEEDBACK_GIVEN',
  'COMPLAINT ANSWERED': 'COMPLAINT_ANSWERED',
};
