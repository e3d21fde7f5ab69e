import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { Service } from '../e2e/service.js';
import { Cast } from '../e2e/story.js';
import { until } from '../projections/read-store-fixture.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { Installation } from './installation.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(120_000);

let server: TestPostgres;
let installation: Installation;
let folder: ReturnType<typeof temporaryFolder>;
beforeAll(async () => {
  server = await TestPostgres.start();
  installation = await Installation.start(server);
  folder = temporaryFolder();
});
afterAll(async () => {
  await installation.remove();
  await server.stop();
  folder.remove();
});

/** The events of an export, by their stream and in its order; the positions in between are each store's own. */
function eventsIn(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return lines
    .filter(({ kind }) => kind === 'event')
    .map(({ position: _position, ...event }) => JSON.stringify(event))
    .sort();
}

it('a log that was kept on one machine moves to KurrentDB with PostgreSQL, its keys too, and is the same there', async () => {
  const embedded = await Service.start(installation.keyFiles);
  const dossier = await (await Cast.of(embedded)).dossier();
  await dossier.place('2024-02-01');
  const sessionId = await dossier.session('2024-03-05', { summary: 'Samen de planning gemaakt.' });
  const [there, back] = [join(folder.path, 'there.jsonl'), join(folder.path, 'back.jsonl')];
  await installation.runEmbedded(embedded.folder, 'export', there, '--with-keys');
  await embedded.remove();

  await installation.run('import-events', there);
  await installation.run('export', back, '--with-keys');
  expect(eventsIn(back)).toEqual(eventsIn(there));
  expect(eventsIn(there).length).toBeGreaterThan(8);

  const instance = await installation.instance();
  const coordinator = await instance.as({ role: 'coordinator', organisation: dossier.ids.organisationId });
  const path = `${dossier.path}/sessions/${sessionId}`;
  // The read models are built from the log that arrived.
  await until(async () => (await coordinator.get(path)).status === 200);
  const session = await coordinator.read(path);
  expect(session).toMatchObject({ summary: 'Samen de planning gemaakt.', minutes: 60 });
});
