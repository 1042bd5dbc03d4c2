import { placeOf, type Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../access-log/access-log.rules.ts';
import { COUNTED_STATUSES } from '../application/application.rules.ts';
import type { AdjustmentData, AdjustmentFacts } from './adjustment.rules.ts';

/** The adjustments of an application; for an institution, `reader` says who reads them. */
export interface AdjustmentsAsked {
  readonly applicationId: string;
  readonly reader: Reader | null;
}

interface Row {
  readonly place: number;
  readonly id: string;
  readonly candidateId: string;
  readonly version: number;
  readonly recordedAt: Date;
  readonly data: Buffer;
  readonly wrapped: Buffer;
}

/** Reads adjustments. */
export class AdjustmentRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /**
   * In the order asked for. An institution needs them while somebody applies, neither before nor after. The same
   * statement notes in the access log whose it is given: also when there are none, since that tells something as well.
   */
  async read(asked: readonly AdjustmentsAsked[]): Promise<AdjustmentFacts[][]> {
    const rows: Row[] = await this.manager.query(
      `WITH shown AS (
         SELECT asked.*, application.candidate_id
         FROM unnest($1::int[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])
           AS asked(place, application_id, at, actor, role, operation)
         JOIN application ON application.id = asked.application_id
         WHERE asked.actor IS NULL OR application.status = ANY($7)
       ), noted AS (
         INSERT INTO access_log (at, actor, role, operation, candidate_id, application_id)
         SELECT at, actor, role, operation, candidate_id, application_id FROM shown WHERE actor IS NOT NULL
       )
       SELECT place, adjustment.id, adjustment.candidate_id AS "candidateId", version, recorded_at AS "recordedAt",
         adjustment.data, person_key.wrapped
       FROM shown JOIN adjustment USING (application_id)
       JOIN person_key ON person_key.candidate_id = adjustment.candidate_id
       WHERE adjustment.data IS NOT NULL ORDER BY place, recorded_at, adjustment.id`,
      [
        asked.map((_one, place) => place),
        asked.map(({ applicationId }) => applicationId),
        asked.map(({ reader }) => reader?.at ?? null),
        asked.map(({ reader }) => reader?.subject ?? null),
        asked.map(({ reader }) => reader?.role ?? null),
        asked.map(({ reader }) => reader?.operation ?? null),
        COUNTED_STATUSES,
      ],
    );
    const found: AdjustmentFacts[][] = asked.map(() => []);
    for (const { place, id, candidateId, version, recordedAt, data, wrapped } of rows) {
      const opened = this.sealing.keyOf(candidateId, wrapped).open<AdjustmentData>(placeOf('adjustment', id), data);
      found[place]!.push({ id, version, recordedAt: recordedAt.toISOString(), ...opened });
    }
    return found;
  }
}
