import fc from 'fast-check';
import { earliest, latest } from '../../domain/shared/calendar.js';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import { approveAll, approveIt, declareIt, grantedWork } from './account-commands.js';
import { OPENED, reason } from './arbitraries.js';
import { approveIt as approveCoachingIt, lodgeIt, reviseIt, withLimit } from './award-commands.js';
import { type Corrected, correctedSignals, twoOf } from './corrected-signals.js';
import {
  assessIt,
  draftFirst,
  fulfilIt,
  holdIt,
  planEvaluationIt,
  reachIt,
} from './plan-and-review-commands.js';
import {
  assignFirst,
  assignIt,
  grantIt,
  openIt,
  receiveIt,
  recordIt,
  reportIt,
  startIt,
} from './trajectory-commands.js';

const { today } = openIt;
/** Grants coaching from a day up to no earlier one. */
const daysInOrder = grantIt.map((grant) => ({
  ...grant,
  from: earliest(grant.from, grant.to),
  to: latest(grant.from, grant.to),
}));

/** A fact of any part but the end that was recorded wrong, the correction, and what is right. */
export const corrected: fc.Arbitrary<Corrected> = fc.oneof(
  ...correctedSignals,
  twoOf(startIt).map(([wrong, other]): Corrected => {
    const { type: _type, today: _today, circumstances, placementId: _id, ...terms } = other;
    const changes = {
      ...terms,
      plannedEnd: terms.plannedEnd ?? null,
      wageValuePercent: terms.wageValuePercent ?? null,
    };
    const { placementId } = wrong;
    const right = { ...other, placementId };
    return [wrong, { type: 'CorrectPlacement', today, circumstances, placementId, changes, reason }, right];
  }),
  twoOf(assignIt).map(([wrong, other]): Corrected => {
    const { type: _type, today: _today, circumstances, assignmentId: _id, ...terms } = other;
    const changes = { ...terms, until: terms.until ?? null };
    const { assignmentId } = wrong;
    const right = { ...other, assignmentId };
    return [
      wrong,
      { type: 'CorrectCoachAssignment', today, circumstances, assignmentId, changes, reason },
      right,
    ];
  }),
  twoOf(reportIt).map(([wrong, other]): Corrected => {
    const { type: _type, today: _today, absenceId: _id, ...terms } = other;
    const changes = { ...terms, until: terms.until ?? null };
    const { absenceId } = wrong;
    return [wrong, { type: 'CorrectAbsence', today, absenceId, changes, reason }, { ...other, absenceId }];
  }),
  twoOf(daysInOrder).map(([wrong, other]): Corrected => {
    const { type: _type, today: _today, circumstances, grantId: _id, ...terms } = other;
    const changes = { ...terms, minutes: terms.minutes ?? null, applicationId: terms.applicationId ?? null };
    const { grantId } = wrong;
    return [
      wrong,
      { type: 'CorrectGrant', today, circumstances, grantId, changes, reason },
      { ...other, grantId },
    ];
  }),
  twoOf(approveIt).map(([wrong, other]): Corrected => {
    const { circumstances, from, to } = other;
    const { approvalId } = wrong;
    const changes = { from, to };
    return [
      wrong,
      { type: 'CorrectHoursApproval', today, circumstances, approvalId, changes, reason },
      { ...other, approvalId },
    ];
  }),
  twoOf(declareIt).map(([wrong, other]): Corrected => {
    const { circumstances, from, to, minutes, amountCents } = other;
    const { declarationId } = wrong;
    const changes = { from, to, minutes, amountCents };
    return [
      wrong,
      { type: 'CorrectDeclaration', today, circumstances, declarationId, changes, reason },
      { ...other, declarationId },
    ];
  }),
  twoOf(receiveIt).map(([wrong, other]): Corrected => {
    const { type: _type, today: _today, applicationId: _id, ...terms } = other;
    const { applicationId } = wrong;
    const changes = { ...terms, regime: terms.regime ?? null };
    return [
      wrong,
      { type: 'CorrectApplication', today, applicationId, changes, reason },
      { ...other, applicationId },
    ];
  }),
  twoOf(reviseIt).map(([wrong, other]): Corrected => {
    const { revisionId, grantId } = wrong;
    const { decidedOn, circumstances } = other;
    // A correction cannot say that hours which were named were not: it names them as they are to be.
    const stated = { from: null, to: null, regime: null, ...other.changes };
    const hours = { minutes: other.changes.minutes ?? null };
    return [
      wrong,
      {
        type: 'CorrectGrantRevision',
        today,
        circumstances,
        revisionId,
        changes: { decidedOn, ...stated, ...hours },
        reason,
      },
      { ...other, revisionId, grantId, changes: { ...other.changes, ...hours } },
    ];
  }),
  twoOf(lodgeIt).map(([wrong, other]): Corrected => {
    const { against, lodgedOn } = other;
    const { objectionId, by } = wrong;
    const changes = { against, lodgedOn };
    return [
      wrong,
      { type: 'CorrectObjection', today, objectionId, changes, reason },
      { ...other, objectionId, by },
    ];
  }),
  twoOf(approveCoachingIt).map(([wrong, other]): Corrected => {
    const { minutes, on } = other;
    const { approvalId, absenceId } = wrong;
    return [
      wrong,
      { type: 'CorrectCoachingApproval', today, approvalId, changes: { minutes, on }, reason },
      { ...other, approvalId, absenceId },
    ];
  }),
  twoOf(recordIt).map(([wrong, other]): Corrected => {
    const { type: _type, today: _today, circumstances, sessionId: _id, ...terms } = other;
    const changes = { ...terms, groupSize: terms.groupSize ?? 1 };
    const { sessionId } = wrong;
    const right = { ...other, sessionId };
    return [wrong, { type: 'CorrectSession', today, circumstances, sessionId, changes, reason }, right];
  }),
  twoOf(reachIt).map(([wrong, { on }]): Corrected => {
    const { outcomeId, goalId } = wrong;
    const asked = { today, outcomeId, goalId, outcome: 'reached', changes: { on }, reason } as const;
    return [wrong, { type: 'CorrectGoalOutcome', ...asked }, { ...wrong, on }];
  }),
  twoOf(fulfilIt).map(([wrong, { on }]): Corrected => {
    const { fulfilmentId, agreementId } = wrong;
    const asked = { today, fulfilmentId, agreementId, changes: { on }, reason };
    return [wrong, { type: 'CorrectFulfilment', ...asked }, { ...wrong, on }];
  }),
  twoOf(planEvaluationIt).map(([wrong, { kind, dueOn }]): Corrected => {
    const { evaluationPlanId } = wrong;
    const changes = { kind, dueOn };
    return [
      wrong,
      { type: 'CorrectEvaluationPlan', today, evaluationPlanId, changes, reason },
      { ...wrong, ...changes },
    ];
  }),
  twoOf(holdIt).map(([wrong, other]): Corrected => {
    const { evaluationId } = wrong;
    const { kind, on, extendsTrial = null, resultCode = null, structuralWork = null } = other;
    const changes = { kind, on, extendsTrial, resultCode, structuralWork };
    return [
      wrong,
      { type: 'CorrectEvaluation', today, evaluationId, changes, reason },
      { ...other, evaluationId },
    ];
  }),
  twoOf(assessIt).map(([wrong, { score, on }]): Corrected => {
    const { assessmentId } = wrong;
    const changes = { score, on };
    return [
      wrong,
      { type: 'CorrectAssessment', today, assessmentId, changes, reason },
      { ...wrong, ...changes },
    ];
  }),
);

