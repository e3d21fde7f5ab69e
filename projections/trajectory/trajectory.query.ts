import { type Kysely, sql } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type {
  EmployerContact,
  Session,
  TrajectoryFacts,
  TrajectoryRecord,
} from '../../domain/trajectory/facts.js';
import { contactsOf } from '../employer-contacts/employer-contacts.query.js';
import type { ReadDatabase } from '../read-database.js';
import { sessionsOf } from '../sessions/sessions.query.js';
import { parsed } from '../shared/parse.js';
import type { ItemData, ItemKind, TrajectoryItem } from './item.js';

export type { TrajectoryItem } from './item.js';

/** A trajectory with the revision of its stream. */
export interface TrajectoryNow {
  readonly facts: TrajectoryFacts;
  readonly revision: number;
}

/** The place after an item in a list that is newest first. */
export interface ItemCursor {
  readonly on: CalendarDate;
  readonly id: Id;
}

/** At most `limit` items after the cursor, of days up to and including `until`. */
export interface ItemPage {
  readonly after?: ItemCursor | undefined;
  readonly until?: CalendarDate | undefined;
  readonly limit: number;
}

/** A trajectory without its sessions and contacts, or undefined when there is none. */
export async function trajectoryNow(db: Kysely<ReadDatabase>, id: Id): Promise<TrajectoryNow | undefined> {
  const row = await db
    .selectFrom('trajectory')
    .innerJoin('trajectory_revision as last', 'last.trajectory_id', 'trajectory.trajectory_id')
    .select(['trajectory.facts', 'last.revision'])
    .where('trajectory.trajectory_id', '=', id)
    .executeTakeFirst();
  return row && { facts: parsed<TrajectoryFacts>(row.facts), revision: row.revision };
}

/** Everything that limits and continuity of one trajectory are computed from, or undefined when there is none. */
export async function trajectoryRecord(
  db: Kysely<ReadDatabase>,
  id: Id,
): Promise<TrajectoryRecord | undefined> {
  const now = await trajectoryNow(db, id);
  if (now === undefined) return undefined;
  const [record] = await withSessionsAndContacts(db, [now.facts]);
  return record;
}

/**
 * A trajectory and those that it continues, directly or further back, nearest first; an empty list when there is
 * none. Three queries, however long the chain is.
 */
export async function recordsOfChain(db: Kysely<ReadDatabase>, id: Id): Promise<readonly TrajectoryRecord[]> {
  const { rows } = await sql<{ facts: string }>`
    with recursive chain(trajectory_id, step) as (
      select trajectory_id, 0 from trajectory where trajectory_id = ${id}
      union
      select t.continues, chain.step + 1 from trajectory t
      join chain on t.trajectory_id = chain.trajectory_id
      where t.continues is not null and chain.step < 100
    )
    select t.facts from chain join trajectory t on t.trajectory_id = chain.trajectory_id order by chain.step`.execute(
    db,
  );
  const facts = rows.map((row) => parsed<TrajectoryFacts>(row.facts));
  const once = facts.filter((one, index) => facts.findIndex((other) => other.id === one.id) === index);
  return withSessionsAndContacts(db, once);
}

/** The facts of each of these candidates' trajectories, by opening day. One query. */
export async function factsOfCandidates(
  db: Kysely<ReadDatabase>,
  candidateIds: readonly Id[],
): Promise<readonly TrajectoryFacts[]> {
  if (candidateIds.length === 0) return [];
  const rows = await db
    .selectFrom('trajectory')
    .select('facts')
    .where('candidate_id', 'in', [...candidateIds])
    .orderBy('opened_on')
    .orderBy('trajectory_id')
    .execute();
  return rows.map(({ facts }) => parsed<TrajectoryFacts>(facts));
}

