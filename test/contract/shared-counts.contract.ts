import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SharedCounts } from '../../src/http/limits/shared-counts.js';
import type { PersonalKeys } from '../../src/privacy/personal-keys.port.js';
import type { ServiceStore } from '../../src/service-store/service-store.js';

/** A service store with the keys beside it; `remove` comes at the end of a test. */
export interface CountedUnderTest {
  readonly store: ServiceStore;
  readonly keys: PersonalKeys;
  remove(): Promise<void>;
}

/** What the shared counts keep to, whichever database they lie in. */
export function sharedCountsContract(name: string, begin: () => Promise<CountedUnderTest>): void {
  describe(`${name}, the shared counts of requests`, () => {
    let under: CountedUnderTest;
    beforeEach(async () => {
      under = await begin();
    });
    afterEach(() => under.remove());
    const counts = () => new SharedCounts(under.store, under.keys);

    it('add up what instances tell, also at once, each name for itself', async () => {
      const instances = [counts(), counts(), counts()];
      await Promise.all(
        instances.map((one) =>
          one.add(
            7,
            new Map([
              ['account a', 2],
              ['account b', 1],
            ]),
          ),
        ),
      );
      expect(
        await counts().add(
          7,
          new Map([
            ['account a', 1],
            ['account c', 5],
          ]),
        ),
      ).toEqual(
        new Map([
          ['account a', 7],
          ['account c', 5],
        ]),
      );
    });

    it('are of one minute, and forget those that are over', async () => {
      const one = counts();
      await one.add(7, new Map([['account a', 2]]));
      expect(await one.add(8, new Map([['account a', 1]]))).toEqual(new Map([['account a', 1]]));
      await one.add(20, new Map([['account a', 1]]));
      const rows = await under.store.db.selectFrom('request_count').select('minute').execute();
      expect(rows).toEqual([{ minute: 20 }]);
    });

    it('do not say who was counted', async () => {
      await counts().add(7, new Map([['address 192.0.2.1', 1]]));
      const rows = await under.store.db.selectFrom('request_count').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain('192.0.2.1');
    });
  });
}
