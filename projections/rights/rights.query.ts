import type { Kysely } from 'kysely';
import type {
  ErasureAssessment,
  ErasureException,
  ErasureGround,
  ErasureStatus,
  RestrictionStatus,
} from '../../domain/candidate/rights/lists.js';
import type { CalendarDate, Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Protected, Protection } from '../../domain/shared/protected.js';
import type { ReadDatabase } from '../read-database.js';
import { parsed, parsedOrNull } from '../shared/parse.js';

/** A request to be forgotten as it stands; reasons are sealed. */
export interface ErasureView {
  readonly id: Id;
  readonly candidateId: Id;
  readonly basis: 'request' | 'retention';
  readonly ground: ErasureGround | null;
  readonly status: ErasureStatus;
  readonly on: CalendarDate;
  readonly decision: ErasureAssessment | null;
  readonly parts: readonly Protection[];
  readonly exception: ErasureException | null;
  readonly reason: Protected<string> | null;
  readonly firstBy: string | null;
  readonly laterReason: Protected<string> | null;
  readonly secondBy: string | null;
  readonly carryOutFrom: CalendarDate | null;
}

/** A registration whose keys are destroyed. */
export interface ErasedView {
  readonly candidateId: Id;
  readonly requestId: Id;
  readonly parts: readonly Protection[];
  readonly keys: readonly { readonly name: string; readonly fingerprint: string }[];
  readonly recordedAt: Instant;
  readonly position: string;
}

/** A request to keep a file and not use it; reasons are sealed. */
export interface RestrictionView {
  readonly id: Id;
  readonly candidateId: Id;
  readonly status: RestrictionStatus;
  readonly on: CalendarDate;
  readonly reason: Protected<string>;
  readonly decisionReason: Protected<string> | null;
  readonly endReason: Protected<string> | null;
}

/** The requests of these candidates, by id. */
export async function erasuresOf(
  db: Kysely<ReadDatabase>,
  candidateIds: readonly Id[],
): Promise<readonly ErasureView[]> {
  if (candidateIds.length === 0) return [];
  const query = db
    .selectFrom('erasure')
    .selectAll()
    .where('candidate_id', 'in', [...candidateIds]);
  return (await query.orderBy('request_id').execute()).map(toErasure);
}

/** Requests of a status, by id, after one. */
export async function erasuresPage(
  db: Kysely<ReadDatabase>,
  page: {
    readonly status?: ErasureStatus | undefined;
    readonly after?: Id | undefined;
    readonly limit: number;
  },
): Promise<readonly ErasureView[]> {
  let query = db
    .selectFrom('erasure')
    .selectAll()
    .where('request_id', '>', page.after ?? '');
  if (page.status !== undefined) query = query.where('status', '=', page.status);
  return (await query.orderBy('request_id').limit(page.limit).execute()).map(toErasure);
}

/** The requests that were confirmed and whose waiting is over on this day, but for files that are held. */
export async function erasuresDue(
  db: Kysely<ReadDatabase>,
  today: CalendarDate,
): Promise<readonly ErasureView[]> {
  const rows = await db
    .selectFrom('erasure')
    .selectAll()
    .where('status', '=', 'confirmed')
    .where('carry_out_from', '<=', today)
    .orderBy('request_id')
    .execute();
  return rows.map(toErasure);
}

/** Every registration whose keys are destroyed, by candidate. */
export async function erasedCandidates(db: Kysely<ReadDatabase>): Promise<readonly ErasedView[]> {
  const rows = await db
    .selectFrom('erased_candidate')
    .selectAll()
    .orderBy('candidate_id')
    .orderBy('request_id')
    .execute();
  return rows.map((row) => ({
    candidateId: row.candidate_id,
    requestId: row.request_id,
    parts: parsed<readonly Protection[]>(row.parts),
    keys: parsed<ErasedView['keys']>(row.keys),
    recordedAt: row.recorded_at,
    position: row.position,
  }));
}

/** The days up to which files of these candidates are held, by candidate. */
export async function holdsOf(
  db: Kysely<ReadDatabase>,
  candidateIds: readonly Id[],
): Promise<ReadonlyMap<Id, CalendarDate>> {
  if (candidateIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('file_hold')
    .select(['candidate_id', 'until'])
    .where('candidate_id', 'in', [...candidateIds])
    .execute();
  return new Map(rows.map((row) => [row.candidate_id, row.until as CalendarDate]));
}

/** The restrictions of these candidates, by id. */
export async function restrictionsOf(
  db: Kysely<ReadDatabase>,
  candidateIds: readonly Id[],
): Promise<readonly RestrictionView[]> {
  if (candidateIds.length === 0) return [];
  const query = db
    .selectFrom('restriction')
    .selectAll()
    .where('candidate_id', 'in', [...candidateIds]);
  return (await query.orderBy('restriction_id').execute()).map(toRestriction);
}

/** Restrictions of a status, by id, after one. */
export async function restrictionsPage(
  db: Kysely<ReadDatabase>,
  page: {
    readonly status?: RestrictionStatus | undefined;
    readonly after?: Id | undefined;
    readonly limit: number;
  },
): Promise<readonly RestrictionView[]> {
  let query = db
    .selectFrom('restriction')
    .selectAll()
    .where('restriction_id', '>', page.after ?? '');
  if (page.status !== undefined) query = query.where('status', '=', page.status);
  return (await query.orderBy('restriction_id').limit(page.limit).execute()).map(toRestriction);
}

/** The candidates with a restriction in force; a short list. */
export async function restrictedCandidates(db: Kysely<ReadDatabase>): Promise<readonly Id[]> {
  const rows = await db
    .selectFrom('restriction')
    .select('candidate_id')
    .distinct()
    .where('status', '=', 'granted')
    .execute();
  return rows.map((row) => row.candidate_id);
}

function toErasure(row: ReadDatabase['erasure']): ErasureView {
  return {
    id: row.request_id,
    candidateId: row.candidate_id,
    basis: row.basis as ErasureView['basis'],
    ground: row.ground as ErasureGround | null,
    status: row.status as ErasureStatus,
    on: row.on as CalendarDate,
    decision: row.decision as ErasureAssessment | null,
    parts: parsed<readonly Protection[]>(row.parts),
    exception: row.exception as ErasureException | null,
    reason: parsedOrNull<Protected<string>>(row.reason),
    firstBy: row.first_by,
    laterReason: parsedOrNull<Protected<string>>(row.later_reason),
    secondBy: row.second_by,
    carryOutFrom: row.carry_out_from as CalendarDate | null,
  };
}

function toRestriction(row: ReadDatabase['restriction']): RestrictionView {
  return {
    id: row.restriction_id,
    candidateId: row.candidate_id,
    status: row.status as RestrictionStatus,
    on: row.on as CalendarDate,
    reason: parsed<Protected<string>>(row.reason),
    decisionReason: parsedOrNull<Protected<string>>(row.decision_reason),
    endReason: parsedOrNull<Protected<string>>(row.end_reason),
  };
}
