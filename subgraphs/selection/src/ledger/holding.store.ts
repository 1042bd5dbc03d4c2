import { randomUUID } from 'node:crypto';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { candidateOf } from '../person/person.keys.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import type { FunctionHeldFacts } from './holding.rules.ts';
import { functionPlace } from './ledger.places.ts';
import type { FunctionRow } from './ledger.repository.ts';

/** Where a function that a candidate holds is recorded, in the trail as well. */
export class HoldingStore {
  constructor(private readonly work: Work) {}

  async record(
    candidacy: CandidacyRecord,
    before: FunctionRow | null,
    facts: FunctionHeldFacts,
  ): Promise<RecordedOfProcedure> {
    const { manager, keys, now, by, procedure } = this.work;
    const person = candidateOf(candidacy.candidateId);
    await keys.make([person]);
    const id = before?.id ?? randomUUID();
    const version = (before?.version ?? 0) + 1;
    await manager.query(
      `INSERT INTO function_held (id, candidacy_id, data, version, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, 'RECORD')
       ON CONFLICT (id) DO UPDATE SET data = excluded.data, version = excluded.version,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
      [id, candidacy.id, keys.of(person)?.seal(functionPlace(id), facts) ?? null, version, now.toString(), by],
    );
    this.work.record({
      ...{ act: 'RECORD_FUNCTION_HELD', about: 'CANDIDACY', aboutId: candidacy.id },
      ...{ before: before && { functionHeld: id, version: before.version }, after: { functionHeld: id, version } },
      personal: { person, content: facts },
    });
    return { id, version, recordedAt: now.toString(), procedureId: procedure.id };
  }
}
