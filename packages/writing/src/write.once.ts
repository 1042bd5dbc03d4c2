import type { Problem } from '@mandate-graph/domain';
import { earlierAnswer, keepAnswer, VersionConflict } from '@mandate-graph/persistence';
import { type Actor, keyProblems, reusedKey, together } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import type { HolderDigest } from './holder.ts';
import { readInput } from './input.ts';
import type { Outcome, WriteInput, WriteResult } from './outcome.ts';
import { inTransaction } from './transaction.ts';

/** Thrown from within an act that cannot even begin: everything is rolled back, and the caller is told why. */
export class WriteRefused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('refused');
  }
}

/** A mutation as it was sent, and what it does in its transaction. */
export interface Once<I extends WriteInput, A> {
  readonly source: DataSource;
  readonly actor: Actor;
  /** Where given, who asked and what is kept as keyed digests only; left out: by the subject, which is deleted with it. */
  readonly holders?: HolderDigest;
  /** The instant at which the request arrived. */
  readonly now: Temporal.Instant;
  readonly mutation: string;
  readonly input: I;
  readonly act: (input: I, manager: EntityManager) => Promise<Outcome<A>>;
}

/**
 * One effect and one answer for a key, however often it is sent: form, key, act and answer in one transaction, or
 * nothing. A refusal leaves the key free: the caller mends the input and sends it again. An act may be done again in another
 * transaction, when the one it was done in had to give way.
 */
export async function writeOnce<I extends WriteInput, A>(once: Once<I, A>): Promise<WriteResult<A>> {
  const { input, problems } = readInput(once.input);
  try {
    return await inTransaction(once.source, async (manager) => ({
      outcome: 'done',
      answer: await answered(manager, { ...once, input }, problems),
    }));
  } catch (error) {
    if (error instanceof WriteRefused) return { outcome: 'refused', problems: error.problems };
    if (error instanceof VersionConflict) {
      if (problems.length > 0) return { outcome: 'refused', problems };
      return { outcome: 'conflict', id: error.id, given: error.expected, current: error.actual };
    }
    throw error;
  }
}

async function answered<I extends WriteInput, A>(
  manager: EntityManager,
  { actor, holders, now, mutation, input, act }: Once<I, A>,
  wrong: readonly Problem[],
): Promise<A> {
  const { idempotencyKey: key, ...asked } = input;
  const request = {
    ...{ actor: holders?.of(actor.subject) ?? actor.subject, key, mutation, input: asked },
    ...(holders !== undefined && { digest: (text: string) => holders.ofRequest(text) }),
  };
  if (keyProblems(key).length === 0) {
    const earlier = await earlierAnswer<A>(manager, request);
    if (earlier.kind === 'reused')
      throw new WriteRefused([{ ...reusedKey(key, earlier.mutation), value: null }, ...wrong]);
    if (earlier.kind === 'answered') {
      if (wrong.length > 0) throw new WriteRefused(wrong);
      return earlier.answer;
    }
  }
  const outcome = await act(input, manager);
  const problems = together(wrong, outcome.problems ?? []);
  if (outcome.problems !== undefined || problems.length > 0) throw new WriteRefused(problems);
  await keepAnswer(manager, request, outcome.answer, new Date(now.epochMilliseconds));
  return outcome.answer;
}
