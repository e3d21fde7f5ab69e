import type { Kysely } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { ReadDatabase } from '../read-database.js';

/**
 * A candidate whom the coach coaches or stands in for, on this day or later, and who has or had a trajectory of the
 * funder; undefined when there is none.
 */
export async function candidateOfBoth(
  db: Kysely<ReadDatabase>,
  { coachId, funderId, today }: { readonly coachId: Id; readonly funderId: Id; readonly today: CalendarDate },
): Promise<Id | undefined> {
  const coached = db
    .selectFrom('caseload')
    .select('candidate_id')
    .where('coach_id', '=', coachId)
    .where('valid_until', '>=', today)
    .where((on) => on.or([on('closed_on', 'is', null), on('closed_on', '>=', today)]));
  const stoodInFor = db
    .selectFrom('caseload_substitute')
    .innerJoin('trajectory', 'trajectory.trajectory_id', 'caseload_substitute.trajectory_id')
    .select('trajectory.candidate_id')
    .where('caseload_substitute.coach_id', '=', coachId)
    .where('caseload_substitute.valid_until', '>=', today);
  const row = await db
    .selectFrom('trajectory')
    .select('candidate_id')
    .where('funder_id', '=', funderId)
    .where((on) => on.or([on('candidate_id', 'in', coached), on('candidate_id', 'in', stoodInFor)]))
    .limit(1)
    .executeTakeFirst();
  return row?.candidate_id;
}
