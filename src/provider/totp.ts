import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator reads it: SHA-1, six digits, steps of 30 seconds; 160 random bits (RFC 4226). */
const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
/** A code of the step before or after is taken too: clocks differ, and people type. */
const STEPS_AROUND = 1;
const ISSUER = 'Doorlopend';

/** A new secret, in base32 as people copy it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an authenticator reads from a QR code. `label` says which account it is. */
export function totpAddress(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/** The step (30 seconds since 1970) whose code this is at `now` (milliseconds); undefined when it is none of them. */
export function stepOf(secret: string, code: string, now: number): number | undefined {
  const digits = code.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const delta = totpOf(secret).validate({ token: digits, timestamp: now, window: STEPS_AROUND });
  return delta === null ? undefined : Math.floor(now / 1000 / STEP_SECONDS) + delta;
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), period: STEP_SECONDS });
}
