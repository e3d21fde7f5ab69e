import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { RecordedEvent } from '../../src/event-store/event-store.port.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { type Counts, countsOf, DOSSIERS, importInto, SESSIONS } from '../e2e/import-runs.js';
import { everythingIn } from '../moving/moves.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { Installation } from './installation.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(300_000);

const oneMachine = temporaryFolder();
let server: TestPostgres;
let installation: Installation;
beforeAll(async () => {
  server = await TestPostgres.start();
  installation = await Installation.start(server);
}, 120_000);
afterAll(async () => {
  await installation.remove();
  await server.stop();
  oneMachine.remove();
});

/** The rows that are in the log after an import: stored by it, or found there. */
const rowsThere = ({ accepted, repeated }: Counts): number => accepted + repeated;

it('the example spreadsheets come into KurrentDB with PostgreSQL as they do on one machine, and nothing comes twice', async () => {
  const expected = await importInto(oneMachine.path);
  const counts = countsOf(await installation.start('import', DOSSIERS, SESSIONS, '--json').ended);
  for (const sheet of ['dossiers', 'sessions'] as const) {
    const { rows, refused } = expected[sheet];
    expect(counts[sheet]).toMatchObject({ rows, refused });
    // Where an append had to be sent again, on a machine that is slow, its rows may be told as found there.
    expect(rowsThere(counts[sheet])).toBe(rowsThere(expected[sheet]));
  }
  const refusedIn = (file: string | null) => readFileSync(file ?? '', 'utf8');
  expect(refusedIn(counts.refusedFile)).toBe(refusedIn(expected.refusedFile));

  const store = SqliteEventStore.open(join(oneMachine.path, 'data', 'events.db'));
  const onOneMachine = await everythingIn(store);
  await store.close();
  const { events } = await installation.contents();
  expect(tally(events as readonly RecordedEvent[])).toEqual(tally(onOneMachine));
});

/** How many events there are of each type. */
function tally(events: readonly RecordedEvent[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
