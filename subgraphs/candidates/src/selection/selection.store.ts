import type {
  AppealRecorded,
  CandidacyRecorded,
  CommitteeRecorded,
  NotificationSent,
  OfCandidacy,
  ProcedureEnded,
} from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';

/** Where it is kept what the selection told: one statement for any number of things of a kind. */
export class SelectionStore {
  constructor(private readonly manager: EntityManager) {}

  /** Whose the applications are, and for which vacancies; those that are not there are left out. */
  applications(ids: readonly string[]): Promise<Pick<OfCandidacy, 'application' | 'candidate' | 'vacancy'>[]> {
    return this.manager.query(
      `SELECT id AS application, candidate_id AS candidate, vacancy_id AS vacancy FROM application
       WHERE id = ANY($1::uuid[])`,
      [ids],
    );
  }

  /** The newest version of each stays. Told again of the same version, it is what is told later that holds. */
  async stand(recorded: readonly CandidacyRecorded[]): Promise<void> {
    const newest = latestOf(
      recorded,
      ({ application }) => application,
      ({ version }) => version,
    );
    if (newest.length === 0) return;
    await this.manager.query(
      `INSERT INTO selection_standing AS standing
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::int[], $6::timestamptz[])
       ON CONFLICT (application_id) DO UPDATE SET status = excluded.status, version = excluded.version,
         submitted_to_authority = excluded.submitted_to_authority, recorded_at = excluded.recorded_at
       WHERE excluded.version >= standing.version`,
      [
        newest.map(({ application }) => application),
        newest.map(({ candidate }) => candidate),
        newest.map(({ status }) => status),
        newest.map(({ submittedToAuthority }) => submittedToAuthority),
        newest.map(({ version }) => version),
        newest.map(({ recordedAt }) => recordedAt),
      ],
    );
  }

  async notify(sent: readonly NotificationSent[]): Promise<void> {
    if (sent.length === 0) return;
    const lastDays = (code: NotificationSent['windows'][number]['code']) =>
      sent.map(({ windows }) => windows.find((window) => window.code === code)?.lastDay ?? null);
    await this.manager.query(
      `INSERT INTO selection_notification
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[], $6::timestamptz[],
         $7::boolean[], $8::date[], $9::date[], $10::date[])
       ON CONFLICT DO NOTHING`,
      [
        sent.map(({ notification }) => notification),
        sent.map(({ application }) => application),
        sent.map(({ candidate }) => candidate),
        sent.map(({ about }) => about),
        sent.map(({ negative }) => negative),
        sent.map(({ sentAt }) => sentAt),
        sent.map(({ remedyStated }) => remedyStated),
        lastDays('FEEDBACK'),
        lastDays('APPEAL'),
        lastDays('WAITING'),
      ],
    );
  }

  /** The newest version of each. */
  async appeal(recorded: readonly AppealRecorded[]): Promise<void> {
    const newest = latestOf(
      recorded,
      ({ request }) => request,
      ({ version }) => version,
    );
    if (newest.length === 0) return;
    await this.manager.query(
      `INSERT INTO selection_appeal AS appeal
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[], $5::int[], $6::timestamptz[])
       ON CONFLICT (request_id) DO UPDATE SET pending = excluded.pending, version = excluded.version,
         recorded_at = excluded.recorded_at
       WHERE excluded.version >= appeal.version`,
      [
        newest.map(({ request }) => request),
        newest.map(({ application }) => application),
        newest.map(({ candidate }) => candidate),
        newest.map(({ pending }) => pending),
        newest.map(({ version }) => version),
        newest.map(({ recordedAt }) => recordedAt),
      ],
    );
  }

  async end(ended: readonly ProcedureEnded[]): Promise<void> {
    const last = latestOf(
      ended,
      ({ vacancy }) => vacancy,
      ({ endedAt }) => Date.parse(endedAt),
    );
    if (last.length === 0) return;
    await this.manager.query(
      `INSERT INTO selection_ending AS ending
       SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[])
       ON CONFLICT (vacancy_id) DO UPDATE SET ending = excluded.ending, ended_at = excluded.ended_at
       WHERE excluded.ended_at >= ending.ended_at`,
      [
        last.map(({ vacancy }) => vacancy),
        last.map(({ procedure }) => procedure),
        last.map(({ ending }) => ending),
        last.map(({ endedAt }) => endedAt),
      ],
    );
  }

  /** The newest version of each, whole. */
  async sit(recorded: readonly CommitteeRecorded[]): Promise<void> {
    const newest = latestOf(
      recorded,
      ({ procedure }) => procedure,
      ({ version }) => version,
    );
    if (newest.length === 0) return;
    await this.manager.query(
      `INSERT INTO selection_committee AS committee
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::jsonb[], $4::int[], $5::timestamptz[])
       ON CONFLICT (procedure_id) DO UPDATE SET members = excluded.members, version = excluded.version,
         recorded_at = excluded.recorded_at
       WHERE excluded.version >= committee.version`,
      [
        newest.map(({ procedure }) => procedure),
        newest.map(({ vacancy }) => vacancy),
        newest.map(({ members }) => JSON.stringify(members)),
        newest.map(({ version }) => version),
        newest.map(({ recordedAt }) => recordedAt),
      ],
    );
  }

  /** Those of the events that brought nothing into an inbox yet: by now they have. */
  async news(events: readonly string[]): Promise<Set<string>> {
    if (events.length === 0) return new Set();
    const rows: { id: string }[] = await this.manager.query(
      `INSERT INTO selection_telling SELECT DISTINCT unnest($1::text[]) ON CONFLICT DO NOTHING
       RETURNING event_id AS id`,
      [events],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

/** The one of each that comes last: of the same order, the one that was told later. */
function latestOf<T>(all: readonly T[], idOf: (one: T) => string, orderOf: (one: T) => number): readonly T[] {
  const latest = new Map<string, T>();
  for (const one of all) {
    const before = latest.get(idOf(one));
    if (before === undefined || orderOf(one) >= orderOf(before)) latest.set(idOf(one), one);
  }
  return [...latest.values()];
}
