import {
  type Account,
  type AccountSession,
  accountOf,
  goesOverGrant,
  registeredIn,
} from '../../hours/index.js';
import type { Id } from '../../shared/ids.js';
import { effectiveChanges, isEmpty } from '../corrections.js';
import type { TrajectoryEvent } from '../events.js';
import type { Session } from '../facts.js';
import { decidedBefore, openedFacts } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import { accountInput, refuseBadDays } from './account-input.js';
import type { ApproveHours, CorrectHoursApproval } from './commands.js';
import { countedSessions } from './counted-sessions.js';
import { accountsEvents } from './event-definitions.js';
import type { HoursApproval } from './facts.js';

/**
 * Approves what is registered in these days, as it stands (UWV 2014 B.2: the organisation reviews and approves hours
 * before they are declared), and never more than the grants of those days hold.
 */
export function approveHours(command: ApproveHours, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { approvalId, from, to, today, circumstances } = command;
  const facts = openedFacts(state);
  const account = accountOf(accountInput(state, facts, circumstances, today));
  const registered = registeredIn(account, { from, to });
  const approvedSessions = countedSessions(registered);
  const data = { approvalId, from, to, approvedOn: today, approvedSessions };
  const event: TrajectoryEvent = { type: 'HoursApproved', data };
  if (decidedBefore(state, approvalId, event)) return [];
  refuseBadDays(facts, command, today);
  refuseUnapprovable(account, registered, approvalId);
  return [event];
}

/**
 * Corrects the days of an approval, or takes it back whole; it then approves what is registered in its days now. Hours
 * that were declared stay approved.
 */
export function correctHoursApproval(
  command: CorrectHoursApproval,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { approvalId, reason, today, circumstances } = command;
  const facts = openedFacts(state);
  const held = facts.hoursApprovals.find(({ id }) => id === approvalId) ?? refuse('hours-approval.not-found');
  const { protect } = accountsEvents.HoursApprovalCorrected;
  const changes = effectiveChanges(command.changes, held, [], protect);
  if (isEmpty(changes)) return [];
  const now = { ...held, ...changes } as HoursApproval;
  refuseBadDays(facts, now, today);
  const account = accountOf(accountInput(state, facts, circumstances, today));
  const registered = now.withdrawn ? [] : registeredIn(account, now);
  if (!now.withdrawn) refuseUnapprovable(account, registered, approvalId);
  refuseDeclaredLeftOut(account, registered, approvalId);
  const approvedSessions = countedSessions(registered);
  return [{ type: 'HoursApprovalCorrected', data: { approvalId, reason, ...changes, approvedSessions } }];
}

/** True when another approval than this one approves the session. */
function isApprovedElsewhere({ approvedBy }: Session, approvalId: Id): boolean {
  return approvedBy?.some((id) => id !== approvalId) === true;
}

/** Refuses an approval of nothing, and one of more than the grants hold; what others approved was judged with them. */
function refuseUnapprovable(account: Account, registered: readonly AccountSession[], approvalId: Id): void {
  const more = registered.filter(({ session }) => !isApprovedElsewhere(session, approvalId));
  if (more.length === 0) refuse('hours-approval.nothing-registered', 'from');
  const before = account.sessions.filter(
    ({ approved, own, session }) => approved && (!own || isApprovedElsewhere(session, approvalId)),
  );
  if (goesOverGrant(account, before, more)) refuse('hours-approval.over-grant', 'to');
}

/** Refuses to leave out a session that only this approval approves and that a declaration rests on. */
function refuseDeclaredLeftOut(
  account: Account,
  registered: readonly AccountSession[],
  approvalId: Id,
): void {
  const kept = new Set(registered.map(({ session }) => session.id));
  const declaredLeftOut = account.sessions.some(
    ({ session }) =>
      session.declaredIn !== undefined &&
      session.approvedBy?.includes(approvalId) &&
      !kept.has(session.id) &&
      !isApprovedElsewhere(session, approvalId),
  );
  if (declaredLeftOut) refuse('hours-approval.declared');
}
