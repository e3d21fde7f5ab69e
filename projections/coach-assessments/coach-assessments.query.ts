import type { Kysely } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { AssessmentSum } from '../../domain/trajectory/review/assessment-averages.js';
import type { Assessor } from '../../domain/trajectory/review/lists.js';
import type { ReadDatabase } from '../read-database.js';

/** The scores of a coach up to and including `on`, over all candidates: one sum for each side that gave any. */
export async function assessmentsOfCoach(
  db: Kysely<ReadDatabase>,
  coachId: Id,
  on: CalendarDate,
): Promise<readonly AssessmentSum[]> {
  const rows = await db
    .selectFrom('coach_assessment')
    .select((eb) => [
      'by',
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>('score').as('sum'),
      eb.fn.sum<number>('on_paper').as('on_paper'),
    ])
    .where('coach_id', '=', coachId)
    .where('on', '<=', on)
    .groupBy('by')
    .execute();
  return rows.map((row) => ({
    by: row.by as Assessor,
    count: Number(row.count),
    sum: Number(row.sum),
    onPaper: Number(row.on_paper),
  }));
}
