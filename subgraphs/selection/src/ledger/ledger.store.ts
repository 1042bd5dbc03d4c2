import { randomUUID } from 'node:crypto';
import { candidateOf } from '../person/person.keys.ts';
import type { Work } from '../writing/work.ts';
import { attemptPlace } from './ledger.places.ts';
import type { Attempt } from './ledger.rules.ts';
import { type AssessmentOf, assessmentLevel } from './ledger.standing.rules.ts';

/** What the computer gave, as decimals. */
export interface AttemptScore {
  readonly total: string;
  /** Null: nothing says of how much. */
  readonly outOf: string | null;
}

/** An assessment that was sat, as it is told to the ledger of all vacancies. */
export interface NewAttempt {
  readonly candidateId: string;
  readonly applicationId: string;
  /** The local day of the session, yyyy-mm-dd. */
  readonly testDay: string;
  /** The day of passing, as the regime reckons it; null: it was not passed. */
  readonly passedDay: string | null;
  readonly outcome: Attempt['outcome'];
  /** Sealed under the key of the candidate. */
  readonly score: AttemptScore;
}

interface Kept extends Pick<Attempt, 'id' | 'testDay' | 'passedDay' | 'outcome'> {
  readonly applicationId: string;
  readonly version: number;
}
type Row = NewAttempt & Pick<Kept, 'id' | 'version'> & { readonly data: Buffer | null; readonly before: Kept | null };

/** Where attempts are recorded: rows and trail, for all at once. */
export class LedgerStore {
  constructor(private readonly work: Work) {}

  /** A corrected result is the next version of the attempt it corrects. */
  async record(attempts: readonly NewAttempt[], procedure: AssessmentOf): Promise<void> {
    if (attempts.length === 0) return;
    const kept = await this.#kept(attempts);
    const rows = attempts.map((attempt) =>
      this.#row(attempt, kept.find(({ applicationId }) => applicationId === attempt.applicationId) ?? null),
    );
    const level = assessmentLevel(procedure);
    await this.#write(rows, level, procedure);
    for (const row of rows) this.#tell(row, level);
  }

  #kept(attempts: readonly NewAttempt[]): Promise<Kept[]> {
    return this.work.manager.query(
      `SELECT id, candidacy_id AS "applicationId", test_day::text AS "testDay", passed_day::text AS "passedDay", outcome,
         version
       FROM assessment_attempt WHERE candidacy_id = ANY($1::uuid[])`,
      [attempts.map(({ applicationId }) => applicationId)],
    );
  }

  #row(attempt: NewAttempt, before: Kept | null): Row {
    const id = before?.id ?? randomUUID();
    const key = this.work.keys.of(candidateOf(attempt.candidateId));
    const data = key?.seal(attemptPlace(id), attempt.score) ?? null;
    return { ...attempt, id, version: (before?.version ?? 0) + 1, data, before };
  }

  async #write(rows: readonly Row[], level: number | null, { rules }: AssessmentOf): Promise<void> {
    const { manager, procedure, now, by } = this.work;
    const kept = { exemption: rules.exemption, waiting: rules.waiting } satisfies Attempt['rules'];
    await manager.query(
      `INSERT INTO assessment_attempt (id, procedure_id, candidacy_id, candidate_id, level, test_day, passed_day, outcome,
         rules, data, version, recorded_at, recorded_by, reason)
       SELECT id, $1, candidacy_id, candidate_id, $2, test_day, passed_day, outcome, $3, data, version, $4, $5, outcome
       FROM unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::date[], $10::date[], $11::text[], $12::bytea[], $13::int[])
         AS new(id, candidacy_id, candidate_id, test_day, passed_day, outcome, data, version)
       ON CONFLICT (id) DO UPDATE SET test_day = excluded.test_day, passed_day = excluded.passed_day,
         outcome = excluded.outcome, data = excluded.data, version = excluded.version,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, reason = excluded.reason`,
      [
        ...[procedure.id, level, JSON.stringify(kept), now.toString(), by],
        ...[rows.map(({ id }) => id), rows.map(({ applicationId }) => applicationId)],
        ...[rows.map(({ candidateId }) => candidateId), rows.map(({ testDay }) => testDay)],
        ...[rows.map(({ passedDay }) => passedDay), rows.map(({ outcome }) => outcome)],
        ...[rows.map(({ data }) => data), rows.map(({ version }) => version)],
      ],
    );
  }

  #tell(
    { id, candidateId, applicationId, testDay, passedDay, outcome, score, version, before }: Row,
    level: number | null,
  ) {
    this.work.record({
      ...{ act: before === null ? 'RECORD_ATTEMPT' : 'CORRECT_ATTEMPT', about: 'CANDIDACY', aboutId: applicationId },
      before: before && { testDay: before.testDay, passedDay: before.passedDay, outcome: before.outcome },
      after: { attempt: id, level, testDay, passedDay, outcome, version },
      personal: { person: candidateOf(candidateId), content: { score } },
    });
  }
}
