import { addDays, addMonths, type CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { TrajectoryFacts } from '../trajectory/facts.js';

/** A calendar month, `YYYY-MM`. */
export type Month = `${number}-${number}`;

/** The type of provision that job coaching is to Statistics Netherlands (CBS, SRG): a coach or guidance at the workplace. */
export const PROVISION_TYPE = '30';

/**
 * One re-integration provision as a municipality delivers it each month (CBS, SRG), in the shape of the object
 * Reintegratievoorziening of the municipal data model (GGM). Nothing in it names a person.
 */
export interface ProvisionLine {
  /** registratienummer */
  readonly registrationNumber: Id;
  /** codeType */
  readonly typeCode: typeof PROVISION_TYPE;
  /** omschrijving */
  readonly description: string;
  /** datumStart */
  readonly startsOn: CalendarDate;
  /** datumVerwachtEinde */
  readonly expectedEndOn: CalendarDate | null;
  /** datumEinde */
  readonly endedOn: CalendarDate | null;
}

/** The first and the last day of a month. */
export function daysOfMonth(month: Month): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const from = `${month}-01` as CalendarDate;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/**
 * The line of a trajectory for a month, as it stood on the month's last day; null when it did not run on any day of it.
 * It is expected to end on the last day that was granted by then.
 */
export function provisionLineOf(facts: TrajectoryFacts, month: Month): ProvisionLine | null {
  const { from, to } = daysOfMonth(month);
  const { id, openedOn, closedOn } = facts;
  if (openedOn > to || (closedOn !== undefined && closedOn < from)) return null;
  return {
    registrationNumber: id,
    typeCode: PROVISION_TYPE,
    description: 'Jobcoach/begeleiding op de werkplek',
    startsOn: openedOn,
    expectedEndOn: lastGrantedDay(facts, to),
    endedOn: closedOn !== undefined && closedOn <= to ? closedOn : null,
  };
}

function lastGrantedDay({ grants }: TrajectoryFacts, on: CalendarDate): CalendarDate | null {
  const inForce = grants.flatMap(({ decisions }) => {
    const decided = decisions.filter(({ decidedOn }) => decidedOn <= on);
    return decided.length === 0 ? [] : [decided.reduce((a, b) => (b.decidedOn >= a.decidedOn ? b : a)).to];
  });
  return inForce.sort().at(-1) ?? null;
}
