import type { Feed, FeedPage, FeedSubscription, Stretch } from '../../projections/runtime/feed.js';
import type { ProjectedEvent } from '../../projections/runtime/projection.js';
import { type EventRegistry, parseStream } from '../event-store/event-registry.js';
import type { EventStore, RecordedEvent, StoredShape } from '../event-store/event-store.port.js';
import { FeedEvent } from './feed-event.js';

/** The event store as the projections see it: every event upcast to its present version, protected fields sealed. */
export class EventFeed implements Feed {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  async readAll({ types, ...page }: FeedPage): Promise<Stretch> {
    const { events, ...reach } = await this.store.scan({ ...page, without: this.#othersThan(types) });
    return { ...reach, events: events.map((event) => new FeedEvent(event, this.registry)) };
  }

  async *subscribe(subscription: FeedSubscription): AsyncIterable<readonly ProjectedEvent[]> {
    for await (const batch of this.store.subscribe(subscription)) {
      yield batch.map((event) => projected(event, this.registry));
    }
  }

  head(): Promise<string | undefined> {
    return this.store.head();
  }

  comparePositions(a: string, b: string): number {
    return this.store.comparePositions(a, b);
  }

  /** The known shapes of all other types: what this program does not know is never passed over, so that it is noticed. */
  #othersThan(types: ReadonlySet<string> | undefined): readonly StoredShape[] {
    if (types === undefined) return [];
    const others = this.registry.types.filter((type) => !types.has(type));
    return others.flatMap((type) => this.registry.shapesOf(type));
  }
}

/** One recorded event as a projection sees it. */
export function projected(event: RecordedEvent, registry: EventRegistry): ProjectedEvent {
  const { id, type, stream, revision, position, metadata } = event;
  return {
    id,
    type,
    data: registry.upcast(event) as never,
    stream,
    streamId: parseStream(stream)?.id ?? stream,
    revision: Number(revision),
    position,
    recordedAt: metadata.recordedAt,
    occurredOn: metadata.occurredOn,
    actor: metadata.actor,
    commandId: metadata.commandId,
  };
}
