import { unknownMember } from '../shared/decider.js';
import { corrected, withoutUndefined } from '../shared/fields.js';
import type { SessionRecorded, TrajectoryEvent } from './events.js';
import type { EmployerContact, Session } from './facts.js';

const CORRECTABLE = [
  'coachId',
  'on',
  'startsAt',
  'minutes',
  'groupSize',
  'activity',
  'form',
  'placementId',
  'registeredOn',
] as const;

/** A session after one more event about it; undefined until it was recorded. Other events leave it as it is. */
export function evolveSession(session: Session | undefined, event: TrajectoryEvent): Session | undefined {
  switch (event.type) {
    case 'SessionRecorded':
      return recorded(event.data);
    case 'SessionCorrected':
      return session && corrected<Session, (typeof CORRECTABLE)[number]>(session, event.data, CORRECTABLE);
    case 'SessionWithdrawn':
      return session && { ...session, withdrawn: true };
    case 'TrajectoryOpened':
    case 'CoachAssigned':
    case 'CoachAssignmentCorrected':
    case 'CoachSubstituted':
    case 'SubstitutionEnded':
    case 'CoachHandedOver':
    case 'CaseDirectorNamed':
    case 'CaseManagerNamed':
    case 'OrganisationChanged':
    case 'RuleSetMoved':
    case 'PlacementStarted':
    case 'PlacementChanged':
    case 'PlacementEnded':
    case 'PlacementCorrected':
    case 'AbsenceReported':
    case 'AbsenceEnded':
    case 'AbsenceCorrected':
    case 'FitLearned':
    case 'FitCarried':
    case 'ApplicationReceived':
    case 'ApplicationDrafted':
    case 'CoachingGranted':
    case 'GrantCorrected':
    case 'EmployerContactRecorded':
    case 'AccountabilityReported':
    case 'TrajectoryClosed':
      return session;
    default:
      return unknownMember(event);
  }
}

function recorded(data: SessionRecorded['data']): Session {
  const { sessionId: id, coachId, on, startsAt, minutes, groupSize } = data;
  const { activity, form, placementId, registeredOn } = data;
  return withoutUndefined({
    id,
    coachId,
    on,
    startsAt,
    minutes,
    groupSize,
    activity,
    form,
    placementId,
    registeredOn,
    withdrawn: false,
  });
}

/** An employer contact as its event tells it; any other event leaves `contact` as it is. */
export function evolveContact(
  contact: EmployerContact | undefined,
  event: TrajectoryEvent,
): EmployerContact | undefined {
  if (event.type !== 'EmployerContactRecorded') return contact;
  const { contactId: id, employerId, on, minutes, kind } = event.data;
  return { id, employerId, on, minutes, kind };
}
