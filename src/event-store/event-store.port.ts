import type { CalendarDate, Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { ExpectedRevision } from './expected-revision.js';

/** A place in the feed of all events. Opaque: compare with `comparePositions`, never read. */
export type Position = string;

/** Who recorded it, as subject and role and for whom; never a name. */
export interface Actor {
  readonly subject: string;
  readonly role: string;
  readonly organisationId?: Id;
  readonly funderId?: Id;
  readonly coachId?: Id;
  readonly candidateId?: Id;
  readonly employerId?: Id;
  readonly via: 'api' | 'page' | 'import' | 'cli';
}

/** What surrounds an event's data. */
export interface EventMetadata {
  readonly actor: Actor;
  readonly recordedAt: Instant;
  readonly occurredOn?: CalendarDate;
  /** The command that caused it; every event of one command has the same. */
  readonly commandId: Id;
}

/** An event ready to be appended: protected fields are sealed already. */
export interface NewEvent {
  readonly id: Id;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: EventMetadata;
}

/** An event as the log holds it. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** 0, 1, 2 … within the stream, without gaps. */
  readonly revision: bigint;
  readonly position: Position;
  /** SHA-256, hexadecimal, over its canonical form and `previousHash`. */
  readonly hash: string;
  /** The hash of the event before it in the stream; null for the first. */
  readonly previousHash: string | null;
}

export interface AppendResult {
  /** The revision of the last event of this append. */
  readonly revision: bigint;
  /** The position of the last event of this append. */
  readonly position: Position;
  /** True when these very events were there already and nothing was stored. */
  readonly repeated: boolean;
}

export interface ReadStreamOptions {
  /** The first revision to give; default the first (forwards) or the last (backwards). */
  readonly from?: bigint;
  /** At most this many events, 1 to 10,000. */
  readonly limit: number;
  readonly direction?: 'forwards' | 'backwards';
}

export interface ReadAllOptions {
  /** Give what comes after this position; default from the start. */
  readonly after?: Position;
  readonly limit: number;
}

/** A type in one of the shapes that it was ever stored in. */
export interface StoredShape {
  readonly type: string;
  readonly schemaVersion: number;
}

export interface ScanOptions extends ReadAllOptions {
  /** Stop after this position; default at the end. */
  readonly upTo?: Position;
  /** Events of these shapes are passed over: they count, and are not given. */
  readonly without: readonly StoredShape[];
}

/** An event as the log holds it, its JSON not parsed and its place in the chain left out. */
export interface StoredEvent extends StoredShape {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly id: Id;
  /** JSON text. */
  readonly data: string;
  readonly metadata: string;
}

/** A page of the feed as a scan gives it. */
export interface Scan {
  readonly events: readonly StoredEvent[];
  /** The position of the last event that was passed; undefined when none was. */
  readonly position: Position | undefined;
  /** The number of events that were passed, given or not. */
  readonly passed: number;
}

export interface SubscribeOptions {
  readonly after?: Position;
  /** The most events in one batch. */
  readonly batchSize: number;
  readonly signal: AbortSignal;
}

/** Where stores differ. The contract suite asks each store for what it declares here. */
export interface EventStoreCapabilities {
  /** Where appends that one process issued in order also arrive in order: in the whole log, or within each stream. */
  readonly orderedIn: 'log' | 'stream';
  /** Where an event id may be once: in the whole log, or in each stream. An id elsewhere is refused, or it is not. */
  readonly idsUniqueIn: 'log' | 'stream';
  /** The most bytes that one append may hold, its metadata included; undefined where only memory sets a limit. */
  readonly mostBytesPerAppend: number | undefined;
}

/**
 * Where events are kept, for ever. Every adapter passes `test/contract/event-store.contract.ts`.
 *
 * - All events of one append are stored or none; a resolved append is on disk.
 * - A wrong expectation rejects with `WrongExpectedRevision`, which holds the actual revision.
 * - The same event ids with the same expectation a second time resolve without storing twice.
 * - The feed gives every event exactly once after a position, keeps each stream's order, and never skips one.
 * - What cannot be reached for a while rejects with `EventStoreUnavailable`; an append that may have been stored, with
 *   `OutcomeUnknown`.
 */
export interface EventStore {
  readonly capabilities: EventStoreCapabilities;
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult>;
  /** The events of one stream; an empty list when there is none. */
  readStream(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]>;
  /** A page of the feed. */
  readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]>;
  /** A page of the feed for who follows it at speed: only the events that are wanted, and of those only what is needed. */
  scan(options: ScanOptions): Promise<Scan>;
  /** Batches from a position on: first what is there, then what comes, until the signal aborts. Never an empty batch. */
  subscribe(options: SubscribeOptions): AsyncIterable<readonly RecordedEvent[]>;
  /** The position of the last event of all, or undefined in an empty log. */
  head(): Promise<Position | undefined>;
  /** Negative when `a` comes before `b`, 0 when they are the same, positive when after. */
  comparePositions(a: Position, b: Position): number;
  close(): Promise<void>;
}

/** The injection token of the event store. */
export const EVENT_STORE = Symbol('EVENT_STORE');
