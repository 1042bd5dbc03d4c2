import type { LocalizedText } from '@mandate-graph/domain';
import { type PersonKey, placeOf, type Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import type { MessageCode, MessageFacts, TaskCode } from '../inbox/inbox.messages.rules.ts';
import { messageTexts } from '../inbox/messages.words.rules.ts';
import { candidateActor } from '../writing/work.ts';
import { HELD_ROWS, PARTS } from './held.ts';

/** A row as JSON: instants in ISO 8601, and what is sealed as hexadecimal text after `\x`. */
type Row = Readonly<Record<string, unknown>>;

/** All that is held of a candidate, by the tables it stands in; versions that are superseded under `<table>_history`. */
export type Everything = Readonly<Record<string, readonly Row[]>>;

/** Reads all that is held of a candidate, in two statements however much it is. */
export class EverythingRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /** Null for an erased candidate, and for who is none. */
  async of(candidateId: string, subject: string): Promise<Everything | null> {
    const [known]: { wrapped: Buffer }[] = await this.manager.query(
      'SELECT wrapped FROM person_key WHERE candidate_id = $1',
      [candidateId],
    );
    if (known === undefined) return null;
    const key = this.sealing.keyOf(candidateId, known.wrapped);
    const rows: { part: string; row: Row }[] = await this.manager.query(
      `SELECT part, row FROM (${HELD_ROWS}) held ORDER BY part, row->>'id', (row->>'version')::int`,
      [candidateId, subject],
    );
    const parts = new Map<string, Row[]>(PARTS.map((part) => [part, []]));
    for (const { part, row } of rows) {
      parts.get(part)!.push(told(part, withoutOthers(opened(part.replace(/_history$/, ''), row, key), candidateId)));
    }
    return Object.fromEntries(parts);
  }
}

function opened(table: string, row: Row, key: PersonKey): Row {
  const { data } = row;
  if (typeof data !== 'string') return row;
  const place = placeOf(table, String(row['id'] ?? row['application_id']));
  return { ...row, data: key.open(place, Buffer.from(data.slice(2), 'hex')) };
}

/** Who else acted on it is another person: that it was an institution says enough. */
function withoutOthers(row: Row, candidateId: string): Row {
  const by = row['recorded_by'];
  if (typeof by !== 'string' || by === candidateActor(candidateId) || by.startsWith('rule:')) return row;
  return { ...row, recorded_by: 'institution' };
}

/** A message says in words what it tells, as it does in the inbox. */
function told(part: string, row: Row): Row {
  if (part !== 'message') return row;
  const { vacancy_title: vacancy, ...message } = row as unknown as MessageRow;
  const { code, due_at: dueAt, facts } = message;
  return { ...message, ...messageTexts({ code, vacancy, dueAt, facts }) };
}

interface MessageRow {
  readonly code: MessageCode | TaskCode;
  readonly due_at: string | null;
  readonly facts: MessageFacts;
  readonly vacancy_title: LocalizedText | null;
}
