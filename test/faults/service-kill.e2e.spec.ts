import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import type { Client } from '../e2e/client.js';
import { eventsOf, sessionIdsIn } from '../e2e/log.js';
import { Service } from '../e2e/service.js';
import { Cast, type Dossier, session } from '../e2e/story.js';

jest.setTimeout(90_000);

const KILLS = 5;
const CLIENTS = 8;
/** So many sessions are answered before each kill, and up to as many more. */
const ANSWERED_BETWEEN = 15;

let service: Service;
afterEach(() => service.remove());

/** Records sessions one after the other, each with a key of its own, and sends each until it is answered. */
class Writer {
  /** The id that the service gave for each key. */
  readonly acknowledged = new Map<string, string>();
  retries = 0;
  private stopped = false;

  constructor(
    private readonly name: string,
    private readonly dossier: Dossier,
    private readonly coach: () => Promise<Client>,
  ) {}

  async write(): Promise<void> {
    for (let number = 0; !this.stopped; number++) await this.untilAnswered(`${this.name}-${number}`);
  }

  stop(): void {
    this.stopped = true;
  }

  private async untilAnswered(key: string): Promise<void> {
    const { ids, path } = this.dossier;
    const body = session(ids.coachId, '2024-04-01', { minutes: 1, summary: `Sessie ${key}.` });
    for (;;) {
      const answer = await (await this.coach())
        .post(`${path}/sessions`, body, { key })
        .catch(() => undefined);
      if (answer?.status === 201 || answer?.status === 200) {
        this.acknowledged.set(key, String(answer.body.id));
        return;
      }
      // What a full day of the coach refuses is an answer too: enough has been written.
      if (answer?.body.code === 'coach-day.over-24-hours') return this.stop();
      if (answer !== undefined && answer.status < 500) throw new Error(`refused: ${answer.text}`);
      this.retries += 1;
      await sleep(20);
    }
  }
}

describe('a service that is killed while clients write', () => {
  it('has everything that it acknowledged, nothing twice, and read models as if nothing had happened', async () => {
    service = await Service.start();
    const dossiers = await manyDossiers(await Cast.of(service));
    // A key is the sender's own: whoever sends it again has to be the same subject.
    const coach = ({ ids }: Dossier, subject: string) =>
      service.as({ role: 'coach', coach: ids.coachId, subject });
    const writers = Array.from({ length: CLIENTS }, (_, index) => {
      const dossier = dossiers[index % dossiers.length] as Dossier;
      return new Writer(`client-${index}`, dossier, () => coach(dossier, `client-${index}`));
    });
    const writing = Promise.all(writers.map((writer) => writer.write()));
    const acknowledgedCount = () => writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
    const moreAnswers = async () => {
      const wanted = acknowledgedCount() + ANSWERED_BETWEEN * (1 + Math.random());
      while (acknowledgedCount() < wanted) await sleep(1);
    };
    for (let kill = 0; kill < KILLS; kill++) {
      await moreAnswers();
      await service.kill();
      service = await service.again();
    }
    await moreAnswers();
    for (const writer of writers) writer.stop();
    await writing;

    const acknowledged = writers.flatMap((writer) => [...writer.acknowledged.values()]);
    expect(acknowledged.length).toBeGreaterThan(KILLS * ANSWERED_BETWEEN);
    expect(writers.reduce((sum, { retries }) => sum + retries, 0)).toBeGreaterThan(0);
    const stored: string[] = [];
    for (const { ids } of dossiers) {
      const events = await eventsOf(service.folder, ids.trajectoryId);
      expect(verifyChain(events)).toEqual({ ok: true });
      stored.push(...sessionIdsIn(events));
    }
    expect(stored.sort()).toEqual(acknowledged.sort());

    const before = await answers(dossiers);
    await service.kill();
    for (const name of ['read.db', 'read.db-wal', 'read.db-shm']) {
      rmSync(join(service.folder, name), { force: true });
    }
    service = await service.again();
    expect(await answers(dossiers)).toEqual(before);
    expect(JSON.stringify(before)).toContain('Sessie client-0-0.');
  });
});

async function manyDossiers(cast: Cast): Promise<readonly Dossier[]> {
  const dossiers: Dossier[] = [];
  for (let index = 0; index < 4; index++) dossiers.push(await cast.dossier());
  return dossiers;
}

/** What every read model answers about the dossiers. */
async function answers(dossiers: readonly Dossier[]): Promise<readonly unknown[]> {
  const given: unknown[] = [];
  for (const { ids, path } of dossiers) {
    const coach = await service.as({ role: 'coach', coach: ids.coachId });
    const coordinator = await service.as({ role: 'coordinator', organisation: ids.organisationId });
    for (const part of ['sessions', 'timeline', 'events', 'placements', 'coach-assignments']) {
      given.push(await coordinator.all(`${path}/${part}?limit=200`));
    }
    const on = 'on=2024-06-01';
    for (const at of [path, `${path}/limits`, `/v1/candidates/${ids.candidateId}/continuity`]) {
      given.push(await coordinator.read(`${at}?${on}`));
    }
    given.push(await coordinator.all(`/v1/trajectories?${on}`));
    given.push(await coordinator.all('/v1/candidates?reference=K-0017'));
    given.push(await coach.read(`/v1/coaches/${ids.coachId}/days?from=2024-04-01&to=2024-04-30`));
  }
  return given;
}
