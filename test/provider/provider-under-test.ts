import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fastify } from 'fastify';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  PrivateKeyJwt,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { Accounts } from '../../src/accounts/accounts.js';
import { OneTimeLinks } from '../../src/accounts/one-time-links.js';
import { LEAST_ASSURANCE } from '../../src/identity/assurance.js';
import { Credentials } from '../../src/provider/credentials.js';
import { CurrentProvider } from '../../src/provider/current-provider.js';
import { mountProvider } from '../../src/provider/mount-provider.js';
import { ProviderRecords } from '../../src/provider/provider-records.js';
import { ProviderSecrets } from '../../src/provider/provider-secrets.js';
import { SignInTries } from '../../src/provider/sign-in-tries.js';
import { SigningIn } from '../../src/provider/signing-in.js';
import { openSqliteServiceStore } from '../../src/service-store/sqlite-service-store.js';
import { newId } from '../../src/shared/ids.js';
import { PageVisitor, type Visited } from '../spec/page-visitor.js';
import { sealerUnderTest } from '../spec/sealer-under-test.js';
import { SetClock } from '../spec/set-clock.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

// Jest runs tests in a realm of their own, and Node's clones are of another one: the library takes them for no plain objects.
globalThis.structuredClone = (value) => JSON.parse(JSON.stringify(value));

export const PASSWORD = 'paard batterij nietje juist';
const CALLBACK = '/aanmelden/terug';

/** An authorisation that was begun, and what is needed to finish it. */
export interface Begun {
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The provider on a real port with a real store, and a client that is the service: by `openid-client`, as the service does it. */
export async function providerUnderTest() {
  const folder = temporaryFolder();
  const store = await openSqliteServiceStore(join(folder.path, 'service.db'));
  const sealing = sealerUnderTest();
  const clock = new SetClock(new Date().toISOString());
  const accounts = new Accounts(store, sealing.sealer, clock);
  const links = new OneTimeLinks(store, clock);
  const credentials = new Credentials(store, sealing.sealer, clock);
  const secrets = new ProviderSecrets(randomBytes(32));
  const tries = new SignInTries(store.db, secrets.placeKey(), clock);
  const clientKeys = generateKeyPairSync('ed25519');
  const address = { origin: '', isSecure: false };
  const current = new CurrentProvider(
    {
      secrets,
      records: new ProviderRecords(store.db, secrets, clock),
      clientKey: clientKeys.publicKey,
      isOpen: async (id) => (await signingIn.openAccount(id)) !== undefined,
    },
    address,
  );
  const signingIn = new SigningIn(accounts, credentials, tries, LEAST_ASSURANCE);
  const server = fastify();
  const now = () => Date.parse(clock.now());
  mountProvider(server, { current, now, signingIn, credentials, accounts, links, address });
  address.origin = await server.listen({ host: '127.0.0.1', port: 0 });

  const key = await crypto.subtle.importKey(
    'pkcs8',
    clientKeys.privateKey.export({ type: 'pkcs8', format: 'der' }),
    'Ed25519',
    false,
    ['sign'],
  );
  const client = (): Promise<Configuration> =>
    discovery(
      new URL(current.issuer),
      'doorlopend',
      { id_token_signed_response_alg: 'EdDSA' },
      PrivateKeyJwt(key),
      { execute: [allowInsecureRequests, enableNonRepudiationChecks] },
    );

  return {
    origin: address.origin,
    store,
    clock,
    accounts,
    links,
    current,
    client,
    visitor: () => new PageVisitor(address.origin, `${address.origin}${CALLBACK}`),
    /** An account with a role, and a password when one is given. */
    account: async (email: string, role: 'coach' | 'candidate', password?: string) => {
      const id = await accounts.create({ name: 'Anna de Wit', email }, 'test');
      const party = role === 'coach' ? { coachId: newId() } : { candidateId: newId() };
      await accounts.grant(id, { role, ...party }, 'test');
      if (password !== undefined) {
        const write = await credentials.newPassword(password);
        await store.db.transaction().execute((db) => write(db, id));
      }
      return id;
    },
    /** Where the browser is sent to sign in. */
    begin: async (params: Readonly<Record<string, string>> = {}): Promise<Begun> => {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(await client(), {
        redirect_uri: `${address.origin}${CALLBACK}`,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...params,
      });
      return { url: url.href, state, nonce, verifier };
    },
    /** The claims of the ID token, by the code with which the browser came back. */
    claims: async (came: Visited, { state, nonce, verifier }: Begun) => {
      const tokens = await authorizationCodeGrant(await client(), came.url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return { tokens, claims: tokens.claims() };
    },
    stop: async () => {
      await server.close();
      await store.close();
      await sealing.remove();
      folder.remove();
    },
  };
}
