import type { Kysely } from 'kysely';
import type { Id } from '../../domain/shared/ids.js';
import type { ReadDatabase } from '../read-database.js';
import type { IdPage } from '../shared/id-page.js';
import { normalisedName } from '../shared/normalised-name.js';

export interface EmployerView {
  readonly id: Id;
  readonly name: string;
  readonly kvkNumber: string | null;
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

/** Employers by id. */
export async function employersPage(
  db: Kysely<ReadDatabase>,
  page: IdPage,
): Promise<readonly EmployerView[]> {
  const rows = await db
    .selectFrom('employer')
    .selectAll()
    .where('employer_id', '>', page.after ?? '')
    .orderBy('employer_id')
    .limit(page.limit)
    .execute();
  return rows.map(toView);
}

function toView(row: ReadDatabase['employer']): EmployerView {
  return { id: row.employer_id, name: row.name, kvkNumber: row.kvk_number, revision: row.revision };
}
