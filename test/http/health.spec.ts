import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Readiness } from '../../src/health/readiness.js';
import { bodyOf, House } from './house.js';

const house = new House();
beforeAll(() => house.start());
afterAll(async () => {
  await house.stop();
  house.forget();
});

describe('health', () => {
  it('lives and is ready without a token', async () => {
    expect(await (await fetch(`${house.url}/health/live`)).json()).toEqual({ status: 'live' });
    expect(await (await fetch(`${house.url}/health/ready`)).json()).toEqual({ status: 'ready' });
  });

  it('is not ready while a part is not, and says which and why', async () => {
    let reason: string | undefined = 'De leesmodellen worden bijgewerkt.';
    const readiness = house.app.get(Readiness, { strict: false });
    readiness.register({ name: 'read-models', check: () => reason });
    readiness.register({
      name: 'event-store',
      check: async () => {
        if (reason) throw new Error('geheim');
        return undefined;
      },
    });
    const answer = await house.ask('/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.headers.has('retry-after')).toBe(true);
    expect(bodyOf(answer).errors).toEqual([
      { code: 'read-models', detail: reason },
      { code: 'event-store', detail: 'Dit onderdeel antwoordt niet.' },
    ]);
    reason = undefined;
    expect((await house.ask('/health/ready')).status).toBe(200);
  });
});

describe('the metrics', () => {
  it('are for administrators only', async () => {
    expect((await fetch(`${house.url}/metrics`)).status).toBe(401);
    expect((await house.ask('/metrics')).status).toBe(403);
  });

  it('count requests by route, never by path', async () => {
    const authorization = `Bearer ${await house.token({ role: 'administrator' })}`;
    await house.ask('/v1/failures/hidden');
    const { status, headers, text } = await house.ask('/metrics', { headers: { authorization } });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toContain('route="/v1/failures/:kind",status="404"');
    expect(text).toContain('process_cpu_seconds_total');
  });
});
