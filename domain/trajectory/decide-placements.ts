import { withoutUndefined } from '../shared/fields.js';
import type { Id } from '../shared/ids.js';
import type { RuleSetCircumstances } from './circumstances.js';
import type {
  ChangePlacement,
  CorrectPlacement,
  EndPlacement,
  PlacementTerms,
  StartPlacement,
} from './commands.js';
import { effectiveChanges, isEmpty, touches } from './corrections.js';
import { trajectoryEvents } from './event-definitions.js';
import type { PlacementEnded, PlacementStarted, TrajectoryEvent } from './events.js';
import { evolveFacts } from './evolve-facts.js';
import type { Placement, TrajectoryFacts } from './facts.js';
import { decidedBefore, openedFacts, placementAt, refuseAfterClosure, refuseBackwards } from './guards.js';
import {
  refuseBadTerms,
  refuseOverlap,
  refuseTooLongTrial,
  refuseUnknownSameWork,
} from './placement-rules.js';
import { refuse } from './refusals.js';
import type { TrajectoryState } from './state.js';

/** The start of a placement as an event, with only the fields that belong to it. */
export function placementStarted(placementId: Id, terms: PlacementTerms): PlacementStarted {
  const { employerId, kind, startsOn, hoursPerWeek, hoursPerYear, plannedEnd, formalEmployerName } = terms;
  const { tasks, wageValuePercent, sameWorkAs, managerName } = terms;
  const data = {
    placementId,
    employerId,
    kind,
    startsOn,
    hoursPerWeek,
    hoursPerYear,
    plannedEnd,
    formalEmployerName,
    tasks,
    wageValuePercent,
    sameWorkAs,
    managerName,
  };
  return { type: 'PlacementStarted', data: withoutUndefined(data) };
}

/** What the facts are after these events. */
export function factsAfter(facts: TrajectoryFacts, ...events: readonly TrajectoryEvent[]): TrajectoryFacts {
  return events.reduce((now, event) => evolveFacts(now, event) ?? now, facts);
}

/** Refuses a new placement that cannot be, judged with the facts as they will be. */
export function refuseBadStart(
  facts: TrajectoryFacts,
  started: PlacementStarted,
  after: TrajectoryFacts,
  circumstances: RuleSetCircumstances,
): void {
  const { placementId, startsOn, plannedEnd, sameWorkAs } = started.data;
  refuseBadTerms(started.data);
  refuseBackwards(startsOn, plannedEnd, 'plannedEnd');
  refuseAfterClosure(facts, startsOn, 'startsOn');
  refuseUnknownSameWork(facts, placementId, sameWorkAs);
  refuseOverlap(after, placementAt(after, placementId), circumstances);
}

/** Starts a stay with an employer, which may have begun before the opening or begin later. */
export function startPlacement(command: StartPlacement, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { placementId, ended, today } = command;
  const facts = openedFacts(state);
  const started = placementStarted(placementId, command);
  if (decidedBefore(state, placementId, started)) return [];
  const events: TrajectoryEvent[] = [started];
  if (ended) {
    const { endedOn, reason, structuralWork } = ended;
    refuseBackwards(command.startsOn, endedOn, 'endedOn');
    refuseAfterClosure(facts, endedOn, 'endedOn');
    const data = { placementId, endedOn, reportedOn: today, reason, structuralWork };
    events.push({ type: 'PlacementEnded', data: withoutUndefined(data) });
  }
  const after = factsAfter(facts, ...events);
  refuseBadStart(facts, started, after, command.circumstances);
  if (command.kind === 'trial-placement') {
    refuseTooLongTrial(after, command.employerId, command.circumstances);
  }
  return events;
}

/** Changes a placement from a day of it on; new weekly hours take the place of a stated yearly figure. */
export function changePlacement(
  command: ChangePlacement,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { placementId, changeId, from, hoursPerWeek, hoursPerYear, plannedEnd } = command;
  const { tasks, wageValuePercent, managerName, formalEmployerName } = command;
  const facts = openedFacts(state);
  const placement = placementAt(facts, placementId);
  const stated = { hoursPerWeek, hoursPerYear, plannedEnd, tasks, wageValuePercent, managerName };
  const terms = withoutUndefined({ ...stated, formalEmployerName });
  const event: TrajectoryEvent = {
    type: 'PlacementChanged',
    data: { placementId, changeId, from, ...terms },
  };
  if (decidedBefore(state, changeId, event) || isEmpty(terms)) return [];
  refuseBadTerms(terms);
  if (hoursPerYear !== undefined && hoursPerWeek === undefined) {
    refuse('hours-per-week.required', 'hoursPerWeek');
  }
  refuseBackwards(placement.startsOn, plannedEnd, 'plannedEnd');
  if (from < placement.startsOn || (placement.endedOn !== undefined && from > placement.endedOn)) {
    refuse('placement-change.outside-placement', 'from');
  }
  refuseAfterClosure(facts, from, 'from');
  if (plannedEnd !== undefined && placement.kind === 'trial-placement') {
    refuseTooLongTrial(factsAfter(facts, event), placement.employerId, command.circumstances);
  }
  return [event];
}

