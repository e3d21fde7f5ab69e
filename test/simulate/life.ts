import { addDays, type CalendarDate, compareDays, dayNumber } from '../../domain/shared/calendar.js';
import type { Part, Parties, Situation } from './acts.js';
import {
  IN_A_YEAR,
  KEPT_UNTIL_FRIDAY,
  SESSIONS_A_WEEK,
  WEEKDAYS,
  WEEKS_OFF,
  WORKING_DAYS,
} from './assumptions.js';
import {
  absence,
  employerContact,
  goalReached,
  handover,
  incident,
  jobChange,
  session,
  substitution,
  supportNeed,
} from './coaching.js';
import { applied, DAYS_TO_DECIDE, granted, opening, planRevision } from './opening.js';
import type { Chance } from './random.js';
import { approval, closing, declaration, HALF_YEAR_DAYS, review } from './rounds.js';

const FRIDAY = 4;
/** The hours of a month are approved on this day of the next one, or the first working day after it. */
const APPROVAL_DAY = 6;
/** A next half year is applied for so many days before the last one ends. */
const DAYS_AHEAD = 28;

type Happening = (situation: Situation, on: CalendarDate) => Part;

/** What may happen on any working day, and how often a year. */
const HAPPENINGS: readonly (readonly [number, Happening])[] = [
  [IN_A_YEAR.employerContacts, employerContact],
  [IN_A_YEAR.absences, absence],
  [IN_A_YEAR.substitutions, substitution],
  [IN_A_YEAR.jobChanges, jobChange],
  [IN_A_YEAR.incidents, incident],
  [IN_A_YEAR.supportNeeds, supportNeed],
  [IN_A_YEAR.goalsReached, goalReached],
  [IN_A_YEAR.planRevisions, planRevision],
  [IN_A_YEAR.handovers, handover],
];

/** From when on, and up to which day, a trajectory is coached. */
export interface Span {
  /** What came before is not simulated: only what the trajectory began with. */
  readonly from: CalendarDate;
  readonly closesOn: CalendarDate | undefined;
}

/** Everything that is recorded on one trajectory, day by day; it has no end of its own unless it is closed. */
export function* life(parties: Parties, coachId: string, span: Span, chance: Chance): Part {
  const situation = yield* opening(parties, coachId, chance);
  const firstDay = later(span.from, addDays(parties.openedOn, DAYS_TO_DECIDE + 1));
  while (compareDays(situation.grantedTo, firstDay) < 0) yield* granted(situation, span.from);
  let month = firstDay;
  let quarter = firstDay;
  let decidedOn: CalendarDate | undefined;
  let approvedMonth = '';
  for (let today = firstDay; ; today = addDays(today, 1)) {
    if (today === span.closesOn) return yield* closing(situation, today, quarter);
    const weekday = weekdayOf(today);
    if (weekday > FRIDAY) continue;
    if (Number(today.slice(8)) >= APPROVAL_DAY && today.slice(0, 7) !== approvedMonth) {
      approvedMonth = today.slice(0, 7);
      const to = addDays(`${approvedMonth}-01` as CalendarDate, -1);
      if (compareDays(month, to) <= 0) {
        yield* approval(situation, today, month, to);
        month = addDays(to, 1);
        if (Number(approvedMonth.slice(5)) % 3 === 1) {
          yield* declaration(situation, today, quarter, to);
          quarter = month;
        }
      }
    }
    if (decidedOn === undefined && compareDays(today, addDays(situation.grantedTo, -DAYS_AHEAD)) >= 0) {
      yield* applied(situation, today, 'follow-on');
      decidedOn = addDays(today, DAYS_TO_DECIDE);
    } else if (decidedOn !== undefined && compareDays(today, decidedOn) >= 0) {
      yield* granted(situation, today);
      decidedOn = undefined;
    }
    yield* coaching(situation, today, weekday, month);
    for (const [aYear, happening] of HAPPENINGS) {
      if (chance.happens(aYear / WORKING_DAYS)) yield* happening(situation, today);
    }
    if ((dayNumber(today) + parties.number) % HALF_YEAR_DAYS < 1) yield* review(situation, today);
  }
}

/** The sessions of a day, some of which wait until Friday. */
function* coaching(
  situation: Situation,
  today: CalendarDate,
  weekday: number,
  openMonth: CalendarDate,
): Part {
  const { chance, regime, waiting } = situation;
  if (weekday === FRIDAY) {
    for (const day of waiting.splice(0)) {
      if (compareDays(day, openMonth) >= 0) yield* session(situation, day, today);
    }
  }
  if (WEEKS_OFF.has(weekOf(today))) return;
  if (!chance.happens(SESSIONS_A_WEEK[regime] * (WEEKDAYS[weekday] ?? 0))) return;
  if (weekday !== FRIDAY && chance.happens(KEPT_UNTIL_FRIDAY)) waiting.push(today);
  else yield* session(situation, today, today);
}

/** 0 is Monday. */
export function weekdayOf(day: CalendarDate): number {
  return (dayNumber(day) + 3) % 7;
}

/** The week of the year, from 0 on, counted in sevens from New Year's Day. */
function weekOf(day: CalendarDate): number {
  return Math.floor((dayNumber(day) - dayNumber(`${day.slice(0, 4)}-01-01` as CalendarDate)) / 7);
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return compareDays(a, b) > 0 ? a : b;
}
