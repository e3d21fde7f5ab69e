import { Global, Module } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { FirstAdministrator } from './first-administrator.js';
import { OneTimeLinks } from './one-time-links.js';
import { RoleNames } from './role-names.js';
import { RoleSeparation } from './role-separation.js';

const PARTS = [Accounts, FirstAdministrator, OneTimeLinks, RoleSeparation, RoleNames];

/** Who may sign in, and the links by which they enter for the first time. */
@Global()
@Module({
  providers: PARTS,
  exports: PARTS,
})
export class AccountsModule {}
