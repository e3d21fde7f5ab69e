import { unknownMember } from '../../domain/shared/decider.js';
import type { AwardEvent, GrantRevisionCorrected } from '../../domain/trajectory/award/events.js';
import { begun, changed, corrected, type ItemChange } from './item.js';

/** What an event about applications, grants, objections or approvals does to one item. */
export function awardItemChange(event: AwardEvent): ItemChange {
  switch (event.type) {
    case 'ApplicationDrafted':
      return begun('application', event.data.applicationId, { ...event.data, status: 'drafted' });
    case 'ApplicationReceived':
      return begun('application', event.data.applicationId, { ...event.data, status: 'received' });
    case 'ApplicationCorrected':
      return corrected('application', event.data.applicationId, event.data);
    case 'CompletionAsked': {
      const { applicationId, on: completionAskedOn, missing, evidence: completionEvidence } = event.data;
      return changed('application', applicationId, { completionAskedOn, missing, completionEvidence });
    }
    case 'ApplicationCompleted':
      return changed('application', event.data.applicationId, { completedOn: event.data.on });
    case 'CoachingRefused': {
      const { applicationId, decidedOn: refusedOn, reason: refusalReason, evidence } = event.data;
      return changed('application', applicationId, { refusedOn, refusalReason, refusalEvidence: evidence });
    }
    case 'ApplicationDecisionCorrected': {
      const { applicationId, evidence, ...changes } = event.data;
      const gone = goneWith(changes, { completionAskedOn: COMPLETION, refusedOn: REFUSAL });
      const ofRefusal = changes.refusedOn !== undefined || changes.refusalReason !== undefined;
      const newEvidence = { [ofRefusal ? 'refusalEvidence' : 'completionEvidence']: evidence };
      return corrected('application', applicationId, { ...changes, ...newEvidence, ...gone });
    }
    case 'CoachingGranted':
      return begun('grant', event.data.grantId, event.data);
    case 'GrantCorrected':
      return corrected('grant', event.data.grantId, event.data);
    case 'GrantRevised':
      return begun('grant-revision', event.data.revisionId, event.data);
    case 'GrantRevisionCorrected':
      return correctedRevision(event.data);
    case 'ObjectionLodged':
      return begun('objection', event.data.objectionId, event.data);
    case 'ObjectionCorrected':
      return corrected('objection', event.data.objectionId, event.data);
    case 'ObjectionDecided': {
      const { objectionId, decidedOn, result, reason: decisionReason, evidence } = event.data;
      return changed('objection', objectionId, { decidedOn, result, decisionReason, evidence });
    }
    case 'ObjectionDecisionCorrected': {
      const { objectionId, ...changes } = event.data;
      const gone = goneWith(changes, { decidedOn: OBJECTION_DECISION });
      return corrected('objection', objectionId, { ...changes, ...gone });
    }
    case 'CoachingDuringAbsenceApproved':
      return begun('coaching-approval', event.data.approvalId, event.data);
    case 'CoachingApprovalCorrected':
      return corrected('coaching-approval', event.data.approvalId, event.data);
    default:
      return unknownMember(event);
  }
}

/** Of a revision, null says that it takes the hours or the motivation away, which is not the same as leaving them. */
function correctedRevision({ revisionId, ...changes }: GrantRevisionCorrected['data']): ItemChange {
  const { minutes, beyondLimitMotivation } = changes;
  const taken = {
    ...(minutes === null && { minutes }),
    ...(beyondLimitMotivation === null && { beyondLimitMotivation }),
  };
  const change = corrected('grant-revision', revisionId, changes);
  const apply: ItemChange['apply'] = (before) => {
    const after = change.apply(before);
    return after && { ...after, ...taken };
  };
  return { ...change, apply };
}

/** What is told with a day, and goes when the day is taken away. */
const COMPLETION = ['missing', 'completionEvidence'];
const REFUSAL = ['refusalReason', 'refusalEvidence'];
const OBJECTION_DECISION = ['result', 'decisionReason', 'evidence'];

function goneWith(
  changes: { readonly [field: string]: unknown },
  toldWith: { readonly [day: string]: readonly string[] },
): { readonly [field: string]: null } {
  const gone = Object.entries(toldWith).flatMap(([day, fields]) => (changes[day] === null ? fields : []));
  return Object.fromEntries(gone.map((field) => [field, null]));
}
