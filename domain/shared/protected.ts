/**
 * Which of a person's keys a field is encrypted with, from the first event on (domain.md section 9 and 10).
 * `identity`: who somebody is · `narrative`: what was written about them · `confidential`: what was said in confidence.
 */
export const PROTECTIONS = ['identity', 'narrative', 'confidential'] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** A protected value as it is stored. Opaque to the domain. */
export interface Sealed {
  /** The key that sealed it: `candidate/{id}/narrative/1`. */
  readonly sealedWith: string;
  /** The event and field that it is bound to: `{eventId}/{field}`. */
  readonly of: string;
  /** Nonce, ciphertext and tag, base64url. */
  readonly box: string;
}

/** A field that is plain when a command brings it and sealed when it comes from the log. */
export type Protected<Value> = Value | Sealed;

/** True when `value` is a sealed value. */
export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'sealedWith' in value && 'box' in value;
}
