import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from '../shared/exclusive-file.js';

/** The Ed25519 pair that signs and verifies the service's own bearer tokens. */
export class SigningKey {
  private constructor(
    readonly privateKey: KeyObject,
    readonly publicKey: KeyObject,
  ) {}

  /**
   * The key in `file` (PKCS8, PEM), made when there is none: the folder with mode 0700, the file with 0600, so that
   * two processes that start at once agree on one key. Throws when the file holds something else than an Ed25519 key.
   */
  static open(file: string): SigningKey {
    const pem = once(file, () =>
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    const privateKey = readKey(file, pem);
    return new SigningKey(privateKey, createPublicKey(privateKey));
  }
}

function readKey(file: string, pem: string): KeyObject {
  const refusal = `Het bestand ${file} bevat geen sleutel van het type Ed25519 (PKCS8, PEM).`;
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new Error(refusal, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(refusal);
  return key;
}
