import { unknownMember } from '../../shared/decider.js';
import { corrected, withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import { replaced } from '../../shared/replaced.js';
import type { Absence, TrajectoryFacts } from '../facts.js';
import type {
  ApplicationCorrected,
  ApplicationReceived,
  AwardEvent,
  CoachingGranted,
  GrantCorrected,
  ObjectionDecisionCorrected,
} from './events.js';
import type { Application, Grant, GrantDecision, Objection } from './facts.js';
import { correctedRevision, decided, revisionOf, withRevision } from './grant-decisions.js';

/** The facts after one more event about applications, grants, objections or approvals. */
export function evolveAward(facts: TrajectoryFacts, event: AwardEvent): TrajectoryFacts {
  switch (event.type) {
    case 'ApplicationDrafted':
      return facts;
    case 'ApplicationReceived':
      return withDecisions({ ...facts, applications: [...facts.applications, received(event.data)] });
    case 'ApplicationCorrected':
      return withApplication(facts, event.data.applicationId, (it) => correctedApplication(it, event.data));
    case 'CompletionAsked': {
      const completionAskedOn = event.data.on;
      return withApplication(facts, event.data.applicationId, (it) => ({ ...it, completionAskedOn }));
    }
    case 'ApplicationCompleted': {
      const completedOn = event.data.on;
      return withApplication(facts, event.data.applicationId, (it) => ({ ...it, completedOn }));
    }
    case 'CoachingRefused': {
      const refusedOn = event.data.decidedOn;
      return withApplication(facts, event.data.applicationId, (it) => ({ ...it, refusedOn }));
    }
    case 'ApplicationDecisionCorrected':
      return withApplication(facts, event.data.applicationId, (it) =>
        corrected<Application, 'completionAskedOn' | 'refusedOn'>(it, event.data, [
          'completionAskedOn',
          'refusedOn',
        ]),
      );
    case 'CoachingGranted':
      return withDecisions({ ...facts, grants: [...facts.grants, given(event.data)] });
    case 'GrantCorrected':
      return withGrant(facts, event.data.grantId, (it) => correctedGrant(it, event.data));
    case 'GrantRevised': {
      const { grantId, revisionId, decidedOn, reason: _reason, evidence: _evidence, ...terms } = event.data;
      return withGrant(facts, grantId, (it) => withRevision(it, revisionOf(revisionId, decidedOn, terms)));
    }
    case 'GrantRevisionCorrected': {
      const { grantId, revisionId, reason: _reason, ...changes } = event.data;
      return withGrant(facts, grantId, (it) => {
        const revision = it.revisions?.find(({ id }) => id === revisionId);
        return revision === undefined ? it : withRevision(it, correctedRevision(revision, changes));
      });
    }
    case 'ObjectionLodged': {
      const { objectionId: id, grounds: _grounds, ...lodged } = event.data;
      return { ...facts, objections: [...facts.objections, { id, ...lodged }] };
    }
    case 'ObjectionCorrected':
      return withObjection(facts, event.data.objectionId, (it) =>
        corrected<Objection, 'against' | 'lodgedOn'>(it, event.data, ['against', 'lodgedOn']),
      );
    case 'ObjectionDecided': {
      const { objectionId, decidedOn, result } = event.data;
      return withObjection(facts, objectionId, (it) => ({ ...it, decidedOn, result }));
    }
    case 'ObjectionDecisionCorrected':
      return withObjection(facts, event.data.objectionId, (it) => correctedDecision(it, event.data));
    case 'CoachingDuringAbsenceApproved': {
      const { absenceId, approvalId: id, minutes, on } = event.data;
      return withAbsences(facts, (it) =>
        it.id === absenceId ? [...(it.coachingApprovals ?? []), { id, minutes, on }] : it.coachingApprovals,
      );
    }
    case 'CoachingApprovalCorrected':
      return withAbsences(
        facts,
        (it) =>
          it.coachingApprovals &&
          replaced(it.coachingApprovals, event.data.approvalId, (approval) =>
            corrected(approval, event.data, ['minutes', 'on']),
          ),
      );
    default:
      return unknownMember(event);
  }
}

function received(data: ApplicationReceived['data']): Application {
  const { applicationId: id, kind, receivedOn, regime, placementId } = data;
  const motivated = data.motivation === undefined ? undefined : (true as const);
  return withoutUndefined({ id, kind, receivedOn, regime, placementId, motivated });
}

function correctedApplication(application: Application, changes: ApplicationCorrected['data']): Application {
  const fields = ['kind', 'receivedOn', 'regime', 'placementId', 'completedOn'] as const;
  const { motivation } = changes;
  const motivated =
    motivation === undefined ? application.motivated : motivation === null ? undefined : (true as const);
  const now = corrected<Application, (typeof fields)[number]>(application, changes, fields);
  return withoutUndefined({ ...now, motivated });
}

function given(data: CoachingGranted['data']): Grant {
  const { grantId: id, applicationId, placementId, decidedOn, from, to, regime, minutes } = data;
  const beyondLimit = data.beyondLimitMotivation !== undefined;
  const first = withoutUndefined({ decidedOn, from, to, regime, minutes, beyondLimit });
  return decided(withoutUndefined({ id, applicationId, placementId }), first, []);
}

/** The first decision is corrected: what revised it stays a revision. */
function correctedGrant(grant: Grant, changes: GrantCorrected['data']): Grant {
  const fields = ['decidedOn', 'from', 'to', 'regime', 'minutes'] as const;
  const first = corrected<GrantDecision, (typeof fields)[number]>(
    grant.decisions[0] as GrantDecision,
    changes,
    fields,
  );
  const { beyondLimitMotivation: motivation } = changes;
  const beyondLimit = motivation === undefined ? first.beyondLimit : motivation !== null;
  const links = corrected<Grant, 'applicationId' | 'placementId'>(grant, changes, [
    'applicationId',
    'placementId',
  ]);
  return decided(links, { ...first, beyondLimit }, grant.revisions ?? []);
}

/** Without its day a decision is none, and so has no result either. */
function correctedDecision(objection: Objection, changes: ObjectionDecisionCorrected['data']): Objection {
  const now = corrected<Objection, 'decidedOn' | 'result'>(objection, changes, ['decidedOn', 'result']);
  return now.decidedOn === undefined ? withoutUndefined({ ...now, result: undefined }) : now;
}

function withApplication(
  facts: TrajectoryFacts,
  id: Id,
  change: (application: Application) => Application,
): TrajectoryFacts {
  return withDecisions({ ...facts, applications: replaced(facts.applications, id, change) });
}

function withGrant(facts: TrajectoryFacts, id: Id, change: (grant: Grant) => Grant): TrajectoryFacts {
  return withDecisions({ ...facts, grants: replaced(facts.grants, id, change) });
}

function withObjection(
  facts: TrajectoryFacts,
  id: Id,
  change: (objection: Objection) => Objection,
): TrajectoryFacts {
  return { ...facts, objections: replaced(facts.objections, id, change) };
}

function withAbsences(
  facts: TrajectoryFacts,
  approvalsOf: (absence: Absence) => Absence['coachingApprovals'],
): TrajectoryFacts {
  const absences = facts.absences.map((absence) =>
    withoutUndefined({ ...absence, coachingApprovals: approvalsOf(absence) }),
  );
  return { ...facts, absences };
}

/** Each application decided on the day of its refusal, or of the first grant that it led to. */
function withDecisions(facts: TrajectoryFacts): TrajectoryFacts {
  const decidedOn = (application: Application) => {
    const granted = facts.grants
      .filter((grant) => grant.applicationId === application.id)
      .map((grant) => grant.decisions[0]?.decidedOn);
    return [application.refusedOn, ...granted].filter((day) => day !== undefined).sort()[0];
  };
  const applications = facts.applications.map((application) =>
    withoutUndefined({ ...application, decidedOn: decidedOn(application) }),
  );
  return { ...facts, applications };
}
