import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';

/** Two days that decide whether a row is in somebody's sight. */
export interface SightDays {
  /** The day that is asked about. */
  readonly on: CalendarDate;
  /** The day on which it is asked: what is no longer, nor is to become, theirs by then they do not see any more. */
  readonly today: CalendarDate;
}

/**
 * For rows with an `organisation_id` and a `trajectory_id` that hold on `on`: those of the organisation, of trajectories
 * that it still coaches today, or is to coach.
 */
export function ofOrganisation(organisationId: Id, { on, today }: SightDays): RawBuilder<SqlBool> {
  const then = sql<SqlBool>`organisation_id = ${organisationId}`;
  if (on === today) return then;
  return sql`(${then} and trajectory_id in (
    select trajectory_id from caseload where organisation_id = ${organisationId} and valid_until >= ${today}))`;
}

/**
 * For rows with a `coach_id` and a `trajectory_id` that hold on `on`: those of the assigned coach and of who stands in
 * (domain.md section 9), as long as that is the coach or a substitute today, or is to be.
 */
export function ofCoach(coachId: Id, { on, today }: SightDays): RawBuilder<SqlBool> {
  const then = sql<SqlBool>`(coach_id = ${coachId} or trajectory_id in (
    select trajectory_id from caseload_substitute
    where coach_id = ${coachId} and valid_from <= ${on} and valid_until >= ${on}))`;
  if (on === today) return then;
  return sql`(${then} and trajectory_id in (
    select trajectory_id from caseload where coach_id = ${coachId} and valid_until >= ${today}
    union all
    select trajectory_id from caseload_substitute where coach_id = ${coachId} and valid_until >= ${today}))`;
}
