import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { SigningKey } from './signing-key.js';
import { TokenVerifier } from './token-verifier.js';

/** The service's own key, made at first start, and the verifier of the tokens that it signed. */
@Global()
@Module({
  providers: [
    {
      provide: SigningKey,
      useFactory: (config: Config) => SigningKey.open(config.signingKeyFile),
      inject: [CONFIG],
    },
    { provide: TokenVerifier, useFactory: (key: SigningKey) => new TokenVerifier(key), inject: [SigningKey] },
  ],
  exports: [SigningKey, TokenVerifier],
})
export class IdentityModule {}
