import type { DatabaseSchema } from '../../sqlite/open-database.js';

/* STORAGE. A destroyed key keeps its row, without the key: so it is known to have been there, and is not made again. */
const FIRST = `
CREATE TABLE keys (
  name TEXT PRIMARY KEY,
  wrapped BLOB,
  created_at TEXT NOT NULL,
  destroyed_at TEXT,
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
) STRICT;
`;

/** The file `keys.db`. */
export const keysSchema: DatabaseSchema = { migrations: [FIRST], pragmas: ['secure_delete = ON'] };
