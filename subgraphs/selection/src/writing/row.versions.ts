/**
 * Every version of rows of a table that keeps its history, with the instant until which it stood: `superseded_at`, of the
 * newest one `infinity`. `whose` is a condition on the rows as they stand, `kept`.
 */
export const versionsOf = (table: string, whose: string): string =>
  `SELECT kept.*, 'infinity'::timestamptz AS superseded_at FROM ${table} kept WHERE ${whose}
   UNION ALL
   SELECT earlier.*, past.superseded_at FROM ${table} kept JOIN ${table}_history past ON past.id = kept.id
   CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, past.state) earlier WHERE ${whose}`;
