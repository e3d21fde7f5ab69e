import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PERSONAL_KEYS, type PersonalKeys } from '../../privacy/personal-keys.port.js';
import { SERVICE_STORE, type ServiceStore } from '../../service-store/service-store.js';

/** Minutes that are kept, the present one included. */
const KEPT_MINUTES = 3;

/** The counts of all instances together, in the service store. Who was counted lies there as a keyed hash. */
@Injectable()
export class SharedCounts {
  #swept = 0;

  constructor(
    @Inject(SERVICE_STORE) private readonly store: ServiceStore,
    @Inject(PERSONAL_KEYS) private readonly keys: PersonalKeys,
  ) {}

  /**
   * Adds requests that were counted here in `minute` (whole minutes since 1970) and gives, under the same names, how many
   * all instances together have counted.
   */
  async add(minute: number, counted: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
    await this.#sweep(minute);
    const key = await this.keys.forBlindIndex();
    const names = new Map([...counted.keys()].map((name) => [hashOf(key, name), name]));
    const rows = await this.store.db
      .insertInto('request_count')
      // In one order, so that instances that count the same at once never wait for each other crosswise.
      .values(
        [...names]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([hash, name]) => ({ counted: hash, minute, requests: counted.get(name) ?? 0 })),
      )
      .onConflict((conflict) =>
        conflict.columns(['counted', 'minute']).doUpdateSet((eb) => ({
          requests: eb('request_count.requests', '+', eb.ref('excluded.requests')),
        })),
      )
      .returning(['counted', 'requests'])
      .execute();
    return new Map(rows.map((row) => [names.get(row.counted) ?? '', Number(row.requests)]));
  }

  async #sweep(minute: number): Promise<void> {
    if (minute === this.#swept) return;
    this.#swept = minute;
    await this.store.db
      .deleteFrom('request_count')
      .where('minute', '<=', minute - KEPT_MINUTES)
      .execute();
  }
}

function hashOf(key: Awaited<ReturnType<PersonalKeys['forBlindIndex']>>, name: string): string {
  return createHmac('sha256', key).update(`request-count ${name}`).digest('base64url');
}
