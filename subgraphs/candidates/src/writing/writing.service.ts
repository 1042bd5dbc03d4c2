import { isUuid, type Problem, unknown } from '@mandate-graph/domain';
import {
  type AccessRuleName,
  type Actor,
  isPermitted,
  mightBePermitted,
  refusal,
  requireAccess,
} from '@mandate-graph/runtime';
import {
  type Outcome,
  type Sealing,
  type WriteInput,
  WriteRefused,
  type WriteResult,
  writeOnce,
} from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { CandidateLocks } from './candidate.locks.ts';
import { candidateActor, type LockedCandidate, type Settling, type Work } from './work.ts';

/** A mutation: its name, what it was given, and what it does once the candidate is locked. */
interface Write<I extends WriteInput, A> {
  readonly mutation: string;
  readonly input: I;
  readonly act: (input: I, work: Work) => Promise<Outcome<A>>;
}

/** A mutation about what is another's, under the rule that allows it. */
interface WriteUnder<I extends WriteInput, A> extends Write<I, A> {
  readonly rule: AccessRuleName;
}

/** Locks the candidate whom an input is about, and says who acts. */
type Find<I> = (locks: CandidateLocks, input: I) => Promise<{ candidate: LockedCandidate; by: string }>;

/**
 * The one way in which anything of a candidate changes: access, form, key, lock, what the clock has done meanwhile, act,
 * event and answer, in one transaction; or nothing.
 */
export class WritingService {
  constructor(
    private readonly source: DataSource,
    private readonly sealing: Sealing,
    private readonly settling: Settling,
    private readonly actor: Actor,
    private readonly now: Temporal.Instant,
  ) {}

  /** By candidates, on what is their own. Without an account it is refused. */
  own<I extends WriteInput, A>(write: Write<I, A>): Promise<WriteResult<A>> {
    requireAccess(this.actor, 'OWN', { subject: this.actor.subject });
    return this.#write(write, async (locks) => {
      const candidate = await locks.ofSubject(this.actor.subject);
      if (candidate === null) throw new WriteRefused([NO_ACCOUNT]);
      return { candidate, by: candidateActor(candidate.id) };
    });
  }

  /** The same for those who may not have an account yet: makes one in which nothing stands. */
  ownOrNew<I extends WriteInput, A>(write: Write<I, A>): Promise<WriteResult<A>> {
    requireAccess(this.actor, 'OWN', { subject: this.actor.subject });
    return this.#write(write, async (locks) => {
      const candidate = await locks.ofSubjectOrNew(this.actor.subject, this.now);
      return { candidate, by: candidateActor(candidate.id) };
    });
  }

  /** By an institution, about an application. What is not for its vacancies is like what is not there. */
  ofApplication<I extends WriteInput & { readonly application: string }, A>(
    write: WriteUnder<I, A>,
  ): Promise<WriteResult<A>> {
    if (!mightBePermitted(this.actor, write.rule)) throw refusal(this.actor);
    return this.#write(write, async (locks, { application }) => {
      const found = await locks.ofApplication(application);
      const institution = found?.vacancyId.split(':', 1)[0] ?? null;
      if (found === null || !isPermitted(this.actor, write.rule, { institution }))
        throw new WriteRefused([UNKNOWN_TO_INSTITUTION]);
      return { candidate: found.candidate, by: this.actor.subject };
    });
  }

  /** By whoever looks after the data of all candidates. One who is erased is like one who is not there. */
  ofCandidate<I extends WriteInput & { readonly candidate: string }, A>(
    write: WriteUnder<I, A>,
  ): Promise<WriteResult<A>> {
    requireAccess(this.actor, write.rule, {});
    return this.#write(write, async (locks, { candidate: id }) => {
      const candidate = isUuid(id) ? await locks.ofId(id) : null;
      if (candidate === null) throw new WriteRefused([UNKNOWN_CANDIDATE]);
      return { candidate, by: this.actor.subject };
    });
  }

  #write<I extends WriteInput, A>({ mutation, input, act }: Write<I, A>, find: Find<I>): Promise<WriteResult<A>> {
    const { source, sealing, settling, actor, now } = this;
    return writeOnce({
      ...{ source, actor, now, mutation, input },
      act: async (given, manager) => {
        const { candidate, by } = await find(new CandidateLocks(manager, sealing), given);
        await settling.settle({ manager, candidate, now });
        return act(given, { manager, candidate, now, by });
      },
    });
  }
}

/** Whether there is none, or it is another institution's, is not told. */
export const UNKNOWN_TO_INSTITUTION: Problem = unknown(
  'application',
  'APPLICATION',
  'an application for a vacancy of this institution',
);

const UNKNOWN_CANDIDATE: Problem = unknown('candidate', 'CANDIDATE', 'a candidate who is not erased');

const NO_ACCOUNT: Problem = {
  path: 'account',
  code: 'NO_ACCOUNT',
  value: null,
  rule: 'There must be an account: make one with saveAccount first.',
};
