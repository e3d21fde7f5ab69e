import type { IdempotencyStore } from '../../http/idempotency/idempotency-store.port.js';
import type { ServiceStore } from '../../service-store/service-store.js';
import type { Forgets } from './forgets.js';

/** All that forget a person: a line each. */
export function allThatForget({ db }: ServiceStore, idempotency: IdempotencyStore): readonly Forgets[] {
  return [
    { forget: ({ candidateIds, trajectoryIds }) => idempotency.forget([...candidateIds, ...trajectoryIds]) },
    {
      forget: async ({ candidateIds }) => {
        await db
          .deleteFrom('reading')
          .where('candidate_id', 'in', [...candidateIds])
          .execute();
      },
    },
  ];
}
