import type { Protection } from '../../domain/shared/protected.js';
import type { Person } from './personal-keys.port.js';

/** A personal key as it is stored: wrapped by the master key, or only remembered when it was destroyed. */
export interface WrappedKey {
  readonly name: string;
  /** Null when the key was destroyed, else never. */
  readonly wrapped: Buffer | null;
  /** Instants, ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly destroyedAt: string | null;
}

/** A key of this name is there already, and it is another: what was sealed with the one cannot be opened with both. */
export class KeyDiverged extends Error {
  constructor(readonly keyName: string) {
    super(`another key is there under the name ${keyName}`);
    this.name = 'KeyDiverged';
  }
}

/** A service has the keys open, and remembers the master key that they are wrapped with. Nothing was changed. */
export class KeysInUse extends Error {
  constructor() {
    super('a service has the keys open');
    this.name = 'KeysInUse';
  }
}

/** The personal keys as they lie, for who carries them elsewhere. Nothing is unwrapped, so no master key is needed. */
export interface WrappedKeys {
  /** The fingerprint of the master key that wraps them; undefined where there never was a key. */
  masterKey(): Promise<string | undefined>;
  /** Every key, by name. */
  all(): AsyncIterable<WrappedKey>;
  /**
   * Makes this store one of keys that a master key with this fingerprint wraps, when it belonged to none yet.
   * False when it belongs to another.
   */
  belongTo(masterKey: string): Promise<boolean>;
  /**
   * Adds these keys, all or none, and gives how many of them changed something. A key that was destroyed, here or where
   * they come from, is destroyed here. Rejects with `KeyDiverged`.
   */
  add(keys: readonly WrappedKey[]): Promise<number>;
  /** Destroys every version of a person's keys for these protections, as `PersonalKeys.destroy` does. */
  destroy(person: Person, protections: readonly Protection[], at: string): Promise<number>;
  /**
   * Puts in the place of each key what `anew` makes of it, and makes this store one of keys that the master key with this
   * fingerprint wraps: all of it or, also when the process is killed, nothing. Gives how many there were. Rejects with
   * `KeysInUse` while a service has them open.
   */
  rewrap(anew: (name: string, wrapped: Buffer) => Buffer, masterKey: string): Promise<number>;
  close(): Promise<void>;
}

/** What adding a key means for what is there under its name. Throws `KeyDiverged`. */
export function changeFor(there: WrappedKey | undefined, key: WrappedKey): 'insert' | 'destroy' | 'none' {
  if (there === undefined) return 'insert';
  if (there.wrapped === null) return 'none';
  if (key.wrapped === null) return 'destroy';
  if (there.wrapped.equals(key.wrapped)) return 'none';
  throw new KeyDiverged(key.name);
}
