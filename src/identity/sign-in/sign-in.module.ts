import { Module, type OnModuleInit } from '@nestjs/common';
import { Issuers } from '../issuers/issuers.js';
import { SessionLookup } from '../sessions/session-lookup.js';
import { Sessions } from '../sessions/sessions.js';
import { Entering } from './entering.js';
import { LinkController } from './link.controller.js';
import { MeController } from './me.controller.js';
import { RelyingParty } from './relying-party.js';
import { SessionController } from './session.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Signing in at OpenID providers, and the sessions that follow. */
@Module({
  controllers: [SignInController, SessionController, LinkController, MeController],
  providers: [Issuers, SignInAttempts, RelyingParty, Entering, Sessions],
  exports: [Issuers, Sessions],
})
export class SignInModule implements OnModuleInit {
  constructor(
    private readonly lookup: SessionLookup,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.lookup.findBy((secret) => this.sessions.find(secret));
  }
}
