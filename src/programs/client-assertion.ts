import { createLocalJWKSet, decodeJwt, errors, type JWK, jwtVerify } from 'jose';
import { isId } from '../../domain/shared/ids.js';
import type { Program } from './program.js';
import { ASSERTION_ALGORITHMS } from './program-keys.js';
import type { ProgramRegister } from './program-register.js';

const SKEW_SECONDS = 5;
/** The longest that a statement may live: it is made for one request. */
const LONGEST_LIFE_SECONDS = 5 * 60;
const LONGEST_ASSERTION = 8_192;
const LONGEST_JTI = 200;

/**
 * The program that signed this statement about itself (`private_key_jwt`, RFC 7523): by a key that it registered, for one
 * of `audiences`, living five minutes at the most, used for the first time. Undefined when it is anything else, without
 * telling what. `now` in milliseconds since 1970.
 */
export async function programOf(
  assertion: string,
  audiences: readonly string[],
  register: ProgramRegister,
  now: number,
): Promise<Program | undefined> {
  if (assertion.length > LONGEST_ASSERTION) return undefined;
  const program = await claimed(assertion, register);
  if (program === undefined || program.endedAt !== undefined) return undefined;
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: [...program.keys] as JWK[] }), {
      algorithms: [...ASSERTION_ALGORITHMS],
      issuer: program.id,
      subject: program.id,
      audience: [...audiences],
      requiredClaims: ['exp', 'jti'],
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(now),
    });
    const { exp = 0, jti = '' } = payload;
    const lives = exp - now / 1000;
    if (lives > LONGEST_LIFE_SECONDS + SKEW_SECONDS || jti.length === 0 || jti.length > LONGEST_JTI)
      return undefined;
    const isFirst = await register.useOnce(program.id, jti, (exp + SKEW_SECONDS) * 1000, now);
    return isFirst ? program : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

async function claimed(assertion: string, register: ProgramRegister): Promise<Program | undefined> {
  let issuer: unknown;
  try {
    issuer = decodeJwt(assertion).iss;
  } catch {
    return undefined;
  }
  return isId(issuer) ? register.byId(issuer) : undefined;
}
