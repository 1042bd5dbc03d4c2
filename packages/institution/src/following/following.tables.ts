import { CONSUMER_TABLE } from '@mandate-graph/persistence';

/** What an institution keeps of the selections that it follows, beside what it says of its organisation. */
export const FOLLOWING_TABLES: readonly string[] = [
  ...CONSUMER_TABLE,
  // The mandates that posts are held under, each at the version that was last taken in.
  `CREATE TABLE followed_mandate (
    id text PRIMARY KEY,
    version integer NOT NULL CHECK (version >= 1),
    vacancy_id text NOT NULL,
    position_id text NOT NULL,
    language_role text,
    starts_on date NOT NULL,
    ends_on date,
    told_on date NOT NULL
  )`,
  'CREATE INDEX followed_mandate_vacancy ON followed_mandate (vacancy_id)',
  'CREATE INDEX followed_mandate_position ON followed_mandate (position_id)',
  // How a post would be held on the days of its mandates without them: it is so again where one turns out shorter.
  `CREATE TABLE followed_position (
    id text PRIMARY KEY,
    otherwise jsonb NOT NULL
  )`,
  // Mandates that could not be followed, as the organisation stands. A row goes once its mandate is taken in.
  `CREATE TABLE following_problem (
    event_id text PRIMARY KEY,
    mandate_id text NOT NULL,
    what text NOT NULL,
    at timestamptz NOT NULL
  )`,
  'CREATE INDEX following_problem_mandate ON following_problem (mandate_id)',
];
