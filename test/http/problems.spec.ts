import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../src/http/problem/problem.js';
import { VERSION } from '../../src/shared/version.js';
import { type Answer, bodyOf, House, SESSION, SESSIONS } from './house.js';

const house = new House();
beforeAll(() => house.start());
afterAll(async () => {
  await house.stop();
  house.forget();
});

/** The problem in an answer, after looking at what every problem has. */
function problemIn(answer: Answer): ProblemBody {
  const problem = bodyOf<ProblemBody>(answer);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('api-version')).toBe(VERSION);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(problem).toMatchObject({ type: 'about:blank', status: answer.status });
  expect(problem.title).not.toBe('');
  expect(problem.detail).not.toBe('');
  expect(problem.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  return problem;
}

describe('what a handler throws', () => {
  it.each([
    ['invalid', 400, 'sample.invalid'],
    ['forbidden', 403, 'sample.forbidden'],
    ['hidden', 404, 'sample.hidden'],
    ['rule', 409, 'sample.rule'],
  ])('a refusal of kind %s answers %i with its own code, sentence and field', async (kind, status, code) => {
    const problem = problemIn(await house.ask(`/v1/failures/${kind}`));
    expect(problem).toMatchObject({ status, code, detail: 'Dit mag niet.', field: 'on' });
  });

  it.each(['contended', 'uncertain', 'out-of-reach'])(
    '%s answers 503 and says when to try again',
    async (kind) => {
      const answer = await house.ask(`/v1/failures/${kind}`);
      expect(problemIn(answer).status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('1');
    },
  );

  it('anything else answers 500 and tells nothing, in the answer nor in the log', async () => {
    const problem = problemIn(await house.ask('/v1/failures/internal'));
    expect(problem).toMatchObject({ status: 500, code: 'internal' });
    const log = house.log.join('');
    expect(JSON.stringify(problem) + log).not.toMatch(/geheim|Jan|Piet/);
    expect(log).toContain(problem.instance.slice('urn:uuid:'.length));
    expect(log).toContain('sample.module');
  });
});

describe('what never reaches a handler', () => {
  it('a path that is no route is a 404, with or without a token', async () => {
    expect(problemIn(await house.ask('/v1/nothing'))).toMatchObject({ status: 404, code: 'path.unknown' });
    expect((await fetch(`${house.url}/v1/nothing`)).status).toBe(404);
  });

  it('a trailing slash is another path', async () => {
    expect(problemIn(await house.ask(`${SESSIONS}/`)).status).toBe(404);
  });

  it.each([
    ['DELETE', SESSIONS, 'GET, HEAD, POST'],
    ['PUT', '/health/live', 'GET, HEAD'],
    ['OPTIONS', '/v1/openapi.json?x=1', 'GET, HEAD'],
  ])('%s on %s is a 405 that allows %s', async (method, path, allow) => {
    const answer = await house.ask(path, { method });
    expect(problemIn(answer)).toMatchObject({ status: 405, code: 'method.not-allowed' });
    expect(answer.headers.get('allow')).toBe(allow);
  });

  it.each([
    ['broken', '{"on": '],
    ['empty', ''],
    ['poisoned', '{"__proto__": {"role": "administrator"}}'],
  ])('a body that is %s JSON is a 400', async (_, body) => {
    expect(problemIn(await house.post(SESSIONS, body))).toMatchObject({
      status: 400,
      code: 'body.unreadable',
    });
  });

  it.each([['[]'], ['"text"'], ['null'], ['1']])('the body %s is no object: 400', async (body) => {
    expect(problemIn(await house.post(SESSIONS, body))).toMatchObject({
      status: 400,
      code: 'body.not-an-object',
    });
  });

  it('a body over 1 MiB is a 413', async () => {
    const answer = await house.post(SESSIONS, { summary: 'x'.repeat(1024 * 1024) });
    expect(problemIn(answer)).toMatchObject({ status: 413, code: 'body.too-large' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    '%s is a 415',
    async (type) => {
      const answer = await house.post(SESSIONS, 'a=b', { 'content-type': type });
      expect(problemIn(answer)).toMatchObject({ status: 415, code: 'body.not-json' });
    },
  );

  it('an address that cannot be decoded is a 400', async () => {
    expect(problemIn(await house.ask('/v1/%'))).toMatchObject({ status: 400, code: 'request.malformed' });
  });

  it('an identifier of hundreds of characters is a 414', async () => {
    const answer = await house.ask(`/v1/failures/${'x'.repeat(300)}`);
    expect(problemIn(answer)).toMatchObject({ status: 414, code: 'path.too-long' });
  });

  it.each([
    ['GARBAGE\r\n\r\n', 400, 'request.malformed'],
    [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers.too-large'],
  ])('what is no HTTP request is answered with a problem too', async (text, status, code) => {
    const answer = await raw(house.url, text);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain(`api-version: ${VERSION}`);
    expect(answer).toContain('content-type: application/problem+json');
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ status, code });
  });
});

describe('every answer', () => {
  it('carries the version and says nothing of the software', async () => {
    const answer = await house.post(SESSIONS, SESSION);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.has('x-powered-by')).toBe(false);
    expect(answer.headers.has('server')).toBe(false);
  });
});

function raw(url: string, text: string): Promise<string> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => {
      received += chunk.toString();
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}
