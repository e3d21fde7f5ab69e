import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Service } from '../e2e/service.js';
import { Cast } from '../e2e/story.js';
import { AT_ONCE, done, eraseBy, personOf, TEXTS } from '../rights/erased-person.js';
import { Installation } from './installation.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(240_000);

let server: TestPostgres;
let installation: Installation;
let one: Service;
let other: Service;

beforeAll(async () => {
  server = await TestPostgres.start();
  installation = await Installation.start(server, { settings: AT_ONCE });
  one = await installation.instance();
  other = await installation.instance();
}, 120_000);

afterAll(async () => {
  await installation.remove();
  await server.stop();
});

it('two instances forget somebody once, whichever was asked, and neither of them reads a text any more', async () => {
  const cast = await Cast.of(one);
  const person = await personOf(cast);
  const { candidateId } = person.ids;
  const candidates = await Promise.all(
    [one, other].map((instance) => instance.as({ role: 'candidate', candidate: candidateId })),
  );
  for (const candidate of candidates) {
    expect((await candidate.get(`${person.path}/sessions`)).text).toContain(TEXTS.note);
  }
  const requestId = await eraseBy(person, await other.as({ role: 'administrator' }));
  await done(await one.as({ role: 'administrator' }), candidateId, requestId);
  for (const candidate of candidates) {
    const { status, text } = await candidate.get(`${person.path}/sessions`);
    expect(status).toBe(200);
    for (const known of Object.values(TEXTS)) expect(text).not.toContain(known);
    const copy = await candidate.read<{ facts: readonly { type: string }[] }>(
      `/v1/candidates/${candidateId}/copy`,
    );
    expect(copy.facts.filter(({ type }) => type === 'CandidateErased')).toHaveLength(1);
  }
});

it('the master key is not replaced under instances that run', async () => {
  await expect(installation.run('rotate-master-key')).rejects.toThrow('Stop elke instantie');
  const coordinator = (await (await Cast.of(one)).dossier()).as.coordinator;
  expect((await coordinator.get('/v1/candidates?reference=K-0017')).text).toContain('K-0017');
});
