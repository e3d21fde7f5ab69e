import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SqliteIdempotencyStore } from '../../src/http/idempotency/sqlite-idempotency-store.js';

let folder: string;
const opened: SqliteIdempotencyStore[] = [];
const open = () => {
  const store = new SqliteIdempotencyStore(join(folder, 'operations.db'));
  opened.push(store);
  return store;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorlopend-idempotency-'));
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const ANSWER = { id: 'a', revision: 3, position: '7', location: '/v1/x' };
const DAY = 24 * 60 * 60 * 1000;

describe('the idempotency store', () => {
  it('gives the same command for the same key and body, in this process and the next', async () => {
    const first = await open().reserve('r', 'f');
    expect(await open().reserve('r', 'f')).toEqual(first);
    expect(await open().reserve('r', 'other')).toBe('conflict');
  });

  it('gives the answer once the command was completed', async () => {
    const store = open();
    const reserved = await store.reserve('r', 'f');
    await store.complete('r', ANSWER);
    expect(await open().reserve('r', 'f')).toEqual({ ...Object(reserved), previous: ANSWER });
  });

  it('commits what was asked before it was closed, and takes nothing afterwards', async () => {
    const store = open();
    const reserving = store.reserve('r', 'f');
    const completing = store.complete('r', ANSWER);
    await store.close();
    await Promise.all([reserving, completing]);
    await expect(store.reserve('r', 'f')).rejects.toThrow('closed');
    expect(await open().reserve('r', 'f')).toMatchObject({ previous: ANSWER });
  });

  it('gives two processes at once the same command', async () => {
    const stores = [open(), open()];
    const found = await Promise.all(Array.from({ length: 50 }, (_, n) => stores[n % 2]?.reserve('r', 'f')));
    expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('forgets at a start what is older than seven days, and keeps what is younger', async () => {
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now');
    clock.mockReturnValue(now - 7 * DAY - 1000);
    const old = await open().reserve('old', 'f');
    clock.mockReturnValue(now - 6 * DAY);
    const young = await open().reserve('young', 'f');
    clock.mockReturnValue(now);
    const store = open();
    expect(await store.reserve('young', 'f')).toEqual(young);
    expect(await store.reserve('old', 'f')).not.toEqual(old);
  });
});
