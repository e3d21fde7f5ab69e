import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inOrder } from '../../src/import/in-order.js';

interface Item {
  readonly number: number;
  readonly key: string | undefined;
  readonly takesMs: number;
}

async function* each(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

describe('work in order', () => {
  it('takes equal keys one after another, and hands every result over in order (property)', async () => {
    const item = fc.record({
      key: fc.constantFrom('a', 'b', undefined),
      takesMs: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        async (some, width) => {
          const items = some.map((one, number) => ({ ...one, number }));
          const begun: Item[] = [];
          const busy = new Set<string>();
          const settled: number[] = [];
          let underWay = 0;
          let most = 0;
          await inOrder(each(items), {
            width,
            begin: (one) => ({
              key: one.key,
              run: async () => {
                begun.push(one);
                if (one.key !== undefined) {
                  expect(busy.has(one.key)).toBe(false);
                  busy.add(one.key);
                }
                most = Math.max(most, ++underWay);
                await sleep(one.takesMs);
                underWay--;
                busy.delete(one.key ?? '');
                return one.number;
              },
            }),
            settle: async (one, result) => {
              expect(result).toBe(one.number);
              settled.push(result);
            },
          });
          expect(settled).toEqual(items.map(({ number }) => number));
          expect(most).toBeLessThanOrEqual(width);
          for (const key of ['a', 'b']) {
            const numbers = begun.filter((one) => one.key === key).map(({ number }) => number);
            expect(numbers).toEqual(numbers.toSorted((x, y) => x - y));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is under way for as many items at once as there is room', async () => {
    const items = [0, 1, 2, 3].map((number) => ({ number, key: undefined, takesMs: 0 }));
    let underWay = 0;
    let most = 0;
    const work = {
      key: undefined,
      run: async () => {
        most = Math.max(most, ++underWay);
        await sleep(5);
        underWay--;
      },
    };
    await inOrder(each(items), { width: 4, begin: () => work, settle: async () => undefined });
    expect(most).toBe(4);
  });

  it('stops at the first error, after what is under way has ended', async () => {
    const items = [0, 1, 2, 3, 4, 5].map((number) => ({ number, key: undefined, takesMs: 0 }));
    const begun: number[] = [];
    let ended = 0;
    const working = inOrder(each(items), {
      width: 3,
      begin: ({ number }) => ({
        key: undefined,
        run: async () => {
          begun.push(number);
          await sleep(number === 0 ? 0 : 10);
          ended++;
          if (number === 0) throw new Error('the disk is full');
        },
      }),
      settle: async () => undefined,
    });
    await expect(working).rejects.toThrow('the disk is full');
    expect(begun).toEqual([0, 1, 2]);
    expect(ended).toBe(3);
  });
});
