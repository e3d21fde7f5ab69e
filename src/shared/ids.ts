import { hash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Id } from '../../domain/shared/ids.js';
import { pooledRandomBytes } from './random-pool.js';

/** The greatest time that a UUIDv7 can hold: 48 bits of milliseconds. */
const LAST_MILLISECOND = 2 ** 48 - 1;

const RANDOM_BYTES = 16;

/** The millisecond and the counter within it of the last new id. */
let last = { msecs: 0, seq: 0 };

/** A new UUIDv7 of this moment; within one process later ones sort after earlier ones. */
export function newId(): Id {
  const random = pooledRandomBytes(RANDOM_BYTES);
  const now = Date.now();
  // A counter that starts at random below its half has room for two thousand million ids in one millisecond.
  last =
    now > last.msecs
      ? { msecs: now, seq: random.readUInt32BE() >>> 1 }
      : { msecs: last.msecs, seq: last.seq + 1 };
  return v7({ random, ...last });
}

/**
 * The id that `seed` gives for `label`: a UUIDv7 with the seed's time and hashed bits, the same for ever, so that a
 * command that is decided again makes the same ids and stores nothing twice.
 */
export function deriveId(seed: Id, label: string): Id {
  return withTime(seed.slice(0, 8) + seed.slice(9, 13), JSON.stringify([seed, label]));
}

/**
 * A UUIDv7 that depends only on a time (whole milliseconds since 1970, not before) and the parts: what is read from
 * the same row of a file twice gets the same id twice. Throws a `RangeError` on a time that no UUIDv7 can hold.
 */
export function idAt(epochMs: number, ...parts: readonly string[]): Id {
  if (!Number.isInteger(epochMs) || epochMs < 0 || epochMs > LAST_MILLISECOND) {
    throw new RangeError(`no UUIDv7 holds the time ${epochMs}`);
  }
  return withTime(epochMs.toString(16).padStart(12, '0'), JSON.stringify([epochMs, ...parts]));
}

/** A UUIDv7 from twelve hexadecimal digits of time and the SHA-256 of `text`. */
function withTime(time: string, text: string): Id {
  const bits = hash('sha256', text);
  const variant = ((Number.parseInt(bits.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-${variant}${bits.slice(4, 7)}-${bits.slice(7, 19)}`;
}
