import type { Problem } from '@mandate-graph/domain';
import { earlierAnswer, keepAnswer, VersionConflict } from '@mandate-graph/persistence';
import {
  type AccessRuleName,
  type Actor,
  isPermitted,
  keyProblems,
  mightBePermitted,
  normalised,
  refusal,
  requireAccess,
  reusedKey,
  together,
} from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { isUuid } from '../access-log/access-log.rules.ts';
import { nationalNumberProblems } from '../person/national-number.rules.ts';
import type { Sealing } from '../person/sealing.ts';
import { CandidateLocks } from './candidate.locks.ts';
import {
  candidateActor,
  type LockedCandidate,
  type Outcome,
  type Settling,
  type Work,
  type WriteInput,
  type WriteResult,
} from './work.ts';

/** A mutation: its name, what it was given, and what it does once the candidate is locked. */
export interface Write<I extends WriteInput, A> {
  readonly mutation: string;
  readonly input: I;
  readonly act: (input: I, work: Work) => Promise<Outcome<A>>;
}

/** A mutation of an institution about an application for one of its vacancies. */
export interface InstitutionWrite<I extends WriteInput & { readonly application: string }, A> extends Write<I, A> {
  readonly rule: AccessRuleName;
}

/** A mutation about a candidate, by whoever looks after the data of all. */
export interface CandidateWrite<I extends WriteInput & { readonly candidate: string }, A> extends Write<I, A> {
  readonly rule: AccessRuleName;
}

class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('refused');
  }
}

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
      if (candidate === null) throw new Refused([NO_ACCOUNT]);
      return { candidate, by: candidateActor(candidate.id) };
    });
  }

  /** The same for who may not have an account yet: makes one in which nothing stands. */
  ownOrNew<I extends WriteInput, A>(write: Write<I, A>): Promise<WriteResult<A>> {
    requireAccess(this.actor, 'OWN', { subject: this.actor.subject });
    return this.#write(write, async (locks) => {
      const candidate = await locks.ofSubjectOrNew(this.actor.subject, this.now);
      return { candidate, by: candidateActor(candidate.id) };
    });
  }

  /** By an institution, about an application. What is not for its vacancies is like what is not there. */
  ofApplication<I extends WriteInput & { readonly application: string }, A>(
    write: InstitutionWrite<I, A>,
  ): Promise<WriteResult<A>> {
    if (!mightBePermitted(this.actor, write.rule)) throw refusal(this.actor);
    return this.#write(write, async (locks) => {
      const found = await locks.ofApplication(write.input.application);
      const institution = found?.vacancyId.split(':', 1)[0] ?? null;
      if (found === null || !isPermitted(this.actor, write.rule, { institution }))
        throw new Refused([UNKNOWN_APPLICATION]);
      return { candidate: found.candidate, by: this.actor.subject };
    });
  }

  /** By whoever looks after the data of all candidates. One who is erased is like one who is not there. */
  ofCandidate<I extends WriteInput & { readonly candidate: string }, A>(
    write: CandidateWrite<I, A>,
  ): Promise<WriteResult<A>> {
    requireAccess(this.actor, write.rule, {});
    return this.#write(write, async (locks) => {
      const { candidate: id } = write.input;
      const candidate = isUuid(id) ? await locks.ofId(id) : null;
      if (candidate === null) throw new Refused([UNKNOWN_CANDIDATE]);
      return { candidate, by: this.actor.subject };
    });
  }

  async #write<I extends WriteInput, A>(
    write: Write<I, A>,
    find: (locks: CandidateLocks) => Promise<{ candidate: LockedCandidate; by: string }>,
  ): Promise<WriteResult<A>> {
    const { input, problems } = readInput(write.input);
    try {
      return await this.source.transaction(async (manager) => ({
        outcome: 'done',
        answer: await this.#once(manager, { ...write, input }, problems, find),
      }));
    } catch (error) {
      if (error instanceof Refused) return { outcome: 'refused', problems: error.problems };
      if (error instanceof VersionConflict) {
        return { outcome: 'conflict', id: error.id, given: error.expected, current: error.actual };
      }
      throw error;
    }
  }

  /** A refusal rolls everything back, and leaves the key free: the caller mends the input and sends it again. */
  async #once<I extends WriteInput, A>(
    manager: EntityManager,
    { mutation, input, act }: Write<I, A>,
    wrong: readonly Problem[],
    find: (locks: CandidateLocks) => Promise<{ candidate: LockedCandidate; by: string }>,
  ): Promise<A> {
    const { idempotencyKey: key, ...asked } = input;
    const request = { actor: this.actor.subject, key, mutation, input: asked };
    if (keyProblems(key).length === 0) {
      const earlier = await earlierAnswer<A>(manager, request);
      if (earlier.kind === 'reused')
        throw new Refused([{ ...reusedKey(key, earlier.mutation), value: null }, ...wrong]);
      if (earlier.kind === 'answered') {
        if (wrong.length > 0) throw new Refused(wrong);
        return earlier.answer;
      }
    }
    const { candidate, by } = await find(new CandidateLocks(manager, this.sealing));
    await this.settling.settle({ manager, candidate, now: this.now });
    const outcome = await act(input, { manager, candidate, now: this.now, by });
    const problems = together(wrong, outcome.problems ?? []);
    if (outcome.problems !== undefined || problems.length > 0) throw new Refused(problems);
    await keepAnswer(manager, request, outcome.answer, new Date(this.now.epochMilliseconds));
    return outcome.answer;
  }
}

/** The input as it is kept, with all that is wrong with its form. No problem shows what was written: it may be personal. */
function readInput<I extends WriteInput>(given: I): { input: I; problems: Problem[] } {
  const { value, problems } = normalised(given);
  const input = { ...value, idempotencyKey: given.idempotencyKey };
  return {
    input,
    problems: [
      ...keyProblems(given.idempotencyKey),
      ...problems.filter(({ path }) => path !== 'idempotencyKey').map((problem) => ({ ...problem, value: null })),
      ...numbersIn(input),
    ],
  };
}

/** National register numbers in any text, wherever it stands. */
function numbersIn(value: unknown, path = ''): Problem[] {
  // What programs made holds digits by chance.
  if (typeof value === 'string') return isMade(value) ? [] : [...nationalNumberProblems(path, value)];
  if (Array.isArray(value)) return value.flatMap((one, index) => numbersIn(one, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => numbersIn(one, path === '' ? name : `${path}.${name}`));
}

const isMade = (text: string): boolean => isUuid(text) || /^[0-9a-f]{64}$/.test(text);

/** Whether there is none, or it is another institution's, is not told. */
export const UNKNOWN_APPLICATION: Problem = {
  path: 'application',
  code: 'UNKNOWN_APPLICATION',
  value: null,
  rule: 'application must be the id of an application for a vacancy of this institution.',
};

const UNKNOWN_CANDIDATE: Problem = {
  path: 'candidate',
  code: 'UNKNOWN_CANDIDATE',
  value: null,
  rule: 'candidate must be the id of a candidate who is not erased.',
};

const NO_ACCOUNT: Problem = {
  path: 'account',
  code: 'NO_ACCOUNT',
  value: null,
  rule: 'There must be an account: make one with saveAccount first.',
};
