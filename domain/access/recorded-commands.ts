import type { RecordingRow } from './recording-table.js';

/**
 * What a command is about, which decides what is answered when it is not the asker's. `party`: reference data that
 * everybody with a token may know of, so 403 · `opening`: a candidate or trajectory that is not there yet, so 403 ·
 * `dossier`: a candidate's file, whose existence is itself a secret, so 404 where it is out of sight.
 */
export type Subject = 'party' | 'opening' | 'dossier';

interface CommandRow {
  readonly row: RecordingRow;
  readonly about: Subject;
}

function group<Name extends string>(
  row: RecordingRow,
  about: Subject,
  names: readonly Name[],
): { readonly [Key in Name]: CommandRow } {
  const entries = names.map((name): [Name, CommandRow] => [name, { row, about }]);
  return Object.fromEntries(entries) as { [Key in Name]: CommandRow };
}

const PARTIES = 'organisation, employer, coach, recognition';
const COACHES = 'assignment, substitution, handover, coach away';
const PLACEMENTS = 'placement, change, ending, job change, absence, fit note';
const DECISIONS = 'completion asked, grant, refusal, revision, objection decided';
const CONTACTS = 'employer contact, support need, aftercare, evaluation';

/** Every command by its name, with its row in the table; the correction of a fact follows the row of the fact. */
export const RECORDED_COMMANDS = {
  ...group('funder; rule-set version', 'party', ['RegisterFunder', 'AdoptRuleSet']),
  ...group(PARTIES, 'party', [
    'RegisterOrganisation',
    'RegisterEmployer',
    'RegisterCoach',
    'EmployCoach',
    'RecogniseCoach',
    'EndCoachRecognition',
    'RecogniseOrganisation',
    'EndOrganisationRecognition',
    'CorrectCoachEmployment',
    'CorrectCoachRecognition',
    'CorrectOrganisationRecognition',
    'ReceiveComplaint',
    'CorrectComplaint',
    'NameContactPerson',
    'EndContactPerson',
    'CorrectContactPerson',
    'PreferCoach',
    'EndCoachPreference',
    'CorrectCoachPreference',
    'MergeEmployer',
    'WithdrawEmployerMerge',
  ]),
  ...group('tie', 'party', ['DeclareTie', 'EndTie', 'CorrectTie']),
  ...group('candidate; trajectory', 'opening', ['RegisterCandidate', 'OpenTrajectory']),
  ...group('candidate; trajectory', 'dossier', ['MergeCandidate', 'WithdrawCandidateMerge']),
  ...group(COACHES, 'dossier', [
    'AssignCoach',
    'CorrectCoachAssignment',
    'SubstituteCoach',
    'EndSubstitution',
    'CorrectSubstitution',
    'HandOverCoach',
  ]),
  ...group(COACHES, 'party', ['ReportCoachAway', 'EndCoachAway', 'CorrectCoachAway']),
  ...group('organisation change, case director, case manager', 'dossier', [
    'ChangeOrganisation',
    'NameCaseDirector',
    'NameCaseManager',
    'CorrectOrganisationChange',
    'CorrectCaseDirector',
    'CorrectCaseManager',
  ]),
  ...group('ask for another coach / answer', 'dossier', ['AskForAnotherCoach', 'AnswerCoachChange']),
  ...group(PLACEMENTS, 'dossier', [
    'StartPlacement',
    'ChangePlacement',
    'EndPlacement',
    'CorrectPlacement',
    'ChangeJob',
    'AnnounceNewJob',
    'ReportAbsence',
    'EndAbsence',
    'CorrectAbsence',
    'LearnFit',
    'CorrectFitNote',
  ]),
  ...group('coaching during absence, rule-set move', 'dossier', [
    'ApproveCoachingDuringAbsence',
    'CorrectCoachingApproval',
    'MoveRuleSet',
    'CorrectRuleSetMove',
  ]),
  ...group('application, completion', 'dossier', [
    'DraftApplication',
    'ReceiveApplication',
    'CompleteApplication',
    'CorrectApplication',
  ]),
  ...group(DECISIONS, 'dossier', [
    'AskForCompletion',
    'GrantCoaching',
    'CorrectGrant',
    'ReviseGrant',
    'CorrectGrantRevision',
    'RefuseCoaching',
    'CorrectApplicationDecision',
    'DecideObjection',
    'CorrectObjectionDecision',
  ]),
  ...group('objection', 'dossier', ['LodgeObjection', 'CorrectObjection']),
  ...group('plan draft, revision; goal, agreement fulfilled', 'dossier', [
    'AskForPlan',
    'DraftPlan',
    'RevisePlan',
    'ReachGoal',
    'DropGoal',
    'CorrectGoalOutcome',
    'FulfilAgreement',
    'CorrectFulfilment',
  ]),
  ...group('plan agreed or declined', 'dossier', ['AgreePlan', 'DeclinePlan']),
  ...group('session', 'dossier', [
    'RecordSession',
    'CorrectSession',
    'WithdrawSession',
    'AskForCorrection',
    'AnswerCorrectionRequest',
  ]),
  ...group(CONTACTS, 'dossier', [
    'RecordEmployerContact',
    'CorrectEmployerContact',
    'SignalSupportNeed',
    'CorrectSupportNeed',
    'AgreeContactRhythm',
    'CorrectContactRhythm',
    'RecordAftercareContact',
    'CorrectAftercareContact',
    'PlanEvaluation',
    'CorrectEvaluationPlan',
    'HoldEvaluation',
    'CorrectEvaluation',
  ]),
  ...group('incident', 'dossier', ['ReportIncident', 'ResolveIncident', 'CorrectIncident']),
  ...group('assessment', 'dossier', ['GiveAssessment', 'CorrectAssessment']),
  ...group('hours approval, accountability, declaration', 'dossier', [
    'ApproveHours',
    'CorrectHoursApproval',
    'ReportAccountability',
    'SubmitDeclaration',
    'CorrectDeclaration',
  ]),
  ...group('settlement', 'dossier', ['SettleDeclaration']),
  ...group('closure, reopening, outcome', 'dossier', [
    'ProposeClosure',
    'CloseTrajectory',
    'CorrectClosure',
    'ReopenTrajectory',
    'CorrectReopening',
    'MeasureOutcome',
    'CorrectOutcome',
  ]),
  ...group('consent, copy, erasure or restriction asked', 'dossier', [
    'GiveConsent',
    'CorrectConsent',
    'PreferContact',
    'AskForCopy',
    'AskForErasure',
    'WithdrawErasure',
    'AskForRestriction',
    'WithdrawRestriction',
  ]),
  ...group('erasure decided (four eyes)', 'dossier', [
    'DecideErasureFirst',
    'DecideErasureSecond',
    'StopErasure',
    'ApproveRetention',
    'HoldFile',
    'DecideRestriction',
    'LiftRestriction',
  ]),
  ...group('judgement, sample', 'dossier', ['JudgeFinding', 'DrawSample']),
  ...group("invitation, employer's link", 'party', ['Invite', 'LinkEmployer', 'RegisterProgram']),
} as const;

/** The name of a command that the table has a row for. */
export type CommandName = keyof typeof RECORDED_COMMANDS;
