import { type Problem, parseId, type SubjectKind } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import { REFERENCES } from './subject.references.ts';
import type { Recording } from './subject.service.ts';

/** References to what does not exist, or is of a kind that cannot stand there. */
export async function referenceProblems(
  manager: EntityManager,
  recordings: readonly Recording[],
): Promise<readonly Problem[]> {
  const references = recordings.flatMap(({ kind, id, periods }) =>
    periods.flatMap(({ state }) =>
      REFERENCES[kind](state as never).map((reference) => ({ ...reference, path: `${id}.${reference.path}` })),
    ),
  );
  const rows: { id: string }[] = await manager.query('SELECT id FROM subject WHERE id = ANY($1)', [
    [...new Set(references.map((reference) => reference.id))],
  ]);
  const known = new Set([...rows.map((row) => row.id), ...recordings.map((recording) => recording.id)]);
  return references
    .filter(({ id, kinds }) => !known.has(id) || !kinds.includes(parseId(id)?.kind as SubjectKind))
    .map(({ path, id, kinds }) => ({
      path,
      code: 'UNKNOWN_REFERENCE',
      value: id,
      rule: `${path} must be the id of an existing ${kinds.join(', ')}, but got: ${id}.`,
    }));
}

interface Tie {
  readonly kind: SubjectKind;
  readonly field: string;
  /** The array of ids, in SQL. */
  readonly to: string;
}

const listed = (field: string): string => `ARRAY(SELECT jsonb_array_elements_text(state->'${field}'))`;

/** What belongs to what, or names it as there: while the first holds, the second must. */
const BELONGS: readonly Tie[] = [
  { kind: 'unit', field: 'parent', to: 'ARRAY[parent_id]' },
  { kind: 'position', field: 'units', to: 'unit_ids' },
  { kind: 'body', field: 'unit', to: 'ARRAY[unit_id]' },
  { kind: 'holder', field: 'position', to: 'ARRAY[position_id]' },
  { kind: 'line', field: 'from', to: 'ARRAY[from_id]' },
  { kind: 'line', field: 'to', to: 'ARRAY[to_id]' },
  { kind: 'line', field: 'via', to: "ARRAY[state->>'via']" },
  { kind: 'line', field: 'onBehalfOf', to: listed('onBehalfOf') },
  { kind: 'line', field: 'inConsultationWith', to: listed('inConsultationWith') },
  { kind: 'budget', field: 'unit', to: 'ARRAY[unit_id]' },
  { kind: 'budget', field: 'position', to: 'ARRAY[position_id]' },
  { kind: 'headcount', field: 'unit', to: 'ARRAY[unit_id]' },
  { kind: 'headcount', field: 'position', to: 'ARRAY[position_id]' },
];

/** What is told of something and may outlast it: a notice goes on naming what is gone, and a change what it ended. */
const TELLS: readonly Tie[] = [
  { kind: 'vacancy', field: 'position', to: 'ARRAY[position_id]' },
  { kind: 'reorganisation', field: 'predecessors', to: 'predecessor_ids' },
];

const REFERRED = ['unit', 'position', 'body'] as const;

/**
 * After the writes: whatever belongs, on some day, to something that does not hold on that day. Looks at what was
 * written from both ends, since either may have been shortened.
 */
export async function danglingProblems(
  manager: EntityManager,
  recordings: readonly Recording[],
): Promise<readonly Problem[]> {
  const ids = recordings.filter(({ kind }) => kind !== 'vacancy' && kind !== 'reorganisation').map(({ id }) => id);
  if (ids.length === 0) return [];
  const referring = BELONGS.map(
    ({ kind, field, to }) =>
      `SELECT row.id, '${field}' AS field, owner, daterange(valid_from, valid_to) AS days
       FROM ${kind} row, unnest(${to}) AS owner
       WHERE superseded_at IS NULL AND (row.id = ANY($1) OR ${to} && $1)`,
  );
  const holding = REFERRED.map(
    (kind) => `SELECT id, daterange(valid_from, valid_to) AS days FROM ${kind} WHERE superseded_at IS NULL`,
  );
  const rows: { id: string; field: string; owner: string; since: string | null }[] = await manager.query(
    `WITH referring AS (${referring.join(' UNION ALL ')}),
     holding AS (
       SELECT id, range_agg(days) AS days FROM (${holding.join(' UNION ALL ')}) row
       WHERE id IN (SELECT owner FROM referring) GROUP BY id
     ),
     loose AS (
       SELECT referring.id, field, owner, datemultirange(referring.days) - coalesce(holding.days, '{}') AS days
       FROM referring LEFT JOIN holding ON holding.id = referring.owner WHERE owner IS NOT NULL
     )
     SELECT id, field, owner, lower(days)::text AS since FROM loose WHERE NOT isempty(days) ORDER BY id, field, owner`,
    [ids],
  );
  return rows.map(({ id, field, owner, since }) => ({
    path: `${id}.${field}`,
    code: 'NOT_THERE_THEN',
    value: owner,
    rule: `${id}.${field} must hold on every day on which ${id} does, but ${owner} does not${since === null ? '' : ` from ${since} on`}.`,
  }));
}

/**
 * Ids of all that belongs to one of the subjects on some day, or tells of it, as now known, without those subjects
 * themselves.
 */
export async function belongingTo(manager: EntityManager, ids: readonly string[]): Promise<readonly string[]> {
  const parts = [...BELONGS, ...TELLS].map(
    ({ kind, to }) => `SELECT id FROM ${kind} WHERE superseded_at IS NULL AND ${to} && $1 AND NOT (id = ANY($1))`,
  );
  const rows: { id: string }[] = await manager.query(`${parts.join(' UNION ')} ORDER BY id`, [ids]);
  return rows.map(({ id }) => id);
}
