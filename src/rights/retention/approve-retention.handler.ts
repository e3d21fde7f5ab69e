import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../domain/access/index.js';
import type { Id } from '../../../domain/shared/ids.js';
import { POSITION_GATE, type PositionGate } from '../../http/read/position-gate.js';
import { type Asking, recordingOf } from '../../parties/commands/asking.js';
import { CandidateScopes } from '../../parties/commands/candidate-scopes.js';
import { permitOnDossier } from '../../parties/commands/permit.js';
import { Recorders } from '../../recording/recorders.js';
import type { Recorded } from '../../recording/stream-lane.js';
import { CLOCK, type Clock } from '../../shared/clock.js';
import { RetentionTerms } from './retention-terms.js';

const HEARD_MS = 2_000;

/** Approves that a file goes whose term is over: the first of two decisions. */
export class ApproveRetention extends Command<Recorded> {
  constructor(
    readonly candidateId: Id,
    readonly requestId: Id,
    readonly asking: Asking,
  ) {
    super();
  }
}

@CommandHandler(ApproveRetention)
export class ApproveRetentionHandler implements ICommandHandler<ApproveRetention> {
  constructor(
    private readonly recorders: Recorders,
    private readonly scopes: CandidateScopes,
    private readonly terms: RetentionTerms,
    @Inject(POSITION_GATE) private readonly gate: PositionGate,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ candidateId, requestId, asking }: ApproveRetention): Promise<Recorded> {
    const { candidates } = this.recorders;
    if ((await candidates.load(candidateId)).revision === undefined) refuseAccess('candidate.not-found');
    const scope = await this.scopes.of(candidateId);
    permitOnDossier('ApproveRetention', asking.asker, scope, 'candidate.not-found');
    const today = this.clock.today();
    await this.hasHeard(candidateId);
    const [person] = await this.terms.of([candidateId], today);
    return candidates.record(
      candidateId,
      () => ({
        type: 'ApproveRetention',
        requestId,
        today,
        by: asking.asker.subject,
        circumstances: { erasableFrom: person?.from },
      }),
      recordingOf(asking, this.clock),
    );
  }

  /** What was just recorded of the candidate, such as the end of a hold, counts; but nobody waits for it for long. */
  private async hasHeard(candidateId: Id): Promise<void> {
    const { position } = await this.recorders.candidates.load(candidateId);
    if (position !== undefined) await this.gate.waitFor(position, HEARD_MS);
  }
}
