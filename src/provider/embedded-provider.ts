import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Accounts } from '../accounts/accounts.js';
import { OneTimeLinks } from '../accounts/one-time-links.js';
import { CONFIG, type Config } from '../config/config.js';
import { Issuers } from '../identity/issuers/issuers.js';
import { PublicAddress, reachedHere } from '../identity/public-address.js';
import { type SigningKey, SigningKeys } from '../identity/signing-keys.js';
import { takesChore } from '../service-store/chore.js';
import { SERVICE_STORE, type ServiceStore } from '../service-store/service-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { describeFault } from '../shared/describe-fault.js';
import { Credentials } from './credentials.js';
import { CurrentProvider } from './current-provider.js';
import { followAddress } from './follow-address.js';
import { LINK_PATH } from './link-routes.js';
import { mountProvider } from './mount-provider.js';
import { ACR_PASSWORD, ACR_SECOND_FACTOR, CLIENT_ID } from './provider-configuration.js';
import { ProviderRecords } from './provider-records.js';
import { ProviderSecrets } from './provider-secrets.js';
import { SignInTries } from './sign-in-tries.js';
import { SigningIn } from './signing-in.js';

/** How often what has expired is removed, by one of the instances. */
const SWEEP_MS = 10 * 60_000;

const log = new Logger('Provider');

/** The embedded OpenID provider: where it is switched on, people sign in with a password that the service keeps itself. */
@Injectable()
export class EmbeddedProvider implements OnModuleInit, OnApplicationShutdown {
  #sweeping: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SERVICE_STORE) private readonly store: ServiceStore,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly links: OneTimeLinks,
    private readonly credentials: Credentials,
    private readonly keys: SigningKeys,
    private readonly issuers: Issuers,
    private readonly address: PublicAddress,
    private readonly http: HttpAdapterHost,
  ) {}

  /** Serves it under `/oidc` and offers it for signing in, when the configuration asks for it. */
  onModuleInit(): void {
    const { embedded, leastAssurance } = this.config.signIn;
    // A command on the machine itself serves nothing.
    const fastify: FastifyInstance | undefined = this.http.httpAdapter?.getInstance();
    if (embedded === undefined || fastify === undefined) return;
    const { accounts, links, credentials, address, clock } = this;
    const { db } = this.store;
    const secrets = ProviderSecrets.open(embedded.keyFile);
    const records = new ProviderRecords(db, secrets, clock);
    const tries = new SignInTries(db, secrets.placeKey(), clock);
    const signingIn = new SigningIn(accounts, credentials, tries, leastAssurance);
    const isOpen = async (id: string) => (await signingIn.openAccount(id)) !== undefined;
    // The key that signs now, also after a rotation: both who proves it and who asks for it are this process.
    const clientKey = this.keys.present;
    const current = new CurrentProvider(
      { secrets, records, clientKey: clientKey.publicKey, isOpen },
      address,
    );
    const now = () => Date.parse(clock.now());
    mountProvider(fastify, { current, now, signingIn, credentials, accounts, links, address });
    fastify.addHook('onListen', async () => {
      await followAddress(db, current.issuer);
      this.#offer(current.issuer, fastify.listeningOrigin, clientKey);
    });
    this.#sweeping = setInterval(() => {
      this.#sweep(records, tries).catch((error: unknown) =>
        log.warn(describeFault(error), 'what expired could not be removed'),
      );
    }, SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#sweeping);
  }

  /** The service reaches its own provider where it listens: its public address may lead through machines that it cannot reach. */
  #offer(issuer: string, listening: string, { privateKey }: SigningKey): void {
    const here = reachedHere(listening);
    this.issuers.add({
      key: 'doorlopend',
      name: 'Doorlopend',
      issuer,
      clientId: CLIENT_ID,
      clientAuthentication: {
        method: 'private_key_jwt',
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        algorithm: 'EdDSA',
      },
      scopes: ['openid'],
      idTokenAlgorithm: 'EdDSA',
      acr: { [ACR_PASSWORD]: 'low', [ACR_SECOND_FACTOR]: 'substantial' },
      acrValues: [],
      claims: { name: 'name', email: 'email' },
      setUpPath: LINK_PATH,
      fetch: (url, options) => fetch(url.replace(this.address.origin, here), options as RequestInit),
    });
  }

  async #sweep(records: ProviderRecords, tries: SignInTries): Promise<void> {
    const now = Date.parse(this.clock.now());
    if (!(await takesChore(this.store.db, 'provider-sweep', { now, everyMs: SWEEP_MS }))) return;
    await records.removeExpired();
    await tries.removeForgotten();
  }
}
