import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/* Argon2id as RFC 9106 section 4 advises where memory is scarce, in one lane: 64 MiB, three passes. */
const MEMORY_KIB = 65_536;
const PASSES = 3;
const LANES = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** So many at the same time: each takes 64 MiB and one of the threads that also read files. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 50;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const hashed = promisify(argon2);

interface Parameters {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly nonce: Buffer;
}

/** Too many passwords wait to be hashed: whoever asks has to come back. */
export class TooManyPasswords extends Error {}

/** The hash of a password as a PHC string, which names the function, its parameters and the salt. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const tag = await derive(password, { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES, nonce });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(nonce)}$${base64(tag)}`;
}

/** A hash that no password has, made once: checking it takes as long as checking a real one. */
let nobodys: Promise<string> | undefined;

/**
 * True when it is the password of the hash. Without one (nobody is known by that address, or has no password) it takes as
 * long and is false, so that the time tells nothing.
 */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(HASH_BYTES).toString('base64'));
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(stored ?? (await nobodys)) ?? [];
  const expected = Buffer.from(tag, 'base64');
  if (expected.length !== HASH_BYTES) throw new TypeError('a stored password is no hash of ours');
  const found = await derive(password, {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(salt, 'base64'),
  });
  return timingSafeEqual(found, expected) && stored != null;
}

/** True when the hash was made with other parameters than those of today. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(`$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$`);
}

let atWork = 0;
const waiting: (() => void)[] = [];

/** Runs on a thread of Node's own, never on the one that answers requests. */
async function derive(password: string, parameters: Parameters): Promise<Buffer> {
  if (atWork >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new TooManyPasswords('too many passwords wait to be hashed');
    await new Promise<void>((turn) => waiting.push(turn));
  } else {
    atWork += 1;
  }
  try {
    return await hashed('argon2id', {
      message: password.normalize('NFKC'),
      tagLength: HASH_BYTES,
      ...parameters,
    });
  } finally {
    const next = waiting.shift();
    if (next === undefined) atWork -= 1;
    else next();
  }
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
