import { localDay, type SubjectRecorded, type VacancyState } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';

/** A version of a vacancy, read on a day. */
export interface KnownVacancy {
  readonly id: string;
  readonly version: number;
  /** The local day on which it is read, yyyy-mm-dd. */
  readonly day: string;
  readonly state: VacancyState;
  /** The first later day from which another period holds; null: this one holds until further notice. */
  readonly nextChange: string | null;
}

/** The newest version of a vacancy; `known` is null when it is not public on the day. */
export interface LatestVacancy {
  readonly version: number;
  readonly recordedAt: Temporal.Instant;
  readonly known: KnownVacancy | null;
}

/** What a candidate was told of a vacancy: a version, as it read on a day. */
export interface ToldVacancy {
  readonly vacancyId: string;
  readonly version: number;
  readonly day: string;
}

/** A deadline of a vacancy: the first instant that is too late. */
export interface VacancyClosing {
  readonly vacancyId: string;
  readonly closesAt: Temporal.Instant;
}

/** What a candidate was told last, and up to which day it is looked for what came since. */
export interface SinceTold extends ToldVacancy {
  readonly until: string;
}

interface Row {
  readonly place: number;
  readonly id: string;
  readonly version: number;
  readonly recordedAt: Date;
  readonly day: string;
  readonly state: VacancyState | null;
  readonly nextChange: string | null;
}

/** Which of its versions a vacancy is read in, by what was asked (`asked`: place, id, version, closes_at, day). */
const NEWEST = 'ORDER BY version DESC';
const ASKED_FOR = 'AND version = asked.version';
/** The newest one recorded before it closed; of a vacancy that was recorded later, the first. */
const AT_CLOSING = `ORDER BY recorded_at < asked.closes_at DESC,
  CASE WHEN recorded_at < asked.closes_at THEN -version ELSE version END`;

/** Every version of the vacancies that institutions told of. */
export class VacancyVersions {
  constructor(private readonly manager: EntityManager) {}

  /** Events may come twice and in any order: a version says the same whenever it comes. */
  async keep(recorded: readonly SubjectRecorded<'vacancy'>[]): Promise<void> {
    if (recorded.length === 0) return;
    await this.manager.query(
      `INSERT INTO vacancy_version (vacancy_id, version, recorded_at, periods, reason)
       SELECT * FROM unnest($1::text[], $2::int[], $3::timestamptz[], $4::jsonb[], $5::text[]) ON CONFLICT DO NOTHING`,
      [
        recorded.map(({ id }) => id),
        recorded.map(({ version }) => version),
        recorded.map(({ recordedAt }) => recordedAt),
        recorded.map(({ periods }) => JSON.stringify(periods)),
        recorded.map(({ change }) => change.reason),
      ],
    );
  }

