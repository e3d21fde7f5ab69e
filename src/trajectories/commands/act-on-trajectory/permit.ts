import {
  mayRecord,
  maySee,
  maySeeIncident,
  type RecordingOutcome,
  refuseAccess,
  trajectoryScope,
} from '../../../../domain/access/index.js';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { allItems, itemById } from '../../../../domain/shared/items-by-id.js';
import type { TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import { refuse } from '../../../../domain/trajectory/refusals.js';
import { mayCoachOn, type TrajectoryState } from '../../../../domain/trajectory/state.js';
import type { Asking, TrajectoryIntent } from './act-on-trajectory.command.js';
import { actingForIn } from './acting-for.js';

type OpenState = TrajectoryState & { readonly facts: TrajectoryFacts };

/** What an intent is about, as far as access goes. */
interface About {
  /** The day of the fact; undefined where it has none. */
  readonly day?: CalendarDate | undefined;
  /** The coach whose session it is. */
  readonly actingCoachId?: string | undefined;
}

/**
 * Refuses what this asker may not record here, by the table of domain.md section 9a: 404 where the trajectory is out of
 * their sight, 403 where it is not theirs to do. A coach may do what is theirs today, or was on the day of the fact.
 */
export function permit(
  intent: TrajectoryIntent,
  asking: Asking,
  state: OpenState,
  today: CalendarDate,
): void {
  if (asking.asker.role === 'operator') return;
  const about = aboutOf(intent, asking, state);
  const outcome = outcomeOn(intent, asking, state, about, today);
  if (outcome === 'allowed') {
    refuseForeignObjection(intent, asking, state);
    refuseOthersIncident(intent, asking, state);
    return;
  }
  if (outcome === 'needs-evidence') refuseAccess('evidence.required', 'evidence');
  if (outcome === 'forbidden') {
    refuseForeignSession(intent, asking, state);
    refuseAccess('role.may-not');
  }
  // A former coach still sees the file, so what is wrong is the day and not the address.
  if (intent.type === 'RecordSession' && maySee(asking.asker, trajectoryScope(state.facts, { today }))) {
    refuse('coach.not-assigned', 'coachId');
  }
  refuseAccess('trajectory.not-found');
}

function outcomeOn(
  intent: TrajectoryIntent,
  { asker }: Asking,
  { facts }: OpenState,
  { day, actingCoachId }: About,
  today: CalendarDate,
): RecordingOutcome {
  const actingFor = actingForIn(intent, asker, facts);
  const evidence = 'evidence' in intent && intent.evidence !== undefined;
  const given = { evidence, ...(actingFor && { actingFor }) };
  const on = (date: CalendarDate): RecordingOutcome =>
    mayRecord(intent.type, asker, trajectoryScope(facts, { today, day: date, actingCoachId }), given);
  const outcome = on(day ?? today);
  // A session is its own coach's on its own day; other facts may also be recorded by who coaches today.
  if (outcome !== 'forbidden' || actingCoachId !== undefined || day === undefined) return outcome;
  return on(today);
}

/** A session in the name of a coach who is not on this day's file is refused for that, whoever asks. */
function refuseForeignSession(intent: TrajectoryIntent, { asker }: Asking, { facts }: OpenState): void {
  if (intent.type !== 'RecordSession' || asker.role !== 'coach') return;
  if (!mayCoachOn(facts, intent.coachId, intent.on)) refuse('coach.not-assigned', 'coachId');
}

/** An objection is corrected by who made it. */
function refuseForeignObjection(intent: TrajectoryIntent, { asker }: Asking, { facts }: OpenState): void {
  if (intent.type !== 'CorrectObjection') return;
  const objection = facts.objections.find(({ id }) => id === intent.objectionId);
  if (objection === undefined) return;
  if (objection.by !== asker.role || objection.employerId !== asker.employerId) refuseAccess('role.may-not');
}

/** An employer reports, resolves and corrects incidents of its own; another's is as if it did not exist. */
function refuseOthersIncident(intent: TrajectoryIntent, { asker }: Asking, { facts }: OpenState): void {
  switch (intent.type) {
    case 'ReportIncident':
      if (!maySeeIncident(asker, intent)) refuseAccess('role.may-not');
      return;
    case 'ResolveIncident':
    case 'CorrectIncident': {
      const incident = facts.incidents.find(({ id }) => id === intent.incidentId);
      if (incident && !maySeeIncident(asker, incident)) refuse('incident.not-found');
      if (intent.type !== 'CorrectIncident' || intent.changes.employerId === undefined) return;
      if (!maySeeIncident(asker, { employerId: intent.changes.employerId ?? undefined })) {
        refuseAccess('role.may-not');
      }
      return;
    }
    default:
      return;
  }
}

function aboutOf(intent: TrajectoryIntent, { asker }: Asking, state: OpenState): About {
  const { contacts, facts, sessions } = state;
  switch (intent.type) {
    case 'RecordSession':
      return { day: intent.on, actingCoachId: intent.coachId };
    case 'CorrectSession':
    case 'WithdrawSession': {
      const session = itemById(sessions, intent.sessionId);
      return { day: session?.on, actingCoachId: session?.coachId };
    }
    case 'ApproveHours':
    case 'CorrectHoursApproval':
      return { actingCoachId: coachAmongApproved(intent, asker.coachId, state) };
    case 'RecordEmployerContact':
    case 'RecordAftercareContact':
      return { day: intent.on };
    case 'CorrectAftercareContact':
      return { day: facts.aftercareContacts?.find(({ id }) => id === intent.contactId)?.on };
    case 'ReportIncident':
    case 'ResolveIncident':
    case 'SignalSupportNeed':
      return { day: intent.on };
    case 'CorrectEmployerContact':
      return { day: itemById(contacts, intent.contactId)?.on };
    case 'CorrectIncident':
      return { day: facts.incidents.find(({ id }) => id === intent.incidentId)?.on };
    case 'CorrectSupportNeed':
      return { day: facts.supportNeeds.find(({ id }) => id === intent.needId)?.on };
    case 'CorrectContactRhythm':
      return { day: facts.contactRhythms.find(({ id }) => id === intent.rhythmId)?.from };
    case 'StartPlacement':
      return { day: intent.startsOn };
    case 'ChangePlacement':
    case 'ReportAbsence':
    case 'AgreeContactRhythm':
      return { day: intent.from };
    case 'ReachGoal':
    case 'DropGoal':
    case 'FulfilAgreement':
    case 'HoldEvaluation':
      return { day: intent.on };
    case 'DraftPlan':
    case 'RevisePlan':
      return { day: intent.draftedOn };
    case 'CorrectEvaluation':
      return { day: facts.evaluations.find(({ id }) => id === intent.evaluationId)?.on };
    case 'EndPlacement':
    case 'ChangeJob':
    case 'EndAbsence':
      return { day: intent.endedOn };
    default:
      return {};
  }
}

/** The asking coach when a session of theirs is among the days that are approved: nobody approves own hours. */
function coachAmongApproved(
  intent: Extract<TrajectoryIntent, { type: 'ApproveHours' | 'CorrectHoursApproval' }>,
  coachId: Id | undefined,
  { facts, sessions }: OpenState,
): Id | undefined {
  const days =
    intent.type === 'ApproveHours'
      ? intent
      : { ...facts.hoursApprovals.find(({ id }) => id === intent.approvalId), ...intent.changes };
  const { from, to } = days;
  if (coachId === undefined || !from || !to) return undefined;
  const own = allItems(sessions).some(
    (session) => session.coachId === coachId && !session.withdrawn && from <= session.on && session.on <= to,
  );
  return own ? coachId : undefined;
}
