import type { Sealing } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { CandidateLocks } from './candidate.locks.ts';
import type { Settling, Work } from './work.ts';

/** Candidates of one page. */
const PAGE = 100;

interface ForEach<T> {
  readonly source: DataSource;
  readonly sealing: Sealing;
  readonly settling: Settling;
  readonly now: Temporal.Instant;
  /** Whoever has not been come to by then is left for the next time. */
  readonly signal: AbortSignal;
  /** The next candidates in the order of their ids, after one; fewer than asked for: the last ones. */
  readonly page: (after: string | null, size: number) => Promise<readonly string[]>;
  /** What is done with one, once settled. */
  readonly act: (work: Omit<Work, 'by'>) => Promise<T>;
  readonly failed: (error: unknown, candidateId: string) => void;
}

/**
 * Goes through candidates, each in a transaction of its own, under their lock: it may run in several processes at once,
 * and one whom it fails for holds up nobody else. Gives what was done; nothing for those who are erased meanwhile.
 */
export async function eachCandidate<T>({ page, signal, ...each }: ForEach<T>): Promise<readonly T[]> {
  const done: T[] = [];
  let after: string | null = null;
  for (;;) {
    const ids: readonly string[] = await page(after, PAGE);
    for (const id of ids) {
      if (signal.aborted) return done;
      done.push(...(await one(id, each)));
    }
    if (ids.length < PAGE) return done;
    after = ids.at(-1)!;
  }
}

async function one<T>(
  id: string,
  { source, sealing, settling, now, act, failed }: Omit<ForEach<T>, 'page' | 'signal'>,
): Promise<readonly T[]> {
  try {
    return await source.transaction(async (manager) => {
      const candidate = await new CandidateLocks(manager, sealing).ofId(id);
      if (candidate === null) return [];
      const work = { manager, candidate, now };
      await settling.settle(work);
      return [await act(work)];
    });
  } catch (error) {
    failed(error, id);
    return [];
  }
}
