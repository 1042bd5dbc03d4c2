import { placeOf, type Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../access-log/access-log.rules.ts';
import { COUNTED_STATUSES, type InSelection } from './application.rules.ts';
import type { Standing } from './application.state.rules.ts';

/** A page of the applications for a vacancy: after the key of one, in the order of submission. */
export interface ApplicationsAsked {
  readonly vacancyId: string;
  readonly size: number;
  readonly after: { readonly submittedAt: string; readonly id: string } | null;
  readonly reader: Reader;
}

export interface ApplicationFacts extends Pick<Standing, 'status' | 'lapsedBy' | 'contest'>, InSelection {
  readonly id: string;
  readonly vacancyId: string;
  readonly candidateId: string;
  /** Of the candidate's token; null once the candidate has been erased. */
  readonly subject: string | null;
  readonly submittedAt: Date | null;
  readonly version: number;
}

/** In a list: with what a cursor holds of the submission, as exact as it is stored. */
export interface ListedApplication extends ApplicationFacts {
  readonly key: string;
}

const FACTS = `id, vacancy_id AS "vacancyId", candidate_id AS "candidateId", subject, status,
  submitted_at AS "submittedAt", version, lapsed_by AS "lapsedBy", contest, candidacy,
  coalesce(submitted_to_authority, false) AS "submittedToAuthority",
  ARRAY(SELECT member->>'holder' FROM jsonb_array_elements(committee.members) member
    WHERE member->>'holder' IS NOT NULL AND NOT member->'barredFrom' ?| ARRAY['ALL', id::text]) AS judges`;
/** What belongs to an application beside its row. */
const BESIDE = `LEFT JOIN candidate_subject USING (candidate_id)
  LEFT JOIN (SELECT application_id AS id, status AS candidacy, submitted_to_authority FROM selection_standing) standing
    USING (id)
  LEFT JOIN (SELECT vacancy_id, members FROM selection_committee) committee USING (vacancy_id)`;

/** Statements on applications: each is one, whatever the number of vacancies and applications. */
export class ApplicationRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /** In the order asked for; null for one that is not there. */
  async byIds(ids: readonly string[]): Promise<(ApplicationFacts | null)[]> {
    const rows = await this.#of('id = ANY($1::uuid[])', ids);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** Those of each candidate, in the order of their submission; those that are not submitted last. */
  async ofCandidates(candidateIds: readonly string[]): Promise<ApplicationFacts[][]> {
    const rows = await this.#of('candidate_id = ANY($1::uuid[])', candidateIds);
    return candidateIds.map((id) => rows.filter(({ candidateId }) => candidateId === id));
  }

  #of(
    condition: 'id = ANY($1::uuid[])' | 'candidate_id = ANY($1::uuid[])',
    ids: readonly string[],
  ): Promise<ApplicationFacts[]> {
    return this.manager.query(
      `SELECT ${FACTS} FROM application ${BESIDE} WHERE ${condition}
       ORDER BY application.submitted_at, id`,
      [ids],
    );
  }

  /** The reasons that were given for the last act, in the order asked for; null where none were, or are readable. */
  async reasonsOf(ids: readonly string[]): Promise<(string | null)[]> {
    const rows: { id: string; candidateId: string; data: Buffer; wrapped: Buffer }[] = await this.manager.query(
      `SELECT application.id, candidate_id AS "candidateId", application.data, person_key.wrapped
       FROM application JOIN person_key USING (candidate_id)
       WHERE application.id = ANY($1::uuid[]) AND application.data IS NOT NULL`,
      [ids],
    );
    const found = new Map(
      rows.map(({ id, candidateId, data, wrapped }) => [
        id,
        this.sealing.keyOf(candidateId, wrapped).open<{ reasons: string }>(placeOf('application', id), data).reasons,
      ]),
    );
    return ids.map((id) => found.get(id) ?? null);
  }

  /** Applications per vacancy, in the order asked for; null for a vacancy that is unknown, or no longer public. */
  async countsOf(vacancyIds: readonly string[]): Promise<(number | null)[]> {
    const rows: { id: string; count: number }[] = await this.manager.query(
      `SELECT vacancy.id, count(application.id)::int AS count
       FROM vacancy_projection vacancy
       LEFT JOIN application ON application.vacancy_id = vacancy.id AND application.status = ANY($2)
       WHERE vacancy.id = ANY($1) AND EXISTS (SELECT FROM vacancy_period WHERE vacancy_id = vacancy.id)
       GROUP BY vacancy.id`,
      [vacancyIds, COUNTED_STATUSES],
    );
    const counts = new Map(rows.map((row) => [row.id, row.count]));
    return vacancyIds.map((id) => counts.get(id) ?? null);
  }

  /**
   * Pages of submitted applications, each with one more than its size where there are more. The same statement notes in
   * the access log whose data is given: without the notes there is no answer.
   */
  async read(asked: readonly ApplicationsAsked[]): Promise<ListedApplication[][]> {
    const rows: (ListedApplication & { readonly place: number })[] = await this.manager.query(
      `WITH asked AS (
         SELECT * FROM unnest($1::int[], $2::text[], $3::int[], $4::timestamptz[], $5::uuid[],
             $6::timestamptz[], $7::text[], $8::text[], $9::text[])
           AS asked(place, vacancy_id, size, after_at, after_id, at, actor, role, operation)
       ), page AS MATERIALIZED (
         SELECT asked.place, asked.size, asked.at, asked.actor, asked.role, asked.operation, application.*,
           row_number() OVER (PARTITION BY asked.place ORDER BY application.submitted_at, application.id) AS number
         FROM asked CROSS JOIN LATERAL (
           SELECT * FROM application
           WHERE vacancy_id = asked.vacancy_id AND status <> 'DRAFT' AND submitted_at IS NOT NULL
             AND (asked.after_id IS NULL OR (submitted_at, id) > (asked.after_at, asked.after_id))
           ORDER BY submitted_at, id LIMIT asked.size + 1
         ) application
       ), noted AS (
         INSERT INTO access_log (at, actor, role, operation, candidate_id, application_id)
         SELECT DISTINCT at, actor, role, operation, candidate_id, id FROM page WHERE number <= size
       )
       SELECT place, ${FACTS}, submitted_at::text AS key
       FROM page ${BESIDE} ORDER BY place, number`,
      [
        asked.map((_one, place) => place),
        asked.map(({ vacancyId }) => vacancyId),
        asked.map(({ size }) => size),
        asked.map(({ after }) => after?.submittedAt ?? null),
        asked.map(({ after }) => after?.id ?? null),
        asked.map(({ reader }) => reader.at),
        asked.map(({ reader }) => reader.subject),
        asked.map(({ reader }) => reader.role),
        asked.map(({ reader }) => reader.operation),
      ],
    );
    const pages: ListedApplication[][] = asked.map(() => []);
    for (const { place, ...facts } of rows) pages[place]!.push(facts);
    return pages;
  }
}
