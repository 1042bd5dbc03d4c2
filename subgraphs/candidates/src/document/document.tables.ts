import { historyOf } from '@mandate-graph/persistence';

/**
 * Documents of candidates. `data` (name, digest, remark) is sealed, and so is each chunk of the content. A document is
 * ANNOUNCED until its content has arrived whole, and REMOVED when its candidate no longer wants it: a frozen file that
 * refers to it keeps the content. What came on PAPER has none.
 */
export const DOCUMENT_TABLES: readonly string[] = [
  `CREATE TABLE document (
    id uuid PRIMARY KEY,
    candidate_id uuid NOT NULL REFERENCES candidate,
    kind text NOT NULL,
    medium text NOT NULL CHECK (medium IN ('UPLOAD', 'PAPER')),
    state text NOT NULL CHECK (state IN ('ANNOUNCED', 'STORED', 'REMOVED')),
    media_type text,
    bytes integer,
    announced_until timestamptz,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    data bytea
  )`,
  'CREATE INDEX document_candidate ON document (candidate_id, state)',
  ...historyOf('document'),
  `CREATE TABLE document_chunk (
    document_id uuid NOT NULL REFERENCES document,
    number integer NOT NULL CHECK (number >= 0),
    content bytea NOT NULL,
    PRIMARY KEY (document_id, number)
  )`,
  // Links that have served: each serves once.
  `CREATE TABLE spent_link (
    id uuid PRIMARY KEY,
    expires_at timestamptz NOT NULL
  )`,
];
