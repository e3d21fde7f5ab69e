import { dateOf } from '../limits/days.js';
import { type AdoptedRuleSet, type RuleReference, ruleAt } from '../rule-sets/rule-reference.js';
import type { RuleSet } from '../rule-sets/rule-set.js';
import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { Application, TrajectoryFacts, TrajectoryRecord } from '../trajectory/facts.js';
import { type FollowUpApplication, followUpApplication } from '../trajectory/follow-up-application.js';
import { ruleSetReferenceOn } from '../trajectory/in-force-on.js';
import { PLAN_PARTIES, type PlanParty } from '../trajectory/plan/lists.js';
import { firstEmployerContact } from './contacts.js';
import { continuedBy } from './continued.js';
import type { TrajectoryUnderRules } from './continuity.js';
import { placementsOn } from './held-placements.js';
import { type Stay, staysOf } from './stays.js';
import { type Succession, successionsOf } from './successions.js';
import { awardedGrants, grantsForStay } from './unfunded-days.js';

/** Fit notes that moved along to a next placement, as `FitCarried` says it. */
export interface FitCarrying {
  readonly fitIds: readonly Id[];
  readonly toPlacementId: Id;
  readonly on: CalendarDate;
}

export interface JobChangeOverviewInput {
  readonly on: CalendarDate;
  readonly trajectory: TrajectoryUnderRules;
  /** The trajectories that it continues, directly or further back. */
  readonly continued: readonly TrajectoryUnderRules[];
  readonly carryings: readonly FitCarrying[];
}

/** What has to be applied for because of a job change, by when, and the rules that it follows from. */
export interface ToApplyFor extends FollowUpApplication {
  /** Why it has to be applied for again: what a new employer does to the clock. */
  readonly why: RuleReference;
  /** The term that `dueOn` follows from. */
  readonly term: RuleReference;
}

/** What the last job change took along, and what has to be done again because of it. */
export interface JobChangeOverview {
  /** The ids of the fit notes that moved along, each once, in order. */
  readonly carried: readonly Id[];
  readonly toApplyFor: readonly ToApplyFor[];
  readonly toAgree: readonly PlanParty[];
  /** Why they have to agree: the rule on agreeing a plan; null when nobody has to. */
  readonly toAgreeWhy: RuleReference | null;
  /** The new employer while there was no contact with it since the start; else nobody. */
  readonly toContact: readonly Id[];
}

const NOTHING: JobChangeOverview = {
  carried: [],
  toApplyFor: [],
  toAgree: [],
  toAgreeWhy: null,
  toContact: [],
};

/**
 * The last job change to a placement of this trajectory as it stands on `on` (reading 25): the fit notes that moved
 * along, the applications still to be sent, who has still to agree a plan for the new job, since its agreements are with
 * an employer that was no party to the plan before (MKB 3.3.3), and whether the new employer was spoken to. All are empty
 * without a job change.
 */
export function jobChangeOverview(input: JobChangeOverviewInput): JobChangeOverview {
  const { on, trajectory } = input;
  const trajectories = [trajectory, ...continuedBy(trajectory, [trajectory, ...input.continued])];
  const succession = lastSuccession(trajectories, trajectory.facts.id, on);
  if (succession === undefined) return NOTHING;
  const { employerId, startsOn } = succession.next;
  const { version } = ruleSetReferenceOn(trajectory.facts, on);
  const adopted = { ruleSet: trajectory.ruleSet, version };
  const toAgree = planAgreedSince(trajectory.facts, startsOn, on) ? [] : PLAN_PARTIES;
  const contacted = firstEmployerContact(trajectories, employerId, startsOn, on);
  return {
    carried: carriedTo(placementIdsAt(trajectories, succession.next), input.carryings, on),
    toApplyFor: toApplyFor(trajectories, adopted, succession, on),
    toAgree,
    toAgreeWhy: toAgree.length > 0 ? ruleAt(adopted, 'deadlines.planAgreement') : null,
    toContact: contacted === null ? [employerId] : [],
  };
}

/** The last job change to a placement of the trajectory as it stands on `on` (reading 25). */
function lastSuccession(
  trajectories: readonly TrajectoryRecord[],
  trajectoryId: Id,
  on: CalendarDate,
): Succession | undefined {
  return successionsOf(staysOf(placementsOn(trajectories, on))).findLast(({ next }) =>
    next.placements.some((placement) => placement.trajectoryIds.includes(trajectoryId)),
  );
}

