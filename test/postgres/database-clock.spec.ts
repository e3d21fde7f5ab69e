import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PostgresIdempotencyStore } from '../../src/http/idempotency/postgres-idempotency-store.js';
import { DatabaseClock } from '../../src/postgres/database-clock.js';
import { openServiceDatabase, timeOf } from '../../src/postgres/service-database.js';
import { SystemClock } from '../../src/shared/clock.js';
import { TestPostgres } from './test-postgres.js';

const HOUR = 3_600_000;
/** More than any answer takes here, and nothing beside an hour. */
const MOMENT = 60_000;

let server: TestPostgres;
beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(() => server.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

/** A clock that is asked by hand only. */
const follow = (ask: () => Promise<number>) => DatabaseClock.follow(ask, 2 ** 30);

describe('the clock of an instance', () => {
  it('is that of the database, whatever its own machine says and however that jumps', async () => {
    const database = await openServiceDatabase(await server.database());
    const real = Date.now();
    const machine = jest.spyOn(Date, 'now').mockReturnValue(real + HOUR);
    const time = await follow(() => timeOf(database));
    const clock = new SystemClock(time.epochMs);
    for (const jump of [HOUR, -HOUR, 40 * 24 * HOUR]) {
      machine.mockReturnValue(real + jump);
      expect(Math.abs(Date.parse(clock.now()) - real)).toBeLessThan(MOMENT);
      await time.adjust();
      expect(Math.abs(Date.parse(clock.now()) - (await timeOf(database)))).toBeLessThan(MOMENT);
    }
    time.stop();
    await database.destroy();
  });

  it('goes with the database when that is put right, and on by itself while it is away', async () => {
    let answer: () => Promise<number> = async () => 1_000_000;
    const time = await follow(() => answer());
    answer = async () => 1_000_000 + HOUR;
    await time.adjust();
    const after = time.epochMs();
    expect(after).toBeGreaterThanOrEqual(1_000_000 + HOUR - 1);
    answer = () => Promise.reject(new Error('away'));
    await time.adjust();
    expect(time.epochMs()).toBeGreaterThanOrEqual(after);
    time.stop();
  });

  it('never runs backwards by what an answer cannot tell', async () => {
    const began = performance.now();
    const real = () => 1_000_000 + performance.now() - began;
    const time = await follow(async () => real());
    for (let round = 0; round < 20; round += 1) {
      const before = time.epochMs();
      await new Promise((done) => setTimeout(done, 2));
      await time.adjust();
      expect(time.epochMs()).toBeGreaterThanOrEqual(before);
    }
    time.stop();
  });
});

describe('the keys of requests', () => {
  it('age by the clock of the database: an instance a month ahead drops none', async () => {
    const url = await server.database();
    const ahead = Date.now() + 30 * 24 * HOUR;
    jest.spyOn(Date, 'now').mockReturnValue(ahead);
    const first = await PostgresIdempotencyStore.open(await openServiceDatabase(url));
    const reserved = await first.reserve('key', 'body');
    const second = await PostgresIdempotencyStore.open(await openServiceDatabase(url));
    expect(await second.reserve('key', 'body')).toEqual(reserved);
    await Promise.all([first.close(), second.close()]);
  });
});
