import { eventsSchema } from '../../src/event-store/sqlite/schema.js';
import { openDatabase } from '../../src/sqlite/open-database.js';

/** One event, as little as the table of the log can hold. */
export interface BareEvent {
  readonly id: string;
  readonly stream: string;
  readonly data: string;
}

/** Stores an event and resolves, with its position, when it is on disk. */
export type BareInsert = (event: BareEvent) => Promise<number>;

const HASH = '0'.repeat(64);

/**
 * The least that can put an event durably into a table like the service's own log: the same columns, keys and triggers,
 * WAL and synchronous=FULL. With `grouped` the inserts of one turn of the event loop share a commit, else each has its own.
 */
export function bareInsert(file: string, grouped: boolean, metadata: string): BareInsert {
  const database = openDatabase(file, eventsSchema);
  const revisions = new Map<string, number>();
  const insert = database.prepare(
    'INSERT INTO events (stream, revision, id, type, schema_version, data, metadata, hash, previous_hash) ' +
      "VALUES (?, ?, ?, 'SessionRecorded', 1, ?, ?, ?, ?)",
  );
  const store = ({ id, stream, data }: BareEvent): number => {
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    return Number(insert.run(stream, revision, id, data, metadata, HASH, HASH).lastInsertRowid);
  };
  if (!grouped) return async (event) => store(event);

  let waiting: { readonly event: BareEvent; readonly stored: (position: number) => void }[] = [];
  const commit = (): void => {
    const group = waiting;
    waiting = [];
    database.exec('BEGIN IMMEDIATE');
    const positions = group.map(({ event }) => store(event));
    database.exec('COMMIT');
    for (const [index, { stored }] of group.entries()) stored(positions[index] as number);
  };
  return (event) =>
    new Promise((stored) => {
      if (waiting.length === 0) setImmediate(commit);
      waiting.push({ event, stored });
    });
}
