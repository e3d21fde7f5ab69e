import type { Feed } from '../../projections/runtime/feed.js';
import type { ProjectedEvent } from '../../projections/runtime/projection.js';
import type { EventRegistry } from '../event-store/event-registry.js';
import type { EventStore, RecordedEvent } from '../event-store/event-store.port.js';

/**
 * The event store as the projections read it: every event in the present shape of its type, protected fields sealed.
 * Reading rejects with `NewerEvent` at an event that this program does not know.
 */
export function eventFeed(store: EventStore, registry: EventRegistry): Feed {
  const toProjected = (event: RecordedEvent): ProjectedEvent => ({
    id: event.id,
    type: event.type,
    // The shape belongs to the type, which only the projection that handles it can name.
    data: registry.upcast(event) as never,
    stream: event.stream,
    streamId: event.stream.slice(event.stream.indexOf('-') + 1),
    revision: Number(event.revision),
    position: event.position,
    recordedAt: event.metadata.recordedAt,
    occurredOn: event.metadata.occurredOn,
    actor: event.metadata.actor,
    commandId: event.metadata.commandId,
  });
  return {
    readAll: async (page) => (await store.readAll(page)).map(toProjected),
    async *subscribe(subscription) {
      for await (const batch of store.subscribe(subscription)) yield batch.map(toProjected);
    },
    head: () => store.head(),
    comparePositions: (a, b) => store.comparePositions(a, b),
  };
}