const sessionsOnly = fc.array(recordIt, { minLength: 3, maxLength: 8 });
/** Sessions, of which an approval of all days that there are approves those of before it; an approval is asked later. */
const approvedSessions = fc
  .tuple(sessionsOnly, fc.boolean(), sessionsOnly)
  .map(([approved, isApproved, later]): readonly TrajectoryCommand[] => [
    ...approved,
    ...(isApproved ? [approveAll] : []),
    ...later,
  ]);

function isAboutAccounts({ type }: TrajectoryCommand): boolean {
  return type === 'ApproveHours' || type === 'SubmitDeclaration';
}

/** A grant that revisions and objections can be about. */
const aGrant: TrajectoryCommand = {
  type: 'GrantCoaching',
  ...withLimit,
  grantId: 'grant-1',
  decidedOn: OPENED,
  from: OPENED,
  to: '2024-12-31',
  regime: 'medium',
};

/** What was recorded before, what was then recorded wrong, the correction that leads to what is right, and what is right. */
export interface CorrectedFact {
  readonly before: readonly TrajectoryCommand[];
  readonly wrong: TrajectoryCommand;
  readonly correction: TrajectoryCommand;
  readonly right: TrajectoryCommand;
}

/** A fact of any part but the end, on a trajectory with coaches, a plan, and an award or sessions with hours. */
export const correctedFacts: fc.Arbitrary<CorrectedFact> = fc
  .tuple(
    fc.array(assignIt, { maxLength: 3 }),
    fc.tuple(
      fc.array(receiveIt, { maxLength: 2 }),
      fc.array(grantIt, { maxLength: 3 }),
      fc.array(reportIt, { maxLength: 3 }),
    ),
    approvedSessions,
    corrected,
  )
  .map(([coaches, award, sessions, [wrong, correction, right]]) => {
    const work = isAboutAccounts(wrong) ? [...grantedWork, ...sessions] : [aGrant, ...award.flat()];
    const before = [openIt, assignFirst, draftFirst, ...coaches, ...work];
    return { before, wrong, correction, right };
  });
