import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { PublicAddress } from './public-address.js';
import { SessionLookup } from './sessions/session-lookup.js';
import { SigningKey } from './signing-key.js';
import { TokenVerifier } from './token-verifier.js';

/** What tells who asks: the service's own key with the verifier of the tokens that it signed, and the sessions. */
@Global()
@Module({
  providers: [
    {
      provide: SigningKey,
      useFactory: (config: Config) => SigningKey.open(config.signingKeyFile),
      inject: [CONFIG],
    },
    { provide: SessionLookup, useFactory: () => new SessionLookup() },
    PublicAddress,
    { provide: TokenVerifier, useFactory: (key: SigningKey) => new TokenVerifier(key), inject: [SigningKey] },
  ],
  exports: [SigningKey, TokenVerifier, SessionLookup, PublicAddress],
})
export class IdentityModule {}
