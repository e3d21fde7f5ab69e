import type { Kysely } from 'kysely';
import type { RuleSet } from '../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { FunderKind } from '../../domain/shared/lists.js';
import type { ReadDatabase } from '../read-database.js';
import type { IdPage } from '../shared/id-page.js';
import { normalisedName } from '../shared/normalised-name.js';
import { parsed } from '../shared/parse.js';

/** A version of a funder's rules; without `effectiveOn` it holds for every earlier date. */
export interface RuleSetVersion {
  readonly version: number;
  readonly effectiveOn: CalendarDate | null;
  readonly ruleSet: RuleSet;
}

export interface FunderView {
  readonly id: Id;
  readonly name: string;
  readonly kind: FunderKind;
  /** In order of version. */
  readonly ruleSets: readonly RuleSetVersion[];
  readonly revision: number;
}

/** The funder, or undefined when there is none by that id. */
export async function funderById(db: Kysely<ReadDatabase>, id: Id): Promise<FunderView | undefined> {
  const row = await db.selectFrom('funder').selectAll().where('funder_id', '=', id).executeTakeFirst();
  return row && toView(row);
}

/** The funders of these ids, in no order. One query. */
export async function fundersById(
  db: Kysely<ReadDatabase>,
  ids: readonly Id[],
): Promise<readonly FunderView[]> {
  if (ids.length === 0) return [];
  return (
    await db
      .selectFrom('funder')
      .selectAll()
      .where('funder_id', 'in', [...ids])
      .execute()
  ).map(toView);
}

/** Every funder of exactly that name, NFC and trimmed, the first registered first. */
export async function fundersByName(db: Kysely<ReadDatabase>, name: string): Promise<readonly FunderView[]> {
  const rows = await db
    .selectFrom('funder')
    .selectAll()
    .where('normalised_name', '=', normalisedName(name))
    .orderBy('funder_id')
    .execute();
  return rows.map(toView);
}

/** Funders by id. */
export async function fundersPage(db: Kysely<ReadDatabase>, page: IdPage): Promise<readonly FunderView[]> {
  const rows = await db
    .selectFrom('funder')
    .selectAll()
    .where('funder_id', '>', page.after ?? '')
    .orderBy('funder_id')
    .limit(page.limit)
    .execute();
  return rows.map(toView);
}

function toView(row: ReadDatabase['funder']): FunderView {
  return {
    id: row.funder_id,
    name: row.name,
    kind: row.kind as FunderKind,
    ruleSets: parsed<readonly RuleSetVersion[]>(row.rule_sets),
    revision: row.revision,
  };
}
