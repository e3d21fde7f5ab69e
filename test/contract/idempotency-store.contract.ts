import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IdempotencyStore } from '../../src/http/idempotency/idempotency-store.port.js';

/** Opens the same store once more, as another process or instance does; `remove` comes at the end of a test. */
export interface IdempotencyUnderTest {
  open(): Promise<IdempotencyStore>;
  /** Makes every key that is in it so many milliseconds older. */
  age(ms: number): Promise<void>;
  remove(): Promise<void>;
}

const ANSWER = { id: 'a', revision: 3, position: '7', location: '/v1/x' };
const DAY = 24 * 60 * 60 * 1000;

/** What every idempotency store keeps to, whichever database it is. */
export function idempotencyStoreContract(name: string, begin: () => Promise<IdempotencyUnderTest>): void {
  describe(`${name}, an idempotency store`, () => {
    let under: IdempotencyUnderTest;
    let opened: IdempotencyStore[];
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

    it('gives the same command for the same key and body, in this process and the next', async () => {
      const first = await (await open()).reserve('r', 'f');
      expect(await (await open()).reserve('r', 'f')).toEqual(first);
      expect(await (await open()).reserve('r', 'other')).toBe('conflict');
    });

    it('gives the answer once the command was completed', async () => {
      const store = await open();
      const reserved = await store.reserve('r', 'f');
      await store.complete('r', ANSWER);
      expect(await (await open()).reserve('r', 'f')).toEqual({ ...Object(reserved), previous: ANSWER });
    });

    it('forgets the keys whose answer names somebody, and no others', async () => {
      const store = await open();
      for (const [key, location] of [
        ['r', '/v1/candidates/one'],
        ['s', '/v1/trajectories/two/sessions'],
        ['t', '/v1/candidates/three'],
      ] as const) {
        await store.reserve(key, 'f');
        await store.complete(key, { ...ANSWER, location });
      }
      await store.forget(['one', 'two']);
      const other = await open();
      for (const key of ['r', 's']) {
        expect(await other.reserve(key, 'another body')).toEqual({ commandId: expect.any(String) });
      }
      expect(await other.reserve('t', 'another body')).toBe('conflict');
    });

    it('commits what was asked before it was closed, and takes nothing afterwards', async () => {
      const store = await open();
      await store.reserve('r', 'f');
      const completing = store.complete('r', ANSWER);
      await store.close();
      await completing;
      await expect(store.reserve('r', 'f')).rejects.toThrow('closed');
      expect(await (await open()).reserve('r', 'f')).toMatchObject({ previous: ANSWER });
    });

    it('gives two processes at once the same command', async () => {
      const stores = [await open(), await open()];
      const found = await Promise.all(Array.from({ length: 50 }, (_, n) => stores[n % 2]?.reserve('r', 'f')));
      expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(1);
    });

    it('forgets at a start what is older than seven days, and keeps what is younger', async () => {
      const store = await open();
      const old = await store.reserve('old', 'f');
      await under.age(1 * DAY + 1_000);
      const young = await store.reserve('young', 'f');
      await under.age(6 * DAY);
      const next = await open();
      expect(await next.reserve('young', 'f')).toEqual(young);
      expect(await next.reserve('old', 'f')).not.toEqual(old);
    });
  });
}
