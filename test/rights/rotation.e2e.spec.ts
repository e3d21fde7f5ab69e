import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MasterKey } from '../../src/privacy/master-key.js';
import { rotateMasterKey } from '../../src/privacy/rotate-master-key.js';
import { SqlitePersonalKeys } from '../../src/privacy/sqlite/sqlite-personal-keys.js';
import { SqliteWrappedKeys } from '../../src/privacy/sqlite/sqlite-wrapped-keys.js';
import { run, start } from '../e2e/import-runs.js';
import { Service } from '../e2e/service.js';
import { Cast } from '../e2e/story.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

jest.setTimeout(240_000);

const place = temporaryFolder();
const data = join(place.path, 'data');
const file = join(data, 'secrets/master.key');
let service: Service;
let candidateId: string;
let organisationId: string;

beforeAll(async () => {
  service = await Service.start({ DOORLOPEND_DATA: data });
  const cast = await Cast.of(service);
  ({ candidateId, organisationId } = (await cast.dossier()).ids);
});

afterAll(async () => {
  await service.remove();
  place.remove();
});

async function referenceNow(): Promise<unknown> {
  const coordinator = await service.as({ role: 'coordinator', organisation: organisationId });
  return (await coordinator.read(`/v1/candidates/${candidateId}`)).reference;
}

describe('the keys of a person', () => {
  it('get a next version while the service runs, and what was there stays readable', async () => {
    const rotated = await run(place.path, ['rotate-keys', `candidate/${candidateId}`, '--json']);
    expect(rotated).toMatchObject({ code: 0 });
    expect(JSON.parse(rotated.stdout)).toEqual({
      keys: ['identity', 'narrative', 'confidential'].map(
        (one) => `candidate/${candidateId}/${one}/${one === 'identity' ? 2 : 1}`,
      ),
    });
    const candidate = await service.as({ role: 'candidate', candidate: candidateId });
    await candidate.record(`/v1/candidates/${candidateId}/consents`, {
      purpose: 'Na de nieuwe sleutel',
      given: true,
      on: '2024-03-01',
    });
    const { items } = await candidate.read<{ items: readonly { purpose: string }[] }>(
      `/v1/candidates/${candidateId}/consents`,
    );
    expect(items[0]?.purpose).toBe('Na de nieuwe sleutel');
    expect(await referenceNow()).toBe('K-0017');
    expect((await run(place.path, ['rotate-keys', 'iemand'])).code).toBe(2);
  });
});

describe('the master key', () => {
  it('is not replaced under a service that runs', async () => {
    const before = readFileSync(file);
    const refused = await run(place.path, ['rotate-master-key']);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Stop elke instantie') });
    expect(readFileSync(file)).toEqual(before);
    expect(await referenceNow()).toBe('K-0017');
  });

  it('is replaced, also by a run that was killed wherever it was, and everything is read as before', async () => {
    const before = readFileSync(file);
    await service.stop();
    for (const afterMs of [150, 400, 700]) {
      const running = start(place.path, ['rotate-master-key']);
      setTimeout(() => running.process.kill('SIGKILL'), afterMs);
      await running.ended;
    }
    const rotated = await run(place.path, ['rotate-master-key', '--json']);
    expect(rotated).toMatchObject({ code: 0 });
    expect(readFileSync(file)).not.toEqual(before);
    expect(existsSync(`${file}.next`)).toBe(false);
    service = await service.again({ DOORLOPEND_DATA: data });
    expect(await referenceNow()).toBe('K-0017');
  });
});

describe('a rotation that was cut off', () => {
  const folder = temporaryFolder();
  const [keysFile, keyFile] = [join(folder.path, 'keys.db'), join(folder.path, 'master.key')];
  const person = 'candidate/01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d' as const;

  it('between the wrapping and the changing of places is finished by the next run', async () => {
    const personal = SqlitePersonalKeys.open(keysFile, MasterKey.inFile(keyFile));
    const { identity } = await personal.toSeal(person, ['identity']);
    await personal.close();
    const keys = SqliteWrappedKeys.open(keysFile);
    await rotateMasterKey(keyFile, keys);
    // As if it had been killed before the files changed places.
    renameSync(keyFile, `${keyFile}.next`);
    renameSync(`${keyFile}.previous`, keyFile);
    expect(await rotateMasterKey(keyFile, keys)).toEqual({
      rewrapped: 0,
      previousFile: `${keyFile}.previous`,
    });
    await keys.close();
    const after = SqlitePersonalKeys.open(keysFile, MasterKey.inFile(keyFile));
    expect((await after.toSeal(person, ['identity'])).identity?.key.export()).toEqual(identity?.key.export());
    await after.close();
    folder.remove();
  });
});
