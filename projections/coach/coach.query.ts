import type { Kysely } from 'kysely';
import type { CalendarDate, Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TieKind } from '../../domain/shared/lists.js';
import type { Protected } from '../../domain/shared/protected.js';
import type { ReadDatabase } from '../read-database.js';
import type { IdPage } from '../shared/id-page.js';
import { parsed } from '../shared/parse.js';
import type { RecognitionView } from '../shared/recognition.js';

/** Where a coach works from a day on; null is from the beginning. */
export interface EmploymentView {
  readonly id: Id;
  readonly organisationId: Id;
  readonly from: CalendarDate | null;
}

export interface TieView {
  readonly id: Id;
  readonly kind: TieKind;
  readonly candidateId: Id | null;
  readonly employerId: Id | null;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

export interface AwayView extends AwayDays {
  readonly id: Id;
  /** The days as they were recorded one after another; the last is how it stands. */
  readonly recorded: readonly RecordedAway[];
}

interface AwayDays {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** The days of an absence as they were known from an instant on. */
export interface RecordedAway extends AwayDays {
  readonly recordedAt: Instant;
}

/** Who works for an organisation on a day, or is to later. */
export interface WorksFor {
  readonly organisationId: Id;
  readonly on: CalendarDate;
}

export interface CoachView {
  readonly id: Id;
  /** Sealed. */
  readonly name: Protected<string>;
  readonly organisationId: Id;
  /** In order of `from`; of two from the same day the one that counts comes last. */
  readonly employments: readonly EmploymentView[];
  readonly recognitions: readonly RecognitionView[];
  readonly ties: readonly TieView[];
  readonly away: readonly AwayView[];
  readonly revision: number;
}

/** The coach, or undefined when there is none by that id. */
export async function coachById(db: Kysely<ReadDatabase>, id: Id): Promise<CoachView | undefined> {
  const row = await db.selectFrom('coach').selectAll().where('coach_id', '=', id).executeTakeFirst();
  return row && toView(row);
}

/** The coaches of these ids, in no order. One query. */
export async function coachesById(
  db: Kysely<ReadDatabase>,
  ids: readonly Id[],
): Promise<readonly CoachView[]> {
  if (ids.length === 0) return [];
  return (
    await db
      .selectFrom('coach')
      .selectAll()
      .where('coach_id', 'in', [...ids])
      .execute()
  ).map(toView);
}

/** The coaches of a name, by its blind index, within an organisation when one is given; by id. */
export async function coachesByName(
  db: Kysely<ReadDatabase>,
  nameIndex: string,
  organisationId?: Id,
): Promise<readonly CoachView[]> {
  let query = db.selectFrom('coach').selectAll().where('name_index', '=', nameIndex).orderBy('coach_id');
  if (organisationId) query = query.where('organisation_id', '=', organisationId);
  return (await query.execute()).map(toView);
}

/** Coaches by id; with `worksFor` only those who work for the organisation on the day, or are to later. */
export async function coachesPage(
  db: Kysely<ReadDatabase>,
  page: IdPage & { readonly worksFor?: WorksFor | undefined },
): Promise<readonly CoachView[]> {
  let query = db
    .selectFrom('coach')
    .selectAll()
    .where('coach_id', '>', page.after ?? '')
    .orderBy('coach_id')
    .limit(page.limit);
  const { worksFor } = page;
  if (worksFor) {
    query = query.where('coach_id', 'in', (eb) =>
      eb
        .selectFrom('coach_organisation')
        .select('coach_organisation.coach_id')
        .where('coach_organisation.organisation_id', '=', worksFor.organisationId)
        .where('coach_organisation.last_day', '>=', worksFor.on),
    );
  }
  return (await query.execute()).map(toView);
}

function toView(row: ReadDatabase['coach']): CoachView {
  return {
    id: row.coach_id,
    name: parsed<Protected<string>>(row.name),
    organisationId: row.organisation_id,
    employments: parsed<readonly EmploymentView[]>(row.employments),
    recognitions: parsed<readonly RecognitionView[]>(row.recognitions),
    ties: parsed<readonly TieView[]>(row.ties),
    away: parsed<readonly AwayView[]>(row.away),
    revision: row.revision,
  };
}
