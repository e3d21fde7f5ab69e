import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Sealed } from '../../domain/shared/protected.js';
import { FORGOTTEN } from '../../src/privacy/forgotten.js';
import { MasterKey } from '../../src/privacy/master-key.js';
import { Sealer } from '../../src/privacy/sealer.js';
import { SqlitePersonalKeys } from '../../src/privacy/sqlite/sqlite-personal-keys.js';
import { run } from '../e2e/import-runs.js';
import { Service } from '../e2e/service.js';
import { Cast, type Dossier } from '../e2e/story.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { AT_ONCE, done, eraseBy, manyOthers, personOf, secretsOf, TEXTS } from './erased-person.js';
import { foundIn } from './known-bytes.js';

jest.setTimeout(600_000);

const OTHERS = 1_000;
const place = temporaryFolder();
const data = join(place.path, 'data');
const old = join(place.path, 'old-backup');
const listFile = join(place.path, 'erasures.json');
let service: Service;
let cast: Cast;
let other: Dossier;
let person: Dossier;
let others: ReadonlyMap<string, string>;
let secrets: Readonly<Record<string, string | Buffer>>;
let countsBefore: object;
let requestId: string;
let logOfService = '';

/** What is counted of the person's file: dates, minutes and codes are no texts, and stay. */
async function counts(asker: Service): Promise<object> {
  const coordinator = await asker.as({ role: 'coordinator', organisation: person.ids.organisationId });
  const [hours, limits, sessions] = [
    await coordinator.read(`${person.path}/hours?on=2024-09-01`),
    await coordinator.read(`${person.path}/limits?on=2024-09-01`),
    await coordinator.read<{ items: readonly { id: string; minutes: number }[] }>(`${person.path}/sessions`),
  ];
  return { hours, limits, minutes: sessions.items.map(({ id, minutes }) => ({ id, minutes })) };
}

/** What everybody is called, by the read model and the keys as they lie. */
async function namesIn(folder: string): Promise<ReadonlyMap<string, unknown>> {
  const keys = SqlitePersonalKeys.open(
    join(folder, 'keys.db'),
    MasterKey.inFile(join(folder, 'secrets/master.key')),
  );
  const read = new Database(join(folder, 'read.db'), { readonly: true });
  const rows = read
    .prepare<[], { readonly candidate_id: string; readonly name: string }>(
      'SELECT candidate_id, name FROM candidate',
    )
    .all();
  read.close();
  const names = await new Sealer(keys).openAll(rows.map(({ name }) => JSON.parse(name) as Sealed));
  await keys.close();
  return new Map(rows.map(({ candidate_id }, index) => [candidate_id, names[index]]));
}

beforeAll(async () => {
  service = await Service.start({ ...AT_ONCE, DOORLOPEND_DATA: data });
  cast = await Cast.of(service);
  other = await cast.dossier();
  await other.place('2024-01-08');
  await other.session('2024-04-02', { summary: 'Een ander verhaal.' });
  person = await personOf(cast, other);
  const coordinator = person.as.coordinator;
  others = await manyOthers(coordinator, OTHERS);
  await coordinator.post(
    `${person.path}/employer-contacts`,
    { employerId: person.ids.employerId, on: '2024-05-03', minutes: 5, kind: 'check-in', summary: 'Kort.' },
    { key: 'een-sleutel' },
  );
  countsBefore = await counts(service);
  secrets = secretsOf(data, person.ids.candidateId);
  await run(place.path, ['backup', old, '--with-secrets', '--json']);
});

afterAll(async () => {
  await service.remove();
  place.remove();
});

