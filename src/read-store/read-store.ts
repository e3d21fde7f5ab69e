import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { ReadDatabase } from '../../projections/read-database.js';
import type { BatchWriter } from '../../projections/runtime/batch-writer.js';
import { type RowDialect, sqliteRows } from '../../projections/runtime/dialect.js';
import { connect } from './connect.js';
import { WritingThread } from './writing-thread.js';

/** Where the read models lie. It can always be built again from the event log. */
export interface ReadStore {
  /** For queries. */
  readonly reader: Kysely<ReadDatabase>;
  /** For the projection runtime only: it is in a transaction for most of the time. */
  readonly writer: Kysely<unknown>;
  /** Stores batches in another thread, for a process that builds and does nothing else. */
  readonly aside: BatchWriter;
  readonly dialect: RowDialect;
  close(): Promise<void>;
}

/** The injection token of the read store. */
export const READ_STORE = Symbol('READ_STORE');

/** Opens `read.db` in the folder, creating both where they are not there yet. */
export function openReadStore(folder: string): ReadStore {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'read.db');
  const writer = connect<unknown>(file);
  const reader = connect<ReadDatabase>(file);
  const aside = new WritingThread(file);
  return {
    reader,
    writer,
    aside,
    dialect: sqliteRows,
    close: async () => {
      await aside.close();
      await reader.destroy();
      await writer.destroy();
    },
  };
}
