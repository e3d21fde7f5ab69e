import type { Kysely } from 'kysely';
import type { CalendarDate, Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Protected } from '../../domain/shared/protected.js';
import type { EmployerContact } from '../../domain/trajectory/facts.js';
import type { ReadDatabase } from '../read-database.js';
import { parsed } from '../shared/parse.js';
import { contactFromRow } from './contact-row.js';

/** A contact with what was written about it, sealed. */
export interface WrittenContact {
  readonly contact: EmployerContact;
  readonly recordedAt: Instant;
  readonly revision: number;
  readonly summary: Protected<string>;
}

/** The place after a contact in a list that is newest first. */
export interface ContactCursor {
  readonly on: CalendarDate;
  readonly id: Id;
}

/** The employer contacts of these trajectories, each with its trajectory, in order of day. One query. */
export async function contactsOf(
  db: Kysely<ReadDatabase>,
  trajectoryIds: readonly Id[],
): Promise<readonly (readonly [Id, EmployerContact])[]> {
  const rows = await db
    .selectFrom('trajectory_contact')
    .selectAll()
    .where('trajectory_id', 'in', [...trajectoryIds])
    .orderBy('trajectory_id')
    .orderBy('on')
    .orderBy('contact_id')
    .execute();
  return rows.map((row) => [row.trajectory_id, contactFromRow(row)]);
}

/** At most `limit` contacts after the cursor, of days up to and including `until`. */
export interface ContactPage {
  readonly after?: ContactCursor | undefined;
  readonly until?: CalendarDate | undefined;
  readonly limit: number;
}

/** Employer contacts of a trajectory, newest first. */
export async function contactsPage(
  db: Kysely<ReadDatabase>,
  trajectoryId: Id,
  page: ContactPage,
): Promise<readonly WrittenContact[]> {
  const { after, until } = page;
  let query = db
    .selectFrom('trajectory_contact')
    .selectAll()
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('on', 'desc')
    .orderBy('contact_id', 'desc')
    .limit(page.limit);
  if (until) query = query.where('on', '<=', until);
  if (after) {
    query = query.where((eb) => eb(eb.refTuple('on', 'contact_id'), '<', eb.tuple(after.on, after.id)));
  }
  return (await query.execute()).map(toWritten);
}

/** These contacts, in no fixed order; ids that the trajectory does not have are left out. One query. */
export async function contactsById(
  db: Kysely<ReadDatabase>,
  trajectoryId: Id,
  contactIds: readonly Id[],
): Promise<readonly WrittenContact[]> {
  if (contactIds.length === 0) return [];
  const rows = await db
    .selectFrom('trajectory_contact')
    .selectAll()
    .where('contact_id', 'in', [...contactIds])
    .where('trajectory_id', '=', trajectoryId)
    .execute();
  return rows.map(toWritten);
}

function toWritten(row: ReadDatabase['trajectory_contact']): WrittenContact {
  return {
    contact: contactFromRow(row),
    recordedAt: row.recorded_at,
    revision: row.revision,
    summary: parsed<Protected<string>>(row.summary),
  };
}