/** The job that a candidate last changed to. */
export interface NewJob {
  readonly placementId: Id;
  readonly employerId: Id;
  readonly startsOn: CalendarDate;
  /** The first contact with the employer from that day on; null while there was none. */
  readonly firstEmployerContactOn: CalendarDate | null;
}

/** The job that the last job change of the trajectory led to, as it stands on `on`; undefined without one. */
export function newJobOf(
  trajectory: TrajectoryRecord,
  continued: readonly TrajectoryRecord[],
  on: CalendarDate,
): NewJob | undefined {
  const trajectories = [trajectory, ...continuedBy(trajectory, [trajectory, ...continued])];
  const next = lastSuccession(trajectories, trajectory.facts.id, on)?.next;
  if (next === undefined) return undefined;
  const { employerId, startsOn, placements } = next;
  const firstEmployerContactOn = firstEmployerContact(trajectories, employerId, startsOn, on);
  return { placementId: placements[0].id, employerId, startsOn, firstEmployerContactOn };
}

/** Every id under which a placement of the stay was recorded, second recordings included (reading 52). */
function placementIdsAt(trajectories: readonly TrajectoryUnderRules[], stay: Stay): ReadonlySet<Id> {
  const ids = trajectories.flatMap(({ facts }) =>
    facts.placements
      .filter(({ employerId }) => employerId === stay.employerId)
      .filter(({ startsOn }) => stay.placements.some((placement) => placement.startsOn === startsOn))
      .map(({ id }) => id),
  );
  return new Set(ids);
}

function carriedTo(placements: ReadonlySet<Id>, carryings: readonly FitCarrying[], on: CalendarDate): Id[] {
  const moved = carryings.filter((carrying) => placements.has(carrying.toPlacementId) && carrying.on <= on);
  return [...new Set(moved.flatMap(({ fitIds }) => fitIds))].sort();
}

function planAgreedSince({ plans }: TrajectoryFacts, from: CalendarDate, on: CalendarDate): boolean {
  return plans.some(
    ({ draftedOn, agreedByAllOn }) => from <= draftedOn && agreedByAllOn !== undefined && agreedByAllOn <= on,
  );
}

function toApplyFor(
  trajectories: readonly TrajectoryUnderRules[],
  adopted: AdoptedRuleSet,
  { next }: Succession,
  on: CalendarDate,
): ToApplyFor[] {
  const { ruleSet } = adopted;
  const grants = grantsForStay(trajectories, awardedGrants(trajectories, on), next).map(({ end }) => ({
    to: dateOf(end - 1),
  }));
  const asked = followUpApplication(ruleSet, next.startsOn, grants);
  // Where terms are counted per employer these are grants for the new job, so one that runs is the answer already.
  const answered = ruleSet.clock.scope === 'employment' && asked.kind === 'change';
  const applications = trajectories.flatMap(({ facts }) => facts.applications);
  const placements = placementIdsAt(trajectories, next);
  const sent = applications.some(
    (application) => application.receivedOn <= on && isFor(application, ruleSet, placements, next.startsOn),
  );
  return answered || sent ? [] : [withRules(asked, adopted)];
}

function withRules(asked: FollowUpApplication, adopted: AdoptedRuleSet): ToApplyFor {
  const why = ruleAt(adopted, 'clock.newEmployer');
  if (asked.kind === 'follow-on')
    return { ...asked, why, term: ruleAt(adopted, 'deadlines.followOnApplication') };
  const term = ruleAt(adopted, 'deadlines.firstApplication');
  // That a change of a grant which still runs is due within that term no source says (decision 10).
  return { ...asked, why, term: asked.kind === 'change' ? { ...term, inference: true } : term };
}

/**
 * True when the application asks for coaching in the new job: it names a placement there, or it names none and was
 * still undecided on the new first day. Under an employment-scoped clock a follow-on that names none is for the old
 * employer; an extension never is for a new job.
 */
function isFor(
  application: Application,
  ruleSet: RuleSet,
  placements: ReadonlySet<Id>,
  startsOn: CalendarDate,
): boolean {
  const { kind, placementId, receivedOn, decidedOn } = application;
  if (placementId !== undefined) return placements.has(placementId);
  if (kind === 'extension' || (kind === 'follow-on' && ruleSet.clock.scope === 'employment')) return false;
  return receivedOn >= startsOn || decidedOn === undefined || decidedOn >= startsOn;
}
