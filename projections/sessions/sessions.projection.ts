import { accountsEvents } from '../../domain/trajectory/accounts/event-definitions.js';
import type { AccountsEvent } from '../../domain/trajectory/accounts/events.js';
import { markedBy } from '../../domain/trajectory/accounts/marks.js';
import type {
  SessionCorrected,
  SessionRecorded,
  SessionWithdrawn,
  TrajectoryEvent,
} from '../../domain/trajectory/events.js';
import type { Session } from '../../domain/trajectory/facts.js';
import { evolveSession } from '../../domain/trajectory/state.js';
import type { ProjectedEvent, Projection, Row, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { sessionFromRow } from './session-row.js';
import { trajectorySessionTable } from './sessions.schema.js';

type SessionEvent = SessionRecorded | SessionCorrected | SessionWithdrawn;

/** Which sessions were held, and what was written about them? */
export const sessionsProjection: Projection = {
  name: 'sessions',
  version: 2,
  tables: [trajectorySessionTable],
  handles: [
    ...(['SessionRecorded', 'SessionCorrected', 'SessionWithdrawn'] satisfies TrajectoryEvent['type'][]),
    ...Object.keys(accountsEvents),
  ],
  apply,
};

function apply(event: ProjectedEvent, rows: Rows): void | Promise<void> {
  const fact = domainEvent<SessionEvent | AccountsEvent>(event);
  if (isAboutAccounts(fact)) return mark(fact, event, rows);
  // By far the most events: nothing is read for them.
  if (fact.type === 'SessionRecorded') putAfter(undefined, fact, event, rows);
  else return change(fact, event, rows);
}

function isAboutAccounts(fact: SessionEvent | AccountsEvent): fact is AccountsEvent {
  return fact.type in accountsEvents;
}

/** Every session of the trajectory with what an approval or a declaration makes of it. */
async function mark(fact: AccountsEvent, event: ProjectedEvent, rows: Rows): Promise<void> {
  const marked = markedBy(fact);
  for (const row of await rows.list(trajectorySessionTable, { trajectory_id: event.streamId })) {
    if (Number(row.revision) >= event.revision) continue;
    const before = sessionFromRow(row);
    const session = marked(before);
    if (session !== before) rows.put(trajectorySessionTable, rowOf(session, textsIn(row), row, event));
  }
}

async function change(fact: SessionEvent, event: ProjectedEvent, rows: Rows): Promise<void> {
  const key = { trajectory_id: event.streamId, session_id: fact.data.sessionId };
  const row = await rows.get(trajectorySessionTable, key);
  if (row !== undefined && Number(row.revision) < event.revision) putAfter(row, fact, event, rows);
}

function putAfter(row: Row | undefined, fact: SessionEvent, event: ProjectedEvent, rows: Rows): void {
  const session = evolveSession(row && sessionFromRow(row), fact);
  if (session !== undefined) rows.put(trajectorySessionTable, rowOf(session, textsOf(fact, row), row, event));
}

function rowOf(session: Session, texts: Row, before: Row | undefined, event: ProjectedEvent): Row {
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
    ...texts,
  };
}

function textsIn(row: Row | undefined) {
  return {
    summary: row?.summary ?? null,
    goals: row?.goals ?? null,
    confidential_note: row?.confidential_note ?? null,
  };
}

function textsOf(event: SessionEvent, row: Row | undefined): Row {
  const before = textsIn(row);
  if (event.type === 'SessionWithdrawn') return before;
  const { summary, goals, confidentialNote } = event.data;
  return {
    summary: summary ?? before.summary,
    goals: goals === undefined ? before.goals : goals,
    confidential_note: confidentialNote === undefined ? before.confidential_note : confidentialNote,
  };
}
