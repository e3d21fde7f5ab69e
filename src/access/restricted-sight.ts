import type { Kysely } from 'kysely';
import { maySeeWhileRestricted } from '../../domain/access/index.js';
import type { Id } from '../../domain/shared/ids.js';
import { areOne } from '../../domain/shared/survivors.js';
import { survivorsAmong } from '../../projections/merges/merges.query.js';
import type { ReadDatabase } from '../../projections/read-database.js';
import { restrictedCandidates } from '../../projections/rights/rights.query.js';
import type { Asker } from '../identity/asker.js';

/**
 * True when the candidate had the use of the file restricted, and this asker is none of those who read it all the same:
 * it then answers as if it were not there (GDPR art. 18).
 */
export async function isOutOfUse(
  db: Kysely<ReadDatabase>,
  { role }: Pick<Asker, 'role'>,
  candidateId: Id,
): Promise<boolean> {
  if (maySeeWhileRestricted(role)) return false;
  const restricted = await restrictedCandidates(db);
  if (restricted.length === 0 || restricted.includes(candidateId)) return restricted.length > 0;
  const survivors = await survivorsAmong(db, [candidateId, ...restricted]);
  return restricted.some((id) => areOne(survivors, id, candidateId));
}
