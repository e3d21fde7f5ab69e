import { createHmac, type KeyObject } from 'node:crypto';
import type { Id } from '../../domain/shared/ids.js';
import type { Protection } from '../../domain/shared/protected.js';

/**
 * Somebody who has keys of their own. An employer and an organisation are no people: theirs seal who is reached there
 * and what was complained about, so that those too can be forgotten. An account is somebody who may sign in.
 */
export type Person = `${'account' | 'candidate' | 'coach' | 'employer' | 'organisation'}/${Id}`;

/** A key's name as it is stored with what it sealed: `candidate/{id}/narrative/1`. */
export type KeyName = `${Person}/${Protection}/${number}`;

/** The length of a data key. */
export const KEY_BYTES = 32;
/** The first version of a key; more come with rotation. */
export const FIRST_VERSION = 1;
/** What the name of the key of the blind index begins with, before its version. */
export const BLIND_INDEX = 'blind-index';
/** Keys that one process holds unwrapped at the most. */
export const MOST_CACHED_KEYS = 10_000;

/** A key that is at hand. */
export interface NamedKey {
  readonly name: KeyName;
  readonly key: KeyObject;
}

/** New facts about a person whose key was destroyed cannot be sealed any more. */
export class KeyDestroyed extends Error {
  constructor(readonly keyName: string) {
    super(`the key ${keyName} was destroyed: nothing more can be sealed with it`);
    this.name = 'KeyDestroyed';
  }
}

/** A key by its name, and what proves later that it was this one: an HMAC-SHA-256 under the key itself, base64url. */
export interface KeyFingerprint {
  readonly name: string;
  readonly fingerprint: string;
}

/** The fingerprint of a key; nothing of the key can be told from it. */
export function fingerprintOf(key: KeyObject): string {
  return createHmac('sha256', key).update('doorlopend personal key').digest('base64url');
}

/** One AES-256 data key per person and protection, kept apart from everything that they encrypt. */
export interface PersonalKeys {
  /**
   * The present keys of a person for these protections, of each the highest version. What is not there yet is made, and
   * durable before this resolves. Rejects with `KeyDestroyed`.
   */
  toSeal(
    person: Person,
    protections: readonly Protection[],
  ): Promise<{ readonly [P in Protection]?: NamedKey }>;
  /** The keys under these names; a name that was destroyed or never made is not in the answer. */
  toOpen(names: readonly string[]): Promise<ReadonlyMap<string, KeyObject>>;
  /** The key of the blind index, made at its first use. */
  forBlindIndex(): Promise<KeyObject>;
  /** The keys of a person for these protections that are there, every version, by name. */
  fingerprints(person: Person, protections: readonly Protection[]): Promise<readonly KeyFingerprint[]>;
  /**
   * Destroys every version of these keys, durably, and remembers that they were; none is ever made again, also where
   * there was none. Gives how many keys were there and are gone: 0 when it was done before.
   */
  destroy(person: Person, protections: readonly Protection[]): Promise<number>;
  /**
   * Makes a next version of these keys, with which new values are sealed from then on; what was sealed before is opened
   * as before. Gives the names. Rejects with `KeyDestroyed`.
   */
  renew(person: Person, protections: readonly Protection[]): Promise<readonly KeyName[]>;
  close(): Promise<void>;
}

/** The injection token of the personal keys. */
export const PERSONAL_KEYS = Symbol('PERSONAL_KEYS');
