import { hash, randomBytes } from 'node:crypto';

/** So many codes are given at once. */
export const RECOVERY_CODES = 8;
/** Letters and digits that nobody takes for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const CHARACTERS = 16;
const GROUP = /.{4}(?=.)/g;

/** A code that stands in for the second factor once: 16 characters in groups of four, 79 random bits. */
export function newRecoveryCode(): string {
  let code = '';
  while (code.length < CHARACTERS) {
    for (const byte of randomBytes(CHARACTERS)) {
      // A byte past the last whole round would make the first characters likelier than the others.
      if (byte < 256 - (256 % ALPHABET.length) && code.length < CHARACTERS) {
        code += ALPHABET[byte % ALPHABET.length];
      }
    }
  }
  return code.replace(GROUP, '$&-');
}

/** The SHA-256 of a code however it was typed: all that is stored of it. It needs no salt, for nobody guesses 79 bits. */
export function recoveryHash(code: string): string {
  return hash('sha256', code.toLowerCase().replace(/[^a-z0-9]/g, ''), 'base64url');
}
