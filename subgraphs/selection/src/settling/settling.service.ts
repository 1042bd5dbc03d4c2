import type { Clock } from '@mandate-graph/domain';
import type { Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import { tellCommitteeAnew } from '../committee/committee.telling.ts';
import { lockProcedure } from '../procedure/procedure.locks.ts';
import { byRule, Work } from '../writing/work.ts';
import { SETTLING } from './settling.ts';

/** Settles procedures without anybody asking: after events, and when the clock has something to do with them. */
export class SettlingService {
  constructor(
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * Something was told of these vacancies. Their procedures are not touched, so that a feed holds none of them while it
   * waits for another; from when this is committed, each is settled on its own. To be called in the transaction that takes
   * in what was told.
   */
  async due(manager: EntityManager, vacancyIds: readonly string[]): Promise<void> {
    await manager.query(
      'INSERT INTO settling_due (procedure_id) SELECT id FROM selection_procedure WHERE vacancy_id = ANY($1)',
      [vacancyIds],
    );
  }

  /** In a transaction of its own: no other procedure may be locked in it. */
  async settle(manager: EntityManager, id: string): Promise<void> {
    // Before anything is read: what is told from here on has a mark that stays.
    await manager.query('DELETE FROM settling_due WHERE procedure_id = $1', [id]);
    const now = this.clock.now();
    const procedure = await lockProcedure(manager, id, now);
    if (procedure === null) return;
    const work = new Work(manager, procedure, now, byRule('settling'), this.sealing);
    await SETTLING.settle(work);
    await work.flush();
    await tellCommitteeAnew(work);
    await work.flush();
  }
}
