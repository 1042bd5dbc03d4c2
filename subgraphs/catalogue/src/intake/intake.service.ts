import type { CloudEvent, InstitutionEntry, SubjectRecorded, TypedKind } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import type { PartyState } from '../party/party.fragments.rules.ts';
import { type PartyPeriod, partyTexts, replaceParties } from '../party/party.index.ts';
import { composeVectors, replaceFragments } from '../search/fragment.index.ts';
import { replaceVacancies, type VacancyPeriod, vacancyTexts } from '../vacancy/vacancy.index.ts';
import { intakeOf } from './intake.rules.ts';

type Recorded = SubjectRecorded<TypedKind>;

/** Takes in the events of one institution. The order and number of deliveries make no difference to what comes out. */
export class IntakeService {
  constructor(private readonly producer: InstitutionEntry) {}

  /** Applies a page of events in the caller's transaction: a fixed number of statements, whatever is in it. */
  async apply(manager: EntityManager, events: readonly CloudEvent[]): Promise<void> {
    const { versions, records } = intakeOf(this.producer.code, events);
    const news = await this.#accept(manager, records);
    await this.#keepVersions(manager, versions);
    if (news.length === 0) return;
    const vacancies = news.filter((record) => record.kind === 'vacancy');
    const parties = news.filter((record) => record.kind !== 'vacancy');
    const vacancyPeriods = vacancies.flatMap((record) => this.#vacancyPeriods(record));
    const partyPeriods = parties.flatMap((record) => this.#partyPeriods(record));
    await replaceVacancies(manager, idsOf(vacancies), vacancyPeriods);
    await replaceParties(manager, idsOf(parties), partyPeriods);
    await replaceFragments(manager, idsOf(news), [
      ...vacancyPeriods.map(vacancyTexts),
      ...partyPeriods.map(partyTexts),
    ]);
    await composeVectors(manager, idsOf(news));
  }

  /** Keeps the records that say more than what is known; an equal or lower version has been taken in already. */
  async #accept(manager: EntityManager, records: readonly Recorded[]): Promise<readonly Recorded[]> {
    if (records.length === 0) return [];
    const accepted: { id: string }[] = await manager.query(
      `INSERT INTO subject (id, kind, institution, version, recorded_at)
       SELECT id, kind, $2, version, recorded_at
       FROM jsonb_to_recordset($1::jsonb) AS row(id text, kind text, version integer, recorded_at timestamptz)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, recorded_at = excluded.recorded_at
       WHERE subject.version < excluded.version
       RETURNING id`,
      [
        JSON.stringify(
          records.map(({ id, kind, version, recordedAt }) => ({ id, kind, version, recorded_at: recordedAt })),
        ),
        this.producer.code,
      ],
    );
    const ids = new Set(accepted.map((row) => row.id));
    return records.filter((record) => ids.has(record.id));
  }

  /** Keeps what each version says, also one that comes late: what was known when is told by all of them. */
  async #keepVersions(manager: EntityManager, versions: readonly Recorded[]): Promise<void> {
    if (versions.length === 0) return;
    const rows = versions.map((record) => ({
      id: record.id,
      version: record.version,
      recorded_at: record.recordedAt,
      days: publicPeriods(record).map(({ validFrom, validTo }) => ({ valid_from: validFrom, valid_to: validTo })),
    }));
    await manager.query(
      `INSERT INTO subject_version (id, version, recorded_at, days)
       SELECT id, version, recorded_at, coalesce((
         SELECT range_agg(daterange(valid_from, valid_to)) FROM jsonb_to_recordset(days) AS period(valid_from date, valid_to date)
       ), '{}')
       FROM jsonb_to_recordset($1::jsonb) AS row(id text, version integer, recorded_at timestamptz, days jsonb)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(rows)],
    );
  }

  #vacancyPeriods(record: Recorded): VacancyPeriod[] {
    return publicPeriods(record as SubjectRecorded<'vacancy'>).map((period) => ({
      ...period,
      id: record.id,
      institution: this.producer,
    }));
  }

  #partyPeriods(record: Recorded): PartyPeriod[] {
    const kind = record.kind as PartyPeriod['kind'];
    return (record as SubjectRecorded<PartyPeriod['kind']>).periods.map(({ state, ...valid }) => ({
      ...valid,
      state: state as PartyState,
      id: record.id,
      kind,
      institution: this.producer.code,
    }));
  }
}

/** Producers keep drafts to themselves; should one slip out, it stays out of the index all the same. */
const publicPeriods = <K extends TypedKind>({ periods }: SubjectRecorded<K>): SubjectRecorded<K>['periods'] =>
  periods.filter(({ state }) => !('publication' in state) || state.publication !== 'DRAFT');

const idsOf = (records: readonly Recorded[]): string[] => records.map((record) => record.id);
