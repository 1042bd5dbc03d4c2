import { randomUUID } from 'node:crypto';
import { publish } from '@mandate-graph/persistence';
import { instantOf } from '@mandate-graph/runtime';
import { placeOf } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Work } from '../writing/work.ts';
import type { ApplicationStatus } from './application.rules.ts';
import type { ApplicationAct, Standing } from './application.state.rules.ts';

/** An application as acts and rules see it. */
export interface ApplicationRecord {
  readonly id: string;
  readonly candidateId: string;
  readonly vacancyId: string;
  readonly standing: Standing;
  /** The first submission: its local day is the date of candidacy. */
  readonly submittedAt: Temporal.Instant | null;
  readonly version: number;
  /** A rule let it lapse and, since a request had come in time, another one opened it again: nobody has done anything. */
  readonly isReopened: boolean;
  /** The version of the vacancy, and the day on which it was read, that the candidate was told of last. */
  readonly vacancyVersion: number;
  readonly vacancyDay: string;
  /** When the clock has something to do with it next; null: nothing any more. */
  readonly dueAt: Temporal.Instant | null;
}

export type VacancySeen = Pick<ApplicationRecord, 'vacancyVersion' | 'vacancyDay' | 'dueAt'>;

/** What others are told of an application: ids, instants and its status, nothing of the person. */
export interface ApplicationEvent {
  readonly application: string;
  readonly candidate: string;
  readonly vacancy: string;
  readonly status: ApplicationStatus;
  readonly act: ApplicationAct | 'START';
  /** The first submission; null before it. */
  readonly submittedAt: string | null;
  /** A keyed digest of the subject of the candidate’s tokens, by which others know their own. An erasure takes it out. */
  readonly holder: string | null;
  readonly version: number;
  readonly recordedAt: string;
}
export const APPLICATION_EVENT = 'mandate-graph.application.recorded.v1';

interface Row {
  readonly id: string;
  readonly candidateId: string;
  readonly vacancyId: string;
  readonly status: ApplicationStatus;
  readonly submittedAt: Date | null;
  readonly lapsedBy: Standing['lapsedBy'];
  readonly contest: Standing['contest'];
  readonly version: number;
  readonly isReopened: boolean;
  readonly vacancyVersion: number | null;
  readonly vacancyDay: string | null;
  readonly dueAt: Date | null;
}

/** The rule that opens an application again for a request that arrived before it lapsed. */
const IN_TIME = 'rule:in-time';

const COLUMNS = `id, candidate_id AS "candidateId", vacancy_id AS "vacancyId", status, submitted_at AS "submittedAt",
  lapsed_by AS "lapsedBy", contest, version, recorded_by = '${IN_TIME}' AS "isReopened", vacancy_version AS "vacancyVersion", vacancy_day::text AS "vacancyDay",
  due_at AS "dueAt"`;

/** Where acts on applications are recorded, each with its event. The candidate is locked by whoever comes here. */
export class ApplicationStore {
  constructor(private readonly manager: EntityManager) {}

  async ofCandidate(candidateId: string): Promise<ApplicationRecord[]> {
    const rows: Row[] = await this.manager.query(
      `SELECT ${COLUMNS} FROM application WHERE candidate_id = $1 ORDER BY id`,
      [candidateId],
    );
    return rows.map(recordOf);
  }

  /** Null for one that is not there, or is of another candidate. */
  async one(candidateId: string, id: string): Promise<ApplicationRecord | null> {
    const lower = id.toLowerCase();
    return (await this.ofCandidate(candidateId)).find((application) => application.id === lower) ?? null;
  }

  async start(work: Work, vacancyId: string, seen: VacancySeen): Promise<ApplicationRecord> {
    const record: ApplicationRecord = {
      id: randomUUID(),
      candidateId: work.candidate.id,
      vacancyId,
      standing: { status: 'DRAFT', submitted: false, lapsedBy: null, contest: null },
      submittedAt: null,
      version: 1,
      isReopened: false,
      ...seen,
    };
    const { id, vacancyVersion, vacancyDay, dueAt } = record;
    await this.manager.query(
      `INSERT INTO application (id, candidate_id, vacancy_id, status, version, recorded_at, recorded_by, reason,
         vacancy_version, vacancy_day, due_at)
       VALUES ($1, $2, $3, 'DRAFT', 1, $4, $5, 'START', $6, $7, $8)`,
      [id, work.candidate.id, vacancyId, work.now.toString(), work.by, vacancyVersion, vacancyDay, text(dueAt)],
    );
    await this.#tell(work, record, 'START');
    return record;
  }

  /** An act that is done. What it depended on was checked by the rules. */
  async record(
    work: Work,
    before: ApplicationRecord,
    act: ApplicationAct,
    standing: Standing,
    reasons: string | null = null,
  ): Promise<ApplicationRecord> {
    const submittedAt = before.submittedAt ?? (standing.submitted ? work.now : null);
    const isReopened = work.by === IN_TIME;
    const record = { ...before, standing, submittedAt, version: before.version + 1, isReopened };
    const sealed = reasons === null ? null : work.candidate.key.seal(placeOf('application', record.id), { reasons });
    await this.manager.query(
      `UPDATE application SET status = $2, submitted_at = $3, lapsed_by = $4, contest = $5, version = $6,
         recorded_at = $7, recorded_by = $8, reason = $9, data = $10 WHERE id = $1`,
      [
        record.id,
        standing.status,
        text(submittedAt),
        standing.lapsedBy,
        standing.contest,
        record.version,
        work.now.toString(),
        work.by,
        act,
        sealed,
      ],
    );
    await this.#tell(work, record, act);
    return record;
  }

  /** How far the vacancy has been taken in; no act, and so no new version. */
  async see(before: ApplicationRecord, seen: VacancySeen): Promise<ApplicationRecord> {
    await this.manager.query(
      'UPDATE application SET vacancy_version = $2, vacancy_day = $3, due_at = $4 WHERE id = $1',
      [before.id, seen.vacancyVersion, seen.vacancyDay, text(seen.dueAt)],
    );
    return { ...before, ...seen };
  }

  async #tell(
    { manager, candidate, now }: Work,
    record: ApplicationRecord,
    act: ApplicationEvent['act'],
  ): Promise<void> {
    const data: ApplicationEvent = {
      application: record.id,
      candidate: record.candidateId,
      vacancy: record.vacancyId,
      status: record.standing.status,
      act,
      submittedAt: text(record.submittedAt),
      holder: candidate.holder,
      version: record.version,
      recordedAt: now.toString(),
    };
    const time = new Date(now.epochMilliseconds);
    await publish(manager, [{ type: APPLICATION_EVENT, subject: record.id, time, data }]);
  }
}

function recordOf(row: Row): ApplicationRecord {
  const { id, candidateId, vacancyId, status, lapsedBy, contest, version, isReopened } = row;
  const submittedAt = instant(row.submittedAt);
  return {
    ...{ id, candidateId, vacancyId, version, isReopened, submittedAt, dueAt: instant(row.dueAt) },
    standing: { status, submitted: submittedAt !== null, lapsedBy, contest },
    vacancyVersion: row.vacancyVersion ?? 0,
    vacancyDay: row.vacancyDay ?? '1900-01-01',
  };
}

const instant = (date: Date | null): Temporal.Instant | null => (date === null ? null : instantOf(date));
const text = (at: Temporal.Instant | null): string | null => at?.toString() ?? null;
