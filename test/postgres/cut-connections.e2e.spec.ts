import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Cast } from '../e2e/story.js';
import { TcpRelay } from '../spec/tcp-relay.js';
import { Installation } from './installation.js';
import { expectWhole, Load } from './load.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(240_000);

/** Few enough that something is in the middle of its answer. */
const BYTES = 3_000;
/** Longer than the lease lasts, and longer than a call to the log is tried again. */
const WHILE_AWAY_MS = { database: 3_000, log: 9_500 };

let server: TestPostgres;
let installation: Installation;
let relay: TcpRelay;

beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(() => server.stop());

beforeEach(async () => {
  installation = await Installation.start(server);
});
afterEach(async () => {
  relay.cut();
  await installation.remove();
});

describe('an instance whose connections are cut and refused for a while', () => {
  it('to PostgreSQL, in the middle of requests and batches: 503 from it, and it comes back by itself', async () => {
    relay = await TcpRelay.to(installation.portOf('DATABASE_URL'));
    const cutOff = await installation.instance(installation.through('DATABASE_URL', relay.port));
    const other = await installation.instance();
    const cast = await Cast.of(cutOff);
    const load = new Load([cutOff, other], await Promise.all([cast.dossier(), cast.dossier()]));
    for (const awayMs of [0, 200, WHILE_AWAY_MS.database]) {
      await load.more(40);
      await relay.cutWithin(BYTES);
      await sleep(awayMs);
      await relay.mend();
    }
    await load.more(40);
    await load.stop();
    expect([...load.failures]).toContain('503 database.unavailable');
    await expectWhole(installation, load, [cutOff, other]);
  });

  it('to KurrentDB, in the middle of appends and of what it follows: it waits, answers 503, and comes back', async () => {
    relay = await TcpRelay.to(installation.portOf('KURRENTDB_URL'));
    const cutOff = await installation.instance(installation.through('KURRENTDB_URL', relay.port));
    const other = await installation.instance();
    const cast = await Cast.of(cutOff);
    const load = new Load([cutOff, other], await Promise.all([cast.dossier(), cast.dossier()]));
    for (const awayMs of [0, 200, WHILE_AWAY_MS.log]) {
      await load.more(40);
      await relay.cutWithin(BYTES);
      await sleep(awayMs);
      await relay.mend();
    }
    await load.more(40);
    await load.stop();
    expect([...load.failures].join()).toMatch(/503 (store\.unavailable|outcome\.unknown)/);
    await expectWhole(installation, load, [cutOff, other]);
  });
});
