import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { SigningKeys } from './signing-keys.js';
import { TokenVerifier } from './token-verifier.js';

/** The service's own keys, one made at first start, and the verifier of the tokens that they signed. */
@Global()
@Module({
  providers: [
    {
      provide: SigningKeys,
      useFactory: (config: Config) => SigningKeys.open(config.signingKeyFile),
      inject: [CONFIG],
    },
    {
      provide: TokenVerifier,
      useFactory: (keys: SigningKeys) => new TokenVerifier(keys),
      inject: [SigningKeys],
    },
  ],
  exports: [SigningKeys, TokenVerifier],
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
