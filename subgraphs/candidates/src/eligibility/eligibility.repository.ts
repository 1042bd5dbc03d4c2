import type { EntityManager } from 'typeorm';
import type { VacancyConditions } from './conditions.rules.ts';

/** The conditions of a vacancy, as they are on a day and, where an instant is given, were known at it. */
export interface ConditionsAsked {
  readonly vacancyId: string;
  readonly day: string;
  readonly knownAt: string | null;
}

/** Reads conditions where institutions' events have put them. */
export class EligibilityRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * One statement for all, in the order asked for. Null for what is not public on the day, and for earlier knowledge,
   * which is not kept here.
   */
  async conditionsOf(asked: readonly ConditionsAsked[]): Promise<(VacancyConditions | null)[]> {
    const rows: (VacancyConditions & { readonly place: number })[] = await this.manager.query(
      `SELECT asked.place, period.deadline::text AS deadline,
         period.state->'applicationProcedure' AS "applicationProcedure",
         period.state->'documentRules' AS "documentRules",
         period.state->'participationConditions' AS participation,
         period.state->'appointmentConditions' AS appointment,
         (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(period.state->'sources')
          WHERE key = '' OR key ~ '^(participation|appointment)Conditions') AS sources
       FROM unnest($1::int[], $2::text[], $3::date[], $4::timestamptz[]) AS asked(place, vacancy_id, day, known_at)
       JOIN vacancy_projection vacancy
         ON vacancy.id = asked.vacancy_id AND (asked.known_at IS NULL OR vacancy.recorded_at <= asked.known_at)
       JOIN vacancy_period period
         ON period.vacancy_id = vacancy.id AND daterange(period.valid_from, period.valid_to) @> asked.day
       WHERE period.publication <> 'DRAFT'`,
      [
        asked.map((_one, place) => place),
        asked.map(({ vacancyId }) => vacancyId),
        asked.map(({ day }) => day),
        asked.map(({ knownAt }) => knownAt),
      ],
    );
    const found = new Map(rows.map(({ place, ...conditions }) => [place, conditions]));
    return asked.map((_one, place) => found.get(place) ?? null);
  }
}
