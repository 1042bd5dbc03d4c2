import type { DataSource, EntityManager } from 'typeorm';

/** What PostgreSQL ends so that another transaction goes on: a deadlock, a failure to serialise. */
const GAVE_WAY: readonly unknown[] = ['40P01', '40001'];
const TIMES = 3;

/**
 * A transaction that had to give way to another is done again from its beginning, at most twice. So everything that an act
 * does must be in its transaction.
 */
export async function inTransaction<T>(source: DataSource, act: (manager: EntityManager) => Promise<T>): Promise<T> {
  for (let time = 1; ; time++) {
    try {
      return await source.transaction(act);
    } catch (error) {
      if (time === TIMES || !GAVE_WAY.includes((error as { code?: unknown } | null)?.code)) throw error;
    }
  }
}
