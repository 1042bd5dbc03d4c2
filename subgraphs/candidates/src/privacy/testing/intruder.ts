import { TEST_PERSON_KEY } from '@mandate-graph/testkit';
import { type PersonKey, Sealing } from '@mandate-graph/writing';
import type { PrivacyGraph } from './privacy.graph.ts';

/** A row as JSON, in which bytes are hexadecimal text. */
type Row = Record<string, unknown>;
export type Dump = ReadonlyMap<string, readonly Row[]>;

/** Every row of every table of the subgraph. */
export async function dumpOf({ query }: PrivacyGraph): Promise<Dump> {
  const tables = await query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'candidates'",
  );
  const dump = new Map<string, Row[]>();
  for (const { name } of tables) {
    const rows = await query<{ row: Row }>(`SELECT to_jsonb(told) AS row FROM ${name} told`);
    dump.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return dump;
}

/** Tables in which a text stands, as text or as bytes. */
export async function tablesWith(graph: PrivacyGraph, text: string): Promise<string[]> {
  const found = [text.toLowerCase(), Buffer.from(text).toString('hex')];
  return [...(await dumpOf(graph))]
    .filter(([, rows]) => found.some((one) => JSON.stringify(rows).toLowerCase().includes(one)))
    .map(([table]) => table);
}

/**
 * What can be opened of all that is sealed of a candidate, by who has the whole database and the secret of the
 * installation: with the keys of all persons, and with whatever else in it might be the key of the candidate.
 */
export async function readableOf(graph: PrivacyGraph, candidateId: string): Promise<string[]> {
  const dump = await dumpOf(graph);
  const sealing = new Sealing(TEST_PERSON_KEY);
  const sealed = sealedOf(dump, candidateId);
  const kept = dump.get('person_key')!.map((row) => [row['candidate_id'] as string, bytesOf(row['wrapped'])!] as const);
  const keys: PersonKey[] = [...kept, ...sealed.map(({ bytes }) => [candidateId, bytes] as const)].flatMap(
    ([of, bytes]) => opens(() => sealing.keyOf(of, bytes)),
  );
  return keys.flatMap((key) =>
    sealed.flatMap(({ place, bytes }) => opens(() => key.openBytes(place, bytes).toString())),
  );
}

interface Sealed {
  readonly place: string;
  readonly bytes: Buffer;
}

/** All that is sealed in rows that name the candidate, or in rows that hang on such a row. */
export function sealedOf(dump: Dump, candidateId: string): Sealed[] {
  const all = [...dump].flatMap(([table, rows]) => rows.map((row) => ({ table, row })));
  const own = all.filter(({ row }) => JSON.stringify(row).includes(candidateId));
  const ids = new Set(own.map(({ row }) => row['id']).filter((id) => typeof id === 'string'));
  const hanging = all.filter(({ row }) =>
    [row['document_id'], row['application_id']].some((id) => ids.has(id as string)),
  );
  return [...new Set([...own, ...hanging])].flatMap(({ table, row }) => sealedIn(table, row));
}

function sealedIn(table: string, row: Row): Sealed[] {
  const { document_id: document, number, content, state } = row;
  const held = table.endsWith('_history') ? (state as Row) : row;
  const [place, bytes] =
    table === 'document_chunk'
      ? [`document_chunk:${document}:${number}`, bytesOf(content)]
      : [`${table.replace(/_history$/, '')}:${held['id'] ?? held['application_id']}`, bytesOf(held['data'])];
  return bytes === null ? [] : [{ place, bytes }];
}

const bytesOf = (value: unknown): Buffer | null =>
  typeof value === 'string' && value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : null;

function opens<T>(attempt: () => T): T[] {
  try {
    return [attempt()];
  } catch {
    return [];
  }
}
