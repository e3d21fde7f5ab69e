import type { AccountSession } from '../../hours/index.js';
import type { CountedSession } from './events.js';

/** Sessions with what they count for, as an event keeps them. */
export function countedSessions(sessions: readonly AccountSession[]): readonly CountedSession[] {
  return sessions.map(({ session, minutes }) => ({ sessionId: session.id, minutes }));
}
