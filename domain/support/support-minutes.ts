import { decisionOn } from '../limits/grants.js';
import { type CalendarDate, dayNumber } from '../shared/calendar.js';
import { isClosedOn, lastDayAround } from '../trajectory/closing/closed-days.js';
import type { Session, TrajectoryFacts, TrajectoryRecord } from '../trajectory/facts.js';

/** Minutes spent for the candidate, each counted in one place only. */
export interface SupportMinutes {
  /** Coaching within a term. */
  readonly coaching: number;
  /** Open-ended support at low intensity, beyond what a limit gives. */
  readonly structuralSupport: number;
  /** Contact after the last day. */
  readonly aftercare: number;
}

/**
 * The minutes of a trajectory up to and including `on`, coaching, structural low-intensity support and aftercare apart.
 *
 * No published rule says what structural low-intensity support is (inference). Here it is a session on a day that a
 * grant in the lightest regime covers, motivated as going past the limit, and no other grant; and contact after a
 * closure that says that such support goes on. Other contact after a last day is aftercare. A session counts
 * floor(minutes ÷ groupSize) (reading 23), withdrawn ones and contacts without minutes nothing.
 */
export function supportMinutesOf({ facts, sessions }: TrajectoryRecord, on: CalendarDate): SupportMinutes {
  const isStructural = structuralDays(facts, on);
  const minutes = { coaching: 0, structuralSupport: 0, aftercare: 0 };
  for (const session of sessions) {
    if (session.withdrawn || session.on > on) continue;
    minutes[isStructural(session) ? 'structuralSupport' : 'coaching'] += Math.floor(
      session.minutes / session.groupSize,
    );
  }
  for (const contact of facts.aftercareContacts ?? []) {
    if (contact.on > on) continue;
    const goesOn = supportGoesOn(facts, contact.on);
    minutes[goesOn ? 'structuralSupport' : 'aftercare'] += contact.minutes ?? 0;
  }
  return minutes;
}

/** True of a day that only light grants beyond the limit cover, as they were decided by `on`. */
function structuralDays({ grants }: TrajectoryFacts, on: CalendarDate): (session: Session) => boolean {
  const decisions = grants.flatMap((grant) => decisionOn(grant, dayNumber(on)) ?? []);
  return ({ on: day }) => {
    const covering = decisions.filter(({ from, to }) => from <= day && day <= to);
    return (
      covering.length > 0 &&
      covering.every(({ regime, beyondLimit }) => regime === 'very-light' && beyondLimit)
    );
  };
}

function supportGoesOn(facts: TrajectoryFacts, day: CalendarDate): boolean {
  if (!isClosedOn(facts, day)) return false;
  const closedOn = lastDayAround(facts, day);
  return facts.closures?.some((closure) => closure.on === closedOn && closure.structuralSupport) ?? false;
}
