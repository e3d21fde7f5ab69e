import { join } from 'node:path';
import { sql } from 'kysely';
import type { BatchWriter } from '../../projections/runtime/batch-writer.js';
import type { Feed } from '../../projections/runtime/feed.js';
import type { Projection, Table } from '../../projections/runtime/projection.js';
import { ProjectionRuntime } from '../../projections/runtime/projection-runtime.js';
import type { RuntimeSettings } from '../../projections/runtime/settings.js';
import { openReadStore, type ReadStore } from '../../src/read-store/read-store.js';
import { WritingThread } from '../../src/read-store/writing-thread.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

const WRITING_PROGRAM = new URL('../spec/writing-program.mjs', import.meta.url);

/** A read store in a folder of its own, with everything that was opened on it closed at the end. */
export class ReadStoreFixture {
  readonly #folder = temporaryFolder();
  readonly #failures: unknown[] = [];
  readonly #closing: (() => Promise<void>)[] = [];

  get folder(): string {
    return this.#folder.path;
  }

  /** Another connection to the same file, as another process has. */
  open(): ReadStore {
    const store = openReadStore(this.#folder.path);
    this.#closing.push(() => store.close());
    return store;
  }

  /** A thread that stores batches in the same file. */
  writingThread(program: URL = WRITING_PROGRAM): WritingThread {
    const thread = new WritingThread(join(this.#folder.path, 'read.db'), program);
    this.#closing.push(() => thread.close());
    return thread;
  }

  /** A runtime with quick tempers, so that tests need not wait. */
  runtime(
    store: ReadStore,
    feed: Feed,
    projections: readonly Projection[],
    settings: Partial<RuntimeSettings> = {},
    onFailure: (error: unknown) => void = (error) => this.#failures.push(error),
    aside?: BatchWriter,
  ): ProjectionRuntime {
    const runtime = new ProjectionRuntime({
      db: store.writer,
      dialect: store.dialect,
      aside,
      feed,
      projections,
      blindIndex: async (text) => (typeof text === 'string' ? `blind:${text.normalize('NFC').trim()}` : null),
      settings: {
        retryDelayMs: 1,
        heartbeatMs: 10,
        standbyMs: 10,
        leaseMs: 300,
        failureDelayMs: 20,
        ...settings,
      },
      onFailure,
    });
    this.#closing.push(() => runtime.stop());
    return runtime;
  }

  /** Closes everything, and fails when a runtime met a failure that the test did not ask for. */
  async close(): Promise<void> {
    for (const close of this.#closing.reverse()) await close();
    this.#folder.remove();
    if (this.#failures.length > 0) throw new AggregateError(this.#failures, 'the runtime failed');
  }
}

/** Every row that the view shows, in key order, as it is stored. */
export async function rowsOf(store: ReadStore, table: Table): Promise<readonly unknown[]> {
  const order = sql.join(table.primaryKey.map((column) => sql.ref(column)));
  const { rows } = await sql`select * from ${sql.table(table.name)} order by ${order}`.execute(store.reader);
  return rows;
}

/** Waits until the condition holds. Rejects after five seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 6_000; tries++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it did not come true within half a minute');
}
