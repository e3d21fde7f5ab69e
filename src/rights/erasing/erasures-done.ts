import type { Instant } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { ServiceStore } from '../../service-store/service-store.js';

/** Which erasures were done to the end: keys destroyed and nothing left in any file. Keyed by `doneKey`. */
export async function erasuresDone({ db }: ServiceStore): Promise<ReadonlyMap<string, Instant>> {
  const rows = await db.selectFrom('erasure_done').selectAll().execute();
  return new Map(rows.map((row) => [doneKey(row.candidate_id, row.request_id), row.done_at]));
}

export function doneKey(candidateId: Id, requestId: Id): string {
  return `${candidateId}/${requestId}`;
}

/** Remembers that an erasure is done; whoever comes second changes nothing. */
export async function rememberDone(
  { db }: ServiceStore,
  candidateId: Id,
  requestId: Id,
  at: Instant,
): Promise<void> {
  await db
    .insertInto('erasure_done')
    .values({ candidate_id: candidateId, request_id: requestId, done_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
