import type { CalendarDate, CalendarPeriod } from '../shared/calendar.js';
import type { FunderKind, Regime, TieKind } from '../shared/lists.js';

/*
 * STORAGE. A rule set is stored whole inside `RuleSetAdopted`; see domain/trajectory/events.ts.
 * Nothing about a limit is decided outside a rule set.
 */

/** How long coaching may last and what that is counted over (domain.md section 6). */
export interface Clock {
  readonly maximum: CalendarPeriod;
  /** `employment`: terms per material employer · `person`: one term over all employers. */
  readonly scope: 'employment' | 'person';
  readonly newEmployer: 'restarts' | 'deducts-same-work' | 'continues';
  /** A longer gap at the same employer starts a new term. */
  readonly toleratedGap: CalendarPeriod;
  /** True when a trial placement opens and fills a term like a job does. */
  readonly trialPlacementCounts: boolean;
  /** The coaching period. */
  readonly period: CalendarPeriod;
  /** The number of the period at whose end an extension is announced. */
  readonly announceExtensionAtEndOf: number;
  /** The published rule it comes from, with its date. */
  readonly basis: string;
}

/** Hours as a percentage of the hours worked, per year of the term: year 1, year 2, year 3 and later. */
export interface PercentOfHoursWorked {
  readonly model: 'percent-of-hours-worked';
  readonly percentages: { readonly [R in Regime]?: readonly [number, number, number] };
}

/** Fixed hours per year of the term, pro rata under `fullFromHoursPerWeek` (Rotterdam's model). */
export interface FixedHoursPerYear {
  readonly model: 'fixed-hours-per-year';
  readonly hoursPerYear: { readonly [R in Regime]?: readonly [number, number, number] };
  readonly fullFromHoursPerWeek: number;
}

/** No hours follow from the regime: only what a grant states. */
export interface NoHours {
  readonly model: 'none';
}

export type HoursModel = PercentOfHoursWorked | FixedHoursPerYear | NoHours;

/** Terms for doing things; see domain.md section 6, "Deadlines". */
export interface DeadlineTerms {
  readonly firstApplication: CalendarPeriod;
  readonly followOnApplication: CalendarPeriod;
  /** The furthest that a grant reaches back before receipt. */
  readonly grantReachesBack: CalendarPeriod;
  readonly decision: CalendarPeriod;
  readonly decisionAtTheLatest: CalendarPeriod;
  readonly endOfJobReport: CalendarPeriod;
  readonly declaration: CalendarPeriod;
  readonly sessionRegistration: CalendarPeriod;
  readonly contact: 'each-calendar-month' | 'none';
  readonly evaluation: CalendarPeriod;
  readonly planAgreement: CalendarPeriod;
}

/** From where on something is worth a warning or a finding. */
export interface Thresholds {
  /** How long before a last day it is announced: `ends-soon` and `announce-extension` (reading 15). */
  readonly endsSoon: CalendarPeriod;
  /** An average assessment under it is low, 1 to 10. */
  readonly lowAssessment: number;
  /** More minutes than these on one day of one coach are a finding (reading 39). */
  readonly coachDayMinutes: number;
  /** Coaching in an absence that lasts longer needs approval (reading 49). */
  readonly absence: CalendarPeriod;
}

/** Where a value of a rule set comes from. `inference`: no published source says so. */
export interface ValueSource {
  readonly source: string;
  readonly inference?: true;
}

/** One version of the rules of a funder. */
export interface RuleSet {
  /** Stable and unique: `municipal-2y`, or a funder's own name. It is the name of its clock. */
  readonly name: string;
  readonly title: string;
  readonly kind: FunderKind;
  readonly clock: Clock;
  readonly trialPlacement: { readonly maximum: CalendarPeriod; readonly extendedMaximum: CalendarPeriod };
  readonly hours: HoursModel;
  readonly defaultRegime: Regime;
  /** True when minutes on a day without a placement may be declared (reading 38). */
  readonly sessionOutsidePlacementDeclarable: boolean;
  readonly deadlines: DeadlineTerms;
  readonly thresholds: Thresholds;
  /** The ties that keep a coach from coaching. */
  readonly bindingTies: readonly TieKind[];
  /** What assigning somebody without a valid recognition leads to. */
  readonly withoutRecognition: 'finding' | 'refusal';
  /** True when the funder demands a BSN as reference; the presets do not. */
  readonly asksForBsn: boolean;
  /** How long a file is kept at the longest after its end; absent in rule sets from before there were terms in them. */
  readonly retention?: CalendarPeriod;
  /** Euro cents per hour without VAT; absent where no current rate is published. */
  readonly rateCents?: number;
  /** The first day on which that rate was published or agreed to hold. */
  readonly rateFrom?: CalendarDate;
  /** The source of each value, by its path: `clock.maximum`, `hours`, `deadlines.evaluation`. */
  readonly sources: { readonly [path: string]: ValueSource };
}
