/*
 * Every table of the service's database but those of the read models, which the runtime makes and a rebuild makes again.
 * A table that a migration makes stands in exactly one of these lists; a test compares them with the database.
 */

/** Rows that a backup copies as they are. What a foreign key refers to comes before who refers. */
export const COPIED_TABLES: readonly string[] = [
  'account',
  'account_identity',
  'account_role',
  'account_log',
  'one_time_link',
  'sign_in_session',
  'program',
  'used_assertion',
  'reading',
];

/** Rows that lie in the log of a backup: the wrapped personal keys, and in its first line whose they are. */
export const TABLES_WITH_THE_LOG: readonly string[] = ['personal_key', 'meta'];

/** Rows that a backup leaves out. */
export const TABLES_LEFT_OUT: readonly string[] = [
  // Seven days old at the most: a request that is repeated afterwards is a second fact, as it is after that week.
  'idempotency',
  // Minutes old: who is in the middle of signing in begins again.
  'sign_in_attempt',
  'request_count',
  // Whatever is done daily is done once more.
  'daily_chore',
  // The migrations that were made say so themselves in the place that a backup is restored in.
  'kysely_migration',
  'kysely_migration_lock',
];
