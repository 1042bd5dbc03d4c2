import { placeOf } from '@mandate-graph/writing';
import { candidateOf } from '../person/person.keys.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import { type Ended, MANDATE_COLUMNS, type MandateRecord } from './mandate.record.ts';

/** A mandate that begins to be one. */
type NewMandate = Omit<MandateRecord, 'version'> & { readonly decisionId: string; readonly level: number | null };

/** Where mandates are recorded, and the institutions told of them. */
export class MandateStore {
  constructor(private readonly work: Work) {}

  /** That of a candidacy was accepted. */
  async give({ decisionId, level, ...mandate }: NewMandate): Promise<void> {
    const { manager, procedure, now, by } = this.work;
    const { id, candidacyId, candidateId, position, languageRole, terms, endsOn } = mandate;
    await manager.query(
      `INSERT INTO mandate (id, procedure_id, decision_id, candidacy_id, candidate_id, position, level, kind,
         language_role, starts_on, ends_on, terms, version, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, $14, 'GIVE')`,
      [
        ...[id, procedure.id, decisionId, candidacyId, candidateId, position, level, terms.kind, languageRole],
        ...[terms.startsOn, endsOn, JSON.stringify(terms), now.toString(), by],
      ],
    );
    this.work.record({
      ...{ act: 'GIVE_MANDATE', about: 'MANDATE', aboutId: id },
      after: { candidacy: candidacyId, decision: decisionId, position, level, languageRole, terms },
    });
    this.#tell({ ...mandate, version: 1 });
  }

  async one(id: string): Promise<MandateRecord | null> {
    const [row]: MandateRecord[] = await this.work.manager.query(
      `SELECT ${MANDATE_COLUMNS} FROM mandate WHERE procedure_id = $1 AND id = $2`,
      [this.work.procedure.id, id],
    );
    return row ?? null;
  }

  /** It ends on another day than it would. What ended it is personal. */
  async end(mandate: MandateRecord, endsOn: string, ended: Ended): Promise<RecordedOfProcedure> {
    const { manager, keys, procedure, now, by } = this.work;
    const person = candidateOf(mandate.candidateId);
    await keys.make([person]);
    const [version, recordedAt] = [mandate.version + 1, now.toString()];
    const data = keys.of(person)?.seal(placeOf('mandate', mandate.id), ended) ?? null;
    await manager.query(
      `UPDATE mandate SET ends_on = $2, data = $3, version = $4, recorded_at = $5, recorded_by = $6, reason = 'END'
       WHERE id = $1`,
      [mandate.id, endsOn, data, version, recordedAt, by],
    );
    this.work.record({
      ...{ act: 'END_MANDATE', about: 'MANDATE', aboutId: mandate.id },
      ...{ before: { endsOn: mandate.endsOn }, after: { endsOn } },
      personal: { person, content: ended },
    });
    this.#tell({ ...mandate, endsOn, version });
    return { id: mandate.id, version, recordedAt, procedureId: procedure.id };
  }

  #tell({ id, candidacyId, candidateId, position, languageRole, terms, endsOn, version }: MandateRecord): void {
    const { procedure, now } = this.work;
    this.work.tell('mandate-graph.mandate.recorded.v1', id, {
      ...{ application: candidacyId, candidate: candidateId, vacancy: procedure.vacancyId, procedure: procedure.id },
      ...{ mandate: id, institution: procedure.institution, position, kind: terms.kind, languageRole },
      ...{ startsOn: terms.startsOn, endsOn, version, recordedAt: now.toString() },
    });
  }
}
