import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bodyOf, House, SESSION, SESSIONS } from './house.js';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A promise that is settled from outside. */
function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let settle = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: () => settle() };
}

let house: House;
beforeEach(async () => {
  house = await new House().start();
});
afterEach(async () => {
  await house.stop();
  house.forget();
});

describe('a write', () => {
  it('answers 201 with id, revision, position, where to read it, and an ETag', async () => {
    const answer = await house.post(SESSIONS, SESSION);
    const { id, ...rest } = bodyOf(answer);
    expect(answer.status).toBe(201);
    expect(id).toMatch(UUID_V7);
    expect(rest).toEqual({ revision: 0, position: '1' });
    expect(answer.headers.get('location')).toBe(`${SESSIONS}/${id}`);
    expect(answer.headers.get('etag')).toBe('"0"');
  });

  it('without a key an equal request is a second fact', async () => {
    await house.post(SESSIONS, SESSION);
    await house.post(SESSIONS, SESSION);
    expect(house.stream.recorded).toHaveLength(2);
  });
});

describe('If-Match', () => {
  beforeEach(() => house.post(SESSIONS, SESSION));

  it.each(['"0"', '"7", "0"', '*', 'W/"9", "0"'])('%s matches revision 0', async (header) => {
    expect((await house.post(SESSIONS, SESSION, { 'if-match': header })).status).toBe(201);
  });

  it.each(['"1"', 'W/"0"', '"abc"', '"7","8"', '""'])(
    '%s is stale: 412 and nothing stored',
    async (header) => {
      const answer = await house.post(SESSIONS, SESSION, { 'if-match': header });
      expect([answer.status, bodyOf(answer).code]).toEqual([412, 'revision.stale']);
      expect(house.stream.recorded).toHaveLength(1);
    },
  );

  it.each(['0', '"0', '"0" "1"', '"0",', 'W/0', 'x'.repeat(2000)])('%s is malformed: 400', async (header) => {
    const answer = await house.post(SESSIONS, SESSION, { 'if-match': header });
    expect([answer.status, bodyOf(answer).code]).toEqual([400, 'if-match.invalid']);
  });
});

describe('Idempotency-Key', () => {
  const keyed = (body: object = SESSION, key = 'key-1', headers = {}) =>
    house.post(SESSIONS, body, { 'idempotency-key': key, ...headers });

  it('the same key and body again gives the same answer and stores nothing', async () => {
    const first = await keyed();
    const again = await keyed();
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(house.stream.recorded).toHaveLength(1);
  });

  it('the order of the fields does not matter', async () => {
    await keyed();
    expect((await keyed(Object.fromEntries(Object.entries(SESSION).reverse()))).status).toBe(200);
  });

  it('another body with the same key is a 409', async () => {
    await keyed();
    const answer = await keyed({ ...SESSION, minutes: 61 });
    expect([answer.status, bodyOf(answer).code]).toEqual([409, 'idempotency-key.reused']);
    expect(house.stream.recorded).toHaveLength(1);
  });

  it('a key belongs to who sent it and to where', async () => {
    await keyed();
    const somebodyElse = `Bearer ${await house.token({ role: 'coach', subject: 'somebody-else' })}`;
    expect((await keyed(SESSION, 'key-1', { authorization: somebodyElse })).status).toBe(201);
    const elsewhere = SESSIONS.replace(/.\/sessions$/, '0/sessions');
    expect((await house.post(elsewhere, SESSION, { 'idempotency-key': 'key-1' })).status).toBe(201);
  });

  it('twenty at once store one and all answer the same', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => keyed()));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
    expect(house.stream.recorded).toHaveLength(1);
  });

  it('another body while the first is under way is a 409', async () => {
    const entered = signal();
    const held = signal();
    house.stream.before = () => {
      entered.resolve();
      return held.promise;
    };
    const first = keyed();
    await entered.promise;
    expect((await keyed({ ...SESSION, minutes: 61 })).status).toBe(409);
    held.resolve();
    expect((await first).status).toBe(201);
  });

  it('a command that failed may be tried again with the same key, with the same ids', async () => {
    house.stream.before = async () => {
      house.stream.before = async () => undefined;
      throw new Error('the disk is full');
    };
    expect((await keyed()).status).toBe(500);
    expect((await keyed()).status).toBe(201);
    expect((await keyed()).status).toBe(200);
    expect(house.stream.recorded).toHaveLength(1);
  });

  it('a retry after the service stopped halfway decides with the same ids', async () => {
    const ids: string[] = [];
    house.stream.before = async () => {
      throw new Error('killed');
    };
    await keyed();
    await house.stop();
    await house.start();
    ids.push(String(bodyOf(await keyed()).id));
    ids.push(String(bodyOf(await keyed()).id));
    expect(ids[0]).toBe(ids[1]);
    expect(house.stream.recorded).toHaveLength(1);
  });

  it('the answer is remembered over a restart', async () => {
    const first = await keyed();
    await house.stop();
    await house.start();
    const again = await keyed();
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(house.stream.recorded).toHaveLength(0);
  });

  it.each(['', 'a b', 'x'.repeat(256), 'caf\u00e9'])('the key %j is a 400', async (key) => {
    const answer = await keyed(SESSION, key);
    expect([answer.status, bodyOf(answer).code]).toEqual([400, 'idempotency-key.invalid']);
  });

  it('a key of 255 characters is taken', async () => {
    expect((await keyed(SESSION, '!'.repeat(255))).status).toBe(201);
  });

  it('a text that is no Unicode is refused, not hashed', async () => {
    const answer = await house.post(SESSIONS, JSON.stringify(SESSION).replace('Samen', '\\ud800'), {
      'idempotency-key': 'key-1',
    });
    expect([answer.status, bodyOf(answer).code]).toEqual([400, 'text.invalid']);
  });
});
