import { Module } from '@nestjs/common';
import { InvitationScopes } from './invitation-scopes.js';
import { InvitationsController } from './invitations.controller.js';
import { Invitations } from './invitations.js';

/** Who lets whom in. */
@Module({ controllers: [InvitationsController], providers: [InvitationScopes, Invitations] })
export class InvitationsModule {}
