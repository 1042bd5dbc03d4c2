/** Somebody who reads what is another's: what the access log keeps of it. */
export interface Reader {
  /** Stable subject of the token; never a name. */
  readonly subject: string;
  /** The role that allows it. */
  readonly role: string;
  /** The field that is read, such as `Vacancy.applications`. */
  readonly operation: string;
  /** Instant of the request, in ISO 8601. */
  readonly at: string;
}

/** What was read: of whom, and of which application. */
export interface Reading extends Reader {
  readonly candidateId: string;
  readonly applicationId: string;
}

/** An instant as PostgreSQL writes it in UTC. */
const STORED_INSTANT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/;

export const isStoredInstant = (text: unknown): text is string =>
  typeof text === 'string' &&
  STORED_INSTANT.test(text) &&
  !Number.isNaN(Date.parse(text.replace(' ', 'T').replace('+00', 'Z')));
/** A number of a row, as a key: nothing that the database could not hold. */
export const isRowNumber = (text: unknown): text is string => typeof text === 'string' && /^\d{1,18}$/.test(text);
