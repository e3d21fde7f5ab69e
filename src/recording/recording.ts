import type { Instant } from '../../domain/shared/calendar.js';
import type { DomainEvent } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Actor } from '../event-store/event-store.port.js';

/** True when the stream at this revision (undefined: no stream yet) is the one that the asker last saw. */
export type ExpectedMatch = (revision: bigint | undefined) => boolean;

/** What surrounds a command: who, when, and what identifies it. */
export interface Recording {
  readonly actor: Actor;
  readonly now: Instant;
  /** Every id of the command's events follows from it. */
  readonly commandId: Id;
  readonly match?: ExpectedMatch | undefined;
  /** Called in the same turn as the decision, with its events, before they are on disk. */
  readonly onDecided?: (events: readonly DomainEvent[]) => void;
}

/** The stream is no longer at the revision that the asker saw (`If-Match`); nothing was stored. */
export class StaleRevision extends Error {
  constructor() {
    super('the stream has moved on since it was read');
    this.name = 'StaleRevision';
  }
}
