import { Inject, Injectable } from '@nestjs/common';
import { separatedRoles } from '../../domain/access/separated-roles.js';
import type { Id } from '../../domain/shared/ids.js';
import { candidateOfBoth } from '../../projections/caseload/shared-candidates.query.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import { SERVICE_STORE, type ServiceStore } from '../service-store/service-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import type { DoneBy, GrantedRole } from './account.js';
import { logAccount } from './account-log.js';
import { AccountRefused } from './account-refused.js';
import { Accounts } from './accounts.js';

/**
 * Keeps coaching and enforcement about one person apart. Asked when a role is offered, when it is accepted and each time
 * it is to act, because who coaches whom changes in between; what is refused is written down.
 */
@Injectable()
export class RoleSeparation {
  constructor(
    private readonly accounts: Accounts,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(SERVICE_STORE) private readonly store: ServiceStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Rejects with `AccountRefused` when the account, with this role beside those it holds, would coach and decide about one candidate. */
  async check(accountId: Id, role: GrantedRole | undefined, by: DoneBy = accountId): Promise<void> {
    if (role === undefined) return;
    const held = await this.accounts.roles(accountId);
    for (const { coachId, funderId } of separatedRoles(held, role)) {
      const today = this.clock.today();
      const candidateId = await candidateOfBoth(this.readStore.reader, { coachId, funderId, today });
      if (candidateId === undefined) continue;
      const details = { role: role.role, coachId, funderId, candidateId };
      await logAccount(this.store.db, this.clock, { accountId, kind: 'role-refused', by, details });
      throw new AccountRefused('role.separated');
    }
  }
}
