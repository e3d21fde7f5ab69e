import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readConfig } from '../../src/config/read-config.js';
import type { ReadingAnswer } from '../../src/readings/reading.answer.js';
import { openServiceStore } from '../../src/service-store/open-service-store.js';
import type { Client, Items, ProblemBody } from './client.js';
import { patience } from './place.js';
import { Service } from './service.js';
import { Cast, type Dossier, session } from './story.js';

jest.setTimeout(patience(120_000));

const NOBODY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';

let service: Service;
let cast: Cast;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
});
afterAll(() => service.remove());

/** A file with a placement and a session, at which nobody looked yet. */
async function newFile(): Promise<Dossier> {
  const file = await cast.dossier();
  await file.place('2024-01-08');
  await file.as.coach.record(`${file.path}/sessions`, session(file.ids.coachId, '2024-02-01'));
  return file;
}

const addressOf = ({ ids }: Dossier) => `/v1/candidates/${ids.candidateId}/readings`;

/** What somebody, the candidate unless said otherwise, is told of who looked, the newest first. */
function readings(file: Dossier, by: Client = file.as.candidate): Promise<readonly ReadingAnswer[]> {
  return by.all<ReadingAnswer>(addressOf(file));
}

/** Works on the service's own tables, beside it. */
async function inStore(work: (db: Awaited<ReturnType<typeof openServiceStore>>['db']) => Promise<unknown>) {
  const store = await openServiceStore(readConfig(service.env), () => undefined);
  await work(store.db).finally(() => store.close());
}

/** Runs `doorlopend` beside the service. */
async function run(...args: readonly string[]): Promise<string> {
  const command = promisify(execFile);
  const { stdout } = await command(process.execPath, [resolve('bin/doorlopend.mjs'), ...args], {
    env: { ...process.env, ...service.env },
  });
  return stdout;
}

