import { unknownMember } from '../../domain/shared/decider.js';
import type { SessionCorrected, SessionRecorded, SessionWithdrawn } from '../../domain/trajectory/events.js';
import type { ColumnValue } from '../runtime/projection.js';

/** Every event that is about one session. */
export type SessionEvent = SessionRecorded | SessionCorrected | SessionWithdrawn;

/** What was written of a session, sealed; null where nothing was. A batch has the values, a query the text of them. */
export interface SessionTexts {
  readonly summary: ColumnValue;
  readonly goals: ColumnValue;
  readonly confidentialNote: ColumnValue;
}

/** Of a session that is new. */
export const NO_TEXTS: SessionTexts = { summary: null, goals: null, confidentialNote: null };

/** What is written of a session after an event: what it does not name stays, and null takes away. */
export function textsAfter(event: SessionEvent, before: SessionTexts): SessionTexts {
  switch (event.type) {
    case 'SessionRecorded':
    case 'SessionCorrected': {
      const { summary, goals, confidentialNote } = event.data;
      return {
        summary: summary ?? before.summary,
        goals: goals === undefined ? before.goals : goals,
        confidentialNote: confidentialNote === undefined ? before.confidentialNote : confidentialNote,
      };
    }
    case 'SessionWithdrawn':
      return before;
    default:
      return unknownMember(event);
  }
}
