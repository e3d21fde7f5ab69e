import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { run } from '../e2e/import-runs.js';
import { Service } from '../e2e/service.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

jest.setTimeout(180_000);

/** So many candidates are acknowledged before the backup begins. */
const BEFORE = 40;
const place = temporaryFolder();
const folder = join(place.path, 'backup');
let service: Service;

beforeAll(async () => {
  service = await Service.start({ DOORLOPEND_DATA: join(place.path, 'data') });
});

afterAll(async () => {
  await service.remove();
  place.remove();
});

/** Registers candidates one after the other until it is told to stop; gives the ids that were acknowledged. */
async function registering(organisationId: string) {
  const coordinator = await service.as({ role: 'coordinator', organisation: organisationId });
  const ids: string[] = [];
  const stopping = new AbortController();
  const register = async (): Promise<void> => {
    const reference = `K${ids.length}`;
    ids.push(await coordinator.record('/v1/candidates', { name: `Kandidaat ${reference}`, reference }));
  };
  while (ids.length < BEFORE) await register();
  const ended = (async () => {
    while (!stopping.signal.aborted) await register();
  })();
  return {
    ids,
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

describe('a backup that is taken while the service records', () => {
  it('is restored in a new folder, where a service finds everything that was acknowledged before it', async () => {
    const administrator = await service.as({ role: 'administrator' });
    const organisation = await administrator.record('/v1/organisations', { name: 'Stap Verder BV' });
    const registrations = await registering(organisation);
    const acknowledged = [...registrations.ids];
    const made = await run(place.path, ['backup', folder, '--with-secrets', '--json']);
    await registrations.stop();
    expect(made).toMatchObject({ code: 0 });
    expect(registrations.ids.length).toBeGreaterThan(acknowledged.length);

    const elsewhere = temporaryFolder();
    const restored = await run(elsewhere.path, ['restore', folder]);
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('Start de dienst') });
    const second = await Service.start({ DOORLOPEND_DATA: join(elsewhere.path, 'data') });
    const coordinator = await second.as({ role: 'coordinator', organisation });
    for (const [number, id] of acknowledged.entries()) {
      const { items } = await coordinator.read<{ items: object[] }>(`/v1/candidates?reference=K${number}`);
      expect(items).toEqual([expect.objectContaining({ id, reference: `K${number}` })]);
    }
    await coordinator.record('/v1/candidates', { name: 'Wie daarna kwam', reference: 'K-daarna' });
    await second.remove();
    elsewhere.remove();
  });

  it('holds no read models, and is for the owner alone', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'events.db',
      'keys.db',
      'manifest.json',
      'operations.db',
      'secrets',
      'service.db',
    ]);
    for (const name of readdirSync(folder, { recursive: true }).map(String)) {
      const stats = statSync(join(folder, name));
      expect([name, stats.mode & 0o777]).toEqual([name, stats.isDirectory() ? 0o700 : 0o600]);
    }
  });

  it('holds no secrets unless they are asked for, and restoring says that the master key is still to come', async () => {
    const bare = join(place.path, 'bare');
    expect(await run(place.path, ['backup', bare])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('bewaar die sleutel elders'),
    });
    expect(existsSync(join(bare, 'secrets'))).toBe(false);
    const elsewhere = temporaryFolder();
    const restored = await run(elsewhere.path, ['restore', bare]);
    expect(restored).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Zet nu de hoofdsleutel terug'),
    });
    const again = await run(elsewhere.path, ['restore', bare]);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('(folder.not-empty)') });
    elsewhere.remove();
  });
});
