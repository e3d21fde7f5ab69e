import type { Kysely } from 'kysely';
import type { ContactDetails } from '../../domain/candidate/events.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { ContactChannel } from '../../domain/shared/lists.js';
import type { Protected } from '../../domain/shared/protected.js';
import type { ReadDatabase } from '../read-database.js';
import type { IdPage } from '../shared/id-page.js';
import type { MergeView } from '../shared/merge-list.js';
import { parsed, parsedOrNull } from '../shared/parse.js';

/** What the candidate consented to, or no longer does; the purpose is sealed. */
export interface ConsentView {
  readonly id: Id;
  readonly purpose: Protected<string>;
  readonly given: boolean;
  readonly on: CalendarDate;
}

/** A candidate; what identifies the person is sealed. */
export interface CandidateView {
  readonly id: Id;
  readonly name: Protected<string>;
  readonly reference: Protected<string>;
  readonly contact: Protected<ContactDetails> | null;
  readonly legalRepresentative: Protected<string> | null;
  readonly organisationId: Id | null;
  readonly funderId: Id | null;
  /** Equal for equal references, null when it was erased. */
  readonly referenceIndex: string | null;
  readonly consents: readonly ConsentView[];
  /** How the candidate wants to be reached; null when that was never stated. */
  readonly contactChannel: ContactChannel | null;
  readonly merges: readonly MergeView[];
  readonly revision: number;
}

/** Within which organisation or funder a reference is looked for; a reference is unique within it only. */
export interface CandidateScope {
  readonly organisationId?: Id | undefined;
  readonly funderId?: Id | undefined;
}

/** The candidates of these ids, by id. One query. */
export async function candidatesById(
  db: Kysely<ReadDatabase>,
  ids: readonly Id[],
): Promise<readonly CandidateView[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('candidate')
    .selectAll()
    .where('candidate_id', 'in', [...ids])
    .orderBy('candidate_id')
    .execute();
  return rows.map(toView);
}

/** The candidates that have one of these references, by its blind index, whoever gave it; by id. One query. */
export async function candidatesOfReferences(
  db: Kysely<ReadDatabase>,
  referenceIndexes: readonly string[],
): Promise<readonly CandidateView[]> {
  if (referenceIndexes.length === 0) return [];
  const rows = await db
    .selectFrom('candidate')
    .selectAll()
    .where('reference_index', 'in', [...referenceIndexes])
    .orderBy('candidate_id')
    .execute();
  return rows.map(toView);
}

/** The candidates of a reference, by its blind index, within the scope; by id. */
export async function candidatesByReference(
  db: Kysely<ReadDatabase>,
  referenceIndex: string,
  scope: CandidateScope = {},
): Promise<readonly CandidateView[]> {
  let query = db
    .selectFrom('candidate')
    .selectAll()
    .where('reference_index', '=', referenceIndex)
    .orderBy('candidate_id');
  if (scope.organisationId) query = query.where('organisation_id', '=', scope.organisationId);
  if (scope.funderId) query = query.where('funder_id', '=', scope.funderId);
  return (await query.execute()).map(toView);
}

/** Candidates by id, within the scope. */
export async function candidatesPage(
  db: Kysely<ReadDatabase>,
  page: IdPage & CandidateScope,
): Promise<readonly CandidateView[]> {
  let query = db
    .selectFrom('candidate')
    .selectAll()
    .where('candidate_id', '>', page.after ?? '')
    .orderBy('candidate_id')
    .limit(page.limit);
  if (page.organisationId) query = query.where('organisation_id', '=', page.organisationId);
  if (page.funderId) query = query.where('funder_id', '=', page.funderId);
  return (await query.execute()).map(toView);
}

/** The trajectories of each of these candidates, by opening day, with their funder. One query. */
export async function trajectoriesOfCandidates(
  db: Kysely<ReadDatabase>,
  candidateIds: readonly Id[],
): Promise<readonly { readonly id: Id; readonly candidateId: Id; readonly funderId: Id }[]> {
  if (candidateIds.length === 0) return [];
  return db
    .selectFrom('trajectory')
    .select(['trajectory_id as id', 'candidate_id as candidateId', 'funder_id as funderId'])
    .where('candidate_id', 'in', [...candidateIds])
    .orderBy('opened_on')
    .orderBy('trajectory_id')
    .execute();
}

function toView(row: ReadDatabase['candidate']): CandidateView {
  return {
    id: row.candidate_id,
    name: parsed<Protected<string>>(row.name),
    reference: parsed<Protected<string>>(row.reference),
    contact: parsedOrNull<Protected<ContactDetails>>(row.contact),
    legalRepresentative: parsedOrNull<Protected<string>>(row.legal_representative),
    organisationId: row.organisation_id,
    funderId: row.funder_id,
    referenceIndex: row.reference_index,
    consents: parsed<readonly ConsentView[]>(row.consents),
    contactChannel: row.contact_channel as ContactChannel | null,
    merges: parsed<readonly MergeView[]>(row.merges),
    revision: row.revision,
  };
}
