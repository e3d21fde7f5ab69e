import { Injectable, Logger } from '@nestjs/common';
import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
} from 'openid-client';
import { ASSURANCES, type Assurance, reaches } from '../assurance.js';
import type { IssuerSettings } from '../issuers/issuer-settings.js';
import { Issuers } from '../issuers/issuers.js';
import { PublicAddress } from '../public-address.js';
import { type Destination, SignInAttempts } from './sign-in-attempts.js';
import { SignInRefused } from './sign-in-refused.js';

/** Where issuers send people back to. */
export const CALLBACK = '/aanmelden/terug';

const log = new Logger('SignIn');

/** Who an issuer says that somebody is. */
export interface SignedInAtIssuer {
  readonly settings: IssuerSettings;
  readonly subject: string;
  readonly assurance: Assurance;
  readonly name: string | undefined;
  /** Only when the issuer verified it. */
  readonly email: string | undefined;
  readonly idToken: string;
  readonly destination: Destination;
}

/**
 * Signs people in at OpenID providers: authorisation code with PKCE (S256), state and nonce; the library verifies the
 * answer's issuer and the ID token's signature, issuer, audience, nonce and expiry.
 */
@Injectable()
export class RelyingParty {
  constructor(
    private readonly issuers: Issuers,
    private readonly attempts: SignInAttempts,
    private readonly address: PublicAddress,
  ) {}

  /** Where to send the browser; `least` asks for a sign-in that is worth at least that. Rejects with `SignInRefused`. */
  async begin(browser: string, destination: Destination, least?: Assurance): Promise<URL> {
    const settings = this.issuers.byKey(destination.issuer);
    const configuration = await this.issuers.configuration(settings);
    if (!(settings.ownRedirect || saysWhoItIs(configuration))) {
      log.error(
        { issuer: settings.key },
        'the issuer needs "ownRedirect": true, because its answers name no issuer',
      );
      throw new SignInRefused('issuer.unreachable');
    }
    const { state, nonce, codeVerifier } = await this.attempts.begin(browser, destination);
    const acrValues = acrValuesOf(settings, least);
    return buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri(settings),
      scope: settings.scopes.join(' '),
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(acrValues.length === 0 ? {} : { acr_values: acrValues.join(' ') }),
      // Somebody who is signed in there already would otherwise come back at once, with what was not enough.
      ...(least === undefined ? {} : { prompt: 'login' }),
    });
  }

  /**
   * Who came back with this query at the address of `key`, or at the shared one. Each answer is taken once. Rejects with
   * `SignInRefused`.
   */
  async finish(
    browser: string | undefined,
    query: URLSearchParams,
    key: string | undefined,
  ): Promise<SignedInAtIssuer> {
    const attempt = await this.attempts.take(browser, query.get('state'));
    if (attempt === undefined) throw new SignInRefused('sign-in.expired');
    const settings = this.issuers.byKey(attempt.issuer);
    if (key !== (settings.ownRedirect ? settings.key : undefined)) throw new SignInRefused('sign-in.refused');
    const configuration = await this.issuers.configuration(settings);
    const current = new URL(this.redirectUri(settings));
    current.search = query.toString();
    try {
      const tokens = await authorizationCodeGrant(configuration, current, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined || tokens.id_token === undefined) throw new Error('no ID token came');
      const verified = claims.email_verified === true ? claims[settings.claims.email] : undefined;
      return {
        settings,
        subject: claims.sub,
        assurance: assuranceOf(settings, claims.acr),
        name: textOf(claims[settings.claims.name]),
        email: textOf(verified),
        idToken: tokens.id_token,
        destination: attempt,
      };
    } catch (error) {
      throw refusalOf(settings, error);
    }
  }

  /** Where signing out at the issuer begins; undefined where it has no such thing, or cannot be reached now. */
  async endSessionUrl(issuer: string, idToken: string | null): Promise<URL | undefined> {
    const settings = this.issuers.byAddress(issuer);
    if (settings === undefined) return undefined;
    try {
      const configuration = await this.issuers.configuration(settings);
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      return buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: `${this.address.origin}/aanmelden`,
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      });
    } catch (error) {
      if (error instanceof SignInRefused) return undefined;
      throw error;
    }
  }

  private redirectUri({ key, ownRedirect }: IssuerSettings): string {
    return `${this.address.origin}${CALLBACK}${ownRedirect ? `/${key}` : ''}`;
  }
}

function saysWhoItIs(configuration: Configuration): boolean {
  return configuration.serverMetadata().authorization_response_iss_parameter_supported === true;
}

/** What to ask for: each `acr` that is worth enough, the least of those first; without a demand what is configured. */
function acrValuesOf({ acr, acrValues }: IssuerSettings, least: Assurance | undefined): readonly string[] {
  if (least === undefined) return acrValues;
  return Object.entries(acr)
    .filter(([, worth]) => reaches(worth, least))
    .sort(([, a], [, b]) => ASSURANCES.indexOf(a) - ASSURANCES.indexOf(b))
    .map(([value]) => value);
}

function assuranceOf({ acr }: IssuerSettings, value: unknown): Assurance {
  return typeof value === 'string' && Object.hasOwn(acr, value) ? (acr[value] ?? 'low') : 'low';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200 ? value.trim() : undefined;
}

/** Logs what went wrong by the library's own words for it: the answer itself may hold a person. */
function refusalOf({ key }: IssuerSettings, error: unknown): SignInRefused {
  if (error instanceof AuthorizationResponseError) {
    log.warn({ issuer: key, reason: 'authorization_response' }, 'a sign-in was not finished at the issuer');
    return new SignInRefused('sign-in.cancelled', key);
  }
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  log.warn({ issuer: key, reason: `${String(name)} ${String(code)}` }, 'a sign-in was refused');
  return new SignInRefused('sign-in.refused', key, { cause: error });
}
