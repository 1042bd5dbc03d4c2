import { placeOf, type Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import type { Outcome } from '../eligibility/value.rules.ts';
import type { ConditionSet, DecisionOutcome } from './decision.rules.ts';

/** A decision as it stands. */
export interface DecisionRecord {
  readonly id: string;
  readonly version: number;
  readonly conditions: ConditionSet;
  readonly outcome: DecisionOutcome;
  readonly proposed: Outcome;
  readonly judgedOn: string;
  /** The deadline for which the file was frozen. */
  readonly judgedFile: Date;
  readonly decidedAt: Date;
  readonly remedyStated: boolean;
  /** Null once the candidate has been erased. */
  readonly reasons: string | null;
}

interface Row extends Omit<DecisionRecord, 'reasons'> {
  readonly applicationId: string;
  readonly candidateId: string;
  readonly data: Buffer | null;
  readonly wrapped: Buffer | null;
}

/** Reads decisions. */
export class DecisionRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /** On each application, in the order asked for, those on participation first. One statement for all. */
  async ofApplications(applicationIds: readonly string[]): Promise<DecisionRecord[][]> {
    const rows: Row[] = await this.manager.query(
      `SELECT decision.id, decision.application_id AS "applicationId", candidate_id AS "candidateId", version, conditions,
         outcome, proposed, judged_on::text AS "judgedOn", judged_file AS "judgedFile", recorded_at AS "decidedAt",
         remedy_stated AS "remedyStated", data, wrapped
       FROM eligibility_decision decision LEFT JOIN person_key USING (candidate_id)
       WHERE application_id = ANY($1::uuid[]) ORDER BY conditions DESC`,
      [applicationIds],
    );
    const found = new Map<string, DecisionRecord[]>(applicationIds.map((id) => [id, []]));
    for (const { applicationId, candidateId, data, wrapped, ...facts } of rows) {
      const sealed = data === null || wrapped === null ? null : { key: this.sealing.keyOf(candidateId, wrapped), data };
      const reasons =
        sealed?.key.open<{ reasons: string }>(placeOf('eligibility_decision', facts.id), sealed.data).reasons ?? null;
      found.get(applicationId)!.push({ ...facts, reasons });
    }
    return applicationIds.map((id) => found.get(id)!);
  }

  /** Those of the applications on which something was decided. */
  async decided(applicationIds: readonly string[]): Promise<Set<string>> {
    const rows: { id: string }[] = await this.manager.query(
      'SELECT application_id AS id FROM eligibility_decision WHERE application_id = ANY($1::uuid[])',
      [applicationIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
