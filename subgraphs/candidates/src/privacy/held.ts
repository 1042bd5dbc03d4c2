import { VACANCY_TITLE } from '../inbox/inbox.repository.ts';

/** Where something of a candidate is held, and how it is found: $1 is the candidate, $2 the subject. */
interface Held {
  readonly table: string;
  /** What is told of it. */
  readonly columns: string;
  readonly where: string;
  /** Its earlier versions are kept. */
  readonly history: boolean;
}

const held = (table: string, columns = '*', where = 'candidate_id = $1'): Held => ({
  ...{ table, columns, where, history: false },
});
const versioned = (table: string, where?: string): Held => ({ ...held(table, '*', where), history: true });

/** Rows of the applications of candidate $1. */
export const OF_APPLICATIONS = 'application_id IN (SELECT id FROM application WHERE candidate_id = $1)';
const OF_DOCUMENTS = 'document_id IN (SELECT id FROM document WHERE candidate_id = $1)';

/**
 * Everything that is held of a candidate but the content of documents, which is downloaded, and the key. Of who read it,
 * the role; of an answer that may be asked for again, to what it was. Where a candidacy stands is a copy of what the
 * selection knows, and ahead of what was sent: candidates read it there, as far as it was (`Application.progress`).
 */
export const HELD: readonly Held[] = [
  versioned('candidate', 'id = $1'),
  held('candidate_subject'),
  versioned('profile_entry'),
  versioned('application'),
  versioned('specific_section', OF_APPLICATIONS),
  versioned('document'),
  held('document_link', 'document_id, action, role, application_id, expires_at, used_at', OF_DOCUMENTS),
  held('application_snapshot', '*', OF_APPLICATIONS),
  held('snapshot_document', '*', OF_APPLICATIONS),
  versioned('eligibility_decision', OF_APPLICATIONS),
  held('selection_notification'),
  held('selection_appeal'),
  held('message', `*, ${VACANCY_TITLE} AS vacancy_title`),
  versioned('adjustment', OF_APPLICATIONS),
  held('access_log', 'id, at, role, operation, application_id'),
  held('idempotency', 'key, mutation, recorded_at', 'actor = $2'),
];

/** One statement for all of it: rows as JSON, each with the name of its part. */
export const HELD_ROWS = HELD.flatMap(({ table, columns, where, history }) => [
  `SELECT '${table}' AS part, to_jsonb(held) AS row FROM (SELECT ${columns} FROM ${table} told WHERE ${where}) held`,
  ...(history
    ? [
        `SELECT '${table}_history', state || jsonb_build_object('superseded_at', superseded_at)
         FROM ${table}_history WHERE id IN (SELECT id FROM ${table} WHERE ${where})`,
      ]
    : []),
]).join('\nUNION ALL ');

/** The names of the parts, in their order. */
export const PARTS = HELD.flatMap(({ table, history }) => (history ? [table, `${table}_history`] : [table]));
