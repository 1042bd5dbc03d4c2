import { instantOf } from '@mandate-graph/runtime';
import type { EntityManager } from 'typeorm';
import { contestAfter } from '../notification/notification.windows.rules.ts';
import type { ProcedureRecord } from '../procedure/procedure.record.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { RequestRepository } from '../request/request.repository.ts';
import type { Contested } from './result.contest.rules.ts';

type Started = Pick<ProcedureRecord, 'id' | 'legalRegime' | 'regimeFrom' | 'template'>;

/** Of procedures that have started, in their order; the number of statements does not grow with them. */
export async function contestedIn(manager: EntityManager, procedures: readonly Started[]): Promise<Contested[]> {
  const requests = new RequestRepository(manager);
  const ids = procedures.map(({ id }) => id);
  const open = await requests.openContests(ids);
  const toldAt = await requests.uncontested(ids);
  return procedures.map((procedure, at) => {
    const last = toldAt[at] ?? null;
    const windows = last === null ? [] : [contestAfter(rulesOf(procedure), instantOf(last))];
    return { open: open[at]!, windows };
  });
}
