import type { DomainEvent } from '../../domain/shared/decider.js';
import type { ProjectedEvent } from '../runtime/projection.js';

/**
 * The event as the domain declares it. The feed gives every event in the present shape of its type (the registry
 * upcasts it), so a projection may read it as a member of the union that its `handles` were taken from.
 */
export function domainEvent<Event extends DomainEvent>(event: ProjectedEvent): Event {
  return event as unknown as Event;
}
