/** The read models have not reached the position within the time given: ask again a moment later. */
export class CatchingUp extends Error {
  constructor(readonly position: string) {
    super('the read models have not caught up yet');
    this.name = 'CatchingUp';
  }
}

/** Another process projects now, or has written since: nothing of the batch was stored. */
export class LeaseLost extends Error {
  constructor() {
    super('another process holds the projection lease');
    this.name = 'LeaseLost';
  }
}

/** The read store, or what a projection reads through it, does not answer; the event is not at fault. */
export class ReadStoreFailed extends Error {
  constructor(options: { readonly cause: unknown }) {
    super('the read store failed', options);
    this.name = 'ReadStoreFailed';
  }
}

/** A projection failed on an event, or at the end of a batch when `position` is undefined. */
export class ProjectionFailed extends Error {
  constructor(
    readonly projection: string,
    readonly position: string | undefined,
    options: { readonly cause: unknown },
  ) {
    super(`projection ${projection} failed at ${position ?? 'the end of a batch'}`, options);
    this.name = 'ProjectionFailed';
  }
}

/** The name of an error's class: unlike its message it never holds personal data. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
