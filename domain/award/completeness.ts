import { type LimitsInput, limitsOf } from '../limits/index.js';
import { type CalendarDate, compareDays } from '../shared/calendar.js';
import { unknownMember } from '../shared/decider.js';
import { byId, type Id } from '../shared/ids.js';
import type { ApplicationKind, Regime } from '../shared/lists.js';
import type { Grant, GrantDecision } from '../trajectory/facts.js';
import { proofOf, type RecordedProof } from './recorded-proof.js';
import {
  type CheckedRequirement,
  checkAssessment,
  checkEvaluation,
  checkLogbook,
  checkPlan,
  missing,
  present,
  type Requirement,
  shown,
} from './requirements.js';

/** An application, received or still a draft. */
export interface AppliedFor {
  readonly id: Id;
  readonly kind: ApplicationKind;
  /** The day that it came in, or was drafted. */
  readonly day: CalendarDate;
  readonly regime?: Regime | undefined;
  readonly placementId?: Id | undefined;
  readonly motivated: boolean;
}

/** The granted period that an application follows on, with its hours under the binding clock. */
export interface PrecedingPeriod {
  readonly grantId: Id;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Whole minutes; null when no period of the clock has this grant. */
  readonly budgetMinutes: number | null;
  readonly usedMinutes: number;
}

/** What an application of this kind needs, and the rule that says so. */
interface Needs {
  readonly requirements: readonly Requirement[];
  readonly rule: string;
}

const NEEDS: { readonly [K in ApplicationKind]: Needs } = {
  first: {
    requirements: ['placement', 'plan', 'regime', 'motivation'],
    rule: 'UWV 2014 A.5: werkplek, coachingsplan en voorgesteld regime met motivering',
  },
  'follow-on': {
    requirements: ['plan', 'logbook', 'candidate-assessment', 'employer-assessment', 'hours'],
    rule: 'UWV 2014 A.5, B.4.2 en B.4.3; UWV, Leidraad logboek: een getekend logboek is voorwaarde',
  },
  change: {
    requirements: ['regime', 'motivation'],
    rule: 'UWV 2014 A.8: een gemotiveerde wijziging van het regime of de uren',
  },
  extension: {
    requirements: ['plan', 'evaluation', 'hours', 'motivation'],
    rule: 'UWV 2014 A.4.2 en B.4.3: voorbij de maximale duur alleen onderbouwd',
  },
};

/** What an application needs, what of it was recorded and what is missing, on a day. */
export interface Completeness {
  readonly on: CalendarDate;
  readonly kind: ApplicationKind;
  readonly rule: string;
  readonly period: PrecedingPeriod | null;
  readonly requirements: readonly CheckedRequirement[];
}

/** What `application` needs by its kind, checked against what the trajectory holds on `input.on`. */
export function completenessOf(input: LimitsInput, application: AppliedFor): Completeness {
  const { kind } = application;
  const { requirements, rule } = NEEDS[kind];
  const asked = {
    input,
    application,
    proof: proofOf(input.trajectory),
    period: precedingPeriod(input, application),
  };
  return {
    on: input.on,
    kind,
    rule,
    period: asked.period ?? null,
    requirements: requirements.map((requirement) => check(requirement, asked)),
  };
}

interface Asked {
  readonly input: LimitsInput;
  readonly application: AppliedFor;
  readonly proof: RecordedProof;
  readonly period: PrecedingPeriod | undefined;
}

function check(requirement: Requirement, { input, application, proof, period }: Asked): CheckedRequirement {
  const { on } = input;
  switch (requirement) {
    case 'plan':
      return checkPlan(proof, on);
    case 'logbook':
      return checkLogbook(proof, period, on);
    case 'candidate-assessment':
      return checkAssessment(proof, 'candidate', period, on);
    case 'employer-assessment':
      return checkAssessment(proof, 'employer', period, on);
    case 'hours':
      return checkHours(period);
    case 'evaluation':
      return checkEvaluation(proof, input.ruleSet.deadlines.evaluation, on);
    case 'placement':
      return checkPlacement(input, application);
    case 'regime':
      return application.regime === undefined
        ? missing('regime', 'not-recorded')
        : present('regime', of(application));
    case 'motivation':
      return application.motivated
        ? present('motivation', of(application))
        : missing('motivation', 'not-recorded');
    default:
      return unknownMember(requirement);
  }
}

function of({ id, day }: AppliedFor) {
  return shown('application', day, id);
}

/** Hours used against hours granted can be told of a period that was granted and in which was coached. */
function checkHours(period: PrecedingPeriod | undefined): CheckedRequirement {
  if (period === undefined || period.budgetMinutes === null) return missing('hours', 'no-granted-period');
  if (period.usedMinutes === 0) return missing('hours', 'not-recorded');
  return present('hours', shown('grant', period.from, period.grantId));
}

/** The placement that it names, else the first that runs or is to come (reading 54). */
function checkPlacement({ on, trajectory }: LimitsInput, { placementId }: AppliedFor): CheckedRequirement {
  const [found] = trajectory.facts.placements
    .filter(
      ({ id, endedOn }) =>
        (placementId === undefined || id === placementId) && (endedOn === undefined || endedOn >= on),
    )
    .sort((a, b) => compareDays(a.startsOn, b.startsOn) || byId(a, b));
  if (found === undefined) return missing('placement', 'not-recorded');
  return present('placement', shown('placement', found.startsOn, found.id));
}

/** The grant that had begun when the application came in and goes on longest, those given on this application left out. */
function precedingPeriod(input: LimitsInput, application: AppliedFor): PrecedingPeriod | undefined {
  const begun = input.trajectory.facts.grants.flatMap((grant) => {
    const decision = inForce(grant, input.on);
    if (grant.applicationId === application.id || decision === undefined) return [];
    return decision.from <= application.day
      ? [{ grantId: grant.id, from: decision.from, to: decision.to }]
      : [];
  });
  const [last] = begun.sort((a, b) =>
    a.to !== b.to ? (a.to > b.to ? -1 : 1) : a.grantId < b.grantId ? -1 : 1,
  );
  return last && { ...last, ...hoursOf(input, last.grantId) };
}

function inForce({ decisions }: Grant, on: CalendarDate): GrantDecision | undefined {
  return decisions.filter(({ decidedOn }) => decidedOn <= on).at(-1);
}

function hoursOf(input: LimitsInput, grantId: Id): Pick<PrecedingPeriod, 'budgetMinutes' | 'usedMinutes'> {
  const [binding] = limitsOf(input).clocks;
  const periods = [
    ...(binding?.terms.flatMap((term) => term.periods) ?? []),
    ...(binding?.separatePeriods ?? []),
  ];
  const granted = periods.filter((period) => period.grantId === grantId);
  const sum = (minutes: readonly (number | null)[]) =>
    minutes.reduce<number>((total, one) => total + (one ?? 0), 0);
  return {
    budgetMinutes: granted.length === 0 ? null : sum(granted.map((period) => period.budgetMinutes)),
    usedMinutes: sum(granted.map((period) => period.usedMinutes)),
  };
}
