import type { Kysely } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { likenessOf } from '../../domain/shared/likeness.js';
import type { Protected } from '../../domain/shared/protected.js';
import type { ReadDatabase } from '../read-database.js';
import type { Likeness, PossibleDuplicate } from '../shared/alike.js';
import type { IdPage } from '../shared/id-page.js';
import type { MergeView } from '../shared/merge-list.js';
import { normalisedName } from '../shared/normalised-name.js';
import { parsed } from '../shared/parse.js';

/** Who is called at an employer; name, number and address are sealed. */
export interface ContactPersonView {
  readonly id: Id;
  readonly name: Protected<string>;
  readonly phone: Protected<string> | null;
  readonly email: Protected<string> | null;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** The coach that an employer wants for all its candidates. */
export interface PreferredCoachView {
  readonly id: Id;
  readonly coachId: Id;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

export interface EmployerView {
  readonly id: Id;
  readonly name: string;
  readonly kvkNumber: string | null;
  readonly contactPersons: readonly ContactPersonView[];
  readonly preferredCoaches: readonly PreferredCoachView[];
  readonly merges: readonly MergeView[];
  /** The employer that it is a duplicate of; null when it stands for itself. */
  readonly mergedInto: Id | null;
  readonly revision: number;
}

/** The employer, or undefined when there is none by that id. */
export async function employerById(db: Kysely<ReadDatabase>, id: Id): Promise<EmployerView | undefined> {
  const row = await db.selectFrom('employer').selectAll().where('employer_id', '=', id).executeTakeFirst();
  return row && toView(row);
}

/** The employers of these ids, in no order. One query. */
export async function employersById(
  db: Kysely<ReadDatabase>,
  ids: readonly Id[],
): Promise<readonly EmployerView[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('employer')
    .selectAll()
    .where('employer_id', 'in', [...ids])
    .execute();
  return rows.map(toView);
}

/** Every employer of exactly that name, NFC and trimmed, the first registered first. */
export async function employersByName(
  db: Kysely<ReadDatabase>,
  name: string,
): Promise<readonly EmployerView[]> {
  const rows = await db
    .selectFrom('employer')
    .selectAll()
    .where('normalised_name', '=', normalisedName(name))
    .orderBy('employer_id')
    .execute();
  return rows.map(toView);
}

/** Employers by id, those that are a duplicate of another left out. */
export async function employersPage(
  db: Kysely<ReadDatabase>,
  page: IdPage,
): Promise<readonly EmployerView[]> {
  const rows = await db
    .selectFrom('employer')
    .selectAll()
    .where('employer_id', '>', page.after ?? '')
    .where('merged_into', 'is', null)
    .orderBy('employer_id')
    .limit(page.limit)
    .execute();
  return rows.map(toView);
}

/**
 * For each of these employers the others that may well be the same one: alike in name, or with the same number of the
 * trade register. Those that are merged are left out. One query, however many there are.
 */
export async function employersAlike(
  db: Kysely<ReadDatabase>,
  employers: readonly Pick<EmployerView, 'id' | 'name' | 'kvkNumber'>[],
): Promise<ReadonlyMap<Id, readonly PossibleDuplicate[]>> {
  if (employers.length === 0) return new Map();
  const likenesses = employers.map(({ name }) => likenessOf(name)).filter((likeness) => likeness !== '');
  const numbers = employers.flatMap(({ kvkNumber }) => kvkNumber ?? []);
  const others = await db
    .selectFrom('employer')
    .select(['employer_id', 'likeness', 'kvk_number'])
    .where('merged_into', 'is', null)
    .where((eb) =>
      eb.or([
        ...(likenesses.length > 0 ? [eb('likeness', 'in', likenesses)] : []),
        ...(numbers.length > 0 ? [eb('kvk_number', 'in', numbers)] : []),
      ]),
    )
    .orderBy('employer_id')
    .execute();
  return new Map(
    employers.map(({ id, name, kvkNumber }) => {
      const alike = others.flatMap((other): readonly PossibleDuplicate[] => {
        const because: Likeness[] = [];
        if (other.likeness !== '' && other.likeness === likenessOf(name)) because.push('name');
        if (kvkNumber !== null && other.kvk_number === kvkNumber) because.push('kvk-number');
        return other.employer_id === id || because.length === 0 ? [] : [{ id: other.employer_id, because }];
      });
      return [id, alike];
    }),
  );
}

function toView(row: ReadDatabase['employer']): EmployerView {
  return {
    id: row.employer_id,
    name: row.name,
    kvkNumber: row.kvk_number,
    contactPersons: parsed<readonly ContactPersonView[]>(row.contact_persons),
    preferredCoaches: parsed<readonly PreferredCoachView[]>(row.preferred_coaches),
    merges: parsed<readonly MergeView[]>(row.merges),
    mergedInto: row.merged_into,
    revision: row.revision,
  };
}
