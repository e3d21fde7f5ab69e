import { Module } from '@nestjs/common';
import { PartyNames } from '../dossiers/party-names.js';
import { IDEMPOTENCY_STORE } from '../http/idempotency/idempotency-store.port.js';
import { PartiesModule } from '../parties/parties.module.js';
import { PERSONAL_KEYS } from '../privacy/personal-keys.port.js';
import { SERVICE_STORE } from '../service-store/service-store.js';
import { CopyController } from './controllers/copy.controller.js';
import { ErasureController } from './controllers/erasure.controller.js';
import { RestrictionController } from './controllers/restriction.controller.js';
import { RetentionController } from './controllers/retention.controller.js';
import { CopyOfCandidateHandler } from './copy/copy.query.js';
import { Erasing } from './erasing/erasing.js';
import { allThatForget } from './forgetting/all-that-forget.js';
import { FORGETS } from './forgetting/forgets.js';
import { ErasureRequestsHandler, RestrictionsHandler } from './queries/rights-requests.query.js';
import { ApproveRetentionHandler } from './retention/approve-retention.handler.js';
import { RetentionListHandler, RetentionOfCandidateHandler } from './retention/retention.query.js';
import { RetentionTerms } from './retention/retention-terms.js';

/** What people may ask about what is recorded of them, and how they are forgotten. */
@Module({
  imports: [PartiesModule],
  controllers: [ErasureController, RestrictionController, RetentionController, CopyController],
  providers: [
    Erasing,
    ErasureRequestsHandler,
    RestrictionsHandler,
    RetentionTerms,
    PartyNames,
    CopyOfCandidateHandler,
    RetentionListHandler,
    RetentionOfCandidateHandler,
    ApproveRetentionHandler,
    {
      provide: FORGETS,
      useFactory: allThatForget,
      inject: [SERVICE_STORE, IDEMPOTENCY_STORE, PERSONAL_KEYS],
    },
  ],
})
export class RightsModule {}
