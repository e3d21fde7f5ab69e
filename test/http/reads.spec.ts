import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../src/http/read/cursor.js';
import { bodyOf, COACH, House, SESSION, SESSIONS } from './house.js';

const house = new House();
beforeAll(() => house.start());
afterAll(async () => {
  await house.stop();
  house.forget();
});

const ONE = `${SESSIONS}/${COACH}`;
const problem = async (path: string) => {
  const answer = await house.ask(path);
  return [answer.status, bodyOf(answer).code];
};

describe('a query', () => {
  it('is read into its types', async () => {
    const { query } = bodyOf(await house.ask(`${ONE}?on=2030-01-01&knownOn=2024-02-29&open=true`));
    expect(query).toEqual({ on: '2030-01-01', knownOn: '2024-02-29', open: true });
  });

  it.each([
    ['on=2025-02-29', 'date.does-not-exist'],
    ['knownOn=2025-02-29', 'date.does-not-exist'],
    ['knownOn=2999-01-01', 'date.in-future'],
    ['open=yes', 'boolean.invalid'],
    ['on=2024-01-01&on=2024-01-02', 'date.does-not-exist'],
    ['colour=red', 'field.unknown'],
  ])('%s is a 400', async (query, code) => {
    expect(await problem(`${ONE}?${query}`)).toEqual([400, code]);
  });
});

describe('?position=', () => {
  it('waits for the position before the handler runs', async () => {
    house.gate.outcome = 'reached';
    expect((await house.ask(`${ONE}?position=42`)).status).toBe(200);
    expect(house.gate.asked).toContain('42');
  });

  it('that is not reached in time is a 503 that says when to try again', async () => {
    house.gate.outcome = 'late';
    const answer = await house.ask(`${ONE}?position=42`);
    expect([answer.status, bodyOf(answer).code]).toEqual([503, 'read-model.catching-up']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it.each(['position=', 'position=1&position=2'])('%s is a 400', async (query) => {
    expect(await problem(`${ONE}?${query}`)).toEqual([400, 'position.invalid']);
  });

  it('that is no position of the service is a 400', async () => {
    house.gate.outcome = 'malformed';
    expect(await problem(`${ONE}?position=x`)).toEqual([400, 'position.invalid']);
  });

  it('is not waited for by a write, nor without a token', async () => {
    house.gate.asked.length = 0;
    await house.post(`${SESSIONS}?position=42`, SESSION);
    expect((await fetch(`${house.url}${ONE}?position=42`)).status).toBe(401);
    expect(house.gate.asked).toEqual([]);
  });
});

describe('a collection', () => {
  const next = (link: string | null) => /<([^>]+)>; rel="next"/.exec(link ?? '')?.[1];

  it('is read page by page over its links, every item once and in order', async () => {
    const seen: number[] = [];
    const sizes: number[] = [];
    for (let path: string | undefined = `${SESSIONS}?limit=50`; path !== undefined; ) {
      const answer = await house.ask(path);
      const { items } = bodyOf<{ items: number[] }>(answer);
      seen.push(...items);
      sizes.push(items.length);
      path = next(answer.headers.get('link'));
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, number) => number));
    expect(sizes).toEqual([50, 50, 20]);
  });

  it('has fifty on a page unless asked otherwise, and no link on a last page that is full', async () => {
    expect(bodyOf<{ items: number[] }>(await house.ask(SESSIONS)).items).toHaveLength(50);
    expect((await house.ask(`${SESSIONS}?limit=120`)).headers.has('link')).toBe(false);
    expect((await house.ask(`${SESSIONS}?limit=119`)).headers.has('link')).toBe(true);
  });

  it('the link keeps the rest of the query but not the position', async () => {
    house.gate.outcome = 'reached';
    const { headers } = await house.ask(`${SESSIONS}?limit=2&position=5`);
    expect(headers.get('link')).toBe(`<${SESSIONS}?limit=2&cursor=${encodeCursor([1])}>; rel="next"`);
  });

  it.each([
    ['limit=0', 'number.out-of-range'],
    ['limit=201', 'number.out-of-range'],
    ['limit=ten', 'number.invalid'],
    ['limit=1.5', 'number.invalid'],
    ['cursor=', 'cursor.invalid'],
    ['cursor=!!', 'cursor.invalid'],
    ['cursor=AAAA', 'cursor.invalid'],
    [`cursor=${encodeCursor([1, 2])}`, 'cursor.invalid'],
    [`cursor=${'A'.repeat(2000)}`, 'cursor.invalid'],
  ])('%s is a 400', async (query, code) => {
    expect(await problem(`${SESSIONS}?${query}`)).toEqual([400, code]);
  });
});
