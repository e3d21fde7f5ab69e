import { unknownMember } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import { accountsEvents } from '../../domain/trajectory/accounts/event-definitions.js';
import type { AccountsEvent, CountedSession } from '../../domain/trajectory/accounts/events.js';
import { markedBy } from '../../domain/trajectory/accounts/marks.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { Session } from '../../domain/trajectory/facts.js';
import { evolveSession } from '../../domain/trajectory/state.js';
import type { ProjectedEvent, Projection, Row, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { jsonOf, sessionFromRow } from './session-row.js';
import { NO_TEXTS, type SessionEvent, type SessionTexts, textsAfter } from './session-texts.js';
import { sessionMarkTable, trajectorySessionTable } from './sessions.schema.js';

/** Which sessions were held, and what was written about them? */
export const sessionsProjection: Projection = {
  name: 'sessions',
  version: 3,
  tables: [trajectorySessionTable, sessionMarkTable],
  handles: [
    ...(['SessionRecorded', 'SessionCorrected', 'SessionWithdrawn'] satisfies TrajectoryEvent['type'][]),
    ...Object.keys(accountsEvents),
  ],
  apply,
};

function apply(event: ProjectedEvent, rows: Rows): void | Promise<void> {
  const fact = domainEvent<SessionEvent | AccountsEvent>(event);
  // By far the most events: nothing is read for them.
  if (fact.type === 'SessionRecorded') return putAfter(undefined, fact, event, rows);
  return isAboutAccounts(fact) ? mark(fact, event, rows) : change(fact, event, rows);
}

function isAboutAccounts(fact: SessionEvent | AccountsEvent): fact is AccountsEvent {
  return fact.type in accountsEvents;
}

/** The sessions that an approval or a declaration names, or named before, with what it now makes of them. */
async function mark(fact: AccountsEvent, event: ProjectedEvent, rows: Rows): Promise<void> {
  const named = namedIn(fact);
  if (named === undefined) return;
  const { markId, sessionIds } = named;
  const before = await rows.get(sessionMarkTable, { mark_id: markId });
  const marked = markedBy(fact);
  for (const id of new Set([...idsIn(before), ...sessionIds])) {
    const row = await rows.get(trajectorySessionTable, { session_id: id });
    if (row === undefined || Number(row.revision) >= event.revision) continue;
    const session = sessionFromRow(row);
    const next = marked(session);
    if (next !== session) rows.put(trajectorySessionTable, rowOf(next, textsIn(row), row, event));
  }
  rows.put(sessionMarkTable, { mark_id: markId, session_ids: sessionIds });
}

/** Undefined for an event that leaves its sessions as they are. */
function namedIn(
  fact: AccountsEvent,
): { readonly markId: Id; readonly sessionIds: readonly Id[] } | undefined {
  switch (fact.type) {
    case 'HoursApproved':
    case 'HoursApprovalCorrected':
      return naming(fact.data.approvalId, fact.data.approvedSessions);
    case 'DeclarationSubmitted':
    case 'DeclarationCorrected':
      return naming(fact.data.declarationId, fact.data.declaredSessions);
    case 'DeclarationSettled':
      return undefined;
    default:
      return unknownMember(fact);
  }
}

function naming(markId: Id, sessions: readonly CountedSession[] | undefined) {
  return sessions && { markId, sessionIds: sessions.map(({ sessionId }) => sessionId) };
}

function idsIn(row: Row | undefined): readonly Id[] {
  return (jsonOf(row?.session_ids) ?? []) as readonly Id[];
}

async function change(fact: SessionEvent, event: ProjectedEvent, rows: Rows): Promise<void> {
  const row = await rows.get(trajectorySessionTable, { session_id: fact.data.sessionId });
  if (row !== undefined && Number(row.revision) < event.revision) putAfter(row, fact, event, rows);
}

function putAfter(row: Row | undefined, fact: SessionEvent, event: ProjectedEvent, rows: Rows): void {
  const session = evolveSession(row && sessionFromRow(row), fact);
  if (session !== undefined)
    rows.put(trajectorySessionTable, rowOf(session, textsAfter(fact, textsIn(row)), row, event));
}

function rowOf(session: Session, texts: SessionTexts, before: Row | undefined, event: ProjectedEvent): Row {
  return {
    session_id: session.id,
    trajectory_id: event.streamId,
    coach_id: session.coachId,
    on: session.on,
    minutes: session.minutes,
    group_size: session.groupSize,
    activity: session.activity,
    form: session.form,
    starts_at: session.startsAt ?? null,
    placement_id: session.placementId ?? null,
    registered_on: session.registeredOn ?? null,
    recorded_at: before?.recorded_at ?? event.recordedAt,
    revision: event.revision,
    withdrawn: session.withdrawn,
    approved_by: session.approvedBy ?? null,
    declared_in: session.declaredIn ?? null,
    summary: texts.summary,
    goals: texts.goals,
    confidential_note: texts.confidentialNote,
  };
}

function textsIn(row: Row | undefined): SessionTexts {
  if (row === undefined) return NO_TEXTS;
  const { summary = null, goals = null, confidential_note: confidentialNote = null } = row;
  return { summary, goals, confidentialNote };
}
