import { unknownMember } from '../shared/decider.js';
import { corrected, withoutUndefined } from '../shared/fields.js';
import type { Id } from '../shared/ids.js';
import type {
  CoachAssignmentCorrected,
  CoachingGranted,
  GrantCorrected,
  PlacementChanged,
  PlacementCorrected,
  PlacementStarted,
  TrajectoryEvent,
  TrajectoryOpened,
} from './events.js';
import type { Application, Assignment, Grant, Placement, TrajectoryFacts, WeeklyHours } from './facts.js';

/**
 * The facts of a trajectory after one more event; sessions and contacts leave them as they are. Corrections replace in
 * place, so that everything is as if it had been recorded right at once (reading 40). Reads no protected text, only
 * whether it is there; undefined until the trajectory was opened.
 */
export function evolveFacts(
  facts: TrajectoryFacts | undefined,
  event: TrajectoryEvent,
): TrajectoryFacts | undefined {
  if (event.type === 'TrajectoryOpened') return opened(event.data);
  if (facts === undefined) return undefined;
  switch (event.type) {
    case 'CoachAssigned': {
      const { assignmentId, ...terms } = event.data;
      return { ...facts, assignments: [...facts.assignments, { id: assignmentId, ...terms }] };
    }
    case 'CoachAssignmentCorrected':
      return {
        ...facts,
        assignments: replaced(facts.assignments, event.data.assignmentId, (assignment) =>
          correctedAssignment(assignment, event.data),
        ),
      };
    case 'CoachSubstituted': {
      const { substitutionId: id, coachId, from, until } = event.data;
      const substitution = withoutUndefined({ id, coachId, from, until });
      return { ...facts, substitutions: [...facts.substitutions, substitution] };
    }
    case 'SubstitutionEnded': {
      const until = event.data.endedOn;
      return {
        ...facts,
        substitutions: replaced(facts.substitutions, event.data.substitutionId, (it) => ({ ...it, until })),
      };
    }
    case 'CoachHandedOver': {
      const { handoverId: id, toCoachId: coachId, on: from } = event.data;
      return { ...facts, assignments: [...facts.assignments, { id, coachId, from, byHandover: true }] };
    }
    case 'PlacementStarted':
      return { ...facts, placements: [...facts.placements, startedPlacement(event.data)] };
    case 'PlacementChanged':
      return withPlacement(facts, event.data.placementId, (it) => changedPlacement(it, event.data));
    case 'PlacementEnded': {
      const { endedOn, reportedOn: endReportedOn } = event.data;
      return withPlacement(facts, event.data.placementId, (it) => ({ ...it, endedOn, endReportedOn }));
    }
    case 'PlacementCorrected':
      return withPlacement(facts, event.data.placementId, (it) => correctedPlacement(it, event.data));
    case 'AbsenceReported': {
      const { absenceId: id, from, until } = event.data;
      return { ...facts, absences: [...facts.absences, withoutUndefined({ id, from, until })] };
    }
    case 'AbsenceEnded': {
      const until = event.data.endedOn;
      return {
        ...facts,
        absences: replaced(facts.absences, event.data.absenceId, (it) => ({ ...it, until })),
      };
    }
    case 'AbsenceCorrected':
      return {
        ...facts,
        absences: replaced(facts.absences, event.data.absenceId, (it) =>
          corrected(it, event.data, ['from', 'until']),
        ),
      };
    case 'ApplicationReceived': {
      const { applicationId: id, kind, receivedOn, regime, placementId } = event.data;
      const application = withoutUndefined({ id, kind, receivedOn, regime, placementId });
      return withGrants({ ...facts, applications: [...facts.applications, application] }, facts.grants);
    }
    case 'CoachingGranted':
      return withGrants(facts, [...facts.grants, givenGrant(event.data)]);
    case 'GrantCorrected':
      return withGrants(
        facts,
        replaced(facts.grants, event.data.grantId, (grant) => correctedGrant(grant, event.data)),
      );
    case 'OrganisationChanged': {
      const { changeId: id, organisationId, on } = event.data;
      return { ...facts, organisationChanges: [...facts.organisationChanges, { id, organisationId, on }] };
    }
    case 'RuleSetMoved': {
      const { moveId: id, ruleSet, on } = event.data;
      return { ...facts, ruleSetMoves: [...facts.ruleSetMoves, { id, ruleSet, on }] };
    }
    case 'TrajectoryClosed':
      return { ...facts, closedOn: event.data.on };
    case 'CaseDirectorNamed':
    case 'CaseManagerNamed':
    case 'FitLearned':
    case 'FitCarried':
    case 'ApplicationDrafted':
    case 'SessionRecorded':
    case 'SessionCorrected':
    case 'SessionWithdrawn':
    case 'EmployerContactRecorded':
    case 'AccountabilityReported':
      return facts;
    default:
      return unknownMember(event);
  }
}

