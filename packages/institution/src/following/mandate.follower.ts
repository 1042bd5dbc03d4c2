import { type Clock, type CloudEvent, NotAsAgreed, type Problem } from '@mandate-graph/domain';
import { type Logger, selectionFollower } from '@mandate-graph/runtime';
import type { EntityManager } from 'typeorm';
import type { InstitutionRules } from '../institution.rules.ts';
import { SubjectService } from '../subject/subject.service.ts';
import { lockSubjects } from '../subject/subject.versions.ts';
import { recordGuarded } from '../writing/guarded.ts';
import { Knowledge } from '../writing/knowledge.ts';
import { followMandate } from './following.plan.ts';
import { FollowingRepository } from './following.repository.ts';
import { isForAnother, MANDATE_RECORDED, mandateOf, type ToldMandate } from './mandate.rules.ts';

class NotTakenIn extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('not taken in');
  }
}

/**
 * The organisation follows its selections: a mandate that is recorded gives its post a holder, and fills its vacancy.
 * Events may come twice and late: of each mandate the highest version stands. One that cannot be taken in, since the
 * organisation has moved on, is kept as a problem for people to look at: it holds up nothing that comes after it.
 */
export class MandateFollower {
  readonly #subjects: SubjectService;

  constructor(
    private readonly institution: string,
    private readonly rules: InstitutionRules,
    private readonly clock: Clock,
    private readonly log: Pick<Logger, 'debug' | 'warn'>,
    recording?: Clock,
  ) {
    this.#subjects = new SubjectService(institution, rules, clock, selectionFollower(institution), recording);
  }

  /** Takes events in, in the caller's transaction; throws for one that is not as agreed. */
  async follow(manager: EntityManager, events: readonly CloudEvent[]): Promise<void> {
    for (const { id, type, data } of events) {
      if (type !== MANDATE_RECORDED) continue;
      if (isForAnother(this.institution, data)) {
        this.log.debug({ event: id }, 'a mandate of another institution was passed over');
        continue;
      }
      const told = mandateOf(this.institution, data);
      if (told === null) throw new NotAsAgreed('It is not of a vacancy and a post of this institution, as was agreed.');
      await this.#take(manager, id, told);
    }
  }

  async #take(manager: EntityManager, event: string, told: ToldMandate): Promise<void> {
    await lockSubjects(manager);
    const kept = new FollowingRepository(manager);
    const problems = await this.#problemsOf(manager, told);
    if (problems.length === 0) return kept.clearProblems(told.id);
    await kept.keepProblem(event, told.id, problems.map(({ code, rule }) => `${code}: ${rule}`).join('\n'));
    const { id: mandate, procedure, vacancy, position } = told;
    const codes = problems.map(({ code }) => code);
    this.log.warn({ event, mandate, procedure, vacancy, position, codes }, 'a mandate could not be taken in');
  }

  /** What kept a mandate from being taken in, with nothing of it left behind; none when it is, or was already. */
  async #problemsOf(manager: EntityManager, told: ToldMandate): Promise<readonly Problem[]> {
    try {
      await manager.transaction((part) => this.#record(part, told));
      return [];
    } catch (error) {
      if (error instanceof NotTakenIn) return error.problems;
      throw error;
    }
  }

  async #record(manager: EntityManager, told: ToldMandate): Promise<void> {
    const kept = new FollowingRepository(manager);
    const earlier = await kept.mandate(told.id);
    if (earlier !== null && earlier.version >= told.version) return;
    const knowledge = new Knowledge(manager, this.institution, this.rules, this.clock.now());
    const plan = await followMandate(told, earlier, knowledge, kept);
    if (plan.recordings === undefined) throw new NotTakenIn(plan.problems);
    if (plan.recordings.length > 0) {
      const outcome = await recordGuarded(manager, this.#subjects, plan.recordings, {});
      if (!outcome.ok) throw new NotTakenIn(outcome.problems);
    }
    await kept.keep(told, plan.otherwise);
  }
}