describe('somebody who is forgotten', () => {
  it('was known, and had keys and a keyed hash in the files, before', async () => {
    const seen = await person.as.coordinator.read<{ items: readonly object[] }>(
      `/v1/candidates?reference=${TEXTS.reference}`,
    );
    expect(seen.items).toHaveLength(1);
    const found = foundIn([data, old], secrets);
    expect(found.some((one) => one.includes(': wrapped'))).toBe(true);
    expect(found.some((one) => one.includes(': index'))).toBe(true);
    expect(foundIn([data], TEXTS)).toEqual([]);
  });

  it('is forgotten once two accounts decided, while the service answers', async () => {
    requestId = await eraseBy(person, cast.administrator);
    const { candidateId } = person.ids;
    const request = await done(cast.administrator, candidateId, requestId);
    expect(request).toMatchObject({ status: 'carried-out', reason: null, parts: expect.any(Array) });
    const { items } = await person.as.coordinator.read<{ items: readonly object[] }>(
      `/v1/candidates?reference=${TEXTS.reference}`,
    );
    expect(items).toEqual([]);
    expect((await person.as.coordinator.read(`/v1/candidates/${candidateId}`)) as object).toMatchObject({
      reference: null,
    });
    const timeline = await person.as.coordinator.get(`${person.path}/timeline`);
    expect(timeline.status).toBe(200);
    const sessions = await person.as.candidate.get(`${person.path}/sessions`);
    for (const text of Object.values(TEXTS)) {
      expect(timeline.text).not.toContain(text);
      expect(sessions.text).not.toContain(text);
    }
    expect(await counts(service)).toEqual(countsBefore);
    const refused = await person.as.coach.post(`${person.path}/sessions`, {
      coachId: person.ids.coachId,
      on: '2024-04-09',
      minutes: 60,
      activity: 'guidance-at-work',
      form: 'workplace',
      summary: 'Toch nog een.',
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'candidate.erased' } });
  });

  it('is in no file any more: not in a database, a WAL, a backup or an export from after, or the log', async () => {
    const after = join(place.path, 'after');
    await run(place.path, ['backup', join(after, 'backup'), '--json']);
    const exported = await run(place.path, ['export', join(after, 'export.jsonl'), '--with-keys', '--json']);
    expect(exported).toMatchObject({ code: 0 });
    expect(await run(place.path, ['erasures', listFile, '--json'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"erasures":1'),
    });
    logOfService = service.log;
    writeFileSync(join(after, 'service.log'), logOfService);
    expect(foundIn([data, after], { ...TEXTS, ...secrets })).toEqual([]);
    await service.stop();
    expect(foundIn([data], { ...TEXTS, ...secrets })).toEqual([]);
  });

  it('left the others as they were', async () => {
    const names = await namesIn(data);
    expect(names.get(person.ids.candidateId)).toBe(FORGOTTEN);
    expect([...others].filter(([id, name]) => names.get(id) !== name)).toEqual([]);
    expect(names.size).toBe(OTHERS + 2);
  });

  it('stays forgotten through a rebuild and a start, with the counts as they were', async () => {
    expect(await run(place.path, ['rebuild', '--json'])).toMatchObject({ code: 0 });
    service = await service.again({ ...AT_ONCE, DOORLOPEND_DATA: data });
    expect(await counts(service)).toEqual(countsBefore);
    const coach = await service.as({ role: 'coach', coach: other.ids.coachId });
    expect((await coach.get(`${other.path}/sessions`)).text).toContain('Een ander verhaal.');
    expect(foundIn([data], { ...TEXTS, ...secrets })).toEqual([]);
  });

  it('does not come back with keys from before: the next start destroys them again', async () => {
    await service.stop();
    const [from, to] = [new Database(join(old, 'keys.db')), new Database(join(data, 'keys.db'))];
    const rows = from
      .prepare<[string], { readonly name: string; readonly wrapped: Buffer }>(
        'SELECT name, wrapped FROM keys WHERE name LIKE ? AND wrapped IS NOT NULL',
      )
      .all(`candidate/${person.ids.candidateId}/%`);
    for (const { name, wrapped } of rows) {
      to.prepare('UPDATE keys SET wrapped = ?, destroyed_at = NULL WHERE name = ?').run(wrapped, name);
    }
    from.close();
    to.close();
    expect(foundIn([data], secrets).length).toBeGreaterThan(0);
    service = await service.again({ ...AT_ONCE, DOORLOPEND_DATA: data });
    const deadline = Date.now() + 60_000;
    while (foundIn([data], secrets).length > 0 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(foundIn([data], secrets)).toEqual([]);
  });

  it('is forgotten in a backup from before that is put back with the list of erasures', async () => {
    const elsewhere = temporaryFolder();
    const restored = await run(elsewhere.path, ['restore', old, '--erased', listFile, '--json']);
    expect(restored).toMatchObject({ code: 0 });
    expect(JSON.parse(restored.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ keysDestroyed: 3 });
    expect(foundIn([elsewhere.path], secrets)).toEqual([]);
    const second = await Service.start({ ...AT_ONCE, DOORLOPEND_DATA: join(elsewhere.path, 'data') });
    const administrator = await second.as({ role: 'administrator' });
    const coordinator = await second.as({ role: 'coordinator', organisation: person.ids.organisationId });
    expect(await coordinator.read(`/v1/candidates/${person.ids.candidateId}`)).toMatchObject({
      reference: null,
    });
    expect((await administrator.get('/v1/erasure-requests')).status).toBe(200);
    expect(foundIn([elsewhere.path], { ...TEXTS, ...secrets })).toEqual([]);
    await second.remove();
    elsewhere.remove();
  });

  it('is forgotten where an export from before is brought in, once the one from after was', async () => {
    const elsewhere = temporaryFolder();
    const exported = join(place.path, 'after', 'export.jsonl');
    const brought = await run(elsewhere.path, ['import-events', exported, '--json']);
    expect(brought).toMatchObject({ code: 0 });
    expect(foundIn([elsewhere.path], { ...TEXTS, ...secrets })).toEqual([]);
    elsewhere.remove();
  });
});
