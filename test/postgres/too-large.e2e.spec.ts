import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Cast, session } from '../e2e/story.js';
import { Installation } from './installation.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(240_000);

/** Less than a server takes by default, so that a plan reaches it. */
const MOST_BYTES = 16 * 1024;

let server: TestPostgres;
let installation: Installation;
beforeAll(async () => {
  server = await TestPostgres.start();
  installation = await Installation.start(server, { mostBytesPerAppend: MOST_BYTES });
}, 60_000);
afterAll(async () => {
  await installation.remove();
  await server.stop();
});

describe('a command that is larger than the log takes at once', () => {
  it('is a 413 that says what to do, and stores nothing; what came with it is stored', async () => {
    const instance = await installation.instance();
    const { ids, path, as } = await (await Cast.of(instance)).dossier();
    const before = await installation.eventsOf(ids.trajectoryId);
    const plan = { goals: Array.from({ length: 30 }, (_, n) => `Doel ${n} ${'en '.repeat(160)}.`) };
    const [large, small] = await Promise.all([
      as.coach.post(`${path}/plans`, plan, { key: 'large' }),
      as.coach.post(`${path}/sessions`, session(ids.coachId, '2024-04-01'), { key: 'small' }),
    ]);
    expect(large).toMatchObject({
      status: 413,
      body: {
        code: 'command.too-large',
        title: 'Te groot',
        detail: expect.stringMatching(/niets vastgelegd/),
      },
    });
    expect(small.status).toBe(201);
    const types = (await installation.eventsOf(ids.trajectoryId)).map(({ type }) => type);
    expect(types.slice(before.length)).toEqual(['SessionRecorded']);

    // The same key may try again with less: a refused command is not remembered.
    expect(await as.coach.post(`${path}/plans`, plan, { key: 'large' })).toMatchObject({ status: 413 });
    expect(await as.coach.post(`${path}/plans`, { goals: ['Op tijd komen'] })).toMatchObject({ status: 201 });
  });
});
