import { randomUUID } from 'node:crypto';
import { NOT_YET } from '@mandate-graph/domain';
import { placeOf } from '@mandate-graph/writing';
import { candidateOf } from '../person/person.keys.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';

/** Who holds the mandate of a procedure, and what has been published of it. */
export interface Publishable {
  readonly mandateId: string;
  readonly candidateId: string;
  /** A new one where nothing has been published, with the version {@link NOT_YET}. */
  readonly publicationId: string;
  readonly version: number;
}

/** Where it is recorded that an appointment was made public. */
export class PublicationStore {
  constructor(private readonly work: Work) {}

  /** Null: nobody was appointed. */
  async publishable(): Promise<Publishable | null> {
    const [row]: { mandateId: string; candidateId: string; publicationId: string | null; version: number | null }[] =
      await this.work.manager.query(
        `SELECT mandate.id AS "mandateId", mandate.candidate_id AS "candidateId", publication.id AS "publicationId",
           publication.version
         FROM mandate LEFT JOIN appointment_publication publication ON publication.mandate_id = mandate.id
         WHERE mandate.procedure_id = $1`,
        [this.work.procedure.id],
      );
    if (row === undefined) return null;
    return { ...row, publicationId: row.publicationId ?? randomUUID(), version: row.version ?? NOT_YET };
  }

  /** The name is sealed under the key of its person: it is public for as long as there is that key. */
  async publish(of: Publishable, publishedName: string): Promise<RecordedOfProcedure> {
    const { manager, keys, procedure, now, by } = this.work;
    const person = candidateOf(of.candidateId);
    await keys.make([person]);
    const [id, version, recordedAt] = [of.publicationId, of.version + 1, now.toString()];
    const data = keys.of(person)?.seal(placeOf('appointment_publication', id), { publishedName }) ?? null;
    await manager.query(
      `INSERT INTO appointment_publication (id, mandate_id, published_at, data, version, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $4, $5, $3, $4, $6, 'PUBLISH')
       ON CONFLICT (id) DO UPDATE SET data = excluded.data, version = excluded.version,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
      [id, of.mandateId, version, recordedAt, data, by],
    );
    this.work.record({
      ...{ act: 'PUBLISH_APPOINTMENT', about: 'MANDATE', aboutId: of.mandateId, after: { publication: id, version } },
      personal: { person, content: { publishedName } },
    });
    return { id, version, recordedAt, procedureId: procedure.id };
  }
}
