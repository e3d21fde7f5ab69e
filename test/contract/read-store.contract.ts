import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { type BatchWriter, LocalBatchWriter } from '../../projections/runtime/batch-writer.js';
import type { Bookkeeping } from '../../projections/runtime/bookkeeping.js';
import { createBookkeeping } from '../../projections/runtime/bookkeeping.js';
import { defineTable } from '../../projections/runtime/define-table.js';
import type { RowDialect } from '../../projections/runtime/dialect.js';
import { ProjectionFailed } from '../../projections/runtime/errors.js';
import type { Generation } from '../../projections/runtime/generation.js';
import { createIndexes, switchTo } from '../../projections/runtime/generation-tables.js';
import { JsonText } from '../../projections/runtime/json-text.js';
import { Lease } from '../../projections/runtime/lease.js';
import { beginGeneration } from '../../projections/runtime/lineup.js';
import type { Projection, Row } from '../../projections/runtime/projection.js';
import { HandedOver } from './handed-over.js';

/** A store of read models as the contract needs it: a connection that writes, and another that reads. */
export interface StoreUnderTest {
  readonly writer: Kysely<Bookkeeping>;
  readonly reader: Kysely<Bookkeeping>;
  readonly dialect: RowDialect;
  close(): Promise<void>;
}

const table = defineTable({
  name: 'thing',
  columns: {
    area: { type: 'text' },
    number: { type: 'integer' },
    label: { type: 'text', nullable: true },
    done: { type: 'boolean' },
    note: { type: 'json', nullable: true },
  },
  primaryKey: ['area', 'number'],
  indexes: [['label']],
});
const keyOnly = defineTable({
  name: 'mark',
  columns: { area: { type: 'text' } },
  primaryKey: ['area'],
});
const projection: Projection = {
  name: 'things',
  version: 1,
  tables: [table, keyOnly],
  handles: [],
  apply: () => undefined,
};

const thing = (area: string, number: number, otherwise: Row = {}): Row => ({
  area,
  number,
  label: null,
  done: false,
  note: null,
  ...otherwise,
});

type Step =
  | {
      readonly do: 'put' | 'remove' | 'get';
      readonly area: string;
      readonly number: number;
      readonly label: string;
    }
  | { readonly do: 'list'; readonly area: string }
  | { readonly do: 'list-all' | 'hand-over' | 'write' | 'confirm' | 'commit' | 'fail' };

const area = fc.constantFrom('a', 'b', 'B', 'é');
const number = fc.integer({ min: 0, max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('put', 'remove', 'get'), area, number, label: fc.string() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('list'), area }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('list-all', 'hand-over', 'write', 'confirm', 'commit', 'fail'),
    }),
  },
) as fc.Arbitrary<Step>;

