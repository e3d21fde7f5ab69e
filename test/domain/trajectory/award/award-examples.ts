import type {
  CorrectApplication,
  CorrectApplicationDecision,
  CorrectCoachingApproval,
  CorrectGrantRevision,
  CorrectObjection,
  CorrectObjectionDecision,
  ReviseGrant,
} from '../../../../domain/trajectory/commands.js';
import { ABSENCE, APPLICATION, GRANT, grantIt, id, receiveIt, TODAY, WITHIN_LIMIT } from '../examples.js';

export const REVISION = id(170);
export const OBJECTION = id(180);
export const APPROVAL = id(190);

const reason = 'typefout';

export const draftIt = {
  type: 'DraftApplication',
  today: TODAY,
  applicationId: APPLICATION,
  kind: 'first',
  regime: 'medium',
  motivation: 'De start vraagt begeleiding.',
} as const;
export const askIt = {
  type: 'AskForCompletion',
  today: TODAY,
  applicationId: APPLICATION,
  on: '2024-02-12',
  missing: ['Het getekende plan'],
} as const;
export const completeIt = {
  type: 'CompleteApplication',
  today: TODAY,
  applicationId: APPLICATION,
  on: '2024-02-20',
} as const;
export const refuseIt = {
  type: 'RefuseCoaching',
  today: TODAY,
  applicationId: APPLICATION,
  decidedOn: '2024-03-01',
  reason: 'De kandidaat werkt zelfstandig.',
} as const;
/** A grant on the application of the examples. */
export const grantOnIt = { ...grantIt, applicationId: APPLICATION } as const;
export const lodgeIt = {
  type: 'LodgeObjection',
  today: TODAY,
  objectionId: OBJECTION,
  against: GRANT,
  lodgedOn: '2024-03-10',
  grounds: 'Het regime is te licht.',
  by: 'candidate',
} as const;
export const decideIt = {
  type: 'DecideObjection',
  today: TODAY,
  objectionId: OBJECTION,
  decidedOn: '2024-04-10',
  result: 'upheld',
  reason: 'Het regime was te licht.',
} as const;
export const approveIt = {
  type: 'ApproveCoachingDuringAbsence',
  today: TODAY,
  approvalId: APPROVAL,
  absenceId: ABSENCE,
  minutes: 240,
  on: '2024-06-03',
} as const;

/** Received, and a grant on it. */
export const granted = [receiveIt, grantOnIt] as const;

export function reviseIt(
  changes: ReviseGrant['changes'],
  more: Partial<Pick<ReviseGrant, 'revisionId' | 'decidedOn' | 'circumstances'>> = {},
): ReviseGrant {
  return {
    type: 'ReviseGrant',
    today: TODAY,
    revisionId: REVISION,
    grantId: GRANT,
    decidedOn: '2024-05-01',
    changes,
    reason: 'Meer begeleiding nodig.',
    ...WITHIN_LIMIT,
    ...more,
  };
}

export function correctRevision(
  changes: CorrectGrantRevision['changes'],
  beyondLimit = false,
): CorrectGrantRevision {
  const circumstances = { beyondLimit };
  return {
    type: 'CorrectGrantRevision',
    today: TODAY,
    revisionId: REVISION,
    changes,
    reason,
    circumstances,
  };
}

export function correctApplication(changes: CorrectApplication['changes']): CorrectApplication {
  return { type: 'CorrectApplication', today: TODAY, applicationId: APPLICATION, changes, reason };
}

export function correctDecision(changes: CorrectApplicationDecision['changes']): CorrectApplicationDecision {
  return { type: 'CorrectApplicationDecision', today: TODAY, applicationId: APPLICATION, changes, reason };
}

export function correctObjection(changes: CorrectObjection['changes']): CorrectObjection {
  return { type: 'CorrectObjection', today: TODAY, objectionId: OBJECTION, changes, reason };
}

export function correctObjectionDecision(
  changes: CorrectObjectionDecision['changes'],
): CorrectObjectionDecision {
  return { type: 'CorrectObjectionDecision', today: TODAY, objectionId: OBJECTION, changes, reason };
}

export function correctApproval(changes: CorrectCoachingApproval['changes']): CorrectCoachingApproval {
  return { type: 'CorrectCoachingApproval', today: TODAY, approvalId: APPROVAL, changes, reason };
}
