import type { EntityManager } from 'typeorm';

export const HEARING_STATUSES = ['INVITED', 'HELD', 'ABSENT'] as const;
export type HearingStatus = (typeof HEARING_STATUSES)[number];

/** A day on which candidates are heard in a step. */
export interface HearingDayRecord {
  readonly id: string;
  readonly procedureId: string;
  readonly stepId: string;
  /** Local day, yyyy-mm-dd. */
  readonly heldOn: string;
  /** Who counted as a member, and who of them was there. */
  readonly members: readonly string[];
  /** Null: it had none. */
  readonly chair: string | null;
  readonly present: readonly string[];
  readonly version: number;
  readonly recordedAt: Date;
}

/** The hearing of a candidate in a step. */
export interface HearingRecord {
  readonly id: string;
  readonly procedureId: string;
  readonly candidacyId: string;
  readonly stepId: string;
  readonly status: HearingStatus;
  /** Of the invitation; null: there was none. */
  readonly startsAt: Date | null;
  readonly place: string | null;
  readonly heldOn: string | null;
  /** The members who heard the candidate. */
  readonly present: readonly string[];
  readonly minutes: number | null;
  readonly version: number;
}

/** In the order of the days. */
export const hearingDaysOf = (manager: EntityManager, procedureIds: readonly string[]): Promise<HearingDayRecord[]> =>
  manager.query(
    `SELECT id, procedure_id AS "procedureId", step_id AS "stepId", held_on::text AS "heldOn", members, chair,
       present, version,
       recorded_at AS "recordedAt"
     FROM hearing_day WHERE procedure_id = ANY($1::uuid[]) ORDER BY held_on, id`,
    [procedureIds],
  );

/** Of candidacies, each with at most one hearing in a step. */
export const hearingsOf = (manager: EntityManager, candidacyIds: readonly string[]): Promise<HearingRecord[]> =>
  manager.query(
    `SELECT hearing.id, hearing.procedure_id AS "procedureId", candidacy_id AS "candidacyId", step_id AS "stepId",
       hearing.status, starts_at AS "startsAt", place, held_on::text AS "heldOn", present, minutes, hearing.version
     FROM hearing JOIN selection_step step ON step.id = hearing.step_id
     WHERE candidacy_id = ANY($1::uuid[]) ORDER BY step.position, hearing.id`,
    [candidacyIds],
  );
