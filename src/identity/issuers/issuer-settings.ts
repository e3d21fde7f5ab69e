import type { CustomFetch } from 'openid-client';
import type { Id } from '../../../domain/shared/ids.js';
import type { Assurance } from '../assurance.js';

/** With which an ID token may be signed; nothing that a client's secret could sign, and never `none`. */
export const ID_TOKEN_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
export type IdTokenAlgorithm = (typeof ID_TOKEN_ALGORITHMS)[number];

/** How the service proves to an issuer that it is itself. */
export type ClientAuthentication =
  | { readonly method: 'none' }
  | { readonly method: 'client_secret_basic' | 'client_secret_post'; readonly secret: string }
  | {
      readonly method: 'private_key_jwt';
      /** PKCS8, PEM. */
      readonly privateKey: string;
      readonly algorithm: IdTokenAlgorithm;
      readonly keyId?: string;
    };

/** An OpenID provider that people may sign in with. */
export interface IssuerSettings {
  /** Its name in addresses: lower-case letters, digits and hyphens. */
  readonly key: string;
  /** The name that people see. */
  readonly name: string;
  /** The issuer's own address, exactly as its ID tokens say it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientAuthentication: ClientAuthentication;
  /** Holds `openid`. */
  readonly scopes: readonly string[];
  readonly idTokenAlgorithm: IdTokenAlgorithm;
  /** What each `acr` of the issuer is worth. One that is not here, or none, is worth `low`. */
  readonly acr: Readonly<Record<string, Assurance>>;
  /** The `acr` that are always asked for, the dearest first. */
  readonly acrValues: readonly string[];
  /** The claims that fill in an account that has no name or address yet; the address only when it is verified. */
  readonly claims: { readonly name: string; readonly email: string };
  /** Of whom it is: it then signs in to no role of another organisation or funder, and to no administrator's. */
  readonly organisationId?: Id;
  readonly funderId?: Id;
  /**
   * True for an issuer that does not say in its answers who it is (RFC 9207): it then answers at an address of its own,
   * so that no other issuer can pass for it.
   */
  readonly ownRedirect?: boolean;
  /** Where somebody who opens a link of an account goes to set up a way to sign in, without the token: `/oidc/link`. */
  readonly setUpPath?: string;
  /** How it is reached, where that is not over its own address. */
  readonly fetch?: CustomFetch;
}
