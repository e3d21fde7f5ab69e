import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject } from 'node:crypto';
import { readFileSync, statSync, unwatchFile, watchFile } from 'node:fs';
import { once } from '../shared/exclusive-file.js';

/** How often the file is looked at while the service runs, in milliseconds. */
const LOOK_EVERY_MS = 2_000;
const PEM = /-----BEGIN PRIVATE KEY-----[^-]*-----END PRIVATE KEY-----/g;

/** An Ed25519 pair of the service, and the name that its tokens carry it by. */
export interface SigningKey {
  /** The thumbprint of the public key (RFC 7638), base64url. */
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/**
 * The Ed25519 keys in one file (PKCS8, PEM, one after the other). The first signs, all verify: so a key can be published
 * before it signs, and goes on to verify while tokens of it live.
 */
export class SigningKeys {
  #keys: readonly SigningKey[];
  /** Which file it was that was read last: a name that nobody knows must not cost a read each time. */
  #seen = '';
  #onChange: () => void = () => undefined;

  private constructor(
    private readonly file: string,
    text: string,
  ) {
    this.#keys = keysIn(file, text);
  }

  /**
   * The keys in `file`, one being made when there is no such file: the folder with mode 0700, the file with 0600, so that
   * two processes that start at once agree on one key. Throws when it holds none, or something else than Ed25519 keys.
   */
  static open(file: string): SigningKeys {
    return new SigningKeys(
      file,
      once(file, () => newKeyText()),
    );
  }

  /** The key that signs. */
  get present(): SigningKey {
    const [first] = this.#keys;
    if (first === undefined) throw new Error('a file of signing keys holds one at least');
    return first;
  }

  /** Every key that verifies, the one that signs first. */
  get all(): readonly SigningKey[] {
    return this.#keys;
  }

  /** The key of that name, looked for in the file as it is now when it was not there before. */
  named(kid: string): SigningKey | undefined {
    return this.#find(kid) ?? (this.reread() ? this.#find(kid) : undefined);
  }

  /** Reads the file again. False when it holds what it held, or cannot be read as keys: then the known ones stay. */
  reread(): boolean {
    let keys: readonly SigningKey[];
    try {
      const { ino, mtimeNs, size } = statSync(this.file, { bigint: true });
      const seen = [ino, mtimeNs, size].join();
      if (seen === this.#seen) return false;
      keys = keysIn(this.file, readFileSync(this.file, 'utf8'));
      this.#seen = seen;
    } catch {
      // It may be halfway in being replaced, or out of reach for a moment.
      return false;
    }
    const names = (of: readonly SigningKey[]) => of.map(({ kid }) => kid).join();
    if (names(keys) === names(this.#keys)) return false;
    this.#keys = keys;
    this.#onChange();
    return true;
  }

  /** Follows the file and calls `onChange` whenever other keys were read from it; the answer ends it. */
  follow(onChange: () => void): () => void {
    const look = () => void this.reread();
    this.#onChange = onChange;
    watchFile(this.file, { persistent: false, interval: LOOK_EVERY_MS }, look);
    return () => unwatchFile(this.file, look);
  }

  #find(kid: string): SigningKey | undefined {
    return this.#keys.find((key) => key.kid === kid);
  }
}

/** A new key as it stands in the file. */
export function newKeyText(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The keys in the text of a file, as they stand there. */
export function keyTextsIn(text: string): readonly string[] {
  return text.match(PEM) ?? [];
}

function keysIn(file: string, text: string): readonly SigningKey[] {
  const keys = keyTextsIn(text).map((pem) => readKey(file, pem));
  if (keys.length === 0) throw noKeyIn(file);
  return keys;
}

function readKey(file: string, pem: string): SigningKey {
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(pem);
  } catch (cause) {
    throw noKeyIn(file, cause);
  }
  if (privateKey.asymmetricKeyType !== 'ed25519') throw noKeyIn(file);
  const publicKey = createPublicKey(privateKey);
  return { kid: thumbprintOf(publicKey), privateKey, publicKey };
}

/** RFC 7638, section 3 with the members of an Ed25519 key (RFC 8037): in this order and without a space. */
function thumbprintOf(publicKey: KeyObject): string {
  const { crv, kty, x } = publicKey.export({ format: 'jwk' });
  return hash('sha256', JSON.stringify({ crv, kty, x }), 'base64url');
}

function noKeyIn(file: string, cause?: unknown): Error {
  return new Error(`Het bestand ${file} bevat geen sleutel van het type Ed25519 (PKCS8, PEM).`, { cause });
}
