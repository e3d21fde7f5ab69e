import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import { Recorders } from '../../../recording/recorders.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { recordingOf } from '../asking.js';
import { permit } from '../permit.js';
import { AdoptRuleSet } from './adopt-rule-set.command.js';

@CommandHandler(AdoptRuleSet)
export class AdoptRuleSetHandler implements ICommandHandler<AdoptRuleSet> {
  constructor(
    private readonly recorders: Recorders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ funderId, adoption, asking }: AdoptRuleSet): Promise<Recorded> {
    const { revision } = await this.recorders.funders.load(funderId);
    if (revision === undefined) refuseAccess('funder.not-found');
    permit('AdoptRuleSet', asking.asker, { funderIds: [funderId] });
    return this.recorders.funders.record(
      funderId,
      () => ({ type: 'AdoptRuleSet', ...adoption }),
      recordingOf(asking, this.clock),
    );
  }
}
