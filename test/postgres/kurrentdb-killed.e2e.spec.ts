import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Cast } from '../e2e/story.js';
import { Installation } from './installation.js';
import { expectWhole, Load } from './load.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(240_000);

let server: TestPostgres;
let installation: Installation;

beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(() => server.stop());

beforeEach(async () => {
  installation = await Installation.start(server);
});
afterEach(() => installation.remove());

describe('the log, when it is killed beneath running instances', () => {
  it('and again between commit and acknowledgement: all that was acknowledged is there once it is back', async () => {
    const instances = [await installation.instance(), await installation.instance()];
    const cast = await Cast.of(instances[0] as (typeof instances)[0]);
    const load = new Load(instances, await Promise.all([cast.dossier(), cast.dossier()]));
    await load.more(60);
    await installation.killLog();
    await sleep(1_000);
    // Each time it dies right after a commit that nobody was told of.
    for (const appends of [0, 7, 20]) {
      await installation.restartLog(appends);
      await installation.logDied();
    }
    await sleep(9_500);
    await installation.restartLog();
    await load.more(60);
    await load.stop();
    expect([...load.failures].join()).toMatch(/503 (store\.unavailable|outcome\.unknown)/);
    await expectWhole(installation, load, instances);
  });
});
