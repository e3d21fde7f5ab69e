import { Inject, Injectable } from '@nestjs/common';
import { importPKCS8 } from 'jose';
import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  PrivateKeyJwt,
} from 'openid-client';
import { CONFIG, type Config } from '../../config/config.js';
import { SignInRefused } from '../sign-in/sign-in-refused.js';
import type { ClientAuthentication, IssuerSettings } from './issuer-settings.js';

const REMEMBERED_MS = 60 * 60_000;
const TIMEOUT_SECONDS = 8;

interface Discovered {
  readonly configuration: Configuration;
  readonly at: number;
}

/** The OpenID providers that people may sign in with, and what each says of itself. */
@Injectable()
export class Issuers {
  readonly #settings: IssuerSettings[];
  readonly #discovered = new Map<string, Discovered>();
  readonly #underWay = new Map<string, Promise<Configuration>>();

  constructor(@Inject(CONFIG) { signIn }: Config) {
    this.#settings = [...signIn.issuers];
  }

  /** Adds one that the configuration does not name. Throws when its name or address is there already. */
  add(settings: IssuerSettings): void {
    const clash = this.#settings.some(
      ({ key, issuer }) => key === settings.key || issuer === settings.issuer,
    );
    if (clash) throw new Error(`the issuer ${settings.key} is configured twice`);
    this.#settings.push(settings);
  }

  all(): readonly IssuerSettings[] {
    return this.#settings;
  }

  /** The issuer with this name; throws `SignInRefused`. */
  byKey(key: string): IssuerSettings {
    const found = this.#settings.find((settings) => settings.key === key);
    if (found === undefined) throw new SignInRefused('issuer.unknown');
    return found;
  }

  byAddress(issuer: string): IssuerSettings | undefined {
    return this.#settings.find((settings) => settings.issuer === issuer);
  }

  /**
   * What the issuer says of itself, asked once an hour; what it said before holds while it cannot be reached. Others are
   * not held up. Rejects with `SignInRefused`.
   */
  async configuration(settings: IssuerSettings): Promise<Configuration> {
    const known = this.#discovered.get(settings.key);
    if (known !== undefined && Date.now() - known.at < REMEMBERED_MS) return known.configuration;
    try {
      return await this.discoverOnce(settings);
    } catch (error) {
      if (known !== undefined) return known.configuration;
      throw new SignInRefused('issuer.unreachable', undefined, { cause: error });
    }
  }

  private discoverOnce(settings: IssuerSettings): Promise<Configuration> {
    const { key } = settings;
    const already = this.#underWay.get(key);
    if (already !== undefined) return already;
    const looking = discover(settings)
      .then((configuration) => {
        this.#discovered.set(key, { configuration, at: Date.now() });
        return configuration;
      })
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, looking);
    return looking;
  }
}

async function discover(settings: IssuerSettings): Promise<Configuration> {
  const { issuer, clientId, clientAuthentication, idTokenAlgorithm, fetch } = settings;
  return discovery(
    new URL(issuer),
    clientId,
    { id_token_signed_response_alg: idTokenAlgorithm },
    await authenticationOf(clientAuthentication),
    {
      // Signatures are verified too, though the token came straight from the issuer; http is only configured on loopback.
      execute: [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])],
      timeout: TIMEOUT_SECONDS,
      ...(fetch === undefined ? {} : { [customFetch]: fetch }),
    },
  );
}

async function authenticationOf(authentication: ClientAuthentication): Promise<ClientAuth> {
  switch (authentication.method) {
    case 'none':
      return None();
    case 'client_secret_basic':
      return ClientSecretBasic(authentication.secret);
    case 'client_secret_post':
      return ClientSecretPost(authentication.secret);
    case 'private_key_jwt': {
      const { privateKey, algorithm, keyId } = authentication;
      const key = await importPKCS8(privateKey, algorithm);
      return PrivateKeyJwt(keyId === undefined ? key : { key, kid: keyId });
    }
    default:
      return authentication satisfies never;
  }
}
