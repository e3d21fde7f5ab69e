import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Cast, type Dossier } from '../e2e/story.js';
import { Installation } from './installation.js';
import { expectWhole, Load } from './load.js';
import { SmallDisk } from './small-disk.js';
import { databaseOwner, TestPostgres } from './test-postgres.js';

jest.setTimeout(240_000);

/** A new database takes eight, and the read models of a test less than the rest. */
const MEGABYTES = 48;

const disk = SmallDisk.mount(MEGABYTES, databaseOwner());
let server: TestPostgres;

beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(async () => {
  await server.stop();
  disk?.remove();
});

if (disk === undefined) {
  console.warn(
    'Not run: the full disk of PostgreSQL needs a file system of its own, and this user may not mount one.',
  );
}

const whereItCanBeFilled = disk === undefined ? describe.skip : describe;

whereItCanBeFilled('a database whose disk is full', () => {
  it('refuses with 503 what it cannot store, goes on reading, and by itself once there is room', async () => {
    const installation = await Installation.start(server, { tablespace: disk?.folder });
    try {
      const instances = [await installation.instance(), await installation.instance()] as const;
      const cast = await Cast.of(instances[0]);
      const dossiers = await Promise.all([cast.dossier(), cast.dossier()]);
      const load = new Load(instances, dossiers);
      await load.more(60);
      disk?.fill();
      while (![...load.failures].includes('503 database.unavailable')) await sleep(20);
      // What stands in the read models is still to be read.
      const { ids, path } = dossiers[0] as Dossier;
      const coach = await instances[1].as({ role: 'coach', coach: ids.coachId });
      expect((await coach.get(`${path}?position=0`)).status).toBe(200);
      await sleep(2_000);
      disk?.makeRoom();
      await load.more(60);
      await load.stop();
      await expectWhole(installation, load, instances);
    } finally {
      await installation.remove();
    }
  });
});
