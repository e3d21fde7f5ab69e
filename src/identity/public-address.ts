import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';

/** A machine listens on these, and nobody goes there. */
const EVERY_ADDRESS = /\/\/(0\.0\.0\.0|\[::\])/;

/** Where this machine itself reaches what listens at an address such as `http://0.0.0.0:3000`. */
export function reachedHere(listening: string): string {
  return listening.replace(EVERY_ADDRESS, '//127.0.0.1');
}

/** The origin at which browsers reach the service: what is configured, else where it listens. */
@Injectable()
export class PublicAddress {
  #origin: string | undefined;
  /** True when it is configured, so that whatever stands before the service may call it something else. */
  readonly isConfigured: boolean;

  constructor(@Inject(CONFIG) { signIn }: Config) {
    this.#origin = signIn.publicUrl;
    this.isConfigured = signIn.publicUrl !== undefined;
  }

  /** Told once it listens, with an address such as `http://127.0.0.1:3000`. */
  listensAt(address: string): void {
    this.#origin ??= new URL(reachedHere(address)).origin;
  }

  /** `https://doorlopend.example`. Throws before the service listens, when none is configured. */
  get origin(): string {
    if (this.#origin === undefined) throw new Error('the service does not listen yet, so it has no address');
    return this.#origin;
  }

  /** True when browsers reach it over TLS, so that cookies may be held to that. */
  get isSecure(): boolean {
    return this.origin.startsWith('https:');
  }
}