/** The end of `placement`, or nothing when it ended on that very day; refuses any other end. */
export function endOf(
  facts: TrajectoryFacts,
  placement: Placement,
  command: Pick<EndPlacement, 'endedOn' | 'reason' | 'structuralWork' | 'today' | 'circumstances'>,
): readonly PlacementEnded[] {
  const { endedOn, reason, structuralWork, today: reportedOn } = command;
  if (placement.endedOn === endedOn) return [];
  if (placement.endedOn !== undefined) refuse('placement.already-ended', 'endedOn');
  if (endedOn < placement.startsOn) refuse('placement.ends-before-start', 'endedOn');
  refuseAfterClosure(facts, endedOn, 'endedOn');
  const data = { placementId: placement.id, endedOn, reportedOn, reason, structuralWork };
  const event: PlacementEnded = { type: 'PlacementEnded', data: withoutUndefined(data) };
  if (placement.kind === 'trial-placement') {
    refuseTooLongTrial(factsAfter(facts, event), placement.employerId, command.circumstances);
  }
  return [event];
}

/** Ends a placement after its last day at work, which may lie ahead. */
export function endPlacement(command: EndPlacement, state: TrajectoryState): readonly TrajectoryEvent[] {
  const facts = openedFacts(state);
  return endOf(facts, placementAt(facts, command.placementId), command);
}

const OPTIONAL = [
  'hoursPerYear',
  'plannedEnd',
  'formalEmployerName',
  'tasks',
  'wageValuePercent',
  'sameWorkAs',
  'managerName',
  'endedOn',
];

/** Corrects what was recorded of a placement's start or end; what would have been refused then is refused now. */
export function correctPlacement(
  command: CorrectPlacement,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { placementId, reason } = command;
  const facts = openedFacts(state);
  const placement = placementAt(facts, placementId);
  const first = placement.hours[0];
  const held = { ...first, ...placement, ...state.placementDetails.get(placementId) };
  const { protect } = trajectoryEvents.PlacementCorrected;
  const changes = effectiveChanges(command.changes, held, OPTIONAL, protect);
  if (isEmpty(changes)) return [];
  // An ending that was not recorded before is reported by this very correction.
  const reports = changes.endedOn && placement.endReportedOn === undefined;
  const reported = reports ? { reportedOn: command.today } : {};
  const event: TrajectoryEvent = {
    type: 'PlacementCorrected',
    data: { placementId, reason, ...changes, ...reported },
  };
  const after = factsAfter(facts, event);
  const now = placementAt(after, placementId);
  refuseBadTerms(changes);
  refuseBadDays(facts, now, changes);
  refuseUnknownSameWork(facts, placementId, changes.sameWorkAs);
  if (touches(changes, 'employerId', 'kind', 'startsOn', 'endedOn'))
    refuseOverlap(after, now, command.circumstances);
  if (
    now.kind === 'trial-placement' &&
    touches(changes, 'employerId', 'kind', 'startsOn', 'endedOn', 'plannedEnd')
  ) {
    refuseTooLongTrial(after, now.employerId, command.circumstances);
  }
  return [event];
}

function refuseBadDays(facts: TrajectoryFacts, now: Placement, changes: CorrectPlacement['changes']): void {
  if (now.endedOn !== undefined && now.endedOn < now.startsOn) {
    refuse('placement.ends-before-start', touches(changes, 'endedOn') ? 'endedOn' : 'startsOn');
  }
  if (touches(changes, 'plannedEnd')) refuseBackwards(now.startsOn, now.plannedEnd, 'plannedEnd');
  if (now.hours.some((hours) => hours.from < now.startsOn)) {
    refuse('placement-change.outside-placement', 'startsOn');
  }
  if (changes.startsOn) refuseAfterClosure(facts, changes.startsOn, 'startsOn');
  if (changes.endedOn) refuseAfterClosure(facts, changes.endedOn, 'endedOn');
}
