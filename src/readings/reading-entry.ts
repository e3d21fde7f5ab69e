import type { Selectable } from 'kysely';
import type { FileKind, Purpose } from '../../domain/access/index.js';
import type { Role } from '../../domain/access/roles.js';
import type { Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { StoreTables } from '../service-store/migrations.js';
import { idAt } from '../shared/ids.js';
import type { TraceContext } from './trace-context.js';

/** That somebody looked at a candidate's data, as it is recorded. */
export interface ReadingEntry {
  /** The candidate as the trajectory or the asker names them; a merge may have given the person another id. */
  readonly candidateId: Id;
  /** Undefined where it was about the candidate, or about more than one trajectory. */
  readonly trajectoryId: Id | undefined;
  /** When the question came in, and when the answer was about to leave; milliseconds since 1970. */
  readonly startedAt: number;
  readonly readAt: number;
  /** Who: the account, program or token; `operator` for a command on the machine. */
  readonly subject: string;
  readonly role: Role;
  /** The organisation, funder, coach or employer that the role is held for. */
  readonly partyId: Id | undefined;
  readonly purpose: Purpose;
  readonly purposeVersion: number;
  readonly kinds: readonly FileKind[];
  /** The route as the program has it, with no id in it. */
  readonly route: string;
  readonly trace: TraceContext;
  readonly spanId: string;
}

/** An entry that was recorded. */
export interface RecordedReading extends ReadingEntry {
  /** Of the millisecond in which it was read, so that their order is that of the looks. */
  readonly id: Id;
}

type Row = StoreTables['reading'];

/** The row of an entry. */
export function rowOf(entry: ReadingEntry): Row {
  const { trace, spanId, candidateId, readAt } = entry;
  return {
    reading_id: idAt(readAt, trace.traceId, spanId, candidateId),
    candidate_id: candidateId,
    trajectory_id: entry.trajectoryId ?? null,
    started_at: instantOf(entry.startedAt),
    read_at: instantOf(readAt),
    subject: entry.subject,
    role: entry.role,
    party_id: entry.partyId ?? null,
    purpose: entry.purpose,
    purpose_version: entry.purposeVersion,
    kinds: JSON.stringify(entry.kinds),
    route: entry.route,
    trace_id: trace.traceId,
    parent_span_id: trace.parentSpanId ?? null,
    span_id: spanId,
  };
}

/** The entry of a row. */
export function entryOf(row: Selectable<Row>): RecordedReading {
  return {
    id: row.reading_id,
    candidateId: row.candidate_id,
    trajectoryId: row.trajectory_id ?? undefined,
    startedAt: Date.parse(row.started_at),
    readAt: Date.parse(row.read_at),
    subject: row.subject,
    role: row.role as Role,
    partyId: row.party_id ?? undefined,
    purpose: row.purpose as Purpose,
    purposeVersion: row.purpose_version,
    kinds: JSON.parse(row.kinds) as FileKind[],
    route: row.route,
    trace: { traceId: row.trace_id, parentSpanId: row.parent_span_id ?? undefined },
    spanId: row.span_id,
  };
}

function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}

/** Ids of readings from this moment on are not smaller than it. */
export function firstIdAt(epochMs: number): string {
  const time = epochMs.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
