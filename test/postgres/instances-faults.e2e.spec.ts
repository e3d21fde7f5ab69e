import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Service } from '../e2e/service.js';
import { Cast, type Dossier } from '../e2e/story.js';
import { Installation } from './installation.js';
import { caughtUp, expectWhole, Load } from './load.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(240_000);

/** How long another instance may take to keep the read models up instead of the one that is gone. */
const SECONDS = 8_000;

let server: TestPostgres;
let installation: Installation;
/** The first one keeps the read models up, the other stands by. */
let projecting: Service;
let other: Service;
let dossiers: readonly [Dossier, Dossier];

beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(() => server.stop());

beforeEach(async () => {
  installation = await Installation.start(server);
  projecting = await installation.instance();
  other = await installation.instance();
  const cast = await Cast.of(projecting);
  dossiers = await Promise.all([cast.dossier(), cast.dossier()]);
}, 60_000);
afterEach(() => installation.remove());

describe('the instance that keeps the read models up', () => {
  it('is killed in mid-work: the other takes over within seconds, and nothing is missing or there twice', async () => {
    const load = new Load([projecting, other], dossiers);
    await load.more(100);
    load.leave(projecting);
    await projecting.kill();
    expect(await caughtUp(other, dossiers[0])).toBeLessThan(SECONDS);
    await load.more(50);
    await load.stop();
    await expectWhole(installation, load, [other]);
  });

  it('stalls in mid-work and wakes up when another has taken over: it can write nothing any more', async () => {
    const load = new Load([projecting, other], dossiers);
    await load.more(100);
    load.leave(projecting);
    projecting.signal('SIGSTOP');
    expect(await caughtUp(other, dossiers[0])).toBeLessThan(SECONDS);
    await load.more(50);
    projecting.signal('SIGCONT');
    await load.more(50);
    await load.stop();
    await expectWhole(installation, load, [other]);
    expect(await caughtUp(projecting, dossiers[0])).toBeLessThan(SECONDS);
  });
});

describe('a database that is killed in mid-transaction', () => {
  it('is answered with 503 while it is away; then all goes on, and nothing acknowledged is lost', async () => {
    const load = new Load([projecting, other], dossiers);
    await load.more(100);
    await server.kill();
    await sleep(1_500);
    await server.restart();
    await load.more(100);
    await load.stop();
    expect([...load.failures]).toContain('503 database.unavailable');
    await expectWhole(installation, load, [projecting, other]);
  });
});