  /** The newest version of each as it reads on a day, also of those that are not public; absent: never told of. */
  async latest(vacancyIds: readonly string[], day: string): Promise<Map<string, LatestVacancy>> {
    const rows = await this.#read(
      NEWEST,
      vacancyIds.map((vacancyId) => ({ vacancyId, day })),
    );
    return new Map(
      rows.map((row) => [row.id, { version: row.version, recordedAt: instantOf(row.recordedAt), known: knownOf(row) }]),
    );
  }

  /** Those of the vacancies that are public on a day, as they then read. */
  async current(vacancyIds: readonly string[], day: string): Promise<Map<string, KnownVacancy>> {
    const latest = await this.latest(vacancyIds, day);
    return new Map([...latest].flatMap(([id, { known }]) => (known === null ? [] : [[id, known] as const])));
  }

  /** What candidates were told, in the order asked for; null for what was not public. */
  asTold(told: readonly ToldVacancy[]): Promise<(KnownVacancy | null)[]> {
    return this.#inOrder(ASKED_FOR, told);
  }

  /**
   * By which rules files are judged, in the order asked for: the newest version recorded before the deadline, or the
   * first one known when all are later, as it reads on the last day of applying.
   */
  atClosing(closings: readonly VacancyClosing[]): Promise<(KnownVacancy | null)[]> {
    return this.#inOrder(
      AT_CLOSING,
      closings.map((closing) => ({
        ...closing,
        day: localDay(closing.closesAt.subtract({ nanoseconds: 1 })).toString(),
      })),
    );
  }

  /**
   * Why vacancies changed since candidates were told of them, in the order asked for: each reason that the institution
   * gave, on a line of its own. Those of newer versions, and of the one that announced a period that has begun since.
   */
  async reasonsSince(told: readonly SinceTold[]): Promise<(string | null)[]> {
    const rows: { place: number; reason: string }[] = await this.manager.query(
      `SELECT asked.place, since.reason
       FROM unnest($1::int[], $2::text[], $3::int[], $4::date[], $5::date[]) AS asked(place, id, version, day, until)
       JOIN vacancy_version since ON since.vacancy_id = asked.id
       WHERE since.reason IS NOT NULL AND (since.version > asked.version OR EXISTS (
         SELECT FROM jsonb_array_elements(since.periods) begun
         WHERE (begun->>'validFrom')::date > asked.day AND (begun->>'validFrom')::date <= asked.until
           AND NOT EXISTS (
             SELECT FROM vacancy_version earlier, jsonb_array_elements(earlier.periods) known
             WHERE earlier.vacancy_id = since.vacancy_id AND earlier.version < since.version
               AND known->>'validFrom' = begun->>'validFrom'
           )
       )) ORDER BY since.version`,
      [
        told.map((_one, place) => place),
        told.map(({ vacancyId }) => vacancyId),
        told.map(({ version }) => version),
        told.map(({ day }) => day),
        told.map(({ until }) => until),
      ],
    );
    return told.map((_one, at) => {
      const reasons = new Set(rows.filter(({ place }) => place === at).map(({ reason }) => reason));
      return reasons.size === 0 ? null : [...reasons].join('\n');
    });
  }

  async #inOrder(which: string, asked: readonly Asked[]): Promise<(KnownVacancy | null)[]> {
    const rows = await this.#read(which, asked);
    const found = new Map(rows.map((row) => [row.place, knownOf(row)]));
    return asked.map((_one, place) => found.get(place) ?? null);
  }

  async #read(which: string, asked: readonly Asked[]): Promise<Row[]> {
    if (asked.length === 0) return [];
    return this.manager.query(
      `SELECT asked.place, asked.id, told.version, told.recorded_at AS "recordedAt", asked.day::text AS day,
         period.state, period."nextChange"
       FROM unnest($1::int[], $2::text[], $3::int[], $4::timestamptz[], $5::date[])
         AS asked(place, id, version, closes_at, day)
       CROSS JOIN LATERAL (
         SELECT version, recorded_at, periods FROM vacancy_version WHERE vacancy_id = asked.id ${which} LIMIT 1
       ) AS told
       LEFT JOIN LATERAL (
         SELECT period->'state' AS state, period->>'validTo' AS "nextChange" FROM jsonb_array_elements(told.periods) period
         WHERE daterange((period->>'validFrom')::date, (period->>'validTo')::date) @> asked.day
           AND period->'state'->>'publication' <> 'DRAFT'
       ) AS period ON true`,
      [
        asked.map((_one, place) => place),
        asked.map(({ vacancyId }) => vacancyId),
        asked.map(({ version }) => version ?? null),
        asked.map(({ closesAt }) => closesAt?.toString() ?? null),
        asked.map(({ day }) => day),
      ],
    );
  }
}

type Asked = Pick<ToldVacancy, 'vacancyId' | 'day'> &
  Partial<Pick<ToldVacancy, 'version'> & Pick<VacancyClosing, 'closesAt'>>;

const knownOf = ({ id, version, day, state, nextChange }: Row): KnownVacancy | null =>
  state === null ? null : { id, version, day, state, nextChange };
