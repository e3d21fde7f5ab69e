import { expect } from '@jest/globals';
import type { Kysely } from 'kysely';
import { applyBatch } from '../../projections/runtime/batch.js';
import { LocalBatchWriter } from '../../projections/runtime/batch-writer.js';
import { type Bookkeeping, createBookkeeping } from '../../projections/runtime/bookkeeping.js';
import { stretchOf } from '../../projections/runtime/feed.js';
import { createIndexes } from '../../projections/runtime/generation-tables.js';
import { Lease } from '../../projections/runtime/lease.js';
import { beginGeneration } from '../../projections/runtime/lineup.js';
import type { ProjectedEvent, Projection } from '../../projections/runtime/projection.js';
import type { ReadStore } from '../../src/read-store/read-store.js';
import { ReadStoreFixture, rowsOf } from './read-store-fixture.js';

type Batches = readonly (readonly ProjectedEvent[])[];

/** Ways in which the same events can reach a projection; each must leave the same rows. */
const DELIVERIES: Readonly<Record<string, (events: readonly ProjectedEvent[]) => Batches>> = {
  'in one batch': (events) => [events],
  'one by one': (events) => events.map((event) => [event]),
  'each twice in a batch': (events) => [events.flatMap((event) => [event, event])],
  'each twice, a batch each': (events) => events.flatMap((event) => [[event], [event]]),
  'all of them twice': (events) => [events, events],
};

/** Applies the events in every way of delivery, and proves that the rows are the same; the store is left to ask. */
export async function projected(
  fixture: ReadStoreFixture,
  projections: readonly Projection[],
  events: readonly ProjectedEvent[],
): Promise<ReadStore> {
  const store = fixture.open();
  await deliver(store, projections, [events]);
  const expected = await allRows(store, projections);
  for (const [delivery, batchesOf] of Object.entries(DELIVERIES)) {
    const other = new ReadStoreFixture();
    const otherStore = other.open();
    await deliver(otherStore, projections, batchesOf(events));
    expect({ delivery, rows: await allRows(otherStore, projections) }).toEqual({ delivery, rows: expected });
    await other.close();
  }
  return store;
}

/** Every row of every table, by table. */
export async function allRows(
  store: ReadStore,
  projections: readonly Projection[],
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables: Record<string, readonly unknown[]> = {};
  for (const table of projections.flatMap((projection) => projection.tables)) {
    tables[table.name] = await rowsOf(store, table);
  }
  return tables;
}

/** Builds read models in a new store from these batches, each applied in its turn. */
export async function deliver(
  store: ReadStore,
  projections: readonly Projection[],
  batches: Batches,
): Promise<void> {
  const db: Kysely<Bookkeeping> = store.writer.withTables<Bookkeeping>();
  await createBookkeeping(db);
  const { dialect } = store;
  const lease = new Lease('test', 60_000, dialect);
  await lease.take(db);
  const writer = new LocalBatchWriter(db, dialect);
  const blindIndex = async (text: unknown) => `index of ${JSON.stringify(text)}`;
  const parts = { db, dialect, blindIndex, cachedRows: 2 };
  for (const projection of projections) {
    const generation = await beginGeneration(db, projection, parts, true);
    await createIndexes(db, projection, generation.number);
    for (const batch of batches) {
      await applyBatch({ db, writer, lease, now: Date.now }, [generation], stretchOf(batch), []);
    }
  }
}
