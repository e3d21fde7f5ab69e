import { Global, Module } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { OneTimeLinks } from './one-time-links.js';

/** Who may sign in, and the links by which they enter for the first time. */
@Global()
@Module({
  providers: [Accounts, OneTimeLinks],
  exports: [Accounts, OneTimeLinks],
})
export class AccountsModule {}
