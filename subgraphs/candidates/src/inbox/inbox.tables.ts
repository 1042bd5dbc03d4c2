/** Messages and tasks to candidates. The text follows from `code` and `facts`; `data` (reasons given) is sealed. */
export const INBOX_TABLES: readonly string[] = [
  `CREATE TABLE message (
    id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    candidate_id uuid NOT NULL REFERENCES candidate,
    application_id uuid REFERENCES application,
    vacancy_id text,
    kind text NOT NULL CHECK (kind IN ('MESSAGE', 'TASK')),
    code text NOT NULL,
    facts jsonb NOT NULL,
    sent_at timestamptz NOT NULL,
    due_at timestamptz,
    read_at timestamptz,
    done_at timestamptz,
    mail text NOT NULL CHECK (mail IN ('OFF', 'WAITING', 'SENT', 'FAILED')),
    mail_attempts integer NOT NULL DEFAULT 0,
    mail_next_at timestamptz,
    data bytea
  )`,
  'CREATE INDEX message_candidate ON message (candidate_id, number)',
  "CREATE INDEX message_mail ON message (number) WHERE mail = 'WAITING'",
];
