import type { KeyObject } from 'node:crypto';
import type { Account, Configuration, JWK } from 'oidc-provider';
import { PAGE_POLICY, written } from './pages/layout.js';
import { beginAgainPage, faultPage } from './pages/notice-pages.js';
import type { ProviderRecords } from './provider-records.js';
import type { ProviderSecrets } from './provider-secrets.js';

/** The only client: the service itself. */
export const CLIENT_ID = 'doorlopend';
/** Where everything of the provider lies on the service. */
export const MOUNT = '/oidc';
/** The path on which the client takes people back. */
const CALLBACK = '/aanmelden/terug';
/** What an ID token says of how somebody signed in. */
export const ACR_PASSWORD = 'urn:doorlopend:acr:password';
export const ACR_SECOND_FACTOR = 'urn:doorlopend:acr:second-factor';

/* How long each thing lives, in seconds. A session serves one sign-in: the service has sessions of its own. */
const MINUTE = 60;
const TTL = {
  AccessToken: MINUTE,
  AuthorizationCode: MINUTE,
  Grant: 10 * MINUTE,
  IdToken: 10 * MINUTE,
  Interaction: 30 * MINUTE,
  Session: 40 * MINUTE,
};

/** What a provider is made of, for one period of its keys. */
export interface ProviderParts {
  readonly origin: string;
  readonly secrets: ProviderSecrets;
  readonly period: number;
  readonly records: ProviderRecords;
  /** The key with which the service signs, which proves to the provider that it is the client. */
  readonly clientKey: KeyObject;
  /** True when somebody may sign in to the account. */
  readonly isOpen: (accountId: string) => Promise<boolean>;
}

/** The provider as narrow as it can be: one client, one flow, one algorithm, and no session that outlives a sign-in. */
export function providerConfiguration(parts: ProviderParts): Configuration {
  const { origin, secrets, period, records, clientKey, isOpen } = parts;
  return {
    adapter: (model) => records.of(model),
    clients: [
      {
        client_id: CLIENT_ID,
        redirect_uris: [`${origin}${CALLBACK}`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        id_token_signed_response_alg: 'EdDSA',
        jwks: { keys: [{ ...clientKey.export({ format: 'jwk' }), use: 'sig' } as JWK] },
      },
    ],
    jwks: { keys: [...secrets.signingKeys(period)] },
    cookies: {
      names: { session: '_oidc_session', interaction: '_oidc_interaction', resume: '_oidc_resume' },
      keys: [...secrets.cookieKeys(period)],
      long: { httpOnly: true, sameSite: 'lax', signed: true, path: MOUNT },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'] },
    acrValues: [ACR_PASSWORD, ACR_SECOND_FACTOR],
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: {
      // Two names of one algorithm; libraries sign under either.
      clientAuthSigningAlgValues: ['Ed25519', 'EdDSA'],
      idTokenSigningAlgValues: ['EdDSA'],
    },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    ttl: TTL,
    findAccount: async (_, sub): Promise<Account | undefined> =>
      (await isOpen(sub)) ? { accountId: sub, claims: () => ({ sub }) } : undefined,
    // The service asks nobody for leave to be told who signed in to it.
    loadExistingGrant: async ({ oidc }) => {
      const { accountId } = oidc.session ?? {};
      if (accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId: CLIENT_ID, accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    interactions: { url: (_, { uid }) => `${MOUNT}/interaction/${uid}` },
    renderError: (ctx, { error }) => {
      ctx.type = 'html';
      ctx.set('content-security-policy', PAGE_POLICY);
      ctx.body = written(error === 'server_error' ? faultPage() : beginAgainPage());
    },
  };
}
