import { historyOf } from '@mandate-graph/persistence';

/**
 * Documents of candidates. `data` (name, digest, remark) is sealed, and so is each chunk of the content. A document is
 * ANNOUNCED until its content has arrived whole, and REMOVED when its candidate no longer wants it: a frozen file that
 * refers to it keeps the content. What came on PAPER has none, and is of the institution that received it alone.
 */
export const DOCUMENT_TABLES: readonly string[] = [
  `CREATE TABLE document (
    id uuid PRIMARY KEY,
    candidate_id uuid NOT NULL REFERENCES candidate,
    kind text NOT NULL,
    medium text NOT NULL CHECK (medium IN ('UPLOAD', 'PAPER')),
    institution text,
    state text NOT NULL CHECK (state IN ('ANNOUNCED', 'STORED', 'REMOVED')),
    media_type text,
    bytes integer,
    announced_until timestamptz,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    data bytea,
    CONSTRAINT document_institution CHECK ((medium = 'PAPER') = (institution IS NOT NULL))
  )`,
  'CREATE INDEX document_candidate ON document (candidate_id, state)',
  "CREATE INDEX document_announced ON document (announced_until) WHERE state = 'ANNOUNCED'",
  ...historyOf('document'),
  `CREATE TABLE document_chunk (
    document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
    number integer NOT NULL CHECK (number >= 0),
    content bytea NOT NULL,
    PRIMARY KEY (document_id, number)
  )`,
  // Links to a content: each serves once. A reader is somebody whose reading is logged.
  `CREATE TABLE document_link (
    id uuid PRIMARY KEY,
    document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
    action text NOT NULL CHECK (action IN ('UPLOAD', 'DOWNLOAD')),
    reader text,
    role text,
    application_id uuid,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT document_link_reader CHECK ((reader IS NULL) = (role IS NULL))
  )`,
  'CREATE INDEX document_link_document ON document_link (document_id)',
  'CREATE INDEX document_link_expires ON document_link (expires_at)',
];
