import { forgetAccounts } from '../../accounts/forget-accounts.js';
import type { IdempotencyStore } from '../../http/idempotency/idempotency-store.port.js';
import type { PersonalKeys } from '../../privacy/personal-keys.port.js';
import type { ServiceStore } from '../../service-store/service-store.js';
import type { Forgets } from './forgets.js';

/** All that forget a person: a line each. */
export function allThatForget(
  store: ServiceStore,
  idempotency: IdempotencyStore,
  keys: PersonalKeys,
): readonly Forgets[] {
  return [
    { forget: ({ candidateIds }) => forgetAccounts(store, keys, candidateIds) },
    { forget: ({ candidateIds, trajectoryIds }) => idempotency.forget([...candidateIds, ...trajectoryIds]) },
    {
      forget: async ({ candidateIds }) => {
        await store.db
          .deleteFrom('reading')
          .where('candidate_id', 'in', [...candidateIds])
          .execute();
      },
    },
  ];
}
