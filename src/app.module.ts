import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessModule } from './access/access.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import type { Config } from './config/config.js';
import { configModule } from './config/config.module.js';
import { DossiersModule } from './dossiers/dossiers.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { LimitsModule } from './http/limits/limits.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { SignInModule } from './identity/sign-in/sign-in.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { PartiesModule } from './parties/parties.module.js';
import { ProgramsModule } from './programs/programs.module.js';
import { ProviderModule } from './provider/provider.module.js';
import { ReadingsModule } from './readings/readings.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { RightsModule } from './rights/rights.module.js';
import { StorageModule } from './storage/storage.module.js';
import { TrajectoriesModule } from './trajectories/trajectories.module.js';

@Module({})
class AppModule {}

/** The whole service with this configuration. */
export function appModule(config: Config): DynamicModule {
  return {
    module: AppModule,
    imports: [
      configModule(config),
      CqrsModule.forRoot(),
      IdentityModule,
      HttpModule,
      LimitsModule,
      HealthModule,
      StorageModule,
      AccountsModule,
      SignInModule,
      ProviderModule,
      AccessModule,
      PartiesModule,
      ReadingsModule,
      InvitationsModule,
      RightsModule,
      TrajectoriesModule,
      DossiersModule,
      ProgramsModule,
      ReportsModule,
      OverviewModule,
    ],
  };
}