/** What every store of read models keeps to, whichever database it is. */
export function readStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name}, a store of read models`, () => {
    let store: StoreUnderTest;
    let lease: Lease;
    let writer: BatchWriter;
    let batches: Map<Generation, HandedOver>;
    beforeEach(async () => {
      store = await open();
      await createBookkeeping(store.writer);
      lease = new Lease('test', 60_000, store.dialect);
      await lease.take(store.writer);
      writer = new LocalBatchWriter(store.writer, store.dialect);
      batches = new Map();
    });
    afterEach(() => store.close());

    const begin = (served: boolean, cachedRows = 100): Promise<Generation> => {
      const { dialect, writer: db } = store;
      return beginGeneration(
        db,
        projection,
        { db, dialect, blindIndex: async () => null, cachedRows },
        served,
      );
    };
    const handedOver = (generation: Generation): HandedOver => {
      const known = batches.get(generation) ?? new HandedOver(generation, lease, writer);
      batches.set(generation, known);
      return known;
    };
    const commit = (generation: Generation): Promise<void> => handedOver(generation).commit();
    const shown = () =>
      store.reader
        .withTables<{ thing: Record<string, unknown> }>()
        .selectFrom('thing')
        .selectAll()
        .orderBy('area')
        .orderBy('number')
        .execute();

    it('gives values back as they were put, also after they were forgotten', async () => {
      const generation = await begin(true);
      const row = thing('a', 1, { label: "it's", done: true, note: { text: 'Zoë', list: [1, null] } });
      generation.rows.put(table, row);
      await commit(generation);
      generation.rows.discard(false);
      expect(await generation.rows.get(table, { area: 'a', number: 1 })).toEqual(row);
      expect(await generation.rows.get(table, { area: 'a', number: 2 })).toBeUndefined();
    });

    it('shows the rows through a view by the name of the table, json as text and boolean as 0 or 1', async () => {
      const generation = await begin(true);
      generation.rows.put(table, thing('a', 1, { done: true, note: ['x'] }));
      await commit(generation);
      expect(await shown()).toEqual([{ area: 'a', number: 1, label: null, done: 1, note: '["x"]' }]);
    });

    it('stores JSON text as it is, and gives the value of it back', async () => {
      const generation = await begin(true);
      generation.rows.put(table, thing('a', 1, { note: new JsonText('{"b":1,"a":[2]}') }));
      await commit(generation);
      expect(await shown()).toMatchObject([{ note: '{"b":1,"a":[2]}' }]);
      generation.rows.discard(false);
      const row = await generation.rows.get(table, { area: 'a', number: 1 });
      expect(row).toEqual(thing('a', 1, { note: { b: 1, a: [2] } }));
    });

    it('takes a value away, also when no row of the batch has one in its column', async () => {
      const generation = await begin(true);
      generation.rows.put(table, thing('a', 1, { label: 'gone', note: ['gone'] }));
      await commit(generation);
      generation.rows.put(table, thing('a', 1));
      await commit(generation);
      expect(await shown()).toEqual([{ area: 'a', number: 1, label: null, done: 0, note: null }]);
    });

    it('writes any number of rows, and of rows that are a key and nothing else', async () => {
      const generation = await begin(true);
      for (let n = 0; n < 333; n++) {
        generation.rows.put(table, thing('a', n));
        generation.rows.put(keyOnly, { area: `${n % 7}` });
      }
      await commit(generation);
      generation.rows.discard(false);
      expect(await generation.rows.list(table, { area: 'a' })).toHaveLength(333);
      expect(await generation.rows.list(keyOnly, {})).toHaveLength(7);
      for (let n = 0; n < 333; n += 2) generation.rows.remove(table, { area: 'a', number: n });
      await commit(generation);
      expect(await shown()).toHaveLength(166);
    });

    it.each([
      ['without a value that it must have', { area: 'a', number: 1, done: true }, 'label'],
      ['with a value of another type', thing('a', 1, { label: { text: 'no' } }), 'note'],
    ])('refuses a row %s, and blames the row', async (_, row, without) => {
      const generation = await begin(true);
      const { [without]: _left, ...rest } = row as Record<string, never>;
      generation.rows.put(table, without === 'label' ? { ...rest, done: null } : rest);
      const failure = await commit(generation).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ProjectionFailed);
      expect((failure as ProjectionFailed).cause).toBeInstanceOf(TypeError);
      expect(await shown()).toEqual([]);
    });

    it('refuses a list by columns that do not lead the key, and a table that is not its own', async () => {
      const { rows } = await begin(true);
      await expect(rows.list(table, { number: 1 })).rejects.toBeInstanceOf(TypeError);
      const strange = defineTable({ name: 'strange', columns: { id: { type: 'text' } }, primaryKey: ['id'] });
      expect(() => rows.put(strange, { id: 'x' })).toThrow(TypeError);
    });

    it('switches views in one transaction: before it the old rows, after it the new, never none', async () => {
      const old = await begin(true);
      old.rows.put(table, thing('a', 1, { label: 'old' }));
      await commit(old);
      const next = await begin(false);
      next.rows.put(table, thing('a', 1, { label: 'new' }));
      await commit(next);
      await createIndexes(store.writer, projection, next.number);
      expect(await shown()).toMatchObject([{ label: 'old' }]);
      // SQLite answers from before the switch, PostgreSQL waits for the end of it.
      let during: ReturnType<typeof shown> | undefined;
      await store.writer.transaction().execute(async (transaction) => {
        await switchTo(transaction, projection, next.number);
        during = shown();
      });
      expect(['old', 'new']).toContain((await during)?.[0]?.label);
      expect(await shown()).toMatchObject([{ label: 'new' }]);
    });

    it('answers like a plain map, whatever is put, removed, listed, handed over, stored or failed, in however small a cache', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 30, maxLength: 120 }),
          fc.integer({ min: 1, max: 8 }),
          async (steps, cached) => {
            const generation = await begin(false, cached);
            await answersLikeAMap(generation, steps, handedOver(generation));
          },
        ),
        { numRuns: 300 },
      );
    }, 60_000);
  });
}

async function answersLikeAMap(
  generation: Generation,
  steps: readonly Step[],
  batches: HandedOver,
): Promise<void> {
  let stored = new Map<string, Row>();
  let now = new Map<string, Row>();
  let everCommitted = false;
  const keyOf = (one: { area: string; number: number }) => `${one.area} ${one.number}`;
  const inOrder = (rows: Iterable<Row>) =>
    [...rows].sort((a, b) =>
      a.area === b.area ? Number(a.number) - Number(b.number) : String(a.area) < String(b.area) ? -1 : 1,
    );
  for (const one of steps) {
    switch (one.do) {
      case 'put': {
        const row = thing(one.area, one.number, { label: one.label });
        now.set(keyOf(one), row);
        generation.rows.put(table, row);
        break;
      }
      case 'remove':
        now.delete(keyOf(one));
        generation.rows.remove(table, { area: one.area, number: one.number });
        break;
      case 'get':
        expect(await generation.rows.get(table, { area: one.area, number: one.number })).toEqual(
          now.get(keyOf(one)),
        );
        break;
      case 'list':
        expect(await generation.rows.list(table, { area: one.area })).toEqual(
          inOrder([...now.values()].filter((row) => row.area === one.area)),
        );
        break;
      case 'list-all':
        expect(await generation.rows.list(table, {})).toEqual(inOrder(now.values()));
        break;
      case 'commit':
      case 'hand-over':
        if (one.do === 'commit') await batches.commit();
        else batches.handOver();
        stored = new Map(now);
        everCommitted = true;
        break;
      case 'write':
        await batches.write();
        break;
      case 'confirm':
        await batches.confirm();
        break;
      case 'fail':
        await batches.settle();
        generation.rows.discard(!everCommitted);
        now = new Map(stored);
        break;
    }
  }
}
