import type { InstitutionEntry } from '@mandate-graph/domain';
import { type AccessRuleName, type Actor, isPermitted, mightBePermitted, refusal } from '@mandate-graph/runtime';
import { type HolderDigest, parseProcedureId } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { PersonKeys } from '../person/person.keys.ts';
import { AuthorityTasks } from './task.authority.service.ts';
import { CandidateTasks } from './task.candidate.service.ts';
import { MemberTasks } from './task.member.service.ts';
import { RecruiterTasks } from './task.recruiter.service.ts';
import { firstTasks, type Task } from './task.rules.ts';
import type { TaskView } from './task.type.ts';

interface Parts {
  readonly manager: EntityManager;
  readonly keys: PersonKeys;
  readonly digest: HolderDigest;
  readonly registry: readonly InstitutionEntry[];
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

/**
 * What waits for whoever asks, in each of their roles. Nothing of it is kept: it follows from what was done, and the rules
 * that say what is to be done are those that the acts themselves are judged by.
 */
export class TaskService {
  constructor(private readonly parts: Parts) {}

  async mine(): Promise<TaskView[]> {
    const { actor } = this.parts;
    if (!mightBePermitted(actor, 'TASKS_READ')) throw refusal(actor);
    const tasks = [
      ...(await this.#ofRecruiter()),
      ...(await this.#ofMember()),
      ...(await this.#ofAuthority()),
      ...(await this.#ofCandidate()),
    ];
    return firstTasks(tasks).map(({ dueAt, ...task }) => ({ ...task, dueAt: dueAt?.toString() ?? null }));
  }

  async #ofRecruiter(): Promise<readonly Task[]> {
    const { manager, keys, registry, now } = this.parts;
    const institutions = this.#heldFor('SELECTION_RUN', 'institution');
    return institutions.length === 0
      ? []
      : new RecruiterTasks(manager, keys, registry, now).of(institutions, this.#holder);
  }

  /** What a token names that cannot be a procedure is none. */
  async #ofMember(): Promise<readonly Task[]> {
    const { manager, keys, now } = this.parts;
    const procedures = this.#heldFor('COMMITTEE_ACT', 'procedure').filter((id) => parseProcedureId(id) === id);
    return procedures.length === 0 ? [] : new MemberTasks(manager, keys, now).of(procedures, this.#holder);
  }

  async #ofAuthority(): Promise<readonly Task[]> {
    const { manager, now } = this.parts;
    const institutions = this.#heldFor('SELECTION_DECIDE', 'institution');
    return institutions.length === 0 ? [] : new AuthorityTasks(manager, now).of(institutions, this.#holder);
  }

  async #ofCandidate(): Promise<readonly Task[]> {
    const { manager, keys, now, actor } = this.parts;
    const isCandidate = isPermitted(actor, 'OWN', { subject: actor.subject });
    return isCandidate ? new CandidateTasks(manager, keys, now).of(this.#holder) : [];
  }

  get #holder(): string {
    return this.parts.digest.of(this.parts.actor.subject);
  }

  /** The institutions, or the procedures, for which whoever asks may do what is under a rule. */
  #heldFor(rule: AccessRuleName, bound: 'institution' | 'procedure'): string[] {
    const { actor } = this.parts;
    const held = actor.grants.flatMap((grant) => grant[bound] ?? []);
    return [...new Set(held)].filter((one) => isPermitted(actor, rule, { [bound]: one }));
  }
}
