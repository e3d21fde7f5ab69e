import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AskingParty } from '../../../../domain/access/index.js';
import { ruleSetOn } from '../../../../domain/funder/state.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { refuseUnknown } from '../../../recording/party-refusals.js';
import { Recorders } from '../../../recording/recorders.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { recordingOf } from '../asking.js';
import { permit } from '../permit.js';
import { RegisterCandidate } from './register-candidate.command.js';

@CommandHandler(RegisterCandidate)
export class RegisterCandidateHandler implements ICommandHandler<RegisterCandidate> {
  constructor(
    private readonly recorders: Recorders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ candidateId, details, asking }: RegisterCandidate): Promise<Recorded> {
    const registrar = registrarOf(asking.asker);
    const { organisationId, funderId } = registrar;
    permit('RegisterCandidate', asking.asker, {
      ...(organisationId && { organisationIds: [organisationId] }),
      ...(funderId && { funderIds: [funderId] }),
    });
    await this.checkOrganisation(organisationId);
    const asksForBsn = await this.asksForBsn(funderId);
    return this.recorders.candidates.record(
      candidateId,
      () => ({ type: 'RegisterCandidate', ...details, ...registrar, circumstances: { asksForBsn } }),
      recordingOf(asking, this.clock),
    );
  }

  private async checkOrganisation(organisationId: Id | undefined): Promise<void> {
    if (organisationId === undefined) return;
    const { revision } = await this.recorders.organisations.load(organisationId);
    if (revision === undefined) refuseUnknown('organisation.unknown');
  }

  /** Whether the rules of the funder that registers ask for a BSN today; an organisation's own number never is one. */
  private async asksForBsn(funderId: Id | undefined): Promise<boolean> {
    if (funderId === undefined) return false;
    const { state } = await this.recorders.funders.load(funderId);
    const rules = ruleSetOn(state, this.clock.today());
    return rules === undefined ? refuseUnknown('funder.unknown') : rules.ruleSet.asksForBsn;
  }
}

/** For whom the asker registers: a coordinator for the organisation, a case director for the funder. */
function registrarOf({ role, organisationId, funderId }: AskingParty): {
  readonly organisationId?: Id;
  readonly funderId?: Id;
} {
  if (role === 'case-director') return funderId === undefined ? {} : { funderId };
  return organisationId === undefined ? {} : { organisationId };
}
