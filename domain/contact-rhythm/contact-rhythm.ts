import { addDays, type CalendarDate, daysBetween, latest } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { Session, TrajectoryFacts } from '../trajectory/facts.js';
import type { ContactRhythm } from '../trajectory/signals/facts.js';

/** More days went by without a contact than were agreed. */
export interface LongInterval {
  /** The contact before it, or the first day of the rhythm. */
  readonly from: CalendarDate;
  /** The contact that ended it; null while there was none in the rhythm. */
  readonly to: CalendarDate | null;
  /** The days from `from` to `to`, or to the day asked about; at most to the rhythm's last day. */
  readonly days: number;
}

/** What was agreed against what happened, as it stands on a day. */
export interface RhythmReading {
  readonly id: Id;
  readonly everyDays: number;
  readonly from: CalendarDate;
  /** The day before the next rhythm begins, or the trajectory's last day; null while it goes on. */
  readonly until: CalendarDate | null;
  /** The last contact on any day up to the day asked about, also from before the rhythm; null when there was none. */
  readonly lastContactOn: CalendarDate | null;
  readonly daysSinceContact: number | null;
  /** The last day on which the next contact is in time; null where the rhythm does not hold on the day asked about. */
  readonly nextDueOn: CalendarDate | null;
  readonly overdue: boolean;
  /** In order. */
  readonly tooLong: readonly LongInterval[];
}

type Rhythms = Pick<TrajectoryFacts, 'contactRhythms' | 'closedOn'>;

/**
 * Every rhythm of the trajectory on `on`, in order of its first day. A contact is a session that was not withdrawn, of
 * any activity and form, with or without a placement (readings 27 and 38). Each rhythm counts from its own first day:
 * what went before it was agreed otherwise. A contact on the day that it is due is in time.
 */
export function rhythmReadings(
  { contactRhythms, closedOn }: Rhythms,
  sessions: readonly Session[],
  on: CalendarDate,
): readonly RhythmReading[] {
  const contacts = contactDays(sessions, on);
  return rhythmStretches({ contactRhythms, closedOn }).map((rhythm) =>
    readingOf(rhythm, rhythm.until, contacts, on),
  );
}

/** The rhythms in order of their first day, each up to the day before the next or the trajectory's last day. */
export function rhythmStretches({
  contactRhythms,
  closedOn,
}: Rhythms): readonly (ContactRhythm & { readonly until: CalendarDate | undefined })[] {
  const inOrder = [...contactRhythms].sort((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.map((rhythm, index) => {
    const next = inOrder[index + 1];
    const ends = [next && addDays(next.from, -1), closedOn].filter((end) => end !== undefined).sort();
    return { ...rhythm, until: ends[0] };
  });
}

/** The last day on which the contact after `last` is in time, where the rhythm counts from `from`. */
export function rhythmDueOn(
  { from, everyDays }: Pick<ContactRhythm, 'from' | 'everyDays'>,
  last: CalendarDate | undefined,
): CalendarDate {
  return addDays(last === undefined ? from : latest(from, last), everyDays);
}

function contactDays(sessions: readonly Session[], on: CalendarDate): readonly CalendarDate[] {
  const held = sessions.filter((session) => !session.withdrawn && session.on <= on);
  return [...new Set(held.map((session) => session.on))].sort();
}

function readingOf(
  { id, everyDays, from }: ContactRhythm,
  until: CalendarDate | undefined,
  contacts: readonly CalendarDate[],
  on: CalendarDate,
): RhythmReading {
  const last = contacts.at(-1);
  const holds = from <= on && (until === undefined || on <= until);
  const nextDueOn = holds ? rhythmDueOn({ from, everyDays }, last) : null;
  return {
    id,
    everyDays,
    from,
    until: until ?? null,
    lastContactOn: last ?? null,
    daysSinceContact: last === undefined ? null : daysBetween(last, on),
    nextDueOn,
    overdue: nextDueOn !== null && nextDueOn < on,
    tooLong: longIntervals({ everyDays, from }, until, contacts, on),
  };
}

function longIntervals(
  { everyDays, from }: Pick<ContactRhythm, 'everyDays' | 'from'>,
  until: CalendarDate | undefined,
  contacts: readonly CalendarDate[],
  on: CalendarDate,
): readonly LongInterval[] {
  const end = until !== undefined && until < on ? until : on;
  const within = contacts.filter((day) => from <= day && day <= end);
  const marks = [from, ...within];
  const intervals = marks.map((mark, index): LongInterval => {
    const to = marks[index + 1] ?? null;
    return { from: mark, to, days: daysBetween(mark, to ?? end) };
  });
  return intervals.filter(({ days }) => days > everyDays);
}
