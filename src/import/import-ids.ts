import { type CalendarDate, dayNumber } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { deriveId, idAt } from '../shared/ids.js';

/*
 * Ids that follow from what a row says, so that a run that was killed and started again, or two runs at once, make the
 * same ones and store nothing twice.
 */

const DAY_MS = 86_400_000;

/** A party states no date; one fixed day keeps its id the same whichever row is read first. */
const DAY_OF_PARTIES = '2000-01-01';

/** The id of a party that an import registers: the same for the same kind and identifying parts. */
export function partyIdFor(kind: string, ...parts: readonly string[]): Id {
  return idAt(millisecondsOf(DAY_OF_PARTIES), kind, ...parts);
}

/** The id of the trajectory of a candidate under a funder that opened on a day. */
export function trajectoryIdFor(openedOn: CalendarDate, candidateId: Id, funderId: Id): Id {
  return idAt(millisecondsOf(openedOn), 'trajectory', candidateId, funderId);
}

/** The id of the fact that a row states; `rowKey` is equal for rows that are equal to the byte. */
export function factIdFor(on: CalendarDate, trajectoryId: Id, rowKey: string): Id {
  return idAt(millisecondsOf(on), 'row', trajectoryId, rowKey);
}

/** The id of the command that records the party, trajectory or fact of this id. */
export function commandIdFor(id: Id): Id {
  return deriveId(id, 'import');
}

/** Noon does not matter here, only sameness: midnight UTC, and 1970 for what lies before it. */
function millisecondsOf(date: CalendarDate): number {
  return Math.max(0, dayNumber(date)) * DAY_MS;
}
