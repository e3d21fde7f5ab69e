import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CountsOfAll, RequestBudget } from '../../src/http/limits/request-budget.js';

/** The counts of all instances, in memory. */
class Shared implements CountsOfAll {
  readonly told: string[] = [];
  readonly #counts = new Map<string, number>();

  async add(minute: number, counted: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
    const totals = new Map<string, number>();
    for (const [name, requests] of counted) {
      this.told.push(name);
      const key = `${minute} ${name}`;
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + requests);
      totals.set(name, this.#counts.get(key) ?? 0);
    }
    return totals;
  }
}

const BUDGETS = { account: 10, address: 3 };
const AT = 100 * 60_000 + 15_000;

function budget(now = () => AT): RequestBudget {
  return new RequestBudget(BUDGETS, now);
}

const spend = (of: RequestBudget, times: number, id = 'a') =>
  Array.from({ length: times }, () => of.spend('account', id));

describe('a budget of requests', () => {
  it('lets through what fits, and says how long until the next minute beyond it', () => {
    expect(spend(budget(), 11)).toEqual([...Array.from({ length: 10 }, () => undefined), 45]);
  });

  it('is each account for itself, and an address for itself', () => {
    const one = budget();
    spend(one, 10);
    expect(one.spend('account', 'b')).toBeUndefined();
    expect(one.spend('address', 'a')).toBeUndefined();
    expect(one.spend('account', 'a')).toBe(45);
  });

  it('begins anew with the minute', () => {
    let now = AT;
    const one = budget(() => now);
    spend(one, 11);
    now += 45_000;
    expect(one.spend('account', 'a')).toBeUndefined();
  });

  it('is one for all instances that share it', async () => {
    const all = new Shared();
    const [one, two] = [budget(), budget()];
    spend(one, 6);
    spend(two, 4);
    await one.share(all);
    await two.share(all);
    await one.share(all);
    expect(two.spend('account', 'a')).toBe(45);
    expect(one.spend('account', 'a')).toBe(45);
  });

  it('is not told of while it is hardly used', async () => {
    const all = new Shared();
    const one = new RequestBudget({ account: 1_000, address: 3 }, () => AT);
    spend(one, 99);
    await one.share(all);
    expect(all.told).toEqual([]);
    spend(one, 1);
    await one.share(all);
    expect(all.told).toEqual(['account a']);
  });

  it('is known by every instance that was asked, however they shared it, once all have told and heard', async () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const all = new Shared();
        const instances = [budget(), budget(), budget()];
        const shareAll = async () => {
          for (const instance of instances) await instance.share(all);
        };
        for (const [which, shares] of steps) {
          instances[which]?.spend('account', 'a');
          if (shares) await shareAll();
        }
        await shareAll();
        await shareAll();
        for (const which of new Set(steps.map(([one]) => one))) {
          expect(instances[which]?.spend('account', 'a') !== undefined).toBe(steps.length >= BUDGETS.account);
        }
      }),
    );
  });
});