describe('the looks at a file', () => {
  it('are shown to the candidate: who, when, at what and why, in words and without a name, the newest first', async () => {
    const file = await newFile();
    const before = new Date().toISOString();
    await file.as.coordinator.read(`${file.path}/sessions`);
    await file.as['case-director'].read(`${file.path}/limits`);
    await file.as.auditor.read(`/v1/candidates/${file.ids.candidateId}`);
    await file.as.employer.read(`${file.path}/plans`);
    const told = await readings(file);
    expect(told).toMatchObject([
      {
        who: 'werkgever bij Bakkerij De Halm',
        role: 'employer',
        partyId: file.ids.employerId,
        purpose: { code: 'work-together', text: 'samenwerken aan de werkplek' },
        kinds: expect.arrayContaining([{ kind: 'plan', text: 'uw plan, doelen en afspraken' }]),
        trajectoryId: file.ids.trajectoryId,
      },
      {
        who: 'toezichthouder bij Gemeente Voorbeeldstad',
        purpose: { text: 'toezicht op ingekochte begeleiding' },
        kinds: [{ kind: 'identity', text: 'wie u bent en hoe u te bereiken bent' }],
        trajectoryId: null,
      },
      {
        who: 'regisseur bij Gemeente Voorbeeldstad',
        purpose: { text: 'besluiten over de voorziening' },
        partyId: file.ids.funderId,
      },
      {
        who: 'coördinator bij Jobcoach Noord',
        purpose: { text: 'begeleiding organiseren' },
        subject: expect.stringMatching(/./),
      },
    ]);
    const moments = told.map(({ readAt }) => readAt);
    expect(moments).toEqual(moments.toSorted().reverse());
    expect((moments.at(-1) ?? '') >= before.slice(0, 19)).toBe(true);
    // A coordinator reads sessions without what was noted in confidence, and the log says no more than that.
    const kinds = told.at(-1)?.kinds.map(({ kind }) => kind);
    expect([kinds?.includes('session'), kinds?.includes('confidential-note')]).toEqual([true, false]);
  });

  it('hold none of the own coach or the candidate, and none of what was refused, not there or asked wrongly', async () => {
    const file = await newFile();
    const { coach, candidate, coordinator, administrator, employer } = file.as;
    for (const client of [coach, candidate]) {
      await client.read(`${file.path}/sessions`);
      await client.read(`/v1/candidates/${file.ids.candidateId}`);
    }
    const foreign = await newFile();
    for (const [client, path, status] of [
      [foreign.as.coordinator, `${file.path}/sessions`, 404],
      [administrator, `${file.path}/sessions`, 404],
      [employer, `${file.path}/sessions`, 404],
      [coordinator, `${file.path}/sessions/${NOBODY}`, 404],
      [coordinator, `${file.path}/sessions?limit=0`, 400],
      [coordinator, addressOf(file), 404],
      [service.stranger(), `${file.path}/sessions`, 401],
    ] as const) {
      expect([path, (await client.get(path)).status]).toEqual([path, status]);
    }
    await coordinator.record(`${file.path}/absences`, { from: '2024-03-01', kind: 'illness' });
    expect(await readings(file)).toEqual([]);
  });

  it('are of a former coach again once another coaches', async () => {
    const file = await newFile();
    const next = await cast.coach(file.ids.organisationId, 'Volgende Coachsma');
    await file.assign(next, '2024-06-01');
    await file.as.coach.read(`${file.path}/sessions`);
    expect(await readings(file)).toMatchObject([
      { who: 'jobcoach bij Jobcoach Noord', purpose: { text: 'terugkijken op de eigen begeleiding' } },
    ]);
  });

  it('leave lists of ids and deadlines out, and hold whom somebody finds by number', async () => {
    const file = await newFile();
    await file.as.coordinator.read('/v1/trajectories');
    await file.as.coordinator.read('/v1/tasks');
    expect(await readings(file)).toEqual([]);
    await file.as.coordinator.read('/v1/candidates?reference=K-0017');
    expect((await readings(file)).map(({ kinds }) => kinds.map(({ kind }) => kind))).toEqual([['identity']]);
  });

  it('come page by page, without a gap or a double', async () => {
    const file = await newFile();
    for (let look = 0; look < 5; look++) await file.as.coordinator.read(`${file.path}/placements`);
    const whole = await readings(file);
    expect(whole).toHaveLength(5);
    expect(await file.as.candidate.all(`${addressOf(file)}?limit=2`)).toEqual(whole);
  });

  it('are those at every registration of the candidate once two are merged', async () => {
    const file = await newFile();
    const { candidateId, organisationId, funderId } = file.ids;
    const details = { name: 'Jikke Kandidaatsma', reference: 'K-0018' };
    const duplicateId = await file.as.coordinator.record('/v1/candidates', details);
    const opening = { candidateId: duplicateId, funderId, organisationId, openedOn: '2024-01-01' };
    const trajectoryId = await file.as.coordinator.record('/v1/trajectories', opening);
    await file.as.coordinator.read(`/v1/trajectories/${trajectoryId}/placements`);
    expect(await readings(file)).toEqual([]);
    const merge = { duplicateId, reason: 'Tweemaal ingevoerd.' };
    await file.as.coordinator.record(`/v1/candidates/${candidateId}/merges`, merge);
    expect(await readings(file)).toMatchObject([{ trajectoryId }]);
  });

  it('are shown to the funder of the file as far as its own trajectories go, which is a look as well', async () => {
    const file = await newFile();
    const elsewhere = await cast.dossier({ candidateId: file.ids.candidateId });
    await file.as.coordinator.read(`${file.path}/placements`);
    await elsewhere.as.coordinator.read(`${elsewhere.path}/placements`);
    await elsewhere.as['case-director'].read(`/v1/candidates/${file.ids.candidateId}`);
    const parties = (told: readonly ReadingAnswer[]) => told.map(({ partyId }) => partyId);
    expect(parties(await readings(file, file.as['case-director']))).toEqual([file.ids.organisationId]);
    expect(parties(await readings(file, file.as.auditor))).toEqual([
      file.ids.funderId,
      file.ids.organisationId,
    ]);
    expect((await readings(file)).map(({ purpose }) => purpose.text)).toEqual([
      'nagaan wie het dossier heeft ingezien',
      'nagaan wie het dossier heeft ingezien',
      'besluiten over de voorziening',
      'begeleiding organiseren',
      'begeleiding organiseren',
    ]);
  });
});

