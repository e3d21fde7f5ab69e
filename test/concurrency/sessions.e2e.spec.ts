import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import type { Answer, Client } from '../e2e/client.js';
import { eventsOf, sessionIdsIn } from '../e2e/log.js';
import { Service } from '../e2e/service.js';
import { Cast, type Dossier, session } from '../e2e/story.js';

jest.setTimeout(60_000);

const SESSIONS = 100;

let service: Service;
let cast: Cast;
let dossier: Dossier;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
});

beforeEach(async () => {
  dossier = await cast.dossier();
});

afterAll(() => service.remove());

function record(coach: Client, number: number, key?: string): Promise<Answer> {
  const body = session(dossier.ids.coachId, '2024-04-01', { minutes: 1, summary: `Sessie ${number}.` });
  return coach.post(`${dossier.path}/sessions`, body, key === undefined ? {} : { key });
}

/** Checks that the log and every read model hold exactly the sessions that were answered. */
async function expectNoneLostNoneTwice(answers: readonly Answer[]): Promise<void> {
  const ids = answers.map(({ body }) => String(body.id));
  expect(new Set(ids).size).toBe(answers.length);
  const { as, path, ids: parties } = dossier;

  const log = await eventsOf(service.folder, parties.trajectoryId);
  expect(verifyChain(log)).toEqual({ ok: true });
  expect(log.map(({ revision }) => revision)).toEqual(log.map((_, index) => BigInt(index)));
  expect([...sessionIdsIn(log)].sort()).toEqual([...ids].sort());
  const revisions = answers.map(({ body }) => Number(body.revision)).sort((a, b) => a - b);
  expect(revisions).toEqual(answers.map((_, index) => log.length - answers.length + index));

  const read = await as.coordinator.all<{ id: string; summary: string }>(`${path}/sessions?limit=7`);
  expect(read.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(new Set(read.map(({ summary }) => summary)).size).toBe(answers.length);
  const { counts } = await as.coordinator.read<{ counts: object }>(path);
  expect(counts).toMatchObject({ sessions: answers.length, minutes: answers.length });
  const days = await as.coach.read(`/v1/coaches/${parties.coachId}/days?from=2024-04-01&to=2024-04-01`);
  expect(JSON.stringify(days)).toContain(`"minutes":${answers.length}`);
}

describe('a hundred sessions at once on one trajectory', () => {
  it('are all stored, none lost and none twice', async () => {
    const answers = await Promise.all(
      Array.from({ length: SESSIONS }, (_, number) => record(dossier.as.coach, number)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    await expectNoneLostNoneTwice(answers);
  });

  it('are each stored once though every one is sent three times with its key', async () => {
    const sent = await Promise.all(
      Array.from({ length: SESSIONS }, (_, number) =>
        Promise.all([1, 2, 3].map(() => record(dossier.as.coach, number, `sessie-${number}`))),
      ),
    );
    for (const copies of sent) {
      expect(copies.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
      expect(new Set(copies.map(({ text }) => text)).size).toBe(1);
    }
    await expectNoneLostNoneTwice(sent.flatMap((copies) => copies.slice(0, 1)));
  });

  it('are all stored when two processes on the same data take half of them each', async () => {
    const other = await service.again();
    try {
      const coach = await other.as({ role: 'coach', coach: dossier.ids.coachId });
      const answers = await Promise.all(
        Array.from({ length: SESSIONS }, (_, number) =>
          record(number % 2 === 0 ? dossier.as.coach : coach, number),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      await expectNoneLostNoneTwice(answers);
      // The process that does not keep the read models answers from them all the same.
      const read = await coach.all<{ id: string }>(`${dossier.path}/sessions`);
      expect(read).toHaveLength(SESSIONS);
    } finally {
      await other.kill();
    }
  });
});

describe('writes at once that cannot all be', () => {
  it('let through as many minutes as a day of the coach holds, over all candidates', async () => {
    const { trajectoryId: _, ...people } = dossier.ids;
    const another = await cast.dossier(people);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (__, number) =>
        dossier.as.coach.post(
          `${(number % 2 === 0 ? dossier : another).path}/sessions`,
          session(dossier.ids.coachId, '2024-04-02', { minutes: 120 }),
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(12);
    expect(answers.filter(({ body }) => body.code === 'coach-day.over-24-hours')).toHaveLength(18);
  });

  it('end a job once', async () => {
    const placementId = await dossier.place('2024-01-08');
    const ends = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        dossier.as.coordinator.post(`${dossier.path}/placements/${placementId}/endings`, {
          endedOn: `2024-06-${10 + index}`,
          reason: 'Het contract liep af.',
        }),
      ),
    );
    expect(ends.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(ends.filter(({ body }) => body.code === 'placement.already-ended')).toHaveLength(9);
  });
});
