import { closesAt, type Problem, statusAt } from '@mandate-graph/domain';
import { VersionConflict } from '@mandate-graph/persistence';
import type { Outcome, Sealing, WriteResult } from '@mandate-graph/writing';
import { FileRepository } from '../file/file.repository.ts';
import type { Inbox } from '../inbox/inbox.messages.rules.ts';
import { SectionRepository } from '../section/section.repository.ts';
import { seenOf } from '../vacancy/vacancy.seen.rules.ts';
import type { RecordedOfApplication } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import { UNKNOWN_TO_INSTITUTION, type WritingService } from '../writing/writing.service.ts';
import type {
  ApplicationActInput,
  ContestLapseInput,
  DecideContestInput,
  StartApplicationInput,
  WithdrawApplicationInput,
} from './application.acts.input.ts';
import { FILE_CHANGED, following, startProblems, UNKNOWN_APPLICATION } from './application.acts.rules.ts';
import { type ApplicationCase, caseOf, vacancyAt } from './application.case.ts';
import { isForInstitution, vacancyOf } from './application.rules.ts';
import { type Acting, type ApplicationAct, act } from './application.state.rules.ts';
import { type ApplicationRecord, ApplicationStore } from './application.store.ts';
import { yearsLacking } from './application.years.rules.ts';

type Result = Promise<WriteResult<RecordedOfApplication>>;
type Doing = { readonly act: ApplicationAct; readonly by: Acting };
/** After which an application is judged, if its deadline passes. */
const TO_BE_JUDGED: readonly ApplicationAct[] = ['SUBMIT', 'RESUME'];
type ActInput = ApplicationActInput & { readonly reasons?: string | null };

/** What is done with applications, by their candidates and by institutions. The state rules say what may be done when. */
export class ApplicationActsService {
  constructor(
    private readonly writing: WritingService,
    private readonly sealing: Sealing,
    private readonly inbox: Inbox,
  ) {}

  start(input: StartApplicationInput): Result {
    return this.writing.own({
      mutation: 'startApplication',
      input,
      act: ({ vacancy }, work) => this.#start(vacancy, work),
    });
  }

  submit(input: ApplicationActInput): Result {
    return this.#byCandidate('submitApplication', 'SUBMIT', input);
  }

  validate(input: ApplicationActInput): Result {
    return this.#byCandidate('validateApplication', 'VALIDATE', input);
  }

  withdraw(input: WithdrawApplicationInput): Result {
    return this.#byCandidate('withdrawApplication', 'WITHDRAW', input);
  }

  resume(input: ApplicationActInput): Result {
    return this.#byCandidate('resumeApplication', 'RESUME', input);
  }

  contestLapse(input: ContestLapseInput): Result {
    return this.#byCandidate('contestLapse', 'CONTEST', input);
  }

  decideContest(input: DecideContestInput): Result {
    return this.writing.ofApplication({
      mutation: 'decideContest',
      rule: 'APPLICATION_DECIDE',
      input,
      act: (given, work) =>
        this.#do({ act: given.upheld ? 'REINSTATE' : 'REJECT_CONTEST', by: 'RECRUITER' }, given, work),
    });
  }

  #byCandidate(mutation: string, doing: ApplicationAct, input: ActInput): Result {
    return this.writing.own({
      mutation,
      input,
      act: (given, work) => this.#do({ act: doing, by: 'CANDIDATE' }, given, work),
    });
  }

  async #start(reference: string, work: Work): Promise<Outcome<RecordedOfApplication>> {
    const { manager, candidate, now } = work;
    const id = vacancyOf(reference)?.id ?? null;
    const vacancy = id === null ? null : await vacancyAt(work, id);
    const store = new ApplicationStore(manager);
    const earlier = (await store.ofCandidate(candidate.id)).find(({ vacancyId }) => vacancyId === id);
    const status = vacancy === null ? null : statusAt(vacancy.state, now);
    const problems = startProblems(status, earlier?.standing ?? null);
    if (vacancy === null || problems.length > 0) return { problems };
    const started = await store.start(work, vacancy.id, seenOf(vacancy));
    await this.#tell(work, 'START', { application: started, vacancy, status: status! }, null);
    return { answer: recorded(started, work) };
  }

  async #do(
    doing: Doing,
    { application, version, reasons = null }: ActInput,
    work: Work,
  ): Promise<Outcome<RecordedOfApplication>> {
    const found = await caseOf(work, application);
    if (found === null) return { problems: [UNKNOWN_APPLICATION] };
    const { application: before, status } = found;
    // Of a draft, nobody but its candidate knows.
    if (doing.by === 'RECRUITER' && !isForInstitution(before)) {
      return { problems: [UNKNOWN_TO_INSTITUTION] };
    }
    const lacking = doing.act === 'VALIDATE' ? await this.#yearsLacking(work, found) : [];
    const decision = act(before.standing, doing.act, {
      by: doing.by,
      vacancy: status,
      yearsReached: lacking.length === 0,
      reasons,
    });
    if (!decision.ok) {
      return { problems: decision.problems.flatMap((one) => (one.code === 'YEARS_NOT_REACHED' ? lacking : [one])) };
    }
    if (await this.#isOvertaken(doing.act, found, work)) return { problems: [FILE_CHANGED] };
    // What cannot be done at any version is told first: after the deadline, a newer version would not help either.
    if (!isKnown(version, before)) throw new VersionConflict(before.id, version, before.version);
    const after = await new ApplicationStore(work.manager).record(work, before, doing.act, decision.standing, reasons);
    await this.#tell(work, doing.act, { ...found, application: after }, reasons);
    return { answer: recorded(after, work) };
  }

  /** What would be judged was not frozen at the deadline, as nobody judged it then, and has been changed since. */
  async #isOvertaken(doing: ApplicationAct, { application, vacancy }: ApplicationCase, work: Work): Promise<boolean> {
    if (vacancy === null || !TO_BE_JUDGED.includes(doing)) return false;
    const files = new FileRepository(work.manager, this.sealing);
    const closes = closesAt(vacancy.state.applicationDeadline);
    return !(await files.isFrozen(application.id, closes)) && (await files.hasChangedSince(closes, work));
  }

  async #yearsLacking({ manager }: Work, { application, vacancy }: ApplicationCase): Promise<readonly Problem[]> {
    if (vacancy === null) return [];
    const sections = await new SectionRepository(manager, this.sealing).current([application.id]);
    return yearsLacking(vacancy.state, application.submittedAt, sections.get(application.id)!);
  }

  async #tell(
    work: Work,
    done: ApplicationAct | 'START',
    { application, vacancy, status }: ApplicationCase,
    reasons: string | null,
  ): Promise<void> {
    const deadline = vacancy?.state.applicationDeadline ?? null;
    const follows = following(done, application, { deadline, status }, reasons);
    await this.inbox.done(work, application.id, follows.done);
    await this.inbox.post(work, follows.messages);
  }
}

/** The version it stands at; or the one before a rule let it lapse, which came too early and was taken back. */
const isKnown = (given: number, { version, isReopened }: ApplicationRecord): boolean =>
  given === version || (isReopened && given === version - LAPSED_AND_REOPENED);
const LAPSED_AND_REOPENED = 2;

const recorded = ({ id, version }: ApplicationRecord, { now }: Work): RecordedOfApplication => ({
  id,
  version,
  recordedAt: now.toString(),
  applicationId: id,
});
