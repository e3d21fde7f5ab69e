import { Module } from '@nestjs/common';
import { SignInModule } from '../identity/sign-in/sign-in.module.js';
import { Credentials } from './credentials.js';
import { EmbeddedProvider } from './embedded-provider.js';

/** The OpenID provider that the service brings itself, for who has no other. */
@Module({ imports: [SignInModule], providers: [Credentials, EmbeddedProvider] })
export class ProviderModule {}
