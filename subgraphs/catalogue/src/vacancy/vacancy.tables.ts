/**
 * What lists of vacancies are filtered, ordered and counted by. The bounds of the status are instants, so that a
 * comparison with the clock decides it; `named_ids` are the parties whose names the vacancy is found by.
 */
export const VACANCY_TABLE: readonly string[] = [
  `CREATE TABLE vacancy (
    id text COLLATE "C" NOT NULL REFERENCES subject,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    institution text NOT NULL,
    selection_code text,
    sort_title text COLLATE "C" NOT NULL,
    publication text NOT NULL CHECK (publication IN ('PUBLISHED', 'WITHDRAWN', 'FILLED')),
    opens_at timestamptz,
    closing_date date NOT NULL,
    closes_at timestamptz NOT NULL,
    language_roles text[] NOT NULL,
    rank text,
    function_level text,
    contract_type text,
    gross_annual_salary numeric,
    unit_ids text[] COLLATE "C" NOT NULL,
    named_ids text[] COLLATE "C" NOT NULL,
    text_nl tsvector NOT NULL DEFAULT '',
    text_fr tsvector NOT NULL DEFAULT '',
    text_en tsvector NOT NULL DEFAULT '',
    PRIMARY KEY (id, valid_from)
  )`,
  'CREATE INDEX vacancy_closing ON vacancy (closing_date, id)',
  'CREATE INDEX vacancy_title ON vacancy (sort_title, id)',
  // Silent notices come last in the descending order that reads this index backwards.
  "CREATE INDEX vacancy_pay ON vacancy ((coalesce(gross_annual_salary, '-infinity'::numeric)), id)",
  'CREATE INDEX vacancy_selection_code ON vacancy (lower(selection_code))',
  'CREATE INDEX vacancy_units ON vacancy USING gin (unit_ids)',
  'CREATE INDEX vacancy_named ON vacancy USING gin (named_ids)',
  'CREATE INDEX vacancy_text ON vacancy USING gin (text_nl, text_fr, text_en)',
];
