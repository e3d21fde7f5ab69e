import type { KeyObject } from 'node:crypto';
import { errors, type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { ROLES } from '../../domain/access/roles.js';
import { type Id, isId } from '../../domain/shared/ids.js';
import { type Asker, PARTY_CLAIMS, type PartyClaim } from './asker.js';
import { SCOPES, type TokenScope } from './scopes.js';
import type { SigningKeys } from './signing-keys.js';
import { TOKEN_ALGORITHM, TOKEN_PARTY } from './token.js';

const SKEW_SECONDS = 5;
const REMEMBERED_TOKENS = 10_000;
const LONGEST_TOKEN = 4_096;
const LONGEST_SUBJECT = 200;

/** The token is not one of ours, or no longer valid. The message is Dutch and holds nothing of the token. */
export class TokenRefused extends Error {
  constructor(readonly code: 'token.expired' | 'token.invalid') {
    super(
      code === 'token.expired'
        ? 'Het token is verlopen. Vraag een nieuw token aan.'
        : 'Het token is niet geldig. Vraag een nieuw token aan.',
    );
    this.name = 'TokenRefused';
  }
}

interface Remembered {
  readonly asker: Asker;
  readonly expiresAt: number;
}

/**
 * Verifies bearer tokens: EdDSA by a key that the token names, our own issuer and audience, an expiry required, five
 * seconds of skew.
 * Verified tokens are remembered until they expire, because an Ed25519 verification costs more than the rest of a
 * request.
 */
export class TokenVerifier {
  private readonly verified = new LRUCache<string, Remembered>({ max: REMEMBERED_TOKENS });

  constructor(private readonly keys: SigningKeys) {}

  /** Has every token verified anew, because a key may be gone that some were signed with. */
  forget(): void {
    this.verified.clear();
  }

  /** The asker of a token that was verified before and has not expired; undefined when it must be verified. */
  remembered(token: string): Asker | undefined {
    const known = this.verified.get(token);
    return known !== undefined && Date.now() < known.expiresAt ? known.asker : undefined;
  }

  /** Who asks, by this token. Rejects with `TokenRefused`. */
  async verify(token: string): Promise<Asker> {
    const asker = this.remembered(token);
    if (asker !== undefined) return asker;
    if (token.length > LONGEST_TOKEN) throw new TokenRefused('token.invalid');
    const payload = await this.payloadOf(token);
    const fresh = { asker: askerOf(payload), expiresAt: ((payload.exp ?? 0) + SKEW_SECONDS) * 1000 };
    this.verified.set(token, fresh);
    return fresh.asker;
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, (header) => this.keyOf(header), {
        algorithms: [TOKEN_ALGORITHM],
        issuer: TOKEN_PARTY,
        audience: TOKEN_PARTY,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: SKEW_SECONDS,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new TokenRefused('token.expired');
      if (error instanceof errors.JOSEError) throw new TokenRefused('token.invalid');
      throw error;
    }
  }

  private keyOf({ kid }: JWTHeaderParameters): KeyObject {
    const key = kid === undefined ? undefined : this.keys.named(kid);
    if (key === undefined) throw new TokenRefused('token.invalid');
    return key.publicKey;
  }
}

function askerOf(payload: JWTPayload): Asker {
  const { sub: subject, role: claimed, name } = payload;
  const role = ROLES.find((known) => known === claimed);
  if (role === undefined || !subject || subject.length > LONGEST_SUBJECT)
    throw new TokenRefused('token.invalid');
  return {
    subject,
    role,
    ...partiesOf(payload),
    ...(typeof name === 'string' ? { name } : {}),
    ...(payload.scope === undefined ? {} : { scopes: scopesOf(payload.scope) }),
  };
}

/** A scope that we do not know gives nothing, and does not make the token one without scopes. */
function scopesOf(scope: unknown): readonly TokenScope[] {
  const named = typeof scope === 'string' ? scope.split(' ') : [];
  return SCOPES.filter((known) => named.includes(known));
}

function partiesOf(payload: JWTPayload): { [field in (typeof PARTY_CLAIMS)[PartyClaim]]?: Id } {
  const parties: { [field in (typeof PARTY_CLAIMS)[PartyClaim]]?: Id } = {};
  for (const claim of Object.keys(PARTY_CLAIMS) as PartyClaim[]) {
    const id = payload[claim];
    if (id === undefined) continue;
    if (!isId(id)) throw new TokenRefused('token.invalid');
    parties[PARTY_CLAIMS[claim]] = id;
  }
  return parties;
}
