import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OldReadings } from '../../src/readings/old-readings.js';
import type { ReadingEntry, RecordedReading } from '../../src/readings/reading-entry.js';
import { ReadingLog } from '../../src/readings/reading-log.js';
import { newSpanId, newTrace } from '../../src/readings/trace-context.js';
import type { ServiceStore } from '../../src/service-store/service-store.js';
import { newId } from '../../src/shared/ids.js';
import { SetClock } from '../spec/set-clock.js';
import type { ServiceStoreUnderTest } from './service-store.contract.js';

const MINUTE = 60_000;
const AT = Date.parse('2026-03-02T09:00:00.000Z');
const [CANDIDATE, DUPLICATE, OTHER] = [newId(), newId(), newId()];
const config = { readings: { register: 'urn:test:', keptYears: 5 } };

function look(readAt: number, more: Partial<ReadingEntry> = {}): ReadingEntry {
  return {
    candidateId: CANDIDATE,
    trajectoryId: undefined,
    startedAt: readAt - 12,
    readAt,
    subject: 'account-1',
    role: 'coordinator',
    partyId: undefined,
    purpose: 'organise-coaching',
    purposeVersion: 1,
    kinds: ['session', 'plan'],
    route: 'GET /v1/trajectories/:id/sessions',
    trace: newTrace(),
    spanId: newSpanId(),
    ...more,
  };
}

const withoutId = ({ id: _, ...entry }: RecordedReading): ReadingEntry => entry;

/** What the log of who looked keeps to, whichever database it lies in. */
export function readingsContract(name: string, begin: () => Promise<ServiceStoreUnderTest>): void {
  describe(`who looked, in ${name}`, () => {
    let under: ServiceStoreUnderTest;
    let store: ServiceStore;
    let log: ReadingLog;

    beforeEach(async () => {
      under = await begin();
      store = await under.open();
      log = new ReadingLog(store);
    });
    afterEach(async () => {
      await store.close();
      await under.remove();
    });

    const readAts = async (ids = [CANDIDATE], before?: string, limit = 100) =>
      (await log.page({ candidateIds: ids }, { before, limit })).map(({ readAt }) => (readAt - AT) / MINUTE);

    async function all(stretch = {}): Promise<readonly RecordedReading[]> {
      const found: RecordedReading[] = [];
      for await (const reading of log.all(stretch)) found.push(reading);
      return found;
    }

    it('comes back as it was recorded, with a trajectory, a party and a caller or without', async () => {
      const trace = { ...newTrace(), parentSpanId: newSpanId() };
      const whole = look(AT + MINUTE, { trajectoryId: newId(), partyId: newId(), trace });
      await log.record([look(AT), whole]);
      const [newest, oldest] = await log.page({ candidateIds: [CANDIDATE] }, { limit: 2 });
      expect(newest && withoutId(newest)).toEqual(whole);
      expect(oldest).toMatchObject({ trajectoryId: undefined, partyId: undefined, readAt: AT });
    });

    it('is given the newest first, of every registration of one person and nobody else, page after page', async () => {
      for (const minute of [3, 1, 2]) await log.record([look(AT + minute * MINUTE)]);
      await log.record([look(AT + 4 * MINUTE, { candidateId: DUPLICATE }), look(AT, { candidateId: OTHER })]);
      expect(await readAts()).toEqual([3, 2, 1]);
      expect(await readAts([CANDIDATE, DUPLICATE])).toEqual([4, 3, 2, 1]);
      const [, second] = await log.page({ candidateIds: [CANDIDATE] }, { limit: 2 });
      expect(await readAts([CANDIDATE], second?.id)).toEqual([1]);
      expect(await readAts([])).toEqual([]);
    });

    it('is narrowed to trajectories, and to parties where it was about no trajectory', async () => {
      const [trajectoryId, elsewhere, partyId, stranger] = [newId(), newId(), newId(), newId()];
      await log.record([
        look(AT + MINUTE, { trajectoryId, partyId: stranger }),
        look(AT + 2 * MINUTE, { trajectoryId: elsewhere, partyId }),
        look(AT + 3 * MINUTE, { partyId }),
        look(AT + 4 * MINUTE, { partyId: stranger }),
      ]);
      const of = async (within: { trajectoryIds: string[]; partyIds: string[] }) =>
        (await log.page({ candidateIds: [CANDIDATE], within }, { limit: 9 })).map(
          ({ readAt }) => (readAt - AT) / MINUTE,
        );
      expect(await of({ trajectoryIds: [trajectoryId], partyIds: [partyId] })).toEqual([3, 1]);
      expect(await of({ trajectoryIds: [], partyIds: [] })).toEqual([]);
    });

    it('that comes in together is written together, and each knows when its own is there', async () => {
      const many = Array.from({ length: 30 }, (_, index) => log.record([look(AT + index * MINUTE)]));
      await Promise.all(many);
      expect(await readAts()).toHaveLength(30);
      // More than one statement takes, still all or nothing.
      await log.record(Array.from({ length: 1_201 }, (_, index) => look(AT + index, { candidateId: OTHER })));
      expect(await readAts([OTHER], undefined, 2_000)).toHaveLength(1_201);
    });

    it('that cannot be written is not acknowledged, and what comes afterwards is', async () => {
      await store.db.schema.alterTable('reading').renameTo('elsewhere').execute();
      const failed = await Promise.allSettled([log.record([look(AT)]), log.record([look(AT + MINUTE)])]);
      expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      await store.db.schema.alterTable('elsewhere').renameTo('reading').execute();
      await log.record([look(AT + 2 * MINUTE)]);
      expect(await readAts()).toEqual([2]);
    });

    it('is told by stretches that meet without a gap or a double, the oldest first', async () => {
      await log.record(Array.from({ length: 1_201 }, (_, index) => look(AT + index)));
      const parts = [await all({ until: AT + 700 }), await all({ from: AT + 700 })];
      expect(parts.map(({ length }) => length)).toEqual([700, 501]);
      expect(parts.flat().map(({ readAt }) => readAt - AT)).toEqual(
        Array.from({ length: 1_201 }, (_, i) => i),
      );
    });

    it('is removed after its term, once a day over all instances, and not before', async () => {
      const clock = new SetClock('2031-03-02T09:00:00.000Z');
      const instances = [1, 2].map(() => new OldReadings(new ReadingLog(store), store, clock, config));
      const removed = () => Promise.all(instances.map((one) => one.removeDaily()));
      const midnight = Date.parse('2026-03-02T00:00:00.000Z');
      await log.record([look(midnight - 1), look(midnight - 2), look(midnight), look(midnight + MINUTE)]);
      expect((await removed()).toSorted()).toEqual([2, undefined]);
      expect(await removed()).toEqual([undefined, undefined]);
      expect(await all()).toHaveLength(2);
      clock.pass(24 * 60 * 60);
      expect((await removed()).toSorted()).toEqual([2, undefined]);
      expect(await all()).toEqual([]);
    });
  });
}
