import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Recorders } from '../../../recording/recorders.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { recordingOf } from '../asking.js';
import { Merge, type Mergeable, WithdrawMerge } from './merge.command.js';
import { MergePermits } from './merge-permits.js';
import { candidateStreams, employerStreams, type MergeStreams } from './merge-streams.js';
import { Merging } from './merging.js';

@CommandHandler(Merge)
export class MergeHandler implements ICommandHandler<Merge> {
  constructor(
    private readonly recorders: Recorders,
    private readonly permits: MergePermits,
    private readonly merging: Merging,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ kind, survivorId, merge, asking }: Merge): Promise<Recorded> {
    await this.permits.merge(kind, survivorId, merge.duplicateId, asking.asker);
    const streams = streamsOf(kind, this.recorders);
    return this.merging.merge(streams, survivorId, merge, recordingOf(asking, this.clock));
  }
}

@CommandHandler(WithdrawMerge)
export class WithdrawMergeHandler implements ICommandHandler<WithdrawMerge> {
  constructor(
    private readonly recorders: Recorders,
    private readonly permits: MergePermits,
    private readonly merging: Merging,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ kind, survivorId, withdrawal, asking }: WithdrawMerge): Promise<Recorded> {
    await this.permits.withdrawal(kind, survivorId, asking.asker);
    const streams = streamsOf(kind, this.recorders);
    return this.merging.withdraw(streams, survivorId, withdrawal, recordingOf(asking, this.clock));
  }
}

function streamsOf(kind: Mergeable, recorders: Recorders): MergeStreams {
  return kind === 'candidate' ? candidateStreams(recorders) : employerStreams(recorders);
}
