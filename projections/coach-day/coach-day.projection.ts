import type {
  SessionCorrected,
  SessionRecorded,
  SessionWithdrawn,
  TrajectoryEvent,
} from '../../domain/trajectory/events.js';
import type { ProjectedEvent, Projection, Row, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { coachDayTable } from './coach-day.schema.js';

/** How long did a coach work on a day, over all candidates together? */
export const coachDayProjection: Projection = {
  name: 'coach-day',
  version: 1,
  tables: [coachDayTable],
  handles: ['SessionRecorded', 'SessionCorrected', 'SessionWithdrawn'] satisfies TrajectoryEvent['type'][],
  apply,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  const fact = domainEvent<SessionRecorded | SessionCorrected | SessionWithdrawn>(event);
  const key = { session_id: fact.data.sessionId };
  if (fact.type === 'SessionRecorded') {
    rows.put(coachDayTable, rowOf(event, fact.data));
    return;
  }
  if (fact.type === 'SessionWithdrawn') {
    rows.remove(coachDayTable, key);
    return;
  }
  const before = await rows.get(coachDayTable, key);
  if (before === undefined || Number(before.revision) >= event.revision) return;
  const { coachId, on, minutes, groupSize, startsAt } = fact.data;
  rows.put(
    coachDayTable,
    rowOf(event, {
      sessionId: key.session_id,
      coachId: coachId ?? String(before.coach_id),
      on: on ?? String(before.on),
      minutes: minutes ?? Number(before.minutes),
      groupSize: groupSize ?? Number(before.group_size),
      startsAt: startsAt === undefined ? (before.starts_at as string | null) : startsAt,
    }),
  );
}

interface SessionTimes {
  readonly sessionId: string;
  readonly coachId: string;
  readonly on: string;
  readonly minutes: number;
  readonly groupSize: number;
  readonly startsAt?: string | null;
}

function rowOf(event: ProjectedEvent, session: SessionTimes): Row {
  return {
    session_id: session.sessionId,
    coach_id: session.coachId,
    on: session.on,
    trajectory_id: event.streamId,
    minutes: session.minutes,
    credited_minutes: Math.floor(session.minutes / session.groupSize),
    group_size: session.groupSize,
    starts_at: session.startsAt ?? null,
    revision: event.revision,
  };
}
