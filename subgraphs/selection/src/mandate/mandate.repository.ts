import { placeOf } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import { candidateOf, type PersonKeys } from '../person/person.keys.ts';
import { type Ended, MANDATE_COLUMNS, type MandateRecord } from './mandate.record.ts';

/** A mandate as it is read. */
export interface MandateFacts extends MandateRecord {
  readonly procedureId: string;
  readonly decisionId: string;
  /** Null: it does not end before its term, or its holder was erased. */
  readonly ended: Ended | null;
  /** Null: it has not been published. */
  readonly published: { readonly at: Date; readonly name: string | null; readonly version: number } | null;
}

interface Row extends Omit<MandateFacts, 'ended' | 'published'> {
  readonly data: Buffer | null;
  readonly publicationId: string | null;
  readonly publishedAt: Date | null;
  readonly publicationVersion: number | null;
  readonly name: Buffer | null;
}

/** Mandates for reading: one statement for all, and one for the keys. */
export class MandateRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: PersonKeys,
  ) {}

  /** Of procedures, in the order asked for; null: none. */
  async ofProcedures(ids: readonly string[]): Promise<(MandateFacts | null)[]> {
    const rows: Row[] = await this.manager.query(
      `SELECT ${MANDATE_COLUMNS}, mandate.procedure_id AS "procedureId", mandate.decision_id AS "decisionId",
         mandate.data, publication.id AS "publicationId", publication.published_at AS "publishedAt",
         publication.version AS "publicationVersion", publication.data AS name
       FROM mandate LEFT JOIN appointment_publication publication ON publication.mandate_id = mandate.id
       WHERE mandate.procedure_id = ANY($1::uuid[])`,
      [ids],
    );
    await this.keys.load(rows.map(({ candidateId }) => candidateOf(candidateId)));
    const found = new Map(rows.map((row) => [row.procedureId, this.#open(row)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  #open({ data, name, publicationId, publishedAt, publicationVersion, ...mandate }: Row): MandateFacts {
    const person = candidateOf(mandate.candidateId);
    const open = <T>(table: string, id: string, sealed: Buffer | null) =>
      this.keys.open<T>(person, placeOf(table, id), sealed);
    return {
      ...mandate,
      ended: open<Ended>('mandate', mandate.id, data),
      published:
        publicationId === null
          ? null
          : {
              ...{ at: publishedAt!, version: publicationVersion! },
              name:
                open<{ publishedName: string }>('appointment_publication', publicationId, name)?.publishedName ?? null,
            },
    };
  }
}
