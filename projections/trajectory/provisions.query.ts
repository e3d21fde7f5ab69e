import type { Kysely } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import type { ReadDatabase } from '../read-database.js';
import { parsed } from '../shared/parse.js';

/** Which trajectories of a funder ran within some days. */
export interface RunningQuestion {
  readonly funderId: Id;
  /** Both days included. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Only those that this organisation coaches on a day. */
  readonly coachedBy?: { readonly organisationId: Id; readonly on: CalendarDate } | undefined;
  readonly after?: Id | undefined;
  readonly limit: number;
}

/** The facts of the trajectories of a funder that ran on one of the days, by id, at most `limit` after an id. One query. */
export async function runningTrajectories(
  db: Kysely<ReadDatabase>,
  question: RunningQuestion,
): Promise<readonly TrajectoryFacts[]> {
  const { funderId, from, to, coachedBy, after, limit } = question;
  let query = db
    .selectFrom('trajectory')
    .select('trajectory.facts')
    .where('trajectory.funder_id', '=', funderId)
    .where('trajectory.opened_on', '<=', to)
    .where((eb) => eb.or([eb('trajectory.closed_on', 'is', null), eb('trajectory.closed_on', '>=', from)]))
    .orderBy('trajectory.trajectory_id')
    .limit(limit);
  if (after) query = query.where('trajectory.trajectory_id', '>', after);
  if (coachedBy) {
    query = query.where('trajectory.trajectory_id', 'in', (eb) =>
      eb
        .selectFrom('caseload')
        .select('caseload.trajectory_id')
        .where('caseload.organisation_id', '=', coachedBy.organisationId)
        .where('caseload.funder_id', '=', funderId)
        .where('caseload.valid_from', '<=', coachedBy.on)
        .where('caseload.valid_until', '>=', coachedBy.on),
    );
  }
  return (await query.execute()).map(({ facts }) => parsed<TrajectoryFacts>(facts));
}
