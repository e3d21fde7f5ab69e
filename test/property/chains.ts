import fc from 'fast-check';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import { approveAll } from './account-commands.js';
import { aDay, OPENED, reason, TODAY, withRules } from './arbitraries.js';
import { withLimit } from './award-commands.js';

/*
 * What takes several steps in order, each of a part of its own: arbitrary commands seldom come to the end of one. All are
 * about the work with hours that every history begins with.
 */

type Chain = fc.Arbitrary<readonly TrajectoryCommand[]>;

const today = TODAY;

/** What a job change takes along, and what was learned put right. */
const fittedJobChange: Chain = aDay.map((startsOn) => [
  {
    type: 'LearnFit',
    today,
    fitId: 'fit-0',
    placementId: 'placement-0',
    fits: ['vaste begintijd'],
    doesNotFit: [],
    adjustments: [],
    shareWithNext: ['vaste begintijd'],
  },
  { type: 'CorrectFitNote', today, fitId: 'fit-0', changes: { fits: ['vroege dienst'] }, reason },
  {
    type: 'ChangeJob',
    ...withRules,
    placementId: 'placement-0',
    endedOn: '2024-06-30',
    reason,
    applicationId: 'draft-0',
    next: {
      placementId: 'placement-9',
      employerId: 'employer-9',
      kind: 'employment',
      startsOn,
      hoursPerWeek: 16,
    },
  },
]);

const about = { today, objectionId: 'objection-0' } as const;
const revision = { ...withLimit, revisionId: 'revision-0' } as const;

/** A grant that was corrected and revised, and an objection to it from its lodging to the correction of its decision. */
const decidedObjection: Chain = aDay.map((decidedOn) => [
  { type: 'CorrectGrant', ...withLimit, grantId: 'grant-0', changes: { minutes: 5_900 }, reason },
  {
    type: 'ReviseGrant',
    ...revision,
    grantId: 'grant-0',
    decidedOn: OPENED,
    changes: { minutes: 900 },
    reason,
  },
  { type: 'CorrectGrantRevision', ...revision, changes: { minutes: 960 }, reason },
  {
    type: 'LodgeObjection',
    ...about,
    against: 'grant-0',
    lodgedOn: '2024-01-02',
    by: 'candidate',
    grounds: 'gronden',
  },
  { type: 'CorrectObjection', ...about, changes: { lodgedOn: OPENED }, reason },
  { type: 'DecideObjection', ...about, decidedOn, result: 'rejected', reason },
  { type: 'CorrectObjectionDecision', ...about, changes: { result: 'upheld' }, reason },
]);

const application = { today, applicationId: 'application-0' } as const;

/** An application from its receipt to the correction of its refusal. */
const refusedApplication: Chain = aDay.map((decidedOn) => [
  { type: 'ReceiveApplication', ...application, kind: 'first', receivedOn: OPENED },
  { type: 'AskForCompletion', ...application, on: OPENED, missing: ['het plan'] },
  { type: 'CompleteApplication', ...application, on: OPENED },
  { type: 'RefuseCoaching', ...application, decidedOn, reason },
  { type: 'CorrectApplicationDecision', ...application, changes: { refusedOn: TODAY }, reason },
]);

const declaration = {
  today,
  circumstances: approveAll.circumstances,
  declarationId: 'declaration-0',
} as const;
/** Hours that were approved, declared and settled. */
const settledHours: Chain = fc.integer({ min: 1, max: 60 }).map((minutes) => [
  approveAll,
  { type: 'SubmitDeclaration', ...declaration, from: OPENED, to: TODAY, minutes, amountCents: 5_000 },
  { type: 'CorrectDeclaration', ...declaration, changes: { amountCents: 4_900 }, reason },
  {
    type: 'SettleDeclaration',
    ...declaration,
    settlementId: 'settlement-0',
    on: TODAY,
    minutes,
    amountCents: 4_900,
  },
]);

const approval = { today, approvalId: 'coaching-approval-0' } as const;
const incident = { today, incidentId: 'incident-0' } as const;

/** What comes to an end, and a request that is answered. */
const endings: Chain = aDay.map((on) => [
  { type: 'ReportAbsence', today, absenceId: 'absence-0', from: OPENED, kind: 'leave' },
  { type: 'ApproveCoachingDuringAbsence', ...approval, absenceId: 'absence-0', minutes: 60, on: OPENED },
  { type: 'CorrectCoachingApproval', ...approval, changes: { minutes: 90 }, reason },
  { type: 'EndAbsence', today, absenceId: 'absence-0', endedOn: on },
  { type: 'ReportIncident', ...incident, on: OPENED, initiatedBy: 'coach', summary: 'ruzie' },
  { type: 'ResolveIncident', ...incident, on, summary: 'besproken' },
  { type: 'AskForCorrection', today, requestId: 'request-0', about: 'placement-0', text: 'verzoek' },
  { type: 'AnswerCorrectionRequest', today, requestId: 'request-0', decision: 'granted', reason },
]);

const closure = { today, closureId: 'closure-0' } as const;
const contact = { today, contactId: 'aftercare-0' } as const;
const reopening = { today, reopeningId: 'reopening-0' } as const;

/** A closure, contact after it, and a reopening. */
const reopened: Chain = aDay.map((on) => [
  { type: 'CloseTrajectory', ...closure, on, reason, result: reason },
  { type: 'RecordAftercareContact', ...contact, on: TODAY, with: 'candidate', summary: 'verslag' },
  { type: 'CorrectAftercareContact', ...contact, changes: { minutes: 15 }, reason },
  { type: 'ReopenTrajectory', ...reopening, on: TODAY, reason },
  { type: 'CorrectReopening', ...reopening, changes: { on: '2025-12-31' }, reason },
]);

const report: Chain = aDay.map((to) => [
  { type: 'ReportAccountability', ...withRules, reportId: 'report-0', from: OPENED, to },
]);

/** The steps of one of them, in order. */
export const aChain: Chain = fc.oneof(
  fittedJobChange,
  decidedObjection,
  refusedApplication,
  settledHours,
  endings,
  reopened,
  report,
);
