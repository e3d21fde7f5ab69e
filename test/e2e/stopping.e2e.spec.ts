import { describe, expect, it, jest } from '@jest/globals';
import { patience } from './place.js';
import { Service } from './service.js';
import { Cast, session } from './story.js';

// Connections are kept open for longer than this when nobody closes them.
jest.setTimeout(patience(30_000));

describe('a service that is asked to end', () => {
  it('finishes the writes that are under way, ends before an idle connection would, and has them all when it is there again', async () => {
    const service = await Service.start();
    const cast = await Cast.of(service);
    const { as, ids, path } = await cast.dossier();
    const sent = Array.from({ length: 40 }, (_, index) =>
      as.coach.post(`${path}/sessions`, session(ids.coachId, '2024-04-01', { minutes: 1 }), {
        key: `k${index}`,
      }),
    );
    await Promise.race(sent);
    expect(await service.stop()).toBe(0);
    const answered = (await Promise.allSettled(sent)).filter(({ status }) => status === 'fulfilled');
    const acknowledged = answered.map(
      (it) => (it as PromiseFulfilledResult<{ status: number; body: { id?: unknown } }>).value,
    );
    const again = await service.again();
    const coach = await again.as({ role: 'coach', coach: ids.coachId });
    const stored = await coach.all<{ id: string }>(`${path}/sessions`);
    const kept = new Set(stored.map(({ id }) => id));
    for (const { status, body } of acknowledged) if (status === 201) expect(kept).toContain(body.id);
    await again.remove();
  });
});
