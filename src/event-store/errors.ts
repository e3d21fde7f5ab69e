import type { ExpectedRevision } from './expected-revision.js';

/** The stream was not where the append expected it; nothing was stored. */
export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** The revision of the stream's last event; undefined when there is no such stream. */
    readonly actual: bigint | undefined,
  ) {
    super(`stream ${stream}: expected ${expected}, it is ${actual ?? 'not there'}`);
    this.name = 'WrongExpectedRevision';
  }
}

/** It is not known whether the append was stored: append the same event ids again to find out. */
export class OutcomeUnknown extends Error {
  constructor(
    readonly stream: string,
    options: { readonly cause: unknown },
  ) {
    super(`stream ${stream}: the outcome of the append is not known`, options);
    this.name = 'OutcomeUnknown';
  }
}

/** Some of these event ids are in the log already, with other content, in another place, or not all of them. */
export class EventIdsTaken extends Error {
  constructor(
    readonly stream: string,
    /** The first id that is taken. */
    readonly eventId: string,
  ) {
    super(
      `stream ${stream}: event id ${eventId} is in the log already, and this is no repetition of that append`,
    );
    this.name = 'EventIdsTaken';
  }
}

/** The append holds more than the store takes at once; nothing was stored. */
export class AppendTooLarge extends RangeError {
  constructor(limit: string) {
    super(`an append holds at most ${limit}`);
    this.name = 'AppendTooLarge';
  }
}

/** The event store could not be reached in time, and nothing was stored by this call. */
export class EventStoreUnavailable extends Error {
  constructor(options: { readonly cause: unknown }) {
    super('the event store cannot be reached', options);
    this.name = 'EventStoreUnavailable';
  }
}

/** The event store was closed; nothing more is read or stored through it. */
export class EventStoreClosed extends Error {
  constructor() {
    super('the event store is closed');
    this.name = 'EventStoreClosed';
  }
}
