import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { Service } from '../e2e/service.js';
import { Cast } from '../e2e/story.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { AT_ONCE, done, eraseBy, personOf, secretsOf, TEXTS } from './erased-person.js';
import { foundIn } from './known-bytes.js';

jest.setTimeout(300_000);

const place = temporaryFolder();
const data = join(place.path, 'data');
let service: Service;

beforeAll(async () => {
  service = await Service.start({ ...AT_ONCE, DOORLOPEND_DATA: data });
});

afterAll(async () => {
  await service.remove();
  place.remove();
});

it('goes on forgetting at the next start, wherever it was killed', async () => {
  for (const afterMs of [0, 40, 150]) {
    const cast = await Cast.of(service);
    const person = await personOf(cast);
    const { candidateId, organisationId } = person.ids;
    const secrets = secretsOf(data, candidateId);
    expect(Object.keys(secrets)).toHaveLength(7);
    const requestId = await eraseBy(person, cast.administrator);
    await pause(afterMs);
    await service.kill();
    service = await service.again({ ...AT_ONCE, DOORLOPEND_DATA: data });
    const coordinator = await service.as({ role: 'coordinator', organisation: organisationId });
    expect(await done(coordinator, candidateId, requestId)).toMatchObject({ status: 'carried-out' });
    expect(foundIn([data], { ...TEXTS, ...secrets })).toEqual([]);
  }
});
