import type { DatabaseSchema } from '../../sqlite/open-database.js';

/*
 * STORAGE. `data` and `metadata` are RFC 8785 JSON text. A position is given under the write lock, so the order of
 * positions is the order of commits and the feed can never skip one that was committed late.
 */
const FIRST = `
CREATE TABLE events (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  data TEXT NOT NULL,
  metadata TEXT NOT NULL,
  hash TEXT NOT NULL,
  previous_hash TEXT,
  UNIQUE (stream, revision)
) STRICT;

CREATE TRIGGER events_are_not_updated BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'an event is never updated'); END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;

-- INSERT OR REPLACE deletes without firing a delete trigger; only ever adding past the end leaves it nothing to replace.
CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE position = NEW.position)
  OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND revision >= NEW.revision)
BEGIN SELECT RAISE(ABORT, 'an event is never replaced'); END;
`;

/** The file `events.db`. */
export const eventsSchema: DatabaseSchema = {
  migrations: [FIRST],
  // A page that is written often then goes to the database file once for many commits; the WAL stays near 16 MB.
  pragmas: ['wal_autocheckpoint = 4000', 'journal_size_limit = 67108864'],
};
