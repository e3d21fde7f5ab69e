import { addDays, addPeriod, includes, overlap } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { refuseBsn } from '../shared/names.js';
import type { Protected } from '../shared/protected.js';
import { ALL_APART, areOne } from '../shared/survivors.js';
import type { RuleSetCircumstances } from './circumstances.js';
import type { Placement, TrajectoryFacts } from './facts.js';
import { daysOf } from './guards.js';
import { refuse } from './refusals.js';

/** What the texts and numbers of a placement must keep to, whichever command brings them. */
interface StatedTerms {
  readonly hoursPerWeek?: number | null | undefined;
  readonly hoursPerYear?: number | null | undefined;
  readonly wageValuePercent?: number | null | undefined;
  readonly formalEmployerName?: string | null | undefined;
  readonly managerName?: Protected<string> | null | undefined;
}

function isOutside(value: number | null | undefined, maximum: number): boolean {
  return typeof value === 'number' && !(value >= 0 && value <= maximum);
}

/** Refuses numbers that cannot be, and a BSN in a name. Hours may be fractions, and 0 for a zero-hours contract. */
export function refuseBadTerms(terms: StatedTerms): void {
  if (isOutside(terms.hoursPerWeek, 168)) refuse('hours-per-week.invalid', 'hoursPerWeek');
  if (isOutside(terms.hoursPerYear, 8784)) refuse('hours-per-year.invalid', 'hoursPerYear');
  if (isOutside(terms.wageValuePercent, 100)) refuse('wage-value.invalid', 'wageValuePercent');
  refuseBsn(terms.formalEmployerName, 'formalEmployerName');
  refuseBsn(terms.managerName, 'managerName');
}

/** Refuses `sameWorkAs` that names no earlier placement; one of a continued trajectory is not known here. */
export function refuseUnknownSameWork(
  facts: TrajectoryFacts,
  placementId: Id,
  sameWorkAs: Id | null | undefined,
): void {
  if (!sameWorkAs || facts.continues !== undefined) return;
  const known = facts.placements.some((it) => it.id === sameWorkAs && it.id !== placementId);
  if (!known) refuse('placement.unknown', 'sameWorkAs');
}

/** Refuses a second placement of the same kind at the same material employer on the same days (reading 37). */
export function refuseOverlap(
  facts: TrajectoryFacts,
  placement: Placement,
  { survivors = ALL_APART }: RuleSetCircumstances,
): void {
  const overlaps = facts.placements.some(
    (other) =>
      other.id !== placement.id &&
      other.kind === placement.kind &&
      areOne(survivors, other.employerId, placement.employerId) &&
      overlap(daysOf(other), daysOf(placement)),
  );
  if (overlaps) refuse('placement.overlaps-same-kind', 'startsOn');
}

/**
 * True when an extension application for one of the trials led to a grant, or the funder took part in an evaluation
 * during one of them that extends it: the funder decides, an evaluation among the others only advises.
 */
function isExtended(facts: TrajectoryFacts, trials: readonly Placement[]): boolean {
  const isTrial = (id: Id | undefined) => trials.some((trial) => trial.id === id);
  const granted = facts.grants.some((grant) => {
    const application = facts.applications.find((it) => it.id === grant.applicationId);
    return (
      application?.kind === 'extension' && (isTrial(application.placementId) || isTrial(grant.placementId))
    );
  });
  return (
    granted ||
    facts.evaluations.some(
      ({ extendsTrial, attendedBy, on }) =>
        extendsTrial === true &&
        attendedBy.includes('funder') &&
        trials.some((trial) => includes(daysOf(trial), on)),
    )
  );
}

/**
 * Refuses a trial that is too long: over all trial placements at one employer together, the last day (planned, while
 * it has not ended) is at most start + maximum − 1 day, or the extended maximum once an extension was granted (reading 57).
 */
export function refuseTooLongTrial(
  facts: TrajectoryFacts,
  employerId: Id,
  { ruleSet, survivors = ALL_APART }: RuleSetCircumstances,
): void {
  const trials = facts.placements.filter(
    (it) => it.kind === 'trial-placement' && areOne(survivors, it.employerId, employerId),
  );
  const start = trials.map((trial) => trial.startsOn).sort()[0];
  const last = trials
    .map((trial) => trial.endedOn ?? trial.plannedEnd ?? trial.startsOn)
    .sort()
    .at(-1);
  if (start === undefined || last === undefined) return;
  const { maximum, extendedMaximum } = ruleSet.trialPlacement;
  const end = addPeriod(start, isExtended(facts, trials) ? extendedMaximum : maximum);
  if (last > addDays(end, -1)) refuse('trial-placement.too-long');
}