/** The facts of the trajectories that the organisation coaches, ever did or is to, in no order. One query. */
export async function factsOfOrganisation(
  db: Kysely<ReadDatabase>,
  organisationId: Id,
): Promise<readonly TrajectoryFacts[]> {
  const rows = await db
    .selectFrom('trajectory')
    .select('facts')
    .where('trajectory_id', 'in', (caseload) =>
      caseload.selectFrom('caseload').select('trajectory_id').where('organisation_id', '=', organisationId),
    )
    .execute();
  return rows.map(({ facts }) => parsed<TrajectoryFacts>(facts));
}

/** Every trajectory of these candidates, by opening day. Three queries, however many there are. */
export async function recordsOfCandidates(
  db: Kysely<ReadDatabase>,
  candidateIds: readonly Id[],
): Promise<readonly TrajectoryRecord[]> {
  return withSessionsAndContacts(db, await factsOfCandidates(db, candidateIds));
}

/** Items of one kind, newest first, at most `limit` of them after the cursor. */
export async function itemsPage(
  db: Kysely<ReadDatabase>,
  trajectoryId: Id,
  kind: ItemKind,
  page: ItemPage,
): Promise<readonly TrajectoryItem[]> {
  const { after, until } = page;
  let query = db
    .selectFrom('trajectory_item')
    .selectAll()
    .where('trajectory_id', '=', trajectoryId)
    .where('kind', '=', kind)
    .orderBy('on', 'desc')
    .orderBy('item_id', 'desc')
    .limit(page.limit);
  if (until) query = query.where('on', '<=', until);
  if (after) query = query.where((eb) => eb(eb.refTuple('on', 'item_id'), '<', eb.tuple(after.on, after.id)));
  return (await query.execute()).map(toItem);
}

/** One item of any kind, or undefined when the trajectory has none by that id. */
export async function trajectoryItem(
  db: Kysely<ReadDatabase>,
  trajectoryId: Id,
  itemId: Id,
): Promise<TrajectoryItem | undefined> {
  const row = await db
    .selectFrom('trajectory_item')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('trajectory_id', '=', trajectoryId)
    .executeTakeFirst();
  return row && toItem(row);
}

/** These items of the trajectory, in no fixed order; ids that it does not have are left out. One query. */
export async function trajectoryItems(
  db: Kysely<ReadDatabase>,
  trajectoryId: Id,
  itemIds: readonly Id[],
): Promise<readonly TrajectoryItem[]> {
  if (itemIds.length === 0) return [];
  const rows = await db
    .selectFrom('trajectory_item')
    .selectAll()
    .where('item_id', 'in', [...itemIds])
    .where('trajectory_id', '=', trajectoryId)
    .execute();
  return rows.map(toItem);
}

function toItem(row: ReadDatabase['trajectory_item']): TrajectoryItem {
  return {
    id: row.item_id,
    kind: row.kind as ItemKind,
    on: row.on as CalendarDate,
    recordedAt: row.recorded_at,
    revision: row.revision,
    data: parsed<ItemData>(row.data),
  };
}

async function withSessionsAndContacts(
  db: Kysely<ReadDatabase>,
  trajectories: readonly TrajectoryFacts[],
): Promise<readonly TrajectoryRecord[]> {
  if (trajectories.length === 0) return [];
  const ids = trajectories.map((facts) => facts.id);
  const sessions = byTrajectory<Session>(await sessionsOf(db, ids));
  const contacts = byTrajectory<EmployerContact>(await contactsOf(db, ids));
  return trajectories.map((facts) => ({
    facts,
    sessions: sessions.get(facts.id) ?? [],
    employerContacts: contacts.get(facts.id) ?? [],
  }));
}

function byTrajectory<Item>(found: readonly (readonly [Id, Item])[]): Map<Id, Item[]> {
  const grouped = new Map<Id, Item[]>();
  for (const [id, item] of found) {
    const items = grouped.get(id);
    if (items === undefined) grouped.set(id, [item]);
    else items.push(item);
  }
  return grouped;
}
