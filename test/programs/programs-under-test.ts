import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type FastifyInstance, fastify } from 'fastify';
import { type JWK, SignJWT } from 'jose';
import type { Id } from '../../domain/shared/ids.js';
import { SigningKeys } from '../../src/identity/signing-keys.js';
import type { Program } from '../../src/programs/program.js';
import { ProgramRegister } from '../../src/programs/program-register.js';
import { serveTokens } from '../../src/programs/token-endpoint.js';
import type { ServiceStore } from '../../src/service-store/service-store.js';
import { openSqliteServiceStore } from '../../src/service-store/sqlite-service-store.js';
import { newId } from '../../src/shared/ids.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

export const ADDRESS = 'https://doorlopend.example';
export const ORGANISATION = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3f';

/** A key of a program: what it signs with, and what it publishes. */
export interface ProgramKey {
  readonly alg: string;
  readonly privateKey: KeyObject;
  readonly jwk: JWK;
}

export function ed25519(kid = 'k1'): ProgramKey {
  return keyOf('EdDSA', kid, generateKeyPairSync('ed25519'));
}

export function rsa(bits = 2_048, kid = 'k1'): ProgramKey {
  return keyOf('PS256', kid, generateKeyPairSync('rsa', { modulusLength: bits }));
}

export function p256(kid = 'k1'): ProgramKey {
  return keyOf('ES256', kid, generateKeyPairSync('ec', { namedCurve: 'P-256' }));
}

function keyOf(alg: string, kid: string, pair: { publicKey: KeyObject; privateKey: KeyObject }): ProgramKey {
  return {
    alg,
    privateKey: pair.privateKey,
    jwk: { ...(pair.publicKey.export({ format: 'jwk' }) as JWK), kid },
  };
}

/** A statement of a program about itself, right but for what is given. */
export function statement(id: Id, key: ProgramKey, claims: Record<string, unknown> = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss: id,
    sub: id,
    aud: `${ADDRESS}/oauth/token`,
    exp: now + 60,
    jti: randomUUID(),
    ...claims,
  };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: key.alg, ...(key.jwk.kid !== undefined && { kid: key.jwk.kid }) })
    .sign(key.privateKey);
}

/** A token endpoint on a store of its own, with a form of its own making. */
export class TokenService {
  readonly #folder = temporaryFolder();
  #store: ServiceStore;
  register: ProgramRegister;
  keys: SigningKeys;
  #fastify: FastifyInstance;

  async start(): Promise<this> {
    this.#store = await openSqliteServiceStore(join(this.#folder.path, 'service.db'));
    this.register = new ProgramRegister(this.#store);
    this.keys = SigningKeys.open(join(this.#folder.path, 'signing.key'));
    this.#fastify = fastify();
    serveTokens(this.#fastify, { register: this.register, keys: this.keys, publicUrl: () => ADDRESS });
    return this;
  }

  async stop(): Promise<void> {
    await this.#fastify.close();
    await this.#store.close();
    this.#folder.remove();
  }

  async program(key: ProgramKey, changes: Partial<Program> = {}): Promise<Program> {
    const program: Program = {
      id: newId(),
      name: 'Roosterkoppeling',
      role: 'coordinator',
      organisationId: ORGANISATION,
      scopes: ['dossiers:read', 'dossiers:record'],
      keys: [key.jwk],
      registeredAt: '2026-03-02T09:00:00.000Z',
      ...changes,
    };
    await this.register.add(program, 'tester');
    return program;
  }

  async ask(
    form: Record<string, string> | string,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const { statusCode, payload } = await this.#fastify.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
    });
    return { status: statusCode, body: JSON.parse(payload) as Record<string, unknown> };
  }

  get(path: string): Promise<{ readonly payload: string }> {
    return this.#fastify.inject({ method: 'GET', url: path });
  }
}

/** The form that goes with a statement. */
export function formOf(client_assertion: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion,
    ...more,
  };
}
