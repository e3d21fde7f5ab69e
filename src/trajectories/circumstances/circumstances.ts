import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { unknownMember } from '../../../domain/shared/decider.js';
import { itemById } from '../../../domain/shared/items-by-id.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import type { TrajectoryState } from '../../../domain/trajectory/state.js';
import type { TrajectoryIntent } from '../commands/act-on-trajectory/act-on-trajectory.command.js';
import type { CompleteCommand } from './complete-command.js';
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
      case 'ChangeOrganisation': {
        const organisation = await this.rules.organisation(intent.organisationId, facts, today);
        return () => ({ ...intent, today, circumstances: { organisation } });
      }
      case 'MoveRuleSet': {
        const ruleSet = await this.rules.ruleSetOfVersion(facts.funderId, intent.version);
        return () => ({ ...intent, today, circumstances: { ruleSet } });
      }
      case 'RecordEmployerContact':
        await this.rules.employerExists(intent.employerId);
        return () => ({ ...intent, today });
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
      case 'ReceiveApplication':
      case 'WithdrawSession':
      case 'CloseTrajectory':
        return () => ({ ...intent, today });
      default:
        return unknownMember(intent);
    }
  }

  private async withCoach(
    intent: Of<'AssignCoach' | 'SubstituteCoach' | 'HandOverCoach' | 'CorrectCoachAssignment'>,
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
    const ruleSet = await this.rules.ruleSetOf(facts, today);
    return () => ({ ...intent, today, circumstances: { ruleSet } });
  }

  private async withLimit(
    intent: Of<'GrantCoaching' | 'CorrectGrant'>,
    grant: GrantDays | undefined,
    facts: TrajectoryFacts,
    today: CalendarDate,
  ): Promise<CompleteCommand> {
    const proposed = grant !== undefined && grant.from <= grant.to;
    const { placementId, ...days } = grant ?? { placementId: undefined };
    const beyondLimit =
      proposed && 'from' in days
        ? await this.rules.isBeyondLimit(
            withoutGrant(facts, intent.grantId),
            { from: days.from, to: days.to, ...(placementId && { placementId }) },
            today,
          )
        : false;
    return () => ({ ...intent, today, circumstances: { beyondLimit } });
  }
}

interface GrantDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly placementId?: string | undefined;
}

/** The days of a grant once it is corrected; undefined when there is no such grant. */
function correctedGrant(
  { grantId, changes }: Of<'CorrectGrant'>,
  facts: TrajectoryFacts,
): GrantDays | undefined {
  const held = facts.grants.find(({ id }) => id === grantId);
  const decision = held?.decisions.at(-1);
  if (held === undefined || decision === undefined) return undefined;
  const placementId =
    changes.placementId === undefined ? held.placementId : (changes.placementId ?? undefined);
  return { from: changes.from ?? decision.from, to: changes.to ?? decision.to, placementId };
}

function withoutGrant(facts: TrajectoryFacts, grantId: string): TrajectoryFacts {
  return { ...facts, grants: facts.grants.filter(({ id }) => id !== grantId) };
}

const NOTHING_KNOWN = { ties: [], recognised: [], bindingTies: [], withoutRecognition: 'finding' } as const;
