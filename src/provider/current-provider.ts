import type { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';
import { Provider } from 'oidc-provider';
import { describeFault } from '../shared/describe-fault.js';
import { MOUNT, type ProviderParts, providerConfiguration } from './provider-configuration.js';

const log = new Logger('Provider');

/** What stays the same from one period of keys to the next. */
type LastingParts = Omit<ProviderParts, 'origin' | 'period'>;

/** The provider with the keys of this moment. It is made when it is first needed, for only then its address is known. */
export class CurrentProvider {
  #made: { readonly period: number; readonly provider: Provider } | undefined;

  constructor(
    private readonly parts: LastingParts,
    private readonly address: { readonly origin: string },
  ) {}

  /** The address that its ID tokens name. */
  get issuer(): string {
    return `${this.address.origin}${MOUNT}`;
  }

  /** The provider at `now`, in milliseconds since 1970. All that it remembers lies in the service store. */
  at(now: number): Provider {
    const period = this.parts.secrets.periodAt(now);
    if (this.#made?.period !== period) this.#made = { period, provider: this.#make(period) };
    return this.#made.provider;
  }

  #make(period: number): Provider {
    const { origin } = this.address;
    const provider = new Provider(this.issuer, providerConfiguration({ ...this.parts, origin, period }));
    // The headers that it then trusts are written here, from the address that is configured.
    provider.proxy = true;
    provider.on('server_error', (_, error) => log.error(describeFault(error), 'the provider failed'));
    // Koa's own event, which the types leave out; without a listener it prints what a request held.
    const koa: EventEmitter = provider;
    koa.on('error', (error) => log.error(describeFault(error), 'the provider failed'));
    return provider;
  }
}
