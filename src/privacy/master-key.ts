import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { decrypt, encrypt } from './aes-gcm.js';

const KEY_BYTES = 32;
const READABLE_BY_OTHERS = 0o077;

/** The file of the master key cannot be used; the message says in Dutch what to do. */
export class MasterKeyFault extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'MasterKeyFault';
  }
}

/** The key that wraps every other key. It is in a file of its own and never in a database or a backup of one. */
export class MasterKey {
  readonly #key: KeyObject;
  /** Tells whether keys were wrapped with this master key, and nothing more about it. */
  readonly fingerprint: string;

  constructor(bytes: Uint8Array) {
    this.#key = createSecretKey(bytes);
    this.fingerprint = createHmac('sha256', this.#key).update('doorlopend master key').digest('base64url');
  }

  /**
   * The key in `file` (32 bytes, mode 0600), made when there is no such file; when two processes start at once, one
   * makes it and both read it. Throws `MasterKeyFault` when it has another length or others may read it.
   */
  static inFile(file: string): MasterKey {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined) {
      create(file);
    } else if (process.platform !== 'win32' && (stats.mode & READABLE_BY_OTHERS) !== 0) {
      throw new MasterKeyFault(
        `Ook anderen op deze computer mogen ${file} lezen, en dat is de sleutel van alle persoonsgegevens. ` +
          `Zet het dicht met: chmod 600 ${file}`,
      );
    }
    const bytes = readFileSync(file);
    if (bytes.length !== KEY_BYTES) {
      throw new MasterKeyFault(
        `${file} is geen hoofdsleutel: het telt ${bytes.length} bytes en niet ${KEY_BYTES}. Zet de juiste kopie terug.`,
      );
    }
    return new MasterKey(bytes);
  }

  /** A data key as it may be stored, bound to its name. */
  wrap(name: string, key: Uint8Array): Buffer {
    return encrypt(this.#key, key, name);
  }

  /** The data key that was wrapped under this name; throws `MasterKeyFault` when it was not, or not by this key. */
  unwrap(name: string, wrapped: Uint8Array): KeyObject {
    const bytes = decrypt(this.#key, wrapped, name);
    if (bytes === undefined) {
      throw new MasterKeyFault(`De sleutel ${name} is beschadigd of hoort niet bij deze hoofdsleutel.`);
    }
    return createSecretKey(bytes);
  }
}

/** Written whole beside it and then linked, which fails when the file is there: nobody ever reads half a key. */
function create(file: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, randomBytes(KEY_BYTES));
    fsyncSync(handle);
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    closeSync(handle);
    unlinkSync(draft);
  }
  syncFolderOf(file);
}

/** The new name is on disk too: a key that a power cut takes away takes everything that it wrapped along. */
export function syncFolderOf(file: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dirname(file), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
