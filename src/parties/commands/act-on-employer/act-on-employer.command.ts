import { Command } from '@nestjs/cqrs';
import type { EmployerCommand } from '../../../../domain/employer/commands.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../asking.js';

type WithoutToday<Intent> = Intent extends EmployerCommand ? Omit<Intent, 'today'> : never;

/** What somebody asks of a registered employer; the day is added by the handler. Merging is a command of its own. */
export type EmployerIntent = WithoutToday<
  Extract<EmployerCommand, { type: `${string}ContactPerson` | `${string}Coach${string}` }>
>;

/** One command on one employer. */
export class ActOnEmployer extends Command<Recorded> {
  constructor(
    readonly employerId: Id,
    readonly intent: EmployerIntent,
    readonly asking: Asking,
  ) {
    super();
  }
}
