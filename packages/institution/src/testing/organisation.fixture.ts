import { SILENT_VACANCY, type VacancyState } from '@mandate-graph/domain';
import type { DataSource } from 'typeorm';
import type { Recording } from '../subject/subject.service.ts';
import { type OrganisationKind, stated } from '../writing/organisation/facts.rules.ts';
import { creation, since } from '../writing/organisation/plan.parts.ts';
import { openInstitutionDatabase } from './institution.database.ts';
import { INSTITUTION, named, organisationOf, unitId } from './organisation.ts';
import { name, recorder, sourced } from './recordings.ts';

const START = '2020-01-01';
export const id = (kind: string, local: string): string => `${INSTITUTION}:${kind}:${local}`;

const given = <K extends OrganisationKind>(kind: K, local: string, facts: object) =>
  creation(kind, id(kind, local), since(START, stated(kind, facts as never, '', [])), null) as Recording;
const unit = (local: string, parent: string | null, ordinal: number | null = null) =>
  given('unit', local, { kind: 'SERVICE', name: named(local), parent: parent && unitId(parent), ordinal });
const line = (local: string, kind: string, from: string, to: string, more: object = {}) =>
  given('line', local, { kind, from, to, ...more, label: named(kind) });

/** A call for a post that closes at the end of a day. */
export const call = (
  local: string,
  position: string,
  date: string,
  publication: VacancyState['publication'] = 'PUBLISHED',
  expectedVersion = 0,
): Recording<'vacancy'> => {
  const state: VacancyState = {
    ...{ ...SILENT_VACANCY, ...sourced, noticeType: 'MANAGEMENT_VACANCY', title: name, function: 'MANAGER' },
    ...{ mission: { summary: name, fullText: null }, position, unitsConcerned: [] },
    ...{ applicationDeadline: { date, timeOfDay: null }, publication, historical: true },
  };
  return {
    kind: 'vacancy',
    id: id('vacancy', local),
    expectedVersion,
    reason: null,
    periods: since('2025-08-01', state),
  };
};

/** root above a and b, a above a1, with a post in a and b, a body in a, figures, and lines of several kinds. */
const START_OF_ALL = [
  unit('root', null),
  unit('other', null),
  unit('a', 'root', 1),
  unit('b', 'root', 2),
  unit('a1', 'a', 1),
  given('position', 'head', { title: named('Hoofd'), function: 'MANAGER', units: [unitId('a'), unitId('b')] }),
  given('body', 'council', { kind: 'GROUP', name: named('Raad'), unit: unitId('a'), plural: false }),
  given('budget', 'money', { kind: 'OPERATING', unit: unitId('a'), amount: { amount: '10.50', currency: 'EUR' } }),
  given('headcount', 'staff', { kind: 'STAFF', unitOfMeasure: 'PERSONS', value: '7', unit: unitId('b') }),
  line('a-in-root', 'PART_OF', unitId('a'), unitId('root')),
  line('b-in-root', 'PART_OF', unitId('b'), unitId('root')),
  line('a1-in-a', 'PART_OF', unitId('a1'), unitId('a')),
  line('head-leads-a', 'LEADS', id('position', 'head'), unitId('a')),
  line('a-b', 'COOPERATES_WITH', unitId('a'), unitId('b')),
  line('root-informs', 'INFORMS', unitId('root'), unitId('other'), { via: unitId('a') }),
  line('other-for', 'REPRESENTS', unitId('other'), unitId('root'), {
    onBehalfOf: [unitId('a'), unitId('b')],
    inConsultationWith: [unitId('a1')],
  }),
];
const TABLES = [
  'vacancy',
  'subject',
  'subject_version',
  'outbox',
  'idempotency',
  'unit',
  'position',
  'body',
  'holder',
  'line',
  'budget',
  'headcount',
  'reorganisation',
  'followed_mandate',
  'followed_position',
  'following_problem',
  'feed_cursor',
];

/** A small organisation that holds from 2020 on, and what can be done to and asked of it. */
export async function openOrganisation() {
  const { source, close } = await openInstitutionDatabase(INSTITUTION);
  return {
    ...organisationOf(source),
    ...asked(source),
    source,
    close,
    records: async (recording: Recording): Promise<void> => {
      const outcome = await recorder(source)(recording);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    },
    /** As it was at the start, whatever was done to it. */
    reset: async () => {
      for (const table of TABLES) await source.query(`DELETE FROM ${table}`);
      const outcome = await recorder(source)(...START_OF_ALL);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    },
  };
}

function asked(source: DataSource) {
  /** What holds of a kind on a day: by local id, what `shown` shows of it, with ids by their local part. */
  const on = async (day: string, table: string, shown: string): Promise<Record<string, unknown>> => {
    const rows: { id: string; shown: unknown }[] = await source.query(
      `SELECT split_part(id, ':', 3) AS id, ${shown} AS shown FROM ${table}
       WHERE superseded_at IS NULL AND daterange(valid_from, valid_to) @> $1::date ORDER BY id`,
      [day],
    );
    return Object.fromEntries(rows.map((row) => [row.id, short(row.shown)]));
  };
  return {
    on,
    parentsOn: (day: string) => on(day, 'unit', 'parent_id'),
    /** By line, whom it names beside its ends. */
    besideOn: async (day: string): Promise<Record<string, unknown>> => {
      const shown = "(state->'onBehalfOf') || (state->'inConsultationWith') || jsonb_build_array(state->'via')";
      const found = Object.entries((await on(day, 'line', shown)) as Record<string, (string | null)[]>);
      const named = found.map(([id, ids]) => [id, ids.filter((one) => one !== null)] as const);
      return Object.fromEntries(named.filter(([, ids]) => ids.length > 0));
    },
    linesOn: (day: string) => on(day, 'line', 'ARRAY[from_id, kind, to_id]'),
    at: async (subject: string) => ({ id: subject, version: await organisationOf(source).versionOf(subject) }),
    changesOf: async (subject: string): Promise<string[]> => {
      const sql = 'SELECT change FROM subject_version WHERE id = $1 ORDER BY version';
      const rows: { change: string }[] = await source.query(sql, [subject]);
      return rows.map(({ change }) => change);
    },
    /** The changes that are recorded, as known now. */
    recordedNow: (): Promise<{ kind: string; day: string; reason: string }[]> =>
      source.query(
        `SELECT state->>'kind' AS kind, valid_from::text AS day, reason FROM reorganisation
         WHERE superseded_at IS NULL ORDER BY valid_from, row_id`,
      ),
    reorganisations: (): Promise<{ kind: string; day: string; before: string[]; after: string[] }[]> =>
      source.query(
        `SELECT state->>'kind' AS kind, valid_from::text AS day, predecessor_ids AS before, successor_ids AS after
         FROM reorganisation ORDER BY row_id`,
      ),
  };
}

const short = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(short) : typeof value === 'string' ? value.split(':').at(-1) : value;
