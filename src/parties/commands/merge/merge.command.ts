import { Command } from '@nestjs/cqrs';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../asking.js';

/** What can be registered twice. */
export type Mergeable = 'candidate' | 'employer';

/** Makes one of two registrations of the same: the one named by `survivorId` stays. */
export class Merge extends Command<Recorded> {
  constructor(
    readonly kind: Mergeable,
    readonly survivorId: Id,
    readonly merge: { readonly mergeId: Id; readonly duplicateId: Id; readonly reason: string },
    readonly asking: Asking,
  ) {
    super();
  }
}

/** Takes a merge back: it was wrong, and both stand apart again. */
export class WithdrawMerge extends Command<Recorded> {
  constructor(
    readonly kind: Mergeable,
    readonly survivorId: Id,
    readonly withdrawal: { readonly mergeId: Id; readonly reason: string },
    readonly asking: Asking,
  ) {
    super();
  }
}
