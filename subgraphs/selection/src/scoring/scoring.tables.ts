import { historyOf } from '@mandate-graph/persistence';

/**
 * How each member judges each candidate, sealed under the candidate's key in `data`; null: the candidate was erased.
 * What a member who was replaced has scored stays, and does not count. `corrected_after_others`: by a member who could
 * see how others had scored; it stays so.
 */
export const SCORING_TABLES: readonly string[] = [
  `CREATE TABLE committee_score (
    id uuid PRIMARY KEY,
    candidacy_id uuid NOT NULL REFERENCES candidacy,
    member_id uuid NOT NULL REFERENCES committee_member,
    data bytea,
    corrected_after_others boolean NOT NULL DEFAULT false,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT committee_score_once UNIQUE (candidacy_id, member_id)
  )`,
  ...historyOf('committee_score'),
];
