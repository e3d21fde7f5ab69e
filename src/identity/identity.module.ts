import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { PublicAddress } from './public-address.js';
import { SessionLookup } from './sessions/session-lookup.js';
import { SigningKeys } from './signing-keys.js';
import { TokenVerifier } from './token-verifier.js';

/** What tells who asks: the service's own keys with the verifier of the tokens that they signed, and the sessions. */
@Global()
@Module({
  providers: [
    {
      provide: SigningKeys,
      useFactory: (config: Config) => SigningKeys.open(config.signingKeyFile),
      inject: [CONFIG],
    },
    { provide: SessionLookup, useFactory: () => new SessionLookup() },
    PublicAddress,
    {
      provide: TokenVerifier,
      useFactory: (keys: SigningKeys) => new TokenVerifier(keys),
      inject: [SigningKeys],
    },
  ],
  exports: [SigningKeys, TokenVerifier, SessionLookup, PublicAddress],
})
export class IdentityModule implements OnApplicationShutdown {
  readonly #unfollow: () => void;

  constructor(@Inject(SigningKeys) keys: SigningKeys, @Inject(TokenVerifier) verifier: TokenVerifier) {
    this.#unfollow = keys.follow(() => verifier.forget());
  }

  onApplicationShutdown(): void {
    this.#unfollow();
  }
}
