import { createPublicKey, type JsonWebKey } from 'node:crypto';
import type { JWK } from 'jose';
import type { FieldFault } from '../http/fields.js';

/** The algorithms that a program may sign with, by the kind of its key (NL GOV OAuth: PS256 is to be supported). */
export const ASSERTION_ALGORITHMS = ['PS256', 'RS256', 'ES256', 'EdDSA'] as const;

const LEAST_RSA_BITS = 2_048;
const MOST_KEYS = 5;
const LONGEST_KEY = 4_000;
const KID = /^[\x21-\x7e]{1,100}$/;

/** The members of a public key that are kept; a private part is refused and never stored. */
const KEPT = ['kty', 'kid', 'crv', 'x', 'y', 'n', 'e'] as const;

/** Looks at a JWK Set (`{ "keys": [...] }`) of public keys; undefined when every key of it can be used. */
export function keySetFault(value: unknown): FieldFault | undefined {
  if (!isObject(value) || !Array.isArray(value.keys) || value.keys.length === 0) {
    return fault('Geef de publieke sleutels als JWK Set: een object met keys, een lijst van sleutels.');
  }
  if (value.keys.length > MOST_KEYS) return fault(`Geef ten hoogste ${MOST_KEYS} sleutels.`);
  const faults = value.keys.map((key: unknown, index: number) => keyFault(key, index + 1));
  const names = value.keys.map((key: unknown) => (isObject(key) ? key.kid : undefined));
  const twice = new Set(names).size < names.length ? fault('Geef elke sleutel een andere kid.') : undefined;
  return faults.find((found) => found !== undefined) ?? twice;
}

/** The keys of a set that was looked at, each with the members that are needed and no others. */
export function publicKeysOf(set: { readonly keys: readonly JWK[] }): readonly JWK[] {
  return set.keys.map((key) => {
    const kept = KEPT.flatMap((member) => (typeof key[member] === 'string' ? [[member, key[member]]] : []));
    return Object.fromEntries(kept) as JWK;
  });
}

function keyFault(key: unknown, number: number): FieldFault | undefined {
  const at = `Sleutel ${number}`;
  if (!isObject(key) || JSON.stringify(key).length > LONGEST_KEY) return fault(`${at} is geen JWK.`);
  if (typeof key.kid !== 'string' || !KID.test(key.kid)) return fault(`${at} heeft een kid nodig: een naam.`);
  if ('d' in key || 'k' in key) {
    return fault(`${at} heeft een geheim deel. Stuur alleen het publieke deel, en maak een nieuwe sleutel.`);
  }
  return isUsable(key)
    ? undefined
    : fault(`${at} kan niet: gebruik RSA van ten minste ${LEAST_RSA_BITS} bits, P-256 of Ed25519.`);
}

function isUsable(key: Record<string, unknown>): boolean {
  try {
    const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = createPublicKey({
      key: key as JsonWebKey,
      format: 'jwk',
    });
    if (kind === 'rsa') return (details?.modulusLength ?? 0) >= LEAST_RSA_BITS;
    return kind === 'ed25519' || (kind === 'ec' && details?.namedCurve === 'prime256v1');
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(detail: string): FieldFault {
  return { code: 'keys.invalid', detail };
}
