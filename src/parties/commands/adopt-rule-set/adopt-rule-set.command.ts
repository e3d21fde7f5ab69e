import { Command } from '@nestjs/cqrs';
import type { AdoptRuleSet as Adoption } from '../../../../domain/funder/commands.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../asking.js';

/** Adopts the next version of a funder's rules. */
export class AdoptRuleSet extends Command<Recorded> {
  constructor(
    readonly funderId: Id,
    readonly adoption: Omit<Adoption, 'type'>,
    readonly asking: Asking,
  ) {
    super();
  }
}
