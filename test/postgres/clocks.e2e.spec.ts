import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Service } from '../e2e/service.js';
import { Cast, type Dossier } from '../e2e/story.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { Installation } from './installation.js';
import { caughtUp, expectWhole, Load } from './load.js';
import { ShiftableClock } from './shiftable-clock.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(480_000);

const HOUR = 3_600_000;
/** More than a test takes, and nothing beside an hour. */
const MINUTES = 10 * 60_000;
/** How long another instance may take to keep the read models up instead of the one that is gone. */
const SECONDS = 8_000;
/** Longer than a lease lasts that nobody renews. */
const LEASE_MS = 2_500;

/** A machine that does much else may keep a holder from its work for seconds. One whose lease is stolen loses it all the time. */
const BUSY = 4;

const folder = temporaryFolder();
let server: TestPostgres;
let installation: Installation;

beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(async () => {
  await server.stop();
  folder.remove();
});

beforeEach(async () => {
  installation = await Installation.start(server);
});
afterEach(() => installation.remove());

async function twoDossiers(instance: Service): Promise<readonly [Dossier, Dossier]> {
  const cast = await Cast.of(instance);
  return Promise.all([cast.dossier(), cast.dossier()]);
}

async function expectReady(...instances: readonly Service[]): Promise<void> {
  for (const { url } of instances) expect((await fetch(`${url}/health/ready`)).status).toBe(200);
}

/** Every instant in the log is one of these minutes, whoever recorded it. */
async function expectRecordedNow({ ids }: Dossier): Promise<void> {
  const apart = (await installation.eventsOf(ids.trajectoryId)).map(({ metadata }) =>
    Math.abs(Date.parse(metadata.recordedAt) - Date.now()),
  );
  expect(Math.max(...apart)).toBeLessThan(MINUTES);
}

describe('instances whose clocks are an hour wrong', () => {
  it('neither take the lease from its holder nor keep it when they are gone, and record the right time', async () => {
    const ahead = new ShiftableClock(folder.path, 'ahead');
    const behind = new ShiftableClock(folder.path, 'behind');
    ahead.shift(HOUR);
    behind.shift(-HOUR);
    const first = await installation.instance(behind.env);
    const second = await installation.instance(ahead.env);
    const dossiers = await twoDossiers(first);
    const { fencing } = await installation.lease();
    const load = new Load([first, second], dossiers);
    await load.more(100);
    await sleep(LEASE_MS);
    await expectReady(first, second);
    expect((await installation.lease()).fencing).toBeLessThan(fencing + BUSY);

    load.leave(first);
    await first.kill();
    expect(await caughtUp(second, dossiers[0])).toBeLessThan(SECONDS);
    const third = await installation.instance(behind.env);
    load.join(third);
    load.leave(second);
    await second.kill();
    expect(await caughtUp(third, dossiers[0])).toBeLessThan(SECONDS);
    await load.stop();

    expect([...load.failures]).toEqual([]);
    await expectRecordedNow(dossiers[0]);
    await expectWhole(installation, load, [third]);
  });
});

describe('the instance that keeps the read models up', () => {
  it('has its clock jump ahead and back: it goes on, and is followed within seconds once it is gone', async () => {
    const clock = new ShiftableClock(folder.path, 'jumps');
    const holder = await installation.instance(clock.env);
    const other = await installation.instance();
    const dossiers = await twoDossiers(holder);
    const { fencing } = await installation.lease();
    const load = new Load([holder, other], dossiers);
    for (const jump of [HOUR, -HOUR, 0, HOUR]) {
      clock.shift(jump);
      await load.more(50);
      await sleep(LEASE_MS);
      await expectReady(holder, other);
    }
    expect((await installation.lease()).fencing).toBeLessThan(fencing + BUSY);
    load.leave(holder);
    await holder.kill();
    expect(await caughtUp(other, dossiers[0])).toBeLessThan(SECONDS);
    await load.stop();
    expect([...load.failures]).toEqual([]);
    await expectRecordedNow(dossiers[0]);
    await expectWhole(installation, load, [other]);
  });
});
