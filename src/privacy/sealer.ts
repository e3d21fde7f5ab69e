import { createHmac, type KeyObject } from 'node:crypto';
import type { Id } from '../../domain/shared/ids.js';
import { isSealed, type Protected, type Protection, type Sealed } from '../../domain/shared/protected.js';
import { decrypt, encrypt } from './aes-gcm.js';
import { FORGOTTEN, type Forgotten } from './forgotten.js';
import type { Person, PersonalKeys } from './personal-keys.port.js';

/** The fields of an event's data that are encrypted, as its definition has them. */
export type ProtectedFields = { readonly [field: string]: Protection | undefined };

/** A row with its sealed fields opened. */
export type Opened<Row> = {
  readonly [Field in keyof Row]: Extract<Row[Field], Sealed> extends never
    ? Row[Field]
    : Exclude<Row[Field], Sealed> | Forgotten;
};

/** A sealed value is not as it was sealed. Says where, never what. */
export class SealBroken extends Error {
  constructor(readonly of: string) {
    super(`the sealed value of ${of} is damaged or was moved`);
    this.name = 'SealBroken';
  }
}

/** Plaintext is filled up to whole blocks of this size: the length of `illness` must not tell it from `leave`. */
const BLOCK_BYTES = 32;
const SPACE = 0x20;

/** Seals the protected fields of events with a person's own keys, and opens them again. */
export class Sealer {
  readonly #keys: PersonalKeys;

  constructor(keys: PersonalKeys) {
    this.#keys = keys;
  }

  /**
   * The data of an event with each protected field that it has in `fields` sealed and bound to the event. A field that
   * is null or absent holds nothing to protect; one that this person's key sealed before stays as it is.
   * Rejects with `KeyDestroyed` for a person who was forgotten.
   */
  async seal(
    person: Person,
    eventId: Id,
    fields: ProtectedFields,
    data: object,
  ): Promise<Readonly<Record<string, unknown>>> {
    const values: Record<string, unknown> = { ...data };
    const open = Object.entries(fields).flatMap(([field, protection]) =>
      protection !== undefined && toBeSealed(values[field], person) ? [{ field, protection }] : [],
    );
    if (open.length === 0) return values;
    const protections = [...new Set(open.map(({ protection }) => protection))];
    const keys = await this.#keys.toSeal(person, protections);
    for (const { field, protection } of open) {
      const named = keys[protection];
      if (named === undefined) throw new TypeError(`no ${protection} key came for ${person}`);
      values[field] = sealed(named.key, named.name, `${eventId}/${field}`, values[field]);
    }
    return values;
  }

  /**
   * The value that was sealed, or `FORGOTTEN` when its key is gone; a value that is not sealed comes back as it is.
   * Rejects with `SealBroken` when it was tampered with.
   */
  async open<Value>(value: Protected<Value>): Promise<Value | Forgotten> {
    const [opened] = await this.openAll([value]);
    return opened as Value | Forgotten;
  }

  /** Opens many values, whoever's they are, with one look at the keys; in the same order. */
  async openAll<Value>(values: readonly Protected<Value>[]): Promise<readonly (Value | Forgotten)[]> {
    const names = new Set<string>();
    for (const value of values) if (isSealed(value)) names.add(value.sealedWith);
    const keys = names.size === 0 ? NO_KEYS : await this.#keys.toOpen([...names]);
    return values.map((value) => (isSealed(value) ? (opened(keys, value) as Value | Forgotten) : value));
  }

  /** Opens every sealed field (top level) of many rows with one look at the keys. */
  async openRows<Row extends object>(rows: readonly Row[]): Promise<readonly Opened<Row>[]> {
    const names = new Set<string>();
    for (const row of rows) {
      for (const value of Object.values(row)) if (isSealed(value)) names.add(value.sealedWith);
    }
    const keys = names.size === 0 ? NO_KEYS : await this.#keys.toOpen([...names]);
    return rows.map(
      (row) =>
        Object.fromEntries(
          Object.entries(row).map(([field, value]) => [field, isSealed(value) ? opened(keys, value) : value]),
        ) as Opened<Row>,
    );
  }

  /**
   * A keyed hash (HMAC-SHA-256, base64url) of a text, for finding it by equality without holding it; the text is
   * normalised first (NFC, trimmed). Null when it is sealed and its key is gone.
   */
  async blindIndex(text: Protected<string>): Promise<string | null> {
    const plain = await this.open<string>(text);
    if (plain === FORGOTTEN) return null;
    const key = await this.#keys.forBlindIndex();
    return createHmac('sha256', key).update(plain.normalize('NFC').trim()).digest('base64url');
  }

  /**
   * A name of our own for `id` that is always the same for one `reader` and another for every other, such as
   * `P-7F3K-9QXM-2T4V`: a keyed hash (HMAC-SHA-256, 60 bits of it), which nobody without the key leads back to the id.
   */
  async pseudonym(reader: Id, id: Id): Promise<string> {
    const key = await this.#keys.forBlindIndex();
    // A key of its own, so that no text that somebody looks for can come to the same.
    const own = createHmac('sha256', key).update('doorlopend pseudonym').digest();
    const hash = createHmac('sha256', own).update(`${reader} ${id}`).digest();
    const letters = Array.from(hash.subarray(0, PSEUDONYM_LETTERS), (byte) => LETTERS[byte % LETTERS.length]);
    return `P-${letters.join('').replace(/(.{4})(?=.)/g, '$1-')}`;
  }
}

/** Thirty-two, without those that are read for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PSEUDONYM_LETTERS = 12;

const NO_KEYS: ReadonlyMap<string, KeyObject> = new Map();

function toBeSealed(value: unknown, person: Person): boolean {
  if (value === undefined || value === null) return false;
  if (!isSealed(value)) return true;
  if (!value.sealedWith.startsWith(`${person}/`)) {
    throw new TypeError(`a value sealed with ${value.sealedWith} is not ${person}'s`);
  }
  return false;
}

function sealed(key: KeyObject, sealedWith: string, of: string, value: unknown): Sealed {
  const json = Buffer.from(JSON.stringify(value));
  // JSON may end in spaces, so the filling needs no taking off.
  const plain = Buffer.alloc(Math.ceil(json.length / BLOCK_BYTES) * BLOCK_BYTES, SPACE);
  json.copy(plain);
  return { sealedWith, of, box: encrypt(key, plain, boundTo(sealedWith, of)).toString('base64url') };
}

function opened(keys: ReadonlyMap<string, KeyObject>, { sealedWith, of, box }: Sealed): unknown {
  const key = keys.get(sealedWith);
  if (key === undefined) return FORGOTTEN;
  const plain = decrypt(key, Buffer.from(box, 'base64url'), boundTo(sealedWith, of));
  if (plain === undefined) throw new SealBroken(of);
  return JSON.parse(plain.toString()) as unknown;
}

/** Neither part holds a space, so no two pairs read the same. */
function boundTo(sealedWith: string, of: string): string {
  return `${sealedWith} ${of}`;
}
