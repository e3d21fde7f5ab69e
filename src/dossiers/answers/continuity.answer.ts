import { APPLICATION_KINDS, PLACEMENT_KINDS, REGIMES } from '../../../domain/shared/lists.js';
import {
  BooleanAnswer,
  DateAnswer,
  EnumAnswer,
  IdAnswer,
  IntegerAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';

export class EmployerStretchAnswer {
  @IdAnswer('Het traject.')
  readonly trajectoryId: string;

  @IdAnswer('De werkplek.')
  readonly placementId: string;

  @IdAnswer('De werkgever.')
  readonly employerId: string;

  @EnumAnswer(PLACEMENT_KINDS, 'Het soort werkplek.')
  readonly kind: string;

  @DateAnswer('De eerste dag.')
  readonly startsOn: string;

  @DateAnswer('De laatste dag; null zolang het doorloopt.', { nullable: true })
  readonly endedOn: string | null;
}

export class CoachStretchAnswer {
  @IdAnswer('Het traject.')
  readonly trajectoryId: string;

  @IdAnswer('De jobcoach.')
  readonly coachId: string;

  @EnumAnswer(['assigned', 'substitute'], 'De eigen jobcoach of een vervanger.')
  readonly role: string;

  @DateAnswer('De eerste dag.')
  readonly from: string;

  @DateAnswer('De laatste dag; null zolang het doorloopt.', { nullable: true })
  readonly until: string | null;
}

export class GrantStretchAnswer {
  @IdAnswer('Het traject.')
  readonly trajectoryId: string;

  @IdAnswer('De toekenning (grant).')
  readonly grantId: string;

  @DateAnswer('De eerste dag.')
  readonly from: string;

  @DateAnswer('De laatste dag.')
  readonly to: string;

  @EnumAnswer(REGIMES, 'Het begeleidingsregime.')
  readonly regime: string;

  @IntegerAnswer('De toegekende minuten; null als ze uit het regime volgen.', 1_560, { nullable: true })
  readonly minutes: number | null;
}

export class JobChangeAnswer {
  @IdAnswer('De oude werkgever.')
  readonly from: string;

  @IdAnswer('De nieuwe werkgever.')
  readonly to: string;

  @DateAnswer('De laatste dag bij de oude werkgever.')
  readonly endedOn: string;

  @DateAnswer('De eerste dag bij de nieuwe werkgever.')
  readonly startedOn: string;

  @IntegerAnswer('De dagen ertussen.', 12)
  readonly gapDays: number;

  @EnumAnswer(
    ['same', 'substituted', 'other', 'none'],
    'Of de jobcoach bleef: dezelfde, vervangen, een ander of geen.',
  )
  readonly coachKept: string;

  @DateAnswer('Het eerste contact met de kandidaat vanaf de nieuwe start.', { nullable: true })
  readonly firstContactOn: string | null;

  @DateAnswer('Het eerste contact met de nieuwe werkgever.', { nullable: true })
  readonly firstEmployerContactOn: string | null;

  @IntegerAnswer('De langste reeks dagen zonder contact rond de wisseling.', 9)
  readonly daysWithoutContact: number;

  @IntegerAnswer('De dagen zonder toekenning vanaf de nieuwe start.', 0)
  readonly unfundedDays: number;

  @BooleanAnswer('Of de begeleiding doorliep; null zolang dat nog kan.', { nullable: true })
  readonly continuous: boolean | null;
}

export class ContinuityAnswer {
  @DateAnswer('De dag waarop dit zo is (peildatum).')
  readonly on: string;

  @ObjectAnswer(() => EmployerStretchAnswer, 'De lijn van werkgevers.', { list: true })
  readonly employers: readonly EmployerStretchAnswer[];

  @ObjectAnswer(() => CoachStretchAnswer, 'De lijn van jobcoaches.', { list: true })
  readonly coaches: readonly CoachStretchAnswer[];

  @ObjectAnswer(() => GrantStretchAnswer, 'De lijn van toekenningen.', { list: true })
  readonly grants: readonly GrantStretchAnswer[];

  @ObjectAnswer(() => JobChangeAnswer, 'De wisselingen van werk (job changes).', { list: true })
  readonly jobChanges: readonly JobChangeAnswer[];

  @IntegerAnswer('Hoe vaak de eigen jobcoach een ander werd.', 1)
  readonly coachChanges: number;
}

export class JobChangeRuleAnswer {
  @TextAnswer('De naam van de regels (rule set).', 'municipal-2y')
  readonly ruleSet: string;

  @IntegerAnswer('De versie van de regels.', 1, { nullable: true })
  readonly version: number | null;

  @TextAnswer('Waar het in die regels staat.', 'deadlines.firstApplication')
  readonly path: string;

  @TextAnswer('De gepubliceerde regel; null als de regels die niet noemen.', 'UWV 2014 A.5', {
    nullable: true,
  })
  readonly source: string | null;

  @BooleanAnswer('Of geen gepubliceerde regel dit zegt.')
  readonly inference: boolean;
}

export class FollowUpApplicationAnswer {
  @EnumAnswer(APPLICATION_KINDS, 'Het soort aanvraag.')
  readonly kind: string;

  @DateAnswer('De laatste dag waarop het op tijd is.')
  readonly dueOn: string;

  @ObjectAnswer(
    () => JobChangeRuleAnswer,
    'Waarom het opnieuw moet: wat een nieuwe werkgever met de klok doet.',
  )
  readonly why: JobChangeRuleAnswer;

  @ObjectAnswer(() => JobChangeRuleAnswer, 'De termijn waar de laatste dag uit volgt.')
  readonly term: JobChangeRuleAnswer;
}

export class JobChangeOverviewAnswer {
  @IdAnswer('Wat is geleerd en meeging (fit notes).', { list: true })
  readonly carried: readonly string[];

  @ObjectAnswer(() => FollowUpApplicationAnswer, 'Wat opnieuw moet worden aangevraagd.', { list: true })
  readonly toApplyFor: readonly FollowUpApplicationAnswer[];

  @EnumAnswer(['candidate', 'employer', 'funder', 'coach'], 'Wie het plan nog moet goedkeuren.', {
    list: true,
  })
  readonly toAgree: readonly string[];

  @ObjectAnswer(() => JobChangeRuleAnswer, 'Waarom zij moeten goedkeuren; null als niemand dat hoeft.', {
    nullable: true,
  })
  readonly toAgreeWhy: JobChangeRuleAnswer | null;

  @IdAnswer('De nieuwe werkgever, zolang daar geen contact mee was.', { list: true })
  readonly toContact: readonly string[];
}
