import { publish } from '@mandate-graph/persistence';
import { placeOf } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../application/application.store.ts';
import type { Outcome } from '../eligibility/value.rules.ts';
import { notYet, type Versioned } from '../writing/put.version.ts';
import type { RecordedOfApplication } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import type { ConditionSet, DecisionOutcome } from './decision.rules.ts';

/** A decision with what it rests on. */
interface NewDecision {
  readonly conditions: ConditionSet;
  readonly outcome: DecisionOutcome;
  readonly reasons: string;
  readonly remedyStated: boolean;
  /** By the rules, for the same file. */
  readonly proposed: Outcome;
  readonly judgedOn: string;
  /** The deadline for which the file was frozen. */
  readonly judgedFile: Temporal.Instant;
  /** The version of the vacancy whose conditions count. */
  readonly vacancyVersion: number;
}

/** What others are told of a decision: ids and what was decided, nothing of the candidate and no reasons. */
interface DecisionEvent {
  readonly decision: string;
  readonly application: string;
  readonly candidate: string;
  readonly vacancy: string;
  readonly conditions: ConditionSet;
  readonly outcome: DecisionOutcome;
  /** The subject of whoever decided: every outcome has an author. */
  readonly decidedBy: string;
  /** The deadline for which the file was frozen: once the vacancy has another one, the decision has fallen. */
  readonly judgedFile: string;
  /** The local day for which the conditions were judged, yyyy-mm-dd: the day of appointment, or the last one for applying. */
  readonly judgedOn: string;
  /** The candidate was told how and until when to contest it. */
  readonly remedyStated: boolean;
  readonly version: number;
  readonly recordedAt: string;
}
const DECISION_EVENT = 'mandate-graph.eligibility.decided.v1';

/** Where an act reads and writes the decisions on an application. */
export class DecisionStore {
  constructor(private readonly work: Work) {}

  /** The decision that stands; of what is not decided yet, the one that would be the first. */
  async standing(applicationId: string, conditions: ConditionSet): Promise<Versioned> {
    const [row]: Versioned[] = await this.work.manager.query(
      'SELECT id, version FROM eligibility_decision WHERE application_id = $1 AND conditions = $2',
      [applicationId, conditions],
    );
    return row ?? notYet();
  }

  /** What was decided on taking part, by the file that was frozen for a deadline; null: nothing. */
  async participation(applicationId: string, closesAt: Temporal.Instant): Promise<DecisionOutcome | null> {
    const [row]: { outcome: DecisionOutcome }[] = await this.work.manager.query(
      `SELECT outcome FROM eligibility_decision
       WHERE application_id = $1 AND conditions = 'PARTICIPATION' AND judged_file = $2`,
      [applicationId, closesAt.toString()],
    );
    return row?.outcome ?? null;
  }

  /** Whether somebody is the candidate themselves. */
  async isCandidate(subject: string): Promise<boolean> {
    const rows: unknown[] = await this.work.manager.query(
      'SELECT FROM candidate_subject WHERE candidate_id = $1 AND subject = $2',
      [this.work.candidate.id, subject],
    );
    return rows.length > 0;
  }

  /** The next version, with its event. */
  async put(
    application: ApplicationRecord,
    { id, version: before }: Versioned,
    decision: NewDecision,
  ): Promise<RecordedOfApplication> {
    const { manager, candidate, now, by } = this.work;
    const { conditions, outcome, reasons, remedyStated, proposed, judgedOn, judgedFile, vacancyVersion } = decision;
    const [version, recordedAt] = [before + 1, now.toString()];
    await manager.query(
      `INSERT INTO eligibility_decision (id, candidate_id, application_id, conditions, outcome, proposed, judged_on,
         judged_file, vacancy_version, remedy_stated, version, recorded_at, recorded_by, data)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       ON CONFLICT (id) DO UPDATE SET outcome = excluded.outcome, proposed = excluded.proposed,
         judged_on = excluded.judged_on, judged_file = excluded.judged_file,
         vacancy_version = excluded.vacancy_version, remedy_stated = excluded.remedy_stated, version = excluded.version, recorded_at = excluded.recorded_at,
         recorded_by = excluded.recorded_by, data = excluded.data`,
      [
        ...[id, candidate.id, application.id, conditions, outcome, proposed, judgedOn],
        ...[judgedFile.toString(), vacancyVersion, remedyStated],
        ...[version, recordedAt, by, candidate.key.seal(placeOf('eligibility_decision', id), { reasons })],
      ],
    );
    const data: DecisionEvent = {
      ...{ decision: id, application: application.id, candidate: candidate.id, vacancy: application.vacancyId },
      ...{ conditions, outcome, decidedBy: by, judgedFile: judgedFile.toString(), judgedOn },
      ...{ remedyStated, version, recordedAt },
    };
    await publish(manager, [{ type: DECISION_EVENT, subject: id, time: new Date(now.epochMilliseconds), data }]);
    return { id, version, recordedAt, applicationId: application.id };
  }
}
