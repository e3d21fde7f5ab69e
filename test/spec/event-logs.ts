import { join } from 'node:path';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import { KurrentDbEventStore } from '../../src/event-store/kurrentdb/kurrentdb-event-store.js';
import { CommittingThread } from '../../src/event-store/sqlite/committing-thread.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { TestDatabase } from '../doubles/kurrentdb/test-database.js';
import { temporaryFolder } from './temporary-folder.js';

const COMMITTING_PROGRAM = new URL('./committing-program.mjs', import.meta.url);

/** A log for one test, which other processes can open by its place. */
export interface EventLog {
  readonly place: string;
  open(): EventStore;
  /** Closes what was opened here and takes the log away. */
  end(): Promise<void>;
}

export type MakeEventLog = () => Promise<EventLog>;

/** Every kind of log that the service can be kept in. */
export const EVENT_LOGS: readonly [name: string, make: MakeEventLog][] = [
  ['SQLite', sqliteLog],
  ['KurrentDB', kurrentDbLog],
];

export async function sqliteLog(): Promise<EventLog> {
  const folder = temporaryFolder();
  return eventLog(join(folder.path, 'events.db'), async () => folder.remove());
}

/** As a service that serves keeps it. */
export async function inThreadLog(): Promise<EventLog> {
  const folder = temporaryFolder();
  const place = join(folder.path, 'events.db');
  const open = () => SqliteEventStore.open(place, new CommittingThread(place, COMMITTING_PROGRAM));
  return eventLog(place, async () => folder.remove(), open);
}

export async function kurrentDbLog(): Promise<EventLog> {
  const database = await TestDatabase.start();
  return eventLog(`${database.address}#${database.namespace}`, () => database.end());
}

/** The store at a place: an address of KurrentDB with a namespace behind `#`, or a file of SQLite. */
export function storeAt(place: string): EventStore {
  const [address = '', namespace] = place.split('#');
  return namespace === undefined
    ? SqliteEventStore.open(place)
    : KurrentDbEventStore.open(address, { namespace });
}

function eventLog(place: string, takeAway: () => Promise<void>, openStore = () => storeAt(place)): EventLog {
  const opened: EventStore[] = [];
  return {
    place,
    open: () => {
      const store = openStore();
      opened.push(store);
      return store;
    },
    end: async () => {
      for (const store of opened) await store.close();
      await takeAway();
    },
  };
}
