import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { mayRecord, maySee, refuseAccess, trajectoryScope } from '../../../../domain/access/index.js';
import { ruleSetOn } from '../../../../domain/funder/state.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { validDays } from '../../../../domain/shared/recognitions.js';
import { areOne } from '../../../../domain/shared/survivors.js';
import { actorOf } from '../../../recording/actor.js';
import { refuseUnknown } from '../../../recording/party-refusals.js';
import { Recorders } from '../../../recording/recorders.js';
import { refuseClosedFile } from '../../../recording/refuse-closed-file.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { survivorsOf } from '../../../recording/survivors-of.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { OpenTrajectory } from './open-trajectory.command.js';

@CommandHandler(OpenTrajectory)
export class OpenTrajectoryHandler implements ICommandHandler<OpenTrajectory> {
  constructor(
    private readonly recorders: Recorders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: OpenTrajectory): Promise<Recorded> {
    const { opening, asking } = command;
    const { asker } = asking;
    const scope = { organisationIds: [opening.organisationId], funderIds: [opening.funderId] };
    if (mayRecord('OpenTrajectory', asker, scope) !== 'allowed') refuseAccess('role.may-not');
    const [candidate, funder, organisation] = await Promise.all([
      this.recorders.candidates.load(opening.candidateId),
      this.recorders.funders.load(opening.funderId),
      this.recorders.organisations.load(opening.organisationId),
    ]);
    if (candidate.revision === undefined) refuseUnknown('candidate.unknown', 'candidateId');
    await refuseClosedFile(this.recorders, opening.candidateId, 'OpenTrajectory', asker.role);
    if (organisation.revision === undefined) refuseUnknown('organisation.unknown', 'organisationId');
    const rules = ruleSetOn(funder.state, opening.openedOn);
    if (rules === undefined) return refuseUnknown('funder.unknown', 'funderId');
    await this.checkContinued(command);
    const { withoutRecognition } = rules.ruleSet;
    const recognised = validDays(organisation.state.recognitions);
    const today = this.clock.today();
    return this.recorders.trajectories.record(
      opening.trajectoryId,
      () => ({
        type: 'OpenTrajectory',
        today,
        ...opening,
        ruleSet: { name: rules.ruleSet.name, version: rules.version },
        circumstances: { organisation: { recognised, withoutRecognition } },
      }),
      {
        actor: actorOf(asker, asking.via),
        now: this.clock.now(),
        commandId: asking.commandId,
        match: asking.match,
      },
    );
  }

  /** A trajectory continues one of the same candidate only, of which the asker may know. */
  private async checkContinued({ opening, asking }: OpenTrajectory): Promise<void> {
    if (opening.continues === undefined || opening.continues === opening.trajectoryId) return;
    const { facts } = (await this.recorders.trajectories.load(opening.continues)).state;
    if (facts === undefined || !(await this.isOf(opening.candidateId, facts.candidateId))) {
      return refuseUnknown('trajectory.unknown', 'continues');
    }
    const { organisationId, funderId } = opening;
    const own = { organisationId, organisationChanges: [], funderId };
    const scope = trajectoryScope(facts, { today: this.clock.today(), continuedBy: [own] });
    if (!maySee(asking.asker, scope)) refuseUnknown('trajectory.unknown', 'continues');
  }

  /** True when both are registrations of one candidate. */
  private async isOf(candidateId: Id, other: Id): Promise<boolean> {
    return areOne(await survivorsOf(this.recorders.candidates, [candidateId, other]), candidateId, other);
  }
}
