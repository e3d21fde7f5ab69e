/*
 * What a year of the whole country is taken to be. A source is a published rule; "assumed" means that none was found,
 * and that the figure is to be replaced where somebody knows better.
 */

/** Trajectories that run at once in the whole country: assumed. UWV alone decided some 23,000 grants of half a year in 2015. */
export const NATIONAL_TRAJECTORIES = 40_000;

/** Sessions a week by regime: the hours of UWV's regimes (Protocol Jobcoach 2014) at 20 hours of work a week, 50 minutes a session. */
export const SESSIONS_A_WEEK = { light: 1.1, medium: 1.6, intensive: 2.4 } as const;
export type SimulatedRegime = keyof typeof SESSIONS_A_WEEK;
/** A third of each: the split that UWV expected (Protocol Jobcoach 2007). */
export const SIMULATED_REGIMES = Object.keys(SESSIONS_A_WEEK) as readonly SimulatedRegime[];

/** Of 52 weeks 48 are worked (Protocol Jobcoach 2007): in the others a week's sessions are left out. */
export const WEEKS_OFF: ReadonlySet<number> = new Set([4, 30, 32, 51]);
/** What part of a week's sessions is on each working day, from Monday on: assumed. */
export const WEEKDAYS = [0.2, 0.22, 0.2, 0.24, 0.14] as const;
/** Hours are registered at least weekly (Protocol Jobcoach 2014, B.2): this part waits until Friday. Assumed. */
export const KEPT_UNTIL_FRIDAY = 0.25;

/** A coach has so many trajectories at once: assumed, no norm was found. */
export const TRAJECTORIES_A_COACH = 16;
export const TRAJECTORIES_AN_ORGANISATION = 200;
export const TRAJECTORIES_A_FUNDER = 120;
export const TRAJECTORIES_AN_EMPLOYER = 2;
/** The part of the trajectories that UWV pays, as one funder: assumed. */
export const PAID_BY_UWV = 0.4;

/** Of the trajectories this part runs already at the start of the year; the others open through it, a quarter closes. */
export const RUNNING_AT_THE_START = 0.75;
export const CLOSED_IN_A_YEAR = 0.25;

/** In a year and trajectory; all assumed, but that a contact each month and a report each half year are rules. */
export const IN_A_YEAR = {
  employerContacts: 15,
  absences: 2,
  substitutions: 1.5,
  jobChanges: 0.4,
  incidents: 0.2,
  supportNeeds: 0.5,
  planRevisions: 1.5,
  goalsReached: 1.5,
  handovers: 0.1,
} as const;
/** Of the sessions. */
export const CORRECTED = 0.03;
export const WITHDRAWN = 0.005;

/** Working days in a year, and the part of a day's work that comes in its busiest hour: assumed. */
export const WORKING_DAYS = 250;
export const BUSIEST_HOUR = 0.2;
