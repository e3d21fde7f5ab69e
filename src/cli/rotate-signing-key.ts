import { readConfig } from '../config/read-config.js';
import { type Rotation, rotateSigningKey } from '../identity/rotate-signing-key.js';
import { SigningKeys } from '../identity/signing-keys.js';
import { WrongUsage } from './wrong-usage.js';

export interface RotateOptions {
  readonly announce?: boolean;
  readonly revoke?: boolean;
  readonly json?: boolean;
}

const DONE: { readonly [rotation in Rotation]: string } = {
  announce:
    'De volgende sleutel is bekendgemaakt en tekent nog niet. Voer de opdracht over een dag uit zonder --announce.',
  replace: 'Een andere sleutel tekent nu. Wat eerder is getekend, blijft geldig tot het verloopt.',
  revoke: 'Een andere sleutel tekent nu. Elk token van voor dit moment is ongeldig; geef nieuwe uit.',
};

/** Rotates the signing key; the service that runs on it follows within seconds, without a restart. */
export async function rotate({ announce, revoke, json }: RotateOptions): Promise<void> {
  if (announce && revoke) throw new WrongUsage('Kies --announce of --revoke, niet beide.');
  const rotation: Rotation = announce ? 'announce' : revoke ? 'revoke' : 'replace';
  const { signingKeyFile } = readConfig(process.env);
  SigningKeys.open(signingKeyFile);
  const keys = rotateSigningKey(signingKeyFile, rotation, new Date());
  process.stdout.write(json ? `${JSON.stringify({ rotation, keys })}\n` : `${DONE[rotation]}\n`);
}
