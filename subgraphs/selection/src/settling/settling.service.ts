import type { Clock } from '@mandate-graph/domain';
import type { Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import { lockProcedure } from '../procedure/procedure.locks.ts';
import { byRule, Work } from '../writing/work.ts';
import { SETTLING } from './settling.ts';

/** Settles procedures without anybody asking: after events, and when the clock has something to do with them. */
export class SettlingService {
  constructor(
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Those of the vacancies that have started, in the order of their ids, so that two who settle do not wait in a ring. */
  async settleVacancies(manager: EntityManager, vacancyIds: readonly string[]): Promise<void> {
    const rows: { id: string }[] = await manager.query(
      'SELECT id FROM selection_procedure WHERE vacancy_id = ANY($1) AND started_at IS NOT NULL ORDER BY id',
      [vacancyIds],
    );
    for (const { id } of rows) await this.settle(manager, id);
  }

  async settle(manager: EntityManager, id: string): Promise<void> {
    const now = this.clock.now();
    const procedure = await lockProcedure(manager, id, now);
    if (procedure === null) return;
    const work = new Work(manager, procedure, now, byRule('settling'), this.sealing);
    await SETTLING.settle(work);
    await work.flush();
  }
}
