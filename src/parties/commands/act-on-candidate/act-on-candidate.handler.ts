import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import { areOne } from '../../../../domain/shared/survivors.js';
import { CONFIG, type Config } from '../../../config/config.js';
import { Recorders } from '../../../recording/recorders.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { survivorsOf } from '../../../recording/survivors-of.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { recordingOf } from '../asking.js';
import { CandidateScopes } from '../candidate-scopes.js';
import { permitOnDossier } from '../permit.js';
import { ActOnCandidate } from './act-on-candidate.command.js';

/** A candidate states what is theirs alone to state, under any of their registrations; others decide on what they ask. */
@CommandHandler(ActOnCandidate)
export class ActOnCandidateHandler implements ICommandHandler<ActOnCandidate> {
  constructor(
    private readonly recorders: Recorders,
    private readonly scopes: CandidateScopes,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ candidateId, intent, asking }: ActOnCandidate): Promise<Recorded> {
    const { candidates } = this.recorders;
    if ((await candidates.load(candidateId)).revision === undefined) refuseAccess('candidate.not-found');
    const { asker } = asking;
    const own = asker.candidateId;
    const survivors = await survivorsOf(candidates, own === undefined ? [] : [own, candidateId]);
    const isOwn = own !== undefined && areOne(survivors, own, candidateId);
    const scope = await this.scopes.of(candidateId);
    permitOnDossier(intent.type, isOwn ? { ...asker, candidateId } : asker, scope, 'candidate.not-found');
    const surroundings = {
      today: this.clock.today(),
      by: asker.subject,
      waitingDays: this.config.erasureWaitDays,
    };
    return candidates.record(
      candidateId,
      () => ({ ...intent, ...surroundings }),
      recordingOf(asking, this.clock),
    );
  }
}
