import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoreTables } from '../../src/service-store/migrations.js';
import type { ServiceStore } from '../../src/service-store/service-store.js';

/** Opens the same store once more, as another process or instance does; `remove` comes at the end of a test. */
export interface ServiceStoreUnderTest {
  open(): Promise<ServiceStore>;
  remove(): Promise<void>;
}

const READING: StoreTables['reading'] = {
  reading_id: '01920000-0000-7000-8000-000000000001',
  candidate_id: '01920000-0000-7000-8000-00000000000a',
  trajectory_id: null,
  started_at: '2026-03-02T08:59:59.990Z',
  read_at: '2026-03-02T09:00:00.000Z',
  subject: 's',
  role: 'coordinator',
  party_id: null,
  purpose: 'p',
  purpose_version: 1,
  kinds: '["session"]',
  route: '/v1/trajectories/{id}/sessions',
  trace_id: '0af7651916cd43dd8448eb211c80319c',
  parent_span_id: null,
  span_id: 'b7ad6b7169203331',
};

/** What every service store keeps to, whichever database it is. */
export function serviceStoreContract(name: string, begin: () => Promise<ServiceStoreUnderTest>): void {
  describe(`${name}, a service store`, () => {
    let under: ServiceStoreUnderTest;
    let opened: ServiceStore[];
    const open = async () => {
      const store = await under.open();
      opened.push(store);
      return store;
    };
    beforeEach(async () => {
      under = await begin();
      opened = [];
    });
    afterEach(async () => {
      for (const store of opened) await store.close();
      await under.remove();
    });

    it('is made once, by however many open it at the same time, and shows each what another wrote', async () => {
      const stores = await Promise.all([open(), open(), open(), open()]);
      await stores[0]?.db.insertInto('reading').values(READING).execute();
      for (const { db } of stores) {
        expect(await db.selectFrom('reading').selectAll().execute()).toEqual([READING]);
      }
    });

    it('keeps nothing of a transaction that failed', async () => {
      const { db } = await open();
      const failing = db.transaction().execute(async (transaction) => {
        await transaction.insertInto('reading').values(READING).execute();
        await transaction.insertInto('reading').values(READING).execute();
      });
      await expect(failing).rejects.toThrow();
      expect(await db.selectFrom('reading').selectAll().execute()).toEqual([]);
    });
  });
}
