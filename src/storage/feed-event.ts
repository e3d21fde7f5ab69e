import type { CalendarDate, Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { ProjectedEvent } from '../../projections/runtime/projection.js';
import { type EventRegistry, parseStream } from '../event-store/event-registry.js';
import type { EventMetadata, StoredEvent } from '../event-store/event-store.port.js';

/** A stored event as a projection sees it. Its JSON is parsed when it is first looked at: many read models need a part of it. */
export class FeedEvent implements ProjectedEvent {
  readonly id: Id;
  readonly type: string;
  readonly stream: string;
  readonly streamId: Id;
  readonly revision: number;
  readonly position: string;
  readonly #stored: StoredEvent;
  readonly #registry: EventRegistry;
  #data: Readonly<Record<string, unknown>> | undefined;
  #metadata: EventMetadata | undefined;

  /** Throws `NewerEvent` for a type or a schema version that this program does not know. */
  constructor(stored: StoredEvent, registry: EventRegistry) {
    registry.check(stored);
    this.id = stored.id;
    this.type = stored.type;
    this.stream = stored.stream;
    this.streamId = parseStream(stored.stream)?.id ?? stored.stream;
    this.revision = stored.revision;
    this.position = stored.position;
    this.#stored = stored;
    this.#registry = registry;
  }

  get data(): never {
    const { type, schemaVersion, data } = this.#stored;
    this.#data ??= this.#registry.upcast({ type, schemaVersion, data: JSON.parse(data) });
    return this.#data as never;
  }

  get dataText(): string | undefined {
    return this.#registry.isPresent(this.#stored) ? this.#stored.data : undefined;
  }

  get recordedAt(): Instant {
    return this.#surroundings.recordedAt;
  }

  get occurredOn(): CalendarDate | undefined {
    return this.#surroundings.occurredOn;
  }

  get actor(): ProjectedEvent['actor'] {
    return this.#surroundings.actor;
  }

  get commandId(): Id {
    return this.#surroundings.commandId;
  }

  get metadataText(): string {
    return this.#stored.metadata;
  }

  get #surroundings(): EventMetadata {
    this.#metadata ??= JSON.parse(this.#stored.metadata) as EventMetadata;
    return this.#metadata;
  }
}
