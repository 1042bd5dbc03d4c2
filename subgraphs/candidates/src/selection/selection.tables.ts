/**
 * What the selection told: ids, codes, days and instants, nothing of a person. `selection_standing`: where candidacies
 * stand, the newest version of each. `selection_notification`: outcomes that were sent, with the last days of the windows
 * that they opened. `selection_appeal`: appeals that were lodged with the Council of State, and whether each is still
 * pending, by the newest version. `selection_ending`: procedures that have ended, by the vacancy. `selection_committee`: who is on each
 * committee now, by the keyed digests of those they sign in as, and whom they may not judge. `selection_telling`: the
 * events that brought something into an inbox, so that none does so twice, also when the feed is read from its beginning.
 */
export const SELECTION_TABLES: readonly string[] = [
  `CREATE TABLE selection_standing (
    application_id uuid PRIMARY KEY REFERENCES application,
    candidate_id uuid NOT NULL REFERENCES candidate,
    status text NOT NULL,
    submitted_to_authority boolean NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL
  )`,
  'CREATE INDEX selection_standing_candidate ON selection_standing (candidate_id)',
  `CREATE TABLE selection_notification (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES application,
    candidate_id uuid NOT NULL REFERENCES candidate,
    about text NOT NULL,
    negative boolean NOT NULL,
    sent_at timestamptz NOT NULL,
    remedy_stated boolean NOT NULL,
    -- Whole, in Brussels; null: nothing of the kind can be asked for.
    feedback_until date,
    appeal_until date,
    waiting_until date
  )`,
  'CREATE INDEX selection_notification_application ON selection_notification (application_id)',
  'CREATE INDEX selection_notification_candidate ON selection_notification (candidate_id)',
  `CREATE TABLE selection_appeal (
    request_id uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES application,
    candidate_id uuid NOT NULL REFERENCES candidate,
    pending boolean NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL
  )`,
  'CREATE INDEX selection_appeal_application ON selection_appeal (application_id)',
  'CREATE INDEX selection_appeal_candidate ON selection_appeal (candidate_id)',
  `CREATE TABLE selection_ending (
    vacancy_id text PRIMARY KEY,
    procedure_id uuid NOT NULL,
    ending text NOT NULL,
    ended_at timestamptz NOT NULL
  )`,
  `CREATE TABLE selection_committee (
    procedure_id uuid PRIMARY KEY,
    vacancy_id text NOT NULL UNIQUE,
    members jsonb NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL
  )`,
  'CREATE TABLE selection_telling (event_id text PRIMARY KEY)',
  // What an erasure takes out of events.
  `CREATE INDEX outbox_holder ON outbox ((data->>'candidate')) WHERE data->>'holder' IS NOT NULL`,
];
