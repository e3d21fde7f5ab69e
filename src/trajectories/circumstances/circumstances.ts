import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { unknownMember } from '../../../domain/shared/decider.js';
import { itemById } from '../../../domain/shared/items-by-id.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import type { TrajectoryState } from '../../../domain/trajectory/state.js';
import type { TrajectoryIntent } from '../commands/act-on-trajectory/act-on-trajectory.command.js';
import type { CompleteCommand } from './complete-command.js';
import { correctedGrant, correctedRevisionOf, type GrantDays, revisedGrant } from './proposed-grants.js';
import { Rules } from './rules.js';
import { SessionCircumstancesReader } from './session-circumstances.js';

type Of<Type extends TrajectoryIntent['type']> = Extract<TrajectoryIntent, { type: Type }>;

/** Adds to what somebody asks what must be known from elsewhere. */
@Injectable()
export class Circumstances {
  constructor(
    private readonly rules: Rules,
    private readonly sessions: SessionCircumstancesReader,
  ) {}

  /** Reads what `intent` needs; refused when it names somebody who is not registered. */
  async complete(
    intent: TrajectoryIntent,
    { facts, sessions }: TrajectoryState & { readonly facts: TrajectoryFacts },
    today: CalendarDate,
  ): Promise<CompleteCommand> {
    switch (intent.type) {
      case 'RecordSession':
        return this.sessions.forNew(intent, facts, today);
      case 'CorrectSession':
        return this.sessions.forCorrection(intent, itemById(sessions, intent.sessionId), facts, today);
      case 'AssignCoach':
      case 'SubstituteCoach':
      case 'HandOverCoach':
        return this.withCoach(intent, intent.coachId, facts, today);
      case 'CorrectCoachAssignment': {
        const held = facts.assignments.find(({ id }) => id === intent.assignmentId)?.coachId;
        return this.withCoach(intent, intent.changes.coachId ?? held, facts, today);
      }
      case 'StartPlacement':
        return this.withRuleSet(intent, intent.employerId, facts, today);
      case 'ChangeJob':
        return this.withRuleSet(intent, intent.next.employerId, facts, today);
      case 'CorrectPlacement':
        return this.withRuleSet(intent, intent.changes.employerId, facts, today);
      case 'ChangePlacement':
      case 'EndPlacement':
        return this.withRuleSet(intent, undefined, facts, today);
      case 'GrantCoaching':
        return this.withLimit(intent, intent, facts, today);
      case 'CorrectGrant':
        return this.withLimit(intent, correctedGrant(intent, facts), facts, today);
      case 'ReviseGrant':
        return this.withLimit(intent, revisedGrant(intent, facts), facts, today);
      case 'CorrectGrantRevision':
        return this.withLimit(intent, correctedRevisionOf(intent, facts), facts, today);
      case 'ChangeOrganisation': {
        const organisation = await this.rules.organisation(intent.organisationId, facts, today);
        return () => ({ ...intent, today, circumstances: { organisation } });
      }
      case 'MoveRuleSet': {
        const ruleSet = await this.rules.ruleSetOfVersion(facts.funderId, intent.version);
        return () => ({ ...intent, today, circumstances: { ruleSet } });
      }
      case 'ApproveHours':
      case 'CorrectHoursApproval':
      case 'SubmitDeclaration':
      case 'CorrectDeclaration':
      case 'SettleDeclaration': {
        const account = await this.rules.account(facts, today);
        return () => ({ ...intent, today, circumstances: account });
      }
      case 'RecordEmployerContact':
      case 'ReportIncident':
        if (intent.employerId) await this.rules.employerExists(intent.employerId);
        return () => ({ ...intent, today });
      case 'CorrectEmployerContact':
      case 'CorrectIncident':
        if (intent.changes.employerId) await this.rules.employerExists(intent.changes.employerId);
        return () => ({ ...intent, today });
      case 'AskForAnotherCoach':
        if (intent.preferredCoachId)
          await this.rules.coachExists(intent.preferredCoachId, 'preferredCoachId');
        return () => ({ ...intent, today });
      case 'CorrectSubstitution': {
        const held = facts.substitutions.find(({ id }) => id === intent.substitutionId)?.coachId;
        return this.withCoach(intent, intent.changes.coachId ?? held, facts, today);
      }
      case 'CorrectOrganisationChange': {
        const held = facts.organisationChanges.find(({ id }) => id === intent.changeId)?.organisationId;
        // Without such a change the decision refuses, whichever organisation that would be.
        const id = intent.changes.organisationId ?? held ?? facts.organisationId;
        const organisation = await this.rules.organisation(id, facts, today);
        return () => ({ ...intent, today, circumstances: { organisation } });
      }
      case 'CorrectRuleSetMove': {
        const { version } = intent.changes;
        const ruleSet =
          version === undefined
            ? await this.rules.ruleSetOf(facts, today)
            : await this.rules.ruleSetOfVersion(facts.funderId, version);
        return () => ({ ...intent, today, circumstances: { ruleSet } });
      }
      case 'ReportAccountability': {
        const ruleSet = await this.rules.ruleSetOf(facts, intent.to);
        return () => ({ ...intent, today, circumstances: { ruleSet } });
      }
      case 'OpenTrajectory':
        throw new TypeError('a trajectory is opened by a command of its own');
      case 'EndSubstitution':
      case 'NameCaseDirector':
      case 'NameCaseManager':
      case 'ReportAbsence':
      case 'EndAbsence':
      case 'CorrectAbsence':
      case 'LearnFit':
      case 'WithdrawSession':
      case 'AskForCorrection':
      case 'AnswerCorrectionRequest':
      case 'CorrectClosure':
      case 'ProposeClosure':
      case 'ReopenTrajectory':
      case 'CorrectReopening':
      case 'MeasureOutcome':
      case 'CorrectOutcome':
      case 'RecordAftercareContact':
      case 'CorrectAftercareContact':
      case 'AskForPlan':
      case 'DraftPlan':
      case 'RevisePlan':
      case 'AgreePlan':
      case 'DeclinePlan':
      case 'ReachGoal':
      case 'DropGoal':
      case 'CorrectGoalOutcome':
      case 'FulfilAgreement':
      case 'CorrectFulfilment':
      case 'PlanEvaluation':
      case 'CorrectEvaluationPlan':
      case 'HoldEvaluation':
      case 'CorrectEvaluation':
      case 'GiveAssessment':
      case 'CorrectAssessment':
      case 'ReceiveApplication':
      case 'DraftApplication':
      case 'CorrectApplication':
      case 'AskForCompletion':
      case 'CompleteApplication':
      case 'RefuseCoaching':
      case 'CorrectApplicationDecision':
      case 'LodgeObjection':
      case 'CorrectObjection':
      case 'DecideObjection':
      case 'CorrectObjectionDecision':
      case 'ApproveCoachingDuringAbsence':
      case 'CorrectCoachingApproval':
      case 'ResolveIncident':
      case 'SignalSupportNeed':
      case 'CorrectSupportNeed':
      case 'AgreeContactRhythm':
      case 'CorrectContactRhythm':
      case 'AnswerCoachChange':
      case 'CorrectCaseDirector':
      case 'CorrectCaseManager':
      case 'CorrectFitNote':
      case 'CloseTrajectory':
        return () => ({ ...intent, today });
      default:
        return unknownMember(intent);
    }
  }

