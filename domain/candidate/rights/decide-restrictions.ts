import { withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import type {
  AskForRestriction,
  DecideRestriction,
  HoldFile,
  LiftRestriction,
  WithdrawRestriction,
} from './commands.js';
import type { RightsEvent } from './events.js';
import { refuse } from './refusals.js';
import { type Restriction, type RightsState, restrictionStatus } from './state.js';

type Events = readonly RightsEvent[];

/** One at a time; a new one may follow one that was refused or has ended. */
export function askForRestriction(command: AskForRestriction, state: RightsState): Events {
  const { restrictionId, reason, today } = command;
  if (state.restrictions.has(restrictionId)) return [];
  const runs = [...state.restrictions.values()].some((restriction) =>
    ['asked', 'granted'].includes(restrictionStatus(restriction)),
  );
  if (runs) refuse('restriction.already-asked');
  return [{ type: 'RestrictionAsked', data: { restrictionId, reason, on: today } }];
}

export function decideRestriction(command: DecideRestriction, state: RightsState): Events {
  const { restrictionId, decision, reason, by } = command;
  const restriction = known(state, restrictionId);
  const { decided } = restriction;
  if (decided && decided.decision === decision && decided.by === by) return [];
  if (restrictionStatus(restriction) !== 'asked') refuse('restriction.already-decided');
  return [{ type: 'RestrictionDecided', data: { restrictionId, decision, reason, decidedBy: by } }];
}

/** Ends a restriction in force, or takes a request back that nobody decided on. */
export function endRestriction(command: LiftRestriction | WithdrawRestriction, state: RightsState): Events {
  const { restrictionId, by } = command;
  const status = restrictionStatus(known(state, restrictionId));
  if (status === 'ended') return [];
  if (status === 'refused' || (status === 'asked' && command.type === 'LiftRestriction')) {
    refuse('restriction.not-in-force');
  }
  const reason = command.type === 'LiftRestriction' ? command.reason : undefined;
  return [{ type: 'RestrictionEnded', data: withoutUndefined({ restrictionId, reason, endedBy: by }) }];
}

/** Keeps a file up to a day; a later one may shorten it. */
export function holdFile({ holdId, until, reason, by }: HoldFile, state: RightsState): Events {
  const known = state.holds.get(holdId);
  if (known !== undefined) return known === until ? [] : refuse('id.already-used');
  return [{ type: 'FileHeld', data: { holdId, until, reason, heldBy: by } }];
}

function known({ restrictions }: RightsState, restrictionId: Id): Restriction {
  return restrictions.get(restrictionId) ?? refuse('restriction.not-found');
}
