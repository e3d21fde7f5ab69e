import type { CalendarDate } from './calendar.js';
import type { DomainEvent } from './decider.js';
import type { Protection } from './protected.js';

/** Lifts the data of one stored schema version to the next. Pure and without I/O. */
export type Upcast = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** What the log has to know about one event type besides its shape. */
export interface EventDefinition<Data> {
  /** The schema version that is written now; 1 for the first shape. */
  readonly version: number;
  /** When it happened: a calendar date, or undefined when it has no day of its own (then the day it was recorded). */
  readonly occurredOn: (data: Data) => CalendarDate | undefined;
  /** Fields (top level of the data) that are encrypted, each with the key it falls under. */
  readonly protect: { readonly [Field in keyof Data]?: Protection };
  /** `upcasters[n]` lifts version n to n + 1; one for every version before the present one. */
  readonly upcasters: { readonly [fromVersion: number]: Upcast };
}

/** The definitions of every event type in a union: leaving one out does not compile. */
export type EventDefinitions<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: EventDefinition<Extract<Event, { type: Type }>['data']>;
};
