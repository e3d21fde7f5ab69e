import { SignJWT } from 'jose';
import type { Id } from '../../domain/shared/ids.js';
import { newId } from '../shared/ids.js';
import type { PartyClaim, Role } from './asker.js';
import type { TokenScope } from './scopes.js';
import type { SigningKeys } from './signing-keys.js';

/** Both who issues a token and for whom: the service itself. */
export const TOKEN_PARTY = 'doorlopend';
export const TOKEN_ALGORITHM = 'EdDSA';

/** The life of a token that the command line issues, in seconds: 30 days. */
export const CLI_TOKEN_SECONDS = 30 * 24 * 60 * 60;

/** What a token says about its holder. Without `subject` a new one is made. */
export type TokenClaims = {
  readonly role: Role;
  readonly subject?: string;
  readonly name?: string;
  /** What it is good for; absent: for all that the role may. */
  readonly scopes?: readonly TokenScope[];
} & { readonly [party in PartyClaim]?: Id };

/** Signs a bearer token that lasts `seconds` from now (default 30 days). */
export async function issueToken(
  keys: SigningKeys,
  claims: TokenClaims,
  seconds: number = CLI_TOKEN_SECONDS,
): Promise<string> {
  const { subject = newId(), scopes, ...payload } = claims;
  const { kid, privateKey } = keys.present;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ ...payload, ...(scopes && { scope: scopes.join(' ') }) })
    .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid })
    .setSubject(subject)
    .setIssuer(TOKEN_PARTY)
    .setAudience(TOKEN_PARTY)
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .sign(privateKey);
}
