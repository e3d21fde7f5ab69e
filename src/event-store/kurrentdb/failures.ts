import {
  AccessDeniedError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  StreamNotFoundError,
  UnsupportedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { EventStoreClosed } from '../errors.js';

/** The database said nothing for too long. */
export class Silence extends Error {
  constructor(ms: number) {
    super(`KurrentDB said nothing for ${ms} ms`);
    this.name = 'Silence';
  }
}

/** A stream of this service that others changed, or an event that came without its place in the log. */
export class UnreadableEvent extends Error {
  constructor(fault: string) {
    super(fault);
    this.name = 'UnreadableEvent';
  }
}

/** What a node decided about a call: the same call to another node, or later, has the same answer. */
const ANSWERS = [
  AccessDeniedError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamNotFoundError,
  UnsupportedError,
  WrongExpectedVersionError,
  EventStoreClosed,
  TypeError,
  UnreadableEvent,
];

/** True for a failure that lies in the connection or the node, so that another try may go well. */
export function isPassing(error: unknown): boolean {
  return !ANSWERS.some((answer) => error instanceof answer);
}

/** True when the node refused an append before it looked at it: then nothing was stored. */
export function isTurnedAway(error: unknown): boolean {
  return error instanceof NotLeaderError;
}

/** The promise's outcome, or a `Silence` after `ms` milliseconds. What comes later is dropped, an error as well. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence(ms)), ms);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}
