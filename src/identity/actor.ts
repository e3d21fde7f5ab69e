import type { Actor } from '../event-store/event-store.port.js';
import type { Asker } from './asker.js';

/** The asker as events name who recorded them: without the name. */
export function actorOf({ name: _, ...asker }: Asker, via: Actor['via']): Actor {
  return { ...asker, via };
}