describe('a look that cannot be recorded', () => {
  it('is answered 503 and given nothing, while the own coach and the candidate go on reading', async () => {
    const file = await newFile();
    const path = `${file.path}/events?limit=1`;
    await inStore((db) => db.schema.alterTable('reading').renameTo('elsewhere').execute());
    try {
      const { status, headers, body, text } = await file.as.coordinator.get<ProblemBody>(path);
      expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'reading.not-recorded', '1']);
      expect(headers.get('link')).toBeNull();
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(text).not.toContain(file.ids.coachId);
      await file.as.coach.read(path);
      await file.as.candidate.read(path);
      const absence = { from: '2024-03-01', kind: 'illness' };
      await file.as.coordinator.record(`${file.path}/absences`, absence);
    } finally {
      await inStore((db) => db.schema.alterTable('elsewhere').renameTo('reading').execute());
    }
    expect((await file.as.coordinator.get<Items>(path)).headers.get('link')).toContain('cursor=');
    expect(await readings(file)).toHaveLength(1);
  });
});

describe('the looks as records of Logboek Dataverwerkingen', () => {
  const TRACE = '0af7651916cd43dd8448eb211c80319c';
  const SPAN = 'b7ad6b7169203331';

  async function recordsIn(...options: readonly string[]) {
    const text = await run('export-readings', '-', ...options);
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('are written beside the running service: one per person, in the trace of the caller, with no word of who looked', async () => {
    const file = await newFile();
    await file.as['case-director'].traced(`${file.path}/sessions`, `00-${TRACE}-${SPAN}-01`);
    const [reading] = await readings(file);
    const records = await recordsIn();
    const [record, ...others] = records.filter(({ trace_id }) => trace_id === TRACE);
    expect(others).toEqual([]);
    expect(record).toEqual({
      trace_id: TRACE,
      span_id: expect.stringMatching(/^[0-9a-f]{16}$/),
      parent_span_id: SPAN,
      status: 'Ok',
      name: 'GET /v1/trajectories/:id/sessions',
      start_time: expect.any(Number),
      end_time: Date.parse(reading?.readAt ?? ''),
      resource: { attributes: { 'service.name': 'doorlopend', 'service.version': expect.any(String) } },
      attributes: {
        'dpl.core.processing_activity_id': 'urn:doorlopend:verwerking:decide-on-provision/v1',
        'dpl.core.data_subject_id': expect.stringMatching(/^[\w-]{43}$/),
        'dpl.core.data_subject_id_type': 'urn:doorlopend:kandidaat:hmac-sha256',
      },
    });
    expect(record?.span_id).not.toBe(SPAN);
    expect(Number(record?.start_time)).toBeLessThanOrEqual(Number(record?.end_time));
    const text = JSON.stringify(records);
    for (const hidden of [reading?.subject ?? '?', ...Object.values(file.ids)])
      expect(text).not.toContain(hidden);
    expect(new Set(records.map(({ span_id }) => span_id)).size).toBe(records.length);
  });

  it('go to a file of days, under the address of the own register, and never over another file', async () => {
    const file = await newFile();
    await file.as.coordinator.read(`${file.path}/placements`);
    const path = join(service.folder, 'records.jsonl');
    const day = new Date(Date.now()).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
    const printed = await run('export-readings', path, '--from', day, '--json');
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    expect(JSON.parse(printed)).toEqual({ readings: lines.length });
    expect(lines.length).toBeGreaterThan(0);
    await expect(run('export-readings', path)).rejects.toMatchObject({ code: 1 });
    await expect(run('export-readings', '-', '--from', 'gisteren')).rejects.toMatchObject({ code: 2 });
  });
});

describe('the operator of the machine', () => {
  it('leaves a trace too, by looking at everybody’s limits', async () => {
    const file = await newFile();
    await run('limits', '--json');
    expect(await readings(file)).toMatchObject([
      {
        who: 'beheerder van de machine',
        role: 'operator',
        partyId: null,
        purpose: { text: 'de dienst beheren' },
      },
    ]);
  });
});
