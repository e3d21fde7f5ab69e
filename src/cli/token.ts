import { ROLES } from '../../domain/access/roles.js';
import { isId } from '../../domain/shared/ids.js';
import { readConfig } from '../config/read-config.js';
import { PARTY_CLAIMS, PARTY_OF_ROLE, type PartyClaim } from '../identity/asker.js';
import { SigningKeys } from '../identity/signing-keys.js';
import { issueToken } from '../identity/token.js';
import { WrongUsage } from './wrong-usage.js';

function partiesOf(options: Readonly<Record<string, string | boolean>>): { [party in PartyClaim]?: string } {
  const parties: { [party in PartyClaim]?: string } = {};
  for (const party of Object.keys(PARTY_CLAIMS) as PartyClaim[]) {
    const id = options[party];
    if (id === undefined) continue;
    const lower = String(id).toLowerCase();
    if (!isId(lower))
      throw new WrongUsage(`--${party} is geen geldig id. Geef het id zoals de dienst het gaf.`);
    parties[party] = lower;
  }
  return parties;
}

/** Prints a bearer token on standard output: the token alone, or with `--json` as `{ "token" }`. */
export async function printToken(options: Readonly<Record<string, string | boolean>>): Promise<void> {
  const role = ROLES.find((known) => known === options.role);
  if (role === undefined) throw new WrongUsage(`--role is onbekend. Kies uit: ${ROLES.join(', ')}.`);
  const parties = partiesOf(options);
  const needed = PARTY_OF_ROLE[role];
  if (needed && parties[needed] === undefined) {
    process.stderr.write(`Let op: zonder --${needed} ziet de rol ${role} niets.\n`);
  }
  const keys = SigningKeys.open(readConfig(process.env).signingKeyFile);
  const name = typeof options.name === 'string' ? { name: options.name } : {};
  const token = await issueToken(keys, { role, ...parties, ...name });
  process.stdout.write(`${options.json ? JSON.stringify({ token }) : token}\n`);
}
