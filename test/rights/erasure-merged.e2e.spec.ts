import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Service } from '../e2e/service.js';
import { Cast } from '../e2e/story.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { AT_ONCE, done, eraseBy, personOf, secretsOf, TEXTS } from './erased-person.js';
import { foundIn } from './known-bytes.js';

jest.setTimeout(180_000);

const place = temporaryFolder();
const data = join(place.path, 'data');
let service: Service;
let cast: Cast;

beforeAll(async () => {
  service = await Service.start({ ...AT_ONCE, DOORLOPEND_DATA: data });
  cast = await Cast.of(service);
});

afterAll(async () => {
  await service.remove();
  place.remove();
});

describe('somebody with two registrations', () => {
  it('is forgotten under both, whichever the request was made under', async () => {
    const person = await personOf(cast);
    const { candidateId, organisationId } = person.ids;
    const coordinator = person.as.coordinator;
    const duplicateId = await coordinator.record('/v1/candidates', {
      name: 'W. Zandbergen',
      reference: 'DUBBEL-1',
    });
    await coordinator.record(`/v1/candidates/${candidateId}/merges`, {
      duplicateId,
      reason: 'Tweemaal ingevoerd.',
    });
    const secrets = { ...secretsOf(data, candidateId), ...secretsOf(data, duplicateId) };
    const requestId = await eraseBy(person, cast.administrator);
    expect(await done(cast.administrator, candidateId, requestId)).toMatchObject({ status: 'carried-out' });
    const reads = await service.as({ role: 'coordinator', organisation: organisationId });
    expect(foundIn([data], { ...TEXTS, ...secrets })).toEqual([]);
    const { items } = await reads.read<{ items: readonly object[] }>('/v1/candidates?reference=DUBBEL-1');
    expect(items).toEqual([]);
  });
});

describe('somebody of whom a part is forgotten', () => {
  it('is still known by name, and what was said in confidence is gone', async () => {
    const person = await personOf(cast);
    const { candidateId } = person.ids;
    const partly = {
      decision: 'partly',
      parts: ['confidential'],
      exception: 'legal-duty',
      reason: 'De declaraties moeten bewaard blijven.',
    };
    const requestId = await eraseBy(person, cast.administrator, partly);
    expect(await done(person.as.candidate, candidateId, requestId)).toMatchObject({
      status: 'carried-out',
      parts: ['confidential'],
      reason: 'De declaraties moeten bewaard blijven.',
    });
    const { text } = await person.as.candidate.get(`/v1/candidates/${candidateId}/copy`);
    expect(text).toContain(TEXTS.name);
    expect(text).toContain(TEXTS.summary);
    expect(text).not.toContain(TEXTS.note);
    await person.session('2024-04-09', { summary: 'Ging verder.' });
    const note = { summary: 'Nog een.', confidentialNote: 'In vertrouwen.' };
    const refused = await person.as.coach.post(`${person.path}/sessions`, {
      coachId: person.ids.coachId,
      on: '2024-04-10',
      minutes: 30,
      activity: 'guidance-at-work',
      form: 'workplace',
      ...note,
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'candidate.erased' } });
  });
});
