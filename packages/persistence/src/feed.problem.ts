import { type CloudEvent, NotAsAgreed } from '@mandate-graph/domain';
import { type EntityManager, QueryFailedError } from 'typeorm';

/**
 * Events that a consumer could not take in because of what they say. A row goes once its event is taken in. Whoever read
 * feeds before reads them from the beginning again: until then events of the same page as transaction 1000, 10000, … of a
 * producer could be passed over.
 */
export const FEED_PROBLEM_TABLE: readonly string[] = [
  `CREATE TABLE feed_problem (
    producer text NOT NULL,
    event_id text NOT NULL,
    cursor text NOT NULL,
    type text NOT NULL,
    subject text NOT NULL,
    what text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (producer, event_id)
  )`,
  'DELETE FROM feed_cursor',
];

/** SQLSTATE: data exceptions, violated constraints, and what is beyond a limit of the program, as a text to be searched. */
const OF_DATA = /^(2[23]|54)/;

/** Whether it is what an event says that failed, so that the same would fail again; all else is tried again. */
export const isOfData = (error: unknown): error is Error =>
  error instanceof NotAsAgreed ||
  error instanceof TypeError ||
  error instanceof RangeError ||
  (error instanceof QueryFailedError && OF_DATA.test(String(driverFields(error).code)));

/** What failed, in words of the code and names of the schema: what a database or a library says of it may hold values. */
export function whatFailed(error: Error): string {
  if (error instanceof NotAsAgreed) return error.message;
  const { code, table, column, constraint } = driverFields(error);
  return [error.name, code, table, column, constraint].filter((part) => typeof part === 'string').join(' ');
}

type DriverFields = Readonly<Partial<Record<'code' | 'table' | 'column' | 'constraint', unknown>>>;
const driverFields = (error: Error): DriverFields => (error instanceof QueryFailedError ? error.driverError : {});

export interface FeedProblem {
  readonly producer: string;
  readonly event: string;
  readonly cursor: string;
  readonly type: string;
  readonly subject: string;
  readonly what: string;
}

export async function keepProblem(manager: EntityManager, problem: FeedProblem): Promise<void> {
  const { producer, event, cursor, type, subject, what } = problem;
  await manager.query('INSERT INTO feed_problem VALUES ($1, $2, $3, $4, $5, $6, now())', [
    ...[producer, event, cursor, type, subject, what],
  ]);
}

export async function clearProblems(
  manager: EntityManager,
  producer: string,
  events: readonly CloudEvent[],
): Promise<void> {
  await manager.query('DELETE FROM feed_problem WHERE producer = $1 AND event_id = ANY($2)', [
    producer,
    events.map(({ id }) => id),
  ]);
}
