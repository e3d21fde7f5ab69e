import type { Kysely } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { type Survivors, survivorOf } from '../../domain/shared/survivors.js';
import type { ReadDatabase } from '../read-database.js';

/** All the registrations of one candidate or employer. */
export interface Family {
  /** The one that stays. */
  readonly survivorId: Id;
  /** All of them, the one that stays first, then by id. */
  readonly ids: readonly Id[];
}

type Mark = Pick<ReadDatabase['party_merge'], 'duplicate_id' | 'survivor_id'>;

/**
 * The merges that stand by which any of `ids` is a duplicate, directly or through another; with `knownOn` as they were
 * known at the end of that day. One query while nothing is merged, one more for each step of a chain.
 */
export async function survivorsAmong(
  db: Kysely<ReadDatabase>,
  ids: Iterable<Id>,
  knownOn?: CalendarDate,
): Promise<Survivors> {
  const survivors = new Map<Id, Id>();
  let look = [...new Set(ids)];
  while (look.length > 0) {
    const marks = await marksOf(db, 'duplicate_id', look, knownOn);
    for (const { duplicate_id, survivor_id } of marks) survivors.set(duplicate_id, survivor_id);
    look = [...new Set(marks.map(({ survivor_id }) => survivor_id))].filter((id) => !survivors.has(id));
  }
  return survivors;
}

/** For each of `ids` all the registrations of the same one, as they are now or were known on a day. */
export async function familiesOf(
  db: Kysely<ReadDatabase>,
  ids: readonly Id[],
  knownOn?: CalendarDate,
): Promise<ReadonlyMap<Id, Family>> {
  const survivors = new Map(await survivorsAmong(db, ids, knownOn));
  const heads = new Set(ids.map((id) => survivorOf(survivors, id)));
  const members = new Set<Id>(heads);
  for (let look = [...heads]; look.length > 0; ) {
    const marks = await marksOf(db, 'survivor_id', look, knownOn);
    for (const { duplicate_id, survivor_id } of marks) survivors.set(duplicate_id, survivor_id);
    look = marks.map(({ duplicate_id }) => duplicate_id).filter((id) => !members.has(id));
    for (const id of look) members.add(id);
  }
  const families = new Map([...heads].map((head) => [head, familyOf(head, members, survivors)] as const));
  return new Map(ids.map((id) => [id, families.get(survivorOf(survivors, id)) as Family]));
}

function familyOf(survivorId: Id, members: ReadonlySet<Id>, survivors: Survivors): Family {
  const duplicates = [...members].filter(
    (id) => id !== survivorId && survivorOf(survivors, id) === survivorId,
  );
  return { survivorId, ids: [survivorId, ...duplicates.sort()] };
}

async function marksOf(
  db: Kysely<ReadDatabase>,
  side: 'duplicate_id' | 'survivor_id',
  ids: readonly Id[],
  knownOn: CalendarDate | undefined,
): Promise<readonly Mark[]> {
  if (ids.length === 0) return [];
  const marks = db
    .selectFrom('party_merge')
    .select(['duplicate_id', 'survivor_id'])
    .where(side, 'in', [...ids])
    .orderBy('duplicate_id')
    .orderBy('merge_id');
  if (knownOn === undefined) return marks.where('withdrawn_on', 'is', null).execute();
  return marks
    .where('recorded_on', '<=', knownOn)
    .where((eb) => eb.or([eb('withdrawn_on', 'is', null), eb('withdrawn_on', '>', knownOn)]))
    .execute();
}
