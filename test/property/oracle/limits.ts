import type { ClockReading, Extension, Limits, LimitsInput, Term } from '../../../domain/limits/limits.js';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import type { Application, Session, TrajectoryRecord } from '../../../domain/trajectory/facts.js';
import { duration, eachDay, earliestOf, latestOf, plusDays } from './calendar.js';
import { closedOnAsOf } from './closures.js';
import { employerOfGrant, employerOfNamed } from './grant-employer.js';
import { budgetOf, daysOfGrantIn, grantOf } from './hours.js';
import { announcingDay, periodsOf, yearOfTerm } from './periods.js';
import {
  runsOn,
  type SeenGrant,
  type SeenPlacement,
  seenGrants,
  seenPlacements,
  seenSessions,
} from './seen.js';
import { separatePeriodsOf } from './separate-periods.js';
import { countedUpTo, statusOf } from './status.js';
import { coveredBy, type OracleTerm, termsOf } from './terms.js';
import { usedIn } from './used-minutes.js';

/** What is seen of a career on `on` under one rule set. */
export interface Seen {
  readonly input: LimitsInput;
  readonly ruleSet: RuleSet;
  readonly records: readonly TrajectoryRecord[];
  readonly placements: readonly SeenPlacement[];
  readonly grants: readonly SeenGrant[];
  readonly sessions: readonly Session[];
  readonly terms: readonly OracleTerm[];
}

/** Readings 4 and 6: the trajectory with those it continues, as they stand on `on`; no term that is still to start. */
export function see(input: LimitsInput, ruleSet: RuleSet): Seen {
  const records = [input.trajectory, ...input.continued];
  const placements = seenPlacements(records, input.on);
  return {
    input,
    ruleSet,
    records,
    placements,
    grants: seenGrants(records, input.on),
    sessions: seenSessions(records, input.on),
    terms: termsOf(placements, ruleSet.clock).filter((term) => term.start <= input.on),
  };
}

/** Reading 6: the closure, once it has happened on `on`, until the reopening has. */
export function closedOnOf({ input }: Seen) {
  return closedOnAsOf(input.trajectory.facts, input.on);
}

/** Reading 17: all grants in a person's one term, else those for the employer of the term. */
export function grantsOfTerm(seen: Seen, term: OracleTerm): SeenGrant[] {
  const { scope } = seen.ruleSet.clock;
  return seen.grants.filter(
    (grant) =>
      scope === 'person' || employerOfGrant(grant, seen.placements, seen.records) === term.employerId,
  );
}

/** Readings 8a and 13: grants with a day past the last day that no later term at the employer takes. */
function extensionsOf(seen: Seen, term: OracleTerm): Extension[] {
  const afterwards = grantsOfTerm(seen, term).filter((grant) => {
    const first = latestOf(grant.from, term.end);
    return grant.to >= term.end && (term.nextStart === undefined || first < term.nextStart);
  });
  return afterwards
    .map((grant) => ({
      grantId: grant.id,
      startsOn: latestOf(grant.from, term.end),
      lastDay: term.nextStart === undefined ? grant.to : earliestOf(grant.to, plusDays(term.nextStart, -1)),
      decidedOn: grant.decidedOn,
      motivated: grant.beyondLimit,
    }))
    .sort((a, b) => (a.startsOn + a.grantId < b.startsOn + b.grantId ? -1 : 1));
}

/** Reading 19: the placements that give hours for a grant on a day. */
function runningFor(seen: Seen, term: OracleTerm) {
  const candidates = seen.ruleSet.clock.scope === 'employment' ? coveredBy(term) : seen.placements;
  return (grant: SeenGrant, day: Term['startsOn']): readonly SeenPlacement[] => {
    const named =
      grant.placementId === undefined ? undefined : employerOfNamed(grant.placementId, seen.records);
    return candidates.filter(
      (each) => runsOn(each, day) && (grant.placementId === undefined || each.employerId === named),
    );
  };
}

/** The applications that can announce an extension of the term: none that names a placement elsewhere. */
export function extensionApplicationsFor({ records, ruleSet }: Seen, term: OracleTerm): Application[] {
  return records
    .flatMap((record) => record.facts.applications)
    .filter(
      ({ placementId }) =>
        ruleSet.clock.scope === 'person' ||
        placementId === undefined ||
        employerOfNamed(placementId, records) === term.employerId,
    );
}

function termReading(seen: Seen, term: OracleTerm): Term {
  const { input, ruleSet, placements, records, sessions, terms } = seen;
  const { clock } = ruleSet;
  const { on } = input;
  const closedOn = closedOnOf(seen);
  const grants = grantsOfTerm(seen, term);
  const covered = coveredBy(term);
  const extensions = extensionsOf(seen, term);
  const upTo = countedUpTo(term, clock, on, closedOn);
  const applications = extensionApplicationsFor(seen, term);
  const announceBy = announcingDay(term, clock);
  const status = statusOf({ on, clock, term, terms, closedOn, extensions, applications, announceBy });
  const over = status === 'reached' || status === 'closed' || status === 'restarted';
  return {
    startsOn: term.start,
    lastDay: plusDays(term.end, -1),
    employerIds: [...new Set(covered.map((placement) => placement.employerId))],
    placementIds: covered.map((placement) => placement.id),
    elapsed: duration(term.start, upTo),
    remaining: over ? 'P0D' : duration(on, term.end),
    daysWithoutPlacement: eachDay(term.start, plusDays(upTo, -1)).filter(
      (day) => !placements.some((placement) => runsOn(placement, day)),
    ).length,
    status,
    periods: periodsOf(term, clock).map((period, index) => ({
      number: index + 1,
      startsOn: period.from,
      lastDay: period.to,
      budgetMinutes: budgetOf(
        period,
        grants,
        runningFor(seen, term),
        (day) => yearOfTerm(term, day),
        ruleSet,
      ),
      usedMinutes: usedIn(
        period,
        sessions,
        placements,
        records,
        ruleSet.sessionOutsidePlacementDeclarable,
        term.employerId,
      ),
      grantId: grantOf(
        period,
        grants.filter((grant) => daysOfGrantIn(grant, period).length > 0),
      ),
    })),
    extensions,
  };
}

function clockReading(input: LimitsInput, ruleSet: RuleSet, binding: boolean): ClockReading {
  const seen = see(input, ruleSet);
  return {
    clock: ruleSet.name,
    binding,
    maximum: ruleSet.clock.maximum,
    basis: ruleSet.clock.basis,
    terms: seen.terms.map((term) => termReading(seen, term)),
    separatePeriods: separatePeriodsOf(
      ruleSet,
      seen.terms,
      seen.placements,
      seen.grants,
      seen.sessions,
      seen.records,
      input.on,
    ),
  };
}

/** The clocks by the readings, day by day (reading 53: the binding one, then `municipal-2y`, then `uwv-2014`). */
export function oracleLimits(input: LimitsInput): Limits['clocks'] {
  const beside = [PRESETS['municipal-2y'], PRESETS['uwv-2014']].filter(
    (ruleSet) => ruleSet.name !== input.ruleSet.name,
  );
  return [
    clockReading(input, input.ruleSet, true),
    ...beside.map((ruleSet) => clockReading(input, ruleSet, false)),
  ];
}