function opened(data: TrajectoryOpened['data']): TrajectoryFacts {
  const { trajectoryId: id, ...parties } = data;
  return withoutUndefined({
    id,
    ...parties,
    organisationChanges: [],
    ruleSetMoves: [],
    assignments: [],
    substitutions: [],
    placements: [],
    absences: [],
    applications: [],
    grants: [],
    plans: [],
    evaluationsHeldOn: [],
    declarations: [],
  });
}

function replaced<Item extends { readonly id: Id }>(
  items: readonly Item[],
  id: Id,
  change: (item: Item) => Item,
): readonly Item[] {
  return items.map((item) => (item.id === id ? change(item) : item));
}

function withPlacement(
  facts: TrajectoryFacts,
  id: Id,
  change: (placement: Placement) => Placement,
): TrajectoryFacts {
  return { ...facts, placements: replaced(facts.placements, id, change) };
}

function correctedAssignment(assignment: Assignment, changes: CoachAssignmentCorrected['data']): Assignment {
  return corrected(assignment, changes, ['coachId', 'from', 'until', 'chosenBy']);
}

function startedPlacement(data: PlacementStarted['data']): Placement {
  const { placementId: id, employerId, kind, startsOn, plannedEnd, sameWorkAs } = data;
  const { hoursPerWeek, hoursPerYear } = data;
  const hours = [withoutUndefined({ from: startsOn, hoursPerWeek, hoursPerYear })];
  return withoutUndefined({ id, employerId, kind, startsOn, plannedEnd, hours, sameWorkAs });
}

function inOrder(first: WeeklyHours, later: readonly WeeklyHours[]): readonly WeeklyHours[] {
  return [first, ...[...later].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))];
}

/** The first hours stay first, even beside a change from the same day, so that a correction finds them. */
function changedPlacement(placement: Placement, change: PlacementChanged['data']): Placement {
  const { from, hoursPerYear, plannedEnd } = change;
  const planned = withoutUndefined({ ...placement, plannedEnd: plannedEnd ?? placement.plannedEnd });
  if (change.hoursPerWeek === undefined && hoursPerYear === undefined) return planned;
  const [first, ...later] = placement.hours as readonly [WeeklyHours, ...WeeklyHours[]];
  const before = later.findLast((hours) => hours.from <= from) ?? first;
  const hoursPerWeek = change.hoursPerWeek ?? before.hoursPerWeek;
  const kept = later.filter((hours) => hours.from !== from);
  return {
    ...planned,
    hours: inOrder(first, [...kept, withoutUndefined({ from, hoursPerWeek, hoursPerYear })]),
  };
}

function correctedPlacement(placement: Placement, changes: PlacementCorrected['data']): Placement {
  const fields = ['employerId', 'kind', 'startsOn', 'plannedEnd', 'sameWorkAs', 'endedOn'] as const;
  const now: Placement = corrected<Placement, (typeof fields)[number]>(placement, changes, fields);
  const [first, ...later] = placement.hours as readonly [WeeklyHours, ...WeeklyHours[]];
  const hours = corrected<WeeklyHours, 'hoursPerWeek' | 'hoursPerYear'>(
    { ...first, from: now.startsOn },
    changes,
    ['hoursPerWeek', 'hoursPerYear'],
  );
  const reopened = changes.endedOn === null;
  return withoutUndefined({
    ...now,
    endReportedOn: reopened ? undefined : (changes.reportedOn ?? now.endReportedOn),
    hours: [hours, ...later],
  });
}

function givenGrant(data: CoachingGranted['data']): Grant {
  const { grantId: id, applicationId, placementId, decidedOn, from, to, regime, minutes } = data;
  const beyondLimit = data.beyondLimitMotivation !== undefined;
  const decision = withoutUndefined({ decidedOn, from, to, regime, minutes, beyondLimit });
  return withoutUndefined({ id, applicationId, placementId, decisions: [decision] });
}

/** The first decision is corrected: what revised it stays a revision. */
function correctedGrant(grant: Grant, changes: GrantCorrected['data']): Grant {
  const [first, ...revisions] = grant.decisions;
  if (first === undefined) return grant;
  const fields = ['decidedOn', 'from', 'to', 'regime', 'minutes'] as const;
  const decision = corrected<typeof first, (typeof fields)[number]>(first, changes, fields);
  const { beyondLimitMotivation: motivation } = changes;
  const beyondLimit = motivation === undefined ? decision.beyondLimit : motivation !== null;
  return {
    ...corrected<Grant, 'applicationId' | 'placementId'>(grant, changes, ['applicationId', 'placementId']),
    decisions: [{ ...decision, beyondLimit }, ...revisions],
  };
}

/** `grants` in place, and each application decided on the day of the first grant that it led to. */
function withGrants(facts: TrajectoryFacts, grants: readonly Grant[]): TrajectoryFacts {
  const decidedOn = (application: Application) =>
    grants
      .filter((grant) => grant.applicationId === application.id)
      .map((grant) => grant.decisions[0]?.decidedOn)
      .sort()[0];
  const applications = facts.applications.map((application) =>
    withoutUndefined({ ...application, decidedOn: decidedOn(application) }),
  );
  return { ...facts, grants, applications };
}
