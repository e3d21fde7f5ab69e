import type { Position as LogPosition } from '@eventstore/db-client';
import type { Position } from '../event-store.port.js';
import { UnreadableEvent } from './failures.js';

/** What a server gives for a position that it does not know: servers before 22.6 in the reads of a stream. */
const UNKNOWN = 0xffff_ffff_ffff_ffffn;
const POSITION = /^\d{1,19}$/;

/**
 * The port's position: the commit position in decimal. For events that were appended over gRPC it is the prepare
 * position as well, so nothing is lost; one that was written otherwise
 * has no position here, and is refused with `UnreadableEvent`.
 */
export function toPosition(position: LogPosition | undefined): Position {
  if (position === undefined || position.commit === UNKNOWN) {
    throw new UnreadableEvent('KurrentDB gave an event without its position: a server of 22.6 or later does');
  }
  if (position.commit !== position.prepare) {
    throw new UnreadableEvent(
      `the event at ${position.commit}/${position.prepare} was not appended over gRPC`,
    );
  }
  return String(position.commit);
}

/** The number of a position; throws a RangeError for a text that is no position of this store. */
export function toNumber(position: Position): bigint {
  if (!POSITION.test(position)) throw new RangeError(`not a position: ${position}`);
  return BigInt(position);
}

/** The place in the log that a position names; throws a RangeError as `toNumber` does. */
export function toLogPosition(position: Position): LogPosition {
  const commit = toNumber(position);
  return { commit, prepare: commit };
}