  private async withCoach(
    intent: Of<
      'AssignCoach' | 'SubstituteCoach' | 'HandOverCoach' | 'CorrectCoachAssignment' | 'CorrectSubstitution'
    >,
    coachId: string | undefined,
    facts: TrajectoryFacts,
    today: CalendarDate,
  ): Promise<CompleteCommand> {
    // Without a coach the assignment is not there, which the decision refuses.
    const coach = coachId === undefined ? NOTHING_KNOWN : await this.rules.coach(coachId, facts, today);
    return () => ({ ...intent, today, circumstances: { coach } });
  }

  private async withRuleSet(
    intent: Of<'StartPlacement' | 'ChangeJob' | 'CorrectPlacement' | 'ChangePlacement' | 'EndPlacement'>,
    employerId: string | undefined,
    facts: TrajectoryFacts,
    today: CalendarDate,
  ): Promise<CompleteCommand> {
    if (employerId !== undefined) await this.rules.employerExists(employerId);
    const [ruleSet, survivors] = await Promise.all([
      this.rules.ruleSetOf(facts, today),
      this.rules.mergedEmployers(facts, employerId),
    ]);
    return () => ({ ...intent, today, circumstances: { ruleSet, survivors } });
  }

  private async withLimit(
    intent: Of<'GrantCoaching' | 'CorrectGrant' | 'ReviseGrant' | 'CorrectGrantRevision'>,
    grant: GrantDays | undefined,
    facts: TrajectoryFacts,
    today: CalendarDate,
  ): Promise<CompleteCommand> {
    // Without a grant, or with days that run backwards, the decision refuses.
    const beyondLimit =
      grant !== undefined && grant.from <= grant.to && (await this.rules.isBeyondLimit(facts, grant, today));
    return () => ({ ...intent, today, circumstances: { beyondLimit } });
  }
}

const NOTHING_KNOWN = { ties: [], recognised: [], bindingTies: [], withoutRecognition: 'finding' } as const;
