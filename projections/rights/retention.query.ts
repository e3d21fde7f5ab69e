import { type Kysely, sql } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { PROTECTIONS, type Protection } from '../../domain/shared/protected.js';
import type { ReadDatabase } from '../read-database.js';
import { parsed } from '../shared/parse.js';

/** The candidates whose every trajectory was closed on or before a day, by id, after one. */
export async function closedCandidatesPage(
  db: Kysely<ReadDatabase>,
  page: { readonly on: CalendarDate; readonly after: Id | undefined; readonly limit: number },
): Promise<readonly Id[]> {
  const rows = await db
    .selectFrom('trajectory')
    .select('candidate_id')
    .where('candidate_id', '>', page.after ?? '')
    .groupBy('candidate_id')
    .having(sql<boolean>`count(*) = count(closed_on) and max(closed_on) <= ${page.on}`)
    .orderBy('candidate_id')
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.candidate_id);
}

/** Those of these candidates of whom everything is forgotten. */
export async function erasedAmong(
  db: Kysely<ReadDatabase>,
  candidateIds: readonly Id[],
): Promise<ReadonlySet<Id>> {
  if (candidateIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('erased_candidate')
    .select(['candidate_id', 'parts'])
    .where('candidate_id', 'in', [...candidateIds])
    .execute();
  const gone = new Map<Id, Protection[]>();
  for (const { candidate_id, parts } of rows) {
    gone.set(candidate_id, [...(gone.get(candidate_id) ?? []), ...parsed<readonly Protection[]>(parts)]);
  }
  return new Set(
    [...gone].flatMap(([id, parts]) => (PROTECTIONS.every((part) => parts.includes(part)) ? [id] : [])),
  );
}
