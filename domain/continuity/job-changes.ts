import { addDays, type CalendarDate } from '../shared/calendar.js';
import { coachesAround } from './coach-line.js';
import { contactDays, contactsUntil, daysWithoutContact, firstEmployerContact } from './contacts.js';
import type { CoachKept, ContinuityInput, JobChange } from './continuity.js';
import { type HeldPlacement, placementsOn } from './held-placements.js';
import { gapDays, staysOf } from './stays.js';
import { type Succession, successionsOf } from './successions.js';
import { awardedGrants, grantsForStay, unfundedDays } from './unfunded-days.js';

/** The days after the new first day within which the coach has to have had a session (reading 29). */
const FIRST_CONTACT_DAYS = 14;
/** The most days without a contact around a continuous job change (reading 29). */
const MOST_DAYS_WITHOUT_CONTACT = 28;

interface CoachAround {
  readonly kept: CoachKept;
  /** The coach assigned on the old last day had a session of their own within the first days. */
  readonly metCandidate: boolean;
  readonly daysWithoutContact: number;
}

/**
 * Whether a job change was continuous as far as is known on `on` (reading 29): null while it can still become so, which
 * it no longer can once another coach has come or too many days went by without a contact.
 */
function isContinuous(startedOn: CalendarDate, coach: CoachAround, on: CalendarDate): boolean | null {
  const kept = coach.kept === 'same' || coach.kept === 'substituted';
  if (!kept || coach.daysWithoutContact > MOST_DAYS_WITHOUT_CONTACT) return false;
  if (coach.metCandidate) return true;
  return on <= addDays(startedOn, FIRST_CONTACT_DAYS) ? null : false;
}

/** The job changes of the candidate on `on` (readings 24 to 30), in order of the new first day. */
export function jobChangesOf(
  { trajectories, on }: ContinuityInput,
  placements: readonly HeldPlacement[] = placementsOn(trajectories, on),
): JobChange[] {
  const successions = successionsOf(staysOf(placements));
  if (successions.length === 0) return [];
  const contacts = contactsUntil(trajectories, on);
  const days = contactDays(contacts);
  const grants = awardedGrants(trajectories, on);

  const describe = (succession: Succession): JobChange => {
    const { old, next } = succession;
    const startedOn = next.startsOn;
    const { kept, oldCoachId } = coachesAround(trajectories, succession, on);
    const inTime = addDays(startedOn, FIRST_CONTACT_DAYS);
    const coach: CoachAround = {
      kept,
      metCandidate: contacts.some(
        (session) => session.coachId === oldCoachId && startedOn <= session.on && session.on <= inTime,
      ),
      daysWithoutContact: daysWithoutContact(succession, days, on),
    };
    return {
      from: old.employerId,
      to: next.employerId,
      endedOn: old.endedOn,
      startedOn,
      gapDays: gapDays(old.endedOn, startedOn),
      coachKept: coach.kept,
      firstContactOn: days.find((day) => day >= startedOn) ?? null,
      firstEmployerContactOn: firstEmployerContact(trajectories, next.employerId, startedOn, on),
      daysWithoutContact: coach.daysWithoutContact,
      unfundedDays: unfundedDays(grantsForStay(trajectories, grants, next), next, on),
      continuous: isContinuous(startedOn, coach, on),
    };
  };
  return successions.map(describe);
}
