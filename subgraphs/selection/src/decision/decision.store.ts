import { randomUUID } from 'node:crypto';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { candidateOf } from '../person/person.keys.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import { type DecisionRecord, type DecisionStatus, type Statement, statementPlace } from './decision.record.ts';

type NewDecision = Omit<DecisionRecord, 'id' | 'decidedAt' | 'version'>;

/** What a decision says of a candidate. */
export interface Stated {
  readonly candidacy: CandidacyRecord;
  readonly statement: Statement;
}

/** Where decisions on the appointment are recorded. */
export class DecisionStore {
  constructor(private readonly work: Work) {}

  /** A new one, with what it says of each candidate whom it concerns; these are told to the trail one by one. */
  async take(decision: NewDecision, stated: readonly Stated[]): Promise<RecordedOfProcedure> {
    const { manager, procedure, now, by } = this.work;
    const { candidacyId, status, authority, departsFromRanking, languageRole, terms } = decision;
    const [id, recordedAt] = [randomUUID(), now.toString()];
    await manager.query(
      `INSERT INTO appointment_decision (id, procedure_id, candidacy_id, status, authority, departs_from_ranking,
         language_role, terms, decided_at, decided_by, version, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $9, $10, 'DECIDE')`,
      [
        ...[id, procedure.id, candidacyId, status, authority, departsFromRanking, languageRole],
        ...[terms === null ? null : JSON.stringify(terms), recordedAt, by],
      ],
    );
    this.work.record({ act: 'TAKE_DECISION', about: 'DECISION', aboutId: id, after: decision });
    await this.#state(id, stated);
    return { id, version: 1, recordedAt, procedureId: procedure.id };
  }

  /** What became of it. Whoever declines need not say why; that no answer came, the authority records with reasons. */
  async become(
    decision: DecisionRecord,
    status: DecisionStatus,
    {
      by = this.work.by,
      candidateId,
      reasons = null,
    }: { by?: string; candidateId?: string; reasons?: string | null } = {},
  ): Promise<void> {
    const { manager, keys, now } = this.work;
    const person = reasons === null ? null : candidateOf(candidateId!);
    const answer = person === null ? null : (keys.of(person)?.seal(answerPlace(decision.id), { reasons }) ?? null);
    await manager.query(
      `UPDATE appointment_decision SET status = $2, answer = $3, version = $4, recorded_at = $5, recorded_by = $6,
         reason = $2 WHERE id = $1`,
      [decision.id, status, answer, decision.version + 1, now.toString(), by],
    );
    this.work.record({
      ...{ act: 'ANSWER_DECISION', about: 'DECISION', aboutId: decision.id, by },
      ...{ before: { status: decision.status }, after: { status } },
    });
  }

  async #state(id: string, stated: readonly Stated[]): Promise<void> {
    const { manager, keys } = this.work;
    if (stated.length === 0) return;
    await keys.make(stated.map(({ candidacy }) => candidateOf(candidacy.candidateId)));
    await manager.query(
      `INSERT INTO decision_statement (decision_id, candidacy_id, candidate_id, data)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::bytea[])`,
      [
        id,
        stated.map(({ candidacy }) => candidacy.id),
        stated.map(({ candidacy }) => candidacy.candidateId),
        stated.map(
          ({ candidacy, statement }) =>
            keys.of(candidateOf(candidacy.candidateId))?.seal(statementPlace(id, candidacy.id), statement) ?? null,
        ),
      ],
    );
    for (const { candidacy, statement } of stated) {
      this.work.record({
        ...{ act: 'STATE_REASONS', about: 'DECISION', aboutId: id, after: { candidacy: candidacy.id } },
        personal: { person: candidateOf(candidacy.candidateId), content: statement },
      });
    }
  }
}

export const answerPlace = (decisionId: string): string => `appointment_decision:${decisionId}`;
