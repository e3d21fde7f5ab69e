import { hash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** A new secret of 256 random bits, base64url: 43 characters. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** True for what has the form of a secret; anything else need not be looked up. */
export function isSecret(text: unknown): text is string {
  return typeof text === 'string' && SECRET.test(text);
}

/** The SHA-256 of a secret, base64url: all that is stored of it. It needs no salt, because nobody guesses 256 bits. */
export function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}
