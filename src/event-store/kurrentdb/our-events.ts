import {
  type AllStreamResolvedEvent,
  type EventData,
  jsonEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';
import type { EventMetadata, Position, RecordedEvent, StoredEvent } from '../event-store.port.js';
import type { PreparedEvent } from '../prepared-append.js';
import { UnreadableEvent } from './failures.js';
import { toPosition } from './positions.js';

/*
 * STORAGE. An event's data is JSON as it was appended. Its custom metadata is
 * `{"append", "hash", "metadata", "previousHash", "schemaVersion"}`, of which `metadata` is what surrounds the data.
 */
interface StoredMetadata {
  /** By chance and its own for each append: who finds it there knows that nobody else stored these events. */
  readonly append: string;
  readonly hash: string;
  readonly metadata: EventMetadata;
  readonly previousHash: string | null;
  readonly schemaVersion: number;
}

/** An event and its place in the chain of its stream. */
export interface LinkedEvent extends PreparedEvent {
  readonly hash: string;
  readonly previousHash: string | null;
}

/** Any event as the client gives it. */
export type Resolved = ResolvedEvent | AllStreamResolvedEvent;
type Delivered = NonNullable<Resolved['event']>;

/** What the client sends for an event of one append. */
export function toEventData({ id, type, data, ...link }: LinkedEvent, append: string): EventData {
  const { hash, metadata, previousHash, schemaVersion } = link;
  const stored: StoredMetadata = {
    append,
    hash,
    metadata: JSON.parse(metadata),
    previousHash,
    schemaVersion,
  };
  return jsonEvent({ id, type, data: JSON.parse(data), metadata: stored });
}

/** True for lower case letters and digits that begin with a letter: what keeps our streams apart from others. */
export function isNamespace(text: string): boolean {
  return /^[a-z][a-z0-9]*$/.test(text);
}

/** The events of this service as they stand in the database, which others may use as well. */
export class OurEvents {
  readonly prefix: string;

  /** Throws a RangeError for a namespace that would not stay apart from others. */
  constructor(namespace: string) {
    if (!isNamespace(namespace)) throw new RangeError(`not a namespace: "${namespace}"`);
    this.prefix = `${namespace}.`;
  }

  /** The name in the database. */
  inDatabase(stream: string): string {
    return this.prefix + stream;
  }

  /** True for an event of this service; system events and those of others are not. */
  has({ event }: Resolved): boolean {
    return event?.streamId.startsWith(this.prefix) ?? false;
  }

  /** The event that was read. Throws `UnreadableEvent` when somebody else wrote it into a stream of ours. */
  toRecordedEvent(resolved: Resolved): RecordedEvent {
    const { event, stored } = this.#open(resolved);
    const { hash, metadata, previousHash, schemaVersion } = stored;
    return {
      hash,
      metadata,
      previousHash,
      schemaVersion,
      id: event.id,
      type: event.type,
      data: event.data as Record<string, unknown>,
      stream: this.#streamOf(event),
      revision: event.revision,
      position: toPosition(event.position),
    };
  }

  /** The event as a scan gives it. */
  toStoredEvent(resolved: Resolved): StoredEvent {
    const { event, stored } = this.#open(resolved);
    return {
      id: event.id,
      type: event.type,
      schemaVersion: stored.schemaVersion,
      data: JSON.stringify(event.data),
      metadata: JSON.stringify(stored.metadata),
      stream: this.#streamOf(event),
      revision: Number(event.revision),
      position: toPosition(event.position),
    };
  }

  /** Which append stored an event, and where. */
  storedBy(resolved: Resolved): { readonly append: string; readonly position: Position } {
    const { event, stored } = this.#open(resolved);
    return { append: stored.append, position: toPosition(event.position) };
  }

  /** The type and the schema version of an event, without the rest. */
  shapeOf(resolved: Resolved): string {
    const { event, stored } = this.#open(resolved);
    return `${event.type} ${stored.schemaVersion}`;
  }

  #open({ event }: Resolved): { readonly event: Delivered; readonly stored: StoredMetadata } {
    if (event === undefined || !isStoredMetadata(event.metadata)) {
      throw new UnreadableEvent(`${event?.streamId}@${event?.revision} was not written by Doorlopend`);
    }
    return { event, stored: event.metadata };
  }

  #streamOf(event: Delivered): string {
    return event.streamId.slice(this.prefix.length);
  }
}

/** The position of an event that was read. */
export function positionOf({ event }: Resolved): Position {
  return toPosition(event?.position);
}

function isStoredMetadata(value: unknown): value is StoredMetadata {
  if (typeof value !== 'object' || value === null) return false;
  const { append, hash, metadata, previousHash, schemaVersion } = value as Readonly<Record<string, unknown>>;
  return (
    typeof append === 'string' &&
    typeof hash === 'string' &&
    typeof metadata === 'object' &&
    (previousHash === null || typeof previousHash === 'string') &&
    typeof schemaVersion === 'number'
  );
}
