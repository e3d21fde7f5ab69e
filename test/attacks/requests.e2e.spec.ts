import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../e2e/client.js';
import { patience } from '../e2e/place.js';
import { Service } from '../e2e/service.js';
import { Cast, type Dossier } from '../e2e/story.js';

const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>';

let service: Service;
let own: Dossier;
let foreign: Dossier;
beforeAll(async () => {
  service = await Service.start();
  const cast = await Cast.of(service);
  own = await cast.dossier();
  foreign = await cast.dossier();
}, patience(60_000));
afterAll(() => service.remove());

/** Whatever was tried, the service is there and has nothing that went wrong in its log. */
afterEach(async () => {
  expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
  for (const line of service.log.split('\n').filter(Boolean)) {
    expect(JSON.parse(line)).not.toMatchObject({ level: 50 });
  }
});

/** What a bare connection is answered to these bytes. */
async function raw(bytes: string): Promise<string> {
  const socket = open();
  socket.write(bytes);
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  await once(socket, 'close');
  return answer;
}

function open(): Socket {
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  return socket;
}

describe('a number of somebody else', () => {
  it('in the path answers as one that there is not, and stores nothing', async () => {
    const coach = own.as.coach;
    const path = `/v1/trajectories/${foreign.ids.trajectoryId}`;
    const before = await foreign.as.coordinator.read<{ items: object[] }>(`${path}/events`);
    const session = { coachId: own.ids.coachId, on: '2024-03-04', minutes: 60, activity: 'training' };
    const answer = await coach.post<ProblemBody>(`${path}/sessions`, {
      ...session,
      form: 'phone',
      summary: 'x',
    });
    expect([answer.status, answer.body.code]).toEqual([404, 'trajectory.not-found']);
    expect((await coach.get(path)).status).toBe(404);
    expect(await foreign.as.coordinator.read(`${path}/events`)).toEqual(before);
  });

  it('in the body records nothing for them', async () => {
    const path = `/v1/trajectories/${own.ids.trajectoryId}/sessions`;
    const session = { coachId: foreign.ids.coachId, on: '2024-03-04', minutes: 60, activity: 'training' };
    const answer = await own.as.coach.post<ProblemBody>(path, { ...session, form: 'phone', summary: 'x' });
    expect([answer.status, answer.body.code]).toEqual([409, 'coach.not-assigned']);
  });

  it('in the query or a cursor shows nothing of them', async () => {
    const { trajectoryId } = foreign.ids;
    const tasks = await own.as.coach.read<{ items: object[] }>(`/v1/tasks?trajectoryId=${trajectoryId}`);
    expect(tasks.items).toEqual([]);
    const statistics = `/v1/exports/statistics?funderId=${foreign.ids.funderId}&month=2024-04`;
    expect((await own.as['case-director'].get(statistics)).status).not.toBe(200);
    const cursor = Buffer.from(JSON.stringify([trajectoryId])).toString('base64url');
    const page = await own.as.coach.get<ProblemBody>(`/v1/trajectories?cursor=${cursor}`);
    expect(page.text).not.toContain(trajectoryId);
  });
});

describe('a body that means harm', () => {
  const send = (body: string) => own.as.administrator.post<ProblemBody>('/v1/funders', body);
  const rules = (ruleSet: string) => `{"name":"Gemeente","kind":"municipality","ruleSet":${ruleSet}}`;

  it.each([
    ['nested a hundred thousand deep', rules(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 400],
    ['nested in objects', rules(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`), 400],
    [
      'with a name of the prototype',
      '{"name":"x","kind":"uwv","ruleSet":"uwv-2014","__proto__":{"role":"x"}}',
      400,
    ],
    [
      'with a constructor',
      '{"name":"x","kind":"uwv","ruleSet":"uwv-2014","constructor":{"prototype":{}}}',
      400,
    ],
    ['of two megabytes', rules(JSON.stringify('x'.repeat(2 * 1024 * 1024))), 413],
    ['of half a character', '{"name":"\\ud800","kind":"uwv","ruleSet":"uwv-2014"}', 400],
    [
      'with a line break for the log',
      '{"name":"x\\n{\\"level\\":50}","kind":"uwv","ruleSet":"uwv-2014"}',
      400,
    ],
  ])('%s is refused clearly', async (_, body, status) => {
    const answer = await send(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('text that is code elsewhere', () => {
  it('is text on a page, and runs nowhere', async () => {
    const { candidateId, trajectoryId, coachId } = own.ids;
    const session = { coachId, on: '2024-03-05', minutes: 60, activity: 'training', form: 'phone' };
    await own.as.coach.record(`/v1/trajectories/${trajectoryId}/sessions`, { ...session, summary: SCRIPT });
    const { bytes, headers } = await own.as.candidate.file(`/v1/candidates/${candidateId}/copy`, 'text/html');
    expect(bytes.toString()).toContain('&lt;script&gt;alert(1)');
    expect(bytes.toString()).not.toMatch(/<script|<img/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(service.log).not.toContain('alert(');
  });
});

describe('a path that leads elsewhere', () => {
  it.each([
    '/v1/../../etc/passwd',
    '/v1/%2e%2e/%2e%2e/etc/passwd',
    '/v1/coaches/..%2f..%2fsecrets%2fmaster.key',
    '/v1/%00',
    '//evil.example/v1',
    '/.env',
    '/data/events.db',
  ])('%s is no address here', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|401|404) /);
    expect(answer).not.toMatch(/root:|location:/i);
  });
});

describe('a connection that means harm', () => {
  it('with two lengths is closed, so that nobody’s request is hidden in another’s', async () => {
    const answer = await raw(
      'POST /v1/funders HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('with endless headers is refused', async () => {
    const answer = await raw(`GET /v1/funders HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(100_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('that sends a byte now and then keeps nobody else waiting', async () => {
    const slow = Array.from({ length: 50 }, () => {
      const socket = open();
      socket.write('POST /v1/funders HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n');
      return socket;
    });
    for (const socket of slow) socket.write('X');
    expect((await own.as.administrator.get('/v1/funders')).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  it('that breaks in the middle of a body stores nothing', async () => {
    const before = (await own.as.administrator.all('/v1/funders')).length;
    const socket = open();
    socket.write(
      'POST /v1/funders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"name":"x"',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    expect(await own.as.administrator.all('/v1/funders')).toHaveLength(before);
  });
});
