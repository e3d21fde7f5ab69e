import type { Kysely } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Protected } from '../../domain/shared/protected.js';
import type { ReadDatabase } from '../read-database.js';
import type { IdPage } from '../shared/id-page.js';
import { normalisedName } from '../shared/normalised-name.js';
import { parsed } from '../shared/parse.js';
import type { RecognitionView } from '../shared/recognition.js';

/** A complaint about an organisation; the text is sealed. */
export interface ComplaintView {
  readonly id: Id;
  readonly on: CalendarDate;
  readonly summary: Protected<string>;
}

export interface OrganisationView {
  readonly id: Id;
  readonly name: string;
  readonly kvkNumber: string | null;
  readonly recognitions: readonly RecognitionView[];
  readonly complaints: readonly ComplaintView[];
  readonly revision: number;
}

/** The organisation, or undefined when there is none by that id. */
export async function organisationById(
  db: Kysely<ReadDatabase>,
  id: Id,
): Promise<OrganisationView | undefined> {
  const row = await db
    .selectFrom('organisation')
    .selectAll()
    .where('organisation_id', '=', id)
    .executeTakeFirst();
  return row && toView(row);
}

/** The organisations of these ids, in no order. One query. */
export async function organisationsById(
  db: Kysely<ReadDatabase>,
  ids: readonly Id[],
): Promise<readonly OrganisationView[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where('organisation_id', 'in', [...ids])
    .execute();
  return rows.map(toView);
}

/** Every organisation of exactly that name, NFC and trimmed, the first registered first. */
export async function organisationsByName(
  db: Kysely<ReadDatabase>,
  name: string,
): Promise<readonly OrganisationView[]> {
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where('normalised_name', '=', normalisedName(name))
    .orderBy('organisation_id')
    .execute();
  return rows.map(toView);
}

/** Organisations by id. */
export async function organisationsPage(
  db: Kysely<ReadDatabase>,
  page: IdPage,
): Promise<readonly OrganisationView[]> {
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where('organisation_id', '>', page.after ?? '')
    .orderBy('organisation_id')
    .limit(page.limit)
    .execute();
  return rows.map(toView);
}

function toView(row: ReadDatabase['organisation']): OrganisationView {
  return {
    id: row.organisation_id,
    name: row.name,
    kvkNumber: row.kvk_number,
    recognitions: parsed<readonly RecognitionView[]>(row.recognitions),
    complaints: parsed<readonly ComplaintView[]>(row.complaints),
    revision: row.revision,
  };
}
