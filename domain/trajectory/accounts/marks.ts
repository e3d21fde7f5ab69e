import { unknownMember } from '../../shared/decider.js';
import { withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import type { Session } from '../facts.js';
import type { AccountsEvent, CountedSession } from './events.js';

/** Fields that decisions on accounts derive: asked again later, the same command would derive them anew. */
export const ACCOUNTS_DERIVED = {
  HoursApproved: ['approvedOn', 'approvedSessions'],
  DeclarationSubmitted: ['submittedOn', 'declaredSessions', 'rateCents'],
  DeclarationSettled: ['changedMinutes'],
} as const satisfies { readonly [Type in AccountsEvent['type']]?: readonly string[] };

/** What the organisation looked at when it approved: a session that changes in one of these is to be approved anew. */
const APPROVED_FIELDS = ['coachId', 'on', 'minutes', 'groupSize', 'activity', 'placementId'] as const;

/** What an event makes of each session. Prepared once for all of them; the same object where nothing changes. */
export function markedBy(event: AccountsEvent): (session: Session) => Session {
  switch (event.type) {
    case 'HoursApproved':
    case 'HoursApprovalCorrected': {
      const { approvalId, approvedSessions } = event.data;
      return approvedSessions === undefined ? unchanged : approvedIn(approvalId, approvedSessions);
    }
    case 'DeclarationSubmitted':
    case 'DeclarationCorrected': {
      const { declarationId, declaredSessions } = event.data;
      return declaredSessions === undefined ? unchanged : declaredIn(declarationId, declaredSessions);
    }
    case 'DeclarationSettled':
      return unchanged;
    default:
      return unknownMember(event);
  }
}

function unchanged(session: Session): Session {
  return session;
}

function approvedIn(approvalId: Id, sessions: readonly CountedSession[]): (session: Session) => Session {
  const approved = new Set(sessions.map(({ sessionId }) => sessionId));
  return (session) => {
    const before = session.approvedBy ?? [];
    if (approved.has(session.id) === before.includes(approvalId)) return session;
    const others = before.filter((id) => id !== approvalId);
    const now = approved.has(session.id) ? [...others, approvalId].sort() : others;
    return withoutUndefined({ ...session, approvedBy: now.length === 0 ? undefined : now }) as Session;
  };
}

function declaredIn(declarationId: Id, sessions: readonly CountedSession[]): (session: Session) => Session {
  const declared = new Map(sessions.map(({ sessionId, minutes }) => [sessionId, minutes]));
  return (session) => {
    const before = session.declaredIn ?? [];
    const minutes = declared.get(session.id);
    if (minutes === before.find((one) => one.declarationId === declarationId)?.minutes) return session;
    const others = before.filter((one) => one.declarationId !== declarationId);
    const now =
      minutes === undefined
        ? others
        : [...others, { declarationId, minutes }].sort((a, b) =>
            a.declarationId < b.declarationId ? -1 : 1,
          );
    return withoutUndefined({ ...session, declaredIn: now.length === 0 ? undefined : now }) as Session;
  };
}

/** `now`, no longer approved when a correction changed what was looked at. */
export function withoutStaleApproval(before: Session, now: Session): Session {
  if (now.approvedBy === undefined) return now;
  if (APPROVED_FIELDS.every((field) => before[field] === now[field])) return now;
  const { approvedBy: _stale, ...session } = now;
  return session;
}

/** A session as it was stated, without what approvals and declarations made of it. */
export function asStated(session: Session): Session {
  const { approvedBy: _approvedBy, declaredIn: _declaredIn, ...stated } = session;
  return stated;
}
