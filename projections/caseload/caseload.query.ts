import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { ReadDatabase } from '../read-database.js';
import { NEVER } from './caseload.schema.js';
import { ofCoach, ofOrganisation } from './in-sight.js';

/** What the caseload shows of one trajectory on a day. */
export interface CaseloadEntry {
  readonly trajectoryId: Id;
  readonly status: 'open' | 'closed';
  readonly candidateId: Id;
  readonly organisationId: Id;
  readonly funderId: Id;
  /** The coach assigned on that day. */
  readonly coachId: Id | null;
  /** The last day of the binding clock, and of the two that are always shown; null where there is no term. */
  readonly limitOn: CalendarDate | null;
  readonly municipalLastDay: CalendarDate | null;
  readonly uwvLastDay: CalendarDate | null;
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
}

/** The place after an entry; `limitOn` as the entry has it. */
export interface CaseloadCursor {
  readonly limitOn: CalendarDate | null;
  readonly trajectoryId: Id;
}

export interface CaseloadQuestion {
  /** The day the calendar stands on (reading 6). */
  readonly on: CalendarDate;
  readonly status?: 'open' | 'closed' | undefined;
  /** Only those whose binding limit's last day lies before this day. */
  readonly limitBefore?: CalendarDate | undefined;
  /** Only what is in sight of this organisation or coach, who asks for it on `today`. */
  readonly inSight?:
    | { readonly today: CalendarDate; readonly organisationId: Id }
    | { readonly today: CalendarDate; readonly coachId: Id }
    | undefined;
  readonly organisationId?: Id | undefined;
  readonly funderId?: Id | undefined;
  readonly coachId?: Id | undefined;
  /** Every registration of one candidate. */
  readonly candidateIds?: readonly Id[] | undefined;
  readonly after?: CaseloadCursor | undefined;
  readonly limit: number;
}

/** The trajectories that were open or closed on a day, whoever reaches the binding limit first comes first. */
export async function caseloadPage(
  db: Kysely<ReadDatabase>,
  question: CaseloadQuestion,
): Promise<readonly CaseloadEntry[]> {
  const rows = await caseloadSelection(db, question).execute();
  return rows.map((row) => ({
    trajectoryId: row.trajectory_id,
    status: row.status as CaseloadEntry['status'],
    candidateId: row.candidate_id,
    organisationId: row.organisation_id,
    funderId: row.funder_id,
    coachId: row.coach_id,
    limitOn: row.limit_on === NEVER ? null : (row.limit_on as CalendarDate),
    municipalLastDay: row.municipal_last_day as CalendarDate | null,
    uwvLastDay: row.uwv_last_day as CalendarDate | null,
    openedOn: row.opened_on as CalendarDate,
    closedOn: row.closed_on as CalendarDate | null,
  }));
}

/** The query of `caseloadPage`, for whoever wants to see how the database goes about it. */
export function caseloadSelection(db: Kysely<ReadDatabase>, question: CaseloadQuestion) {
  const { on, status, limitBefore, inSight, organisationId, funderId, coachId, candidateIds, after } =
    question;
  let query = db
    .selectFrom('caseload')
    .selectAll()
    .where('valid_from', '<=', on)
    .where('valid_until', '>=', on)
    .orderBy('limit_on')
    .orderBy('trajectory_id')
    .limit(question.limit);
  if (status) query = query.where('status', '=', status);
  if (limitBefore) query = query.where('limit_on', '<', limitBefore);
  if (inSight) query = query.where(isInSight(inSight, on));
  if (organisationId) query = query.where('organisation_id', '=', organisationId);
  if (funderId) query = query.where('funder_id', '=', funderId);
  if (coachId) query = query.where('coach_id', '=', coachId);
  if (candidateIds) query = query.where('candidate_id', 'in', [...candidateIds]);
  if (after) {
    const place = [after.limitOn ?? NEVER, after.trajectoryId] as const;
    query = query.where((eb) =>
      eb(eb.refTuple('limit_on', 'trajectory_id'), '>', eb.tuple(place[0], place[1])),
    );
  }
  return query;
}

function isInSight(inSight: NonNullable<CaseloadQuestion['inSight']>, on: CalendarDate): RawBuilder<SqlBool> {
  const days = { on, today: inSight.today };
  return 'coachId' in inSight ? ofCoach(inSight.coachId, days) : ofOrganisation(inSight.organisationId, days);
}
