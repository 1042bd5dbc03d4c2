import { localDay, type ProcedureEnding, statusAt, type VacancyState } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { ProcedureRecord, StepRecord } from './procedure.record.ts';
import type { RunningStatus } from './procedure.state.rules.ts';

interface Row {
  readonly id: string;
  readonly vacancyId: string;
  readonly institution: string;
  readonly status: RunningStatus;
  readonly ending: ProcedureEnding | null;
  readonly legalRegime: string | null;
  readonly regimeFrom: string | null;
  readonly template: VacancyState | null;
  readonly vacancySeen: number | null;
  readonly resultSubmittedAt: Date | null;
  readonly version: number;
  readonly trailSeq: number;
  readonly trailHead: Buffer;
}

/**
 * Finds a procedure and locks its row until the transaction ends: what happens within one procedure happens in turn, so
 * that of two acts that exclude one another, one is done and the other is refused.
 */
export async function lockProcedure(
  manager: EntityManager,
  id: string,
  now: Temporal.Instant,
): Promise<ProcedureRecord | null> {
  const [row]: Row[] = await manager.query(
    `SELECT id, vacancy_id AS "vacancyId", institution, status, ending, legal_regime AS "legalRegime",
       regime_from::text AS "regimeFrom", template, vacancy_seen AS "vacancySeen",
       result_submitted_at AS "resultSubmittedAt", version,
       trail_seq AS "trailSeq", trail_head AS "trailHead"
     FROM selection_procedure WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (row === undefined) return null;
  const { trailSeq: seq, trailHead: hash, resultSubmittedAt, ...facts } = row;
  const steps: StepRecord[] = await manager.query(
    `SELECT id, key, position, kind, name, eliminatory, status, version FROM selection_step
     WHERE procedure_id = $1 ORDER BY position, key`,
    [id],
  );
  return {
    ...facts,
    resultSubmittedAt: resultSubmittedAt === null ? null : instantOf(resultSubmittedAt),
    trail: { seq, hash },
    steps,
    vacancy: await vacancyNow(manager, row.vacancyId, now),
  };
}

async function vacancyNow(manager: EntityManager, id: string, now: Temporal.Instant) {
  const [row]: { state: VacancyState; version: number }[] = await manager.query(
    `SELECT period.state, vacancy.version FROM vacancy_period period
     JOIN vacancy_projection vacancy ON vacancy.id = period.vacancy_id
     WHERE period.vacancy_id = $1
     ORDER BY daterange(period.valid_from, period.valid_to) @> $2::date DESC, period.valid_from DESC NULLS LAST LIMIT 1`,
    [id, localDay(now).toString()],
  );
  return row === undefined ? null : { ...row, status: statusAt(row.state, now) };
}
