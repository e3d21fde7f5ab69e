import { budgetOf, yearsOf } from '../limits/budgets.js';
import type { CoachedMinutes } from '../limits/career.js';
import { readingOf } from '../limits/clock-reading.js';
import { type DayRange, dateOf, NEVER } from '../limits/days.js';
import { daysPast, grantsFor } from '../limits/grants.js';
import type { CoachingPeriod, LimitsInput, SeparatePeriod } from '../limits/limits.js';
import { type TermDays, termsOf } from '../limits/terms.js';
import { type UsedMinutes, usedMinutesOf } from '../limits/used-minutes.js';
import { type CalendarDate, dayNumber } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { type Account, accountOf } from './account.js';
import { declaredBy } from './declared.js';
import { runsOutOn } from './runs-out.js';

/** `coaching-period`: of a term · `trial`: a trial placement outside every term · `extension`: granted past a term. */
export type HoursPeriodKind = 'coaching-period' | 'trial' | 'extension';

/** The hours of one period, in whole minutes. Both days included. */
export interface HoursPeriod {
  readonly kind: HoursPeriodKind;
  /** Of a coaching period within its term; null for the other kinds. */
  readonly number: number | null;
  /** The employer that it is counted at; null where the clock runs over all of them. */
  readonly employerId: Id | null;
  readonly startsOn: CalendarDate;
  /** Null while a trial has no last day. */
  readonly lastDay: CalendarDate | null;
  /** Null when no day of it is covered by a grant (reading 22). */
  readonly granted: number | null;
  readonly used: number;
  /** Of what was used: approved, and declared. */
  readonly approved: number;
  readonly declared: number;
  /** Granted and not used, never below 0; null without a grant. */
  readonly left: number | null;
  readonly runsOutOn: CalendarDate | null;
}

/** The hours of a trajectory by the periods of its binding clock. */
export interface Hours {
  readonly on: CalendarDate;
  readonly clock: string;
  readonly periods: readonly HoursPeriod[];
}

/** What was granted, used, approved and declared in each period of the binding clock by `on` (readings 13, 17 to 23). */
export function hoursOf(input: LimitsInput): Hours {
  const account = accountOf(input);
  const { standing, ruleSet } = account;
  const terms = termsOf(standing.career, ruleSet.clock, standing.on);
  const reading = readingOf(standing, ruleSet, true);
  const tallies = talliesOf(account, input.on);
  const figures = (basis: Basis): HoursPeriod => hoursPeriod(basis, tallies, account);
  const periods = terms.flatMap((term, index) => [
    ...(reading.terms[index]?.periods ?? []).map((period) => figures(ofPeriod(period, term))),
    ...extensionsOf(term, account).map(figures),
  ]);
  const trials = reading.separatePeriods.map((trial) => figures(ofTrial(trial)));
  return { on: input.on, clock: ruleSet.name, periods: [...periods, ...trials].sort(byFirstDay) };
}

/** A period before its hours are counted. */
interface Basis extends Pick<HoursPeriod, 'kind' | 'number' | 'employerId' | 'granted'> {
  readonly range: DayRange;
}

function ofPeriod(
  { number, startsOn, lastDay, budgetMinutes }: CoachingPeriod,
  { employerId }: TermDays,
): Basis {
  const range = { start: dayNumber(startsOn), end: dayNumber(lastDay) + 1 };
  return { kind: 'coaching-period', number, employerId, range, granted: budgetMinutes };
}

function ofTrial({ employerId, startsOn, lastDay, budgetMinutes }: SeparatePeriod): Basis {
  const range = { start: dayNumber(startsOn), end: lastDay === null ? NEVER : dayNumber(lastDay) + 1 };
  return { kind: 'trial', number: null, employerId, range, granted: budgetMinutes };
}

/** What was granted past the last day of a term, as stretches without a gap (reading 13 lists no period there). */
function extensionsOf(term: TermDays, { standing, ruleSet }: Account): readonly Basis[] {
  const grants = grantsFor(standing.grants, term.employerId);
  const stretches: { start: number; end: number }[] = [];
  for (const grant of grants) {
    const days = daysPast(term, grant);
    if (days === undefined) continue;
    const last = stretches.at(-1);
    if (last !== undefined && days.start <= last.end) last.end = Math.max(last.end, days.end);
    else stretches.push({ ...days });
  }
  return stretches.map((range) => {
    const years = yearsOf({ start: term.start, end: range.end });
    const works = term.employerId === null ? standing.career.works : term.line;
    const granted = budgetOf(range, { hours: ruleSet.hours, years, works, grants });
    return { kind: 'extension', number: null, employerId: term.employerId, range, granted };
  });
}

interface Tallies {
  readonly used: UsedMinutes;
  readonly approved: UsedMinutes;
  readonly declared: UsedMinutes;
}

function talliesOf(account: Account, on: CalendarDate): Tallies {
  const { standing, sessions } = account;
  const tally = (coached: readonly CoachedMinutes[]) =>
    usedMinutesOf({ ...standing.career, sessions: [...coached].sort((a, b) => a.day - b.day) });
  const approved = sessions.filter((session) => session.approved);
  return {
    used: standing.used,
    approved: tally(
      approved.map(({ day, minutes, session }) => ({ day, minutes, placementId: session.placementId })),
    ),
    declared: tally(declaredBy(account, on)),
  };
}

function hoursPeriod(basis: Basis, tallies: Tallies, { standing, ruleSet }: Account): HoursPeriod {
  const { kind, number, employerId, range, granted } = basis;
  // A separate trial counts the sessions on its own days only, whatever the rule set says of other days (reading 56).
  const outside = kind !== 'trial' && ruleSet.sessionOutsidePlacementDeclarable;
  const used = tallies.used.in(range, employerId, outside);
  const usedUntil = (end: number) => tallies.used.in({ start: range.start, end }, employerId, outside);
  return {
    kind,
    number,
    employerId,
    startsOn: dateOf(range.start),
    lastDay: range.end === NEVER ? null : dateOf(range.end - 1),
    granted,
    used,
    approved: tallies.approved.in(range, employerId, outside),
    declared: tallies.declared.in(range, employerId, true),
    left: granted === null ? null : Math.max(0, granted - used),
    runsOutOn: granted === null ? null : runsOutOn({ range, granted, used, on: standing.on, usedUntil }),
  };
}

function byFirstDay(a: HoursPeriod, b: HoursPeriod): number {
  const [left, right] = [a, b].map(({ startsOn, employerId }) => `${startsOn} ${employerId ?? ''}`);
  return (left as string) < (right as string) ? -1 : 1;
}
