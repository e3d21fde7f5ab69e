import { DEADLINE_KINDS } from '../../../domain/shared/lists.js';
import {
  BooleanAnswer,
  DateAnswer,
  EnumAnswer,
  IdAnswer,
  IntegerAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';

export class RuleAnswer {
  @TextAnswer('De naam van de regels (regelset, rule set).', 'municipal-2y')
  readonly ruleSet: string;

  @IntegerAnswer(
    'De versie die de opdrachtgever vaststelde; null bij een klok die er alleen naast staat.',
    2,
    {
      nullable: true,
    },
  )
  readonly version: number | null;

  @TextAnswer('De plaats van de waarde in de regels (pad).', 'clock.maximum')
  readonly path: string;

  @TextAnswer(
    'De gepubliceerde bron; null als de opdrachtgever er geen noemt.',
    'UWV 2014 A.4.1, A.4.2 (S3)',
    {
      nullable: true,
    },
  )
  readonly source: string | null;

  @BooleanAnswer('Of geen gepubliceerde bron het zo zegt (gevolgtrekking, inference).')
  readonly inference: boolean;
}

const BUDGET_RULE =
  'De regel waar de minuten uit volgen; null als er niets is toegekend of de toekenning zelf uren noemt.';

export class CoachingPeriodAnswer {
  @IntegerAnswer('Het nummer van de jobcoachperiode.', 1)
  readonly number: number;

  @DateAnswer('De eerste dag.')
  readonly startsOn: string;

  @DateAnswer('De laatste dag.')
  readonly lastDay: string;

  @IntegerAnswer('De minuten die er zijn (budget); null als geen dag is toegekend.', 1_500, {
    nullable: true,
  })
  readonly budgetMinutes: number | null;

  @IntegerAnswer('De minuten die zijn gebruikt.', 615)
  readonly usedMinutes: number;

  @IdAnswer('De toekenning (grant) met de meeste dagen in deze periode.', { nullable: true })
  readonly grantId: string | null;

  @ObjectAnswer(() => RuleAnswer, BUDGET_RULE, { nullable: true })
  readonly budgetRule: RuleAnswer | null;
}

export class ExtensionAnswer {
  @IdAnswer('De toekenning (grant).')
  readonly grantId: string;

  @DateAnswer('De eerste dag voorbij de maximale duur.')
  readonly startsOn: string;

  @DateAnswer('De laatste dag.')
  readonly lastDay: string;

  @DateAnswer('De dag van de beschikking.')
  readonly decidedOn: string;

  @BooleanAnswer('Of de verlenging (extension) is gemotiveerd.')
  readonly motivated: boolean;
}

const STATUSES = ['running', 'announce-extension', 'ends-soon', 'reached', 'extended', 'restarted', 'closed'];

export class TermAnswer {
  @DateAnswer('De eerste dag van de termijn (term).')
  readonly startsOn: string;

  @DateAnswer('De laatste dag: dan is de maximale duur bereikt.')
  readonly lastDay: string;

  @IdAnswer('De werkgevers in deze termijn.', { list: true })
  readonly employerIds: readonly string[];

  @IdAnswer('De werkplekken in deze termijn.', { list: true })
  readonly placementIds: readonly string[];

  @TextAnswer('Hoeveel er voorbij is (ISO 8601).', 'P1Y8M21D')
  readonly elapsed: string;

  @TextAnswer('Hoeveel er nog is (ISO 8601).', 'P3M10D')
  readonly remaining: string;

  @IntegerAnswer('De dagen zonder werkplek binnen de termijn.', 12)
  readonly daysWithoutPlacement: number;

  @EnumAnswer(STATUSES, 'De stand van de termijn (status).')
  readonly status: string;

  @ObjectAnswer(() => CoachingPeriodAnswer, 'De jobcoachperiodes (coaching periods).', { list: true })
  readonly periods: readonly CoachingPeriodAnswer[];

  @ObjectAnswer(() => ExtensionAnswer, 'Wat is toegekend voorbij de laatste dag (verlengingen).', {
    list: true,
  })
  readonly extensions: readonly ExtensionAnswer[];
}

export class SeparatePeriodAnswer {
  @IdAnswer('De werkplek (proefplaatsing).')
  readonly placementId: string;

  @IdAnswer('De werkgever.')
  readonly employerId: string;

  @DateAnswer('De eerste dag.')
  readonly startsOn: string;

  @DateAnswer('De laatste dag; null zolang die niet bekend is.', { nullable: true })
  readonly lastDay: string | null;

  @IntegerAnswer('De minuten die er zijn (budget).', 300, { nullable: true })
  readonly budgetMinutes: number | null;

  @IntegerAnswer('De minuten die zijn gebruikt.', 120)
  readonly usedMinutes: number;

  @IdAnswer('De toekenning (grant).', { nullable: true })
  readonly grantId: string | null;

  @ObjectAnswer(() => RuleAnswer, BUDGET_RULE, { nullable: true })
  readonly budgetRule: RuleAnswer | null;
}

export class ClockAnswer {
  @TextAnswer('De naam van de regels (rule set) waar deze klok bij hoort.', 'municipal-2y')
  readonly clock: string;

  @BooleanAnswer('Of deze klok geldt voor de opdrachtgever (bindend).')
  readonly binding: boolean;

  @TextAnswer('De maximale duur (ISO 8601).', 'P2Y')
  readonly maximum: string;

  @TextAnswer('De gepubliceerde regel waar dit uit komt, met datum.', 'UWV Protocol Jobcoach 2014, A.4.1')
  readonly basis: string;

  @ObjectAnswer(() => RuleAnswer, 'De regel waar de maximale duur uit komt.')
  readonly rule: RuleAnswer;

  @ObjectAnswer(
    () => RuleAnswer,
    'Elke regel waar de termijnen, de periodes, de stand en de uren uit volgen.',
    {
      list: true,
    },
  )
  readonly rules: readonly RuleAnswer[];

  @ObjectAnswer(() => TermAnswer, 'De termijnen (terms).', { list: true })
  readonly terms: readonly TermAnswer[];

  @ObjectAnswer(() => SeparatePeriodAnswer, 'Proefplaatsingen die buiten elke termijn vallen.', {
    list: true,
  })
  readonly separatePeriods: readonly SeparatePeriodAnswer[];
}

export class DeadlineAnswer {
  @EnumAnswer(DEADLINE_KINDS, 'Het soort uiterste datum (deadline).')
  readonly kind: string;

  @DateAnswer('De laatste dag waarop het op tijd is.')
  readonly dueOn: string;

  @EnumAnswer(
    ['open', 'overdue', 'met', 'late'],
    'Open, te laat en nog niet gedaan, op tijd gedaan, of te laat gedaan.',
  )
  readonly status: string;

  @ObjectAnswer(() => RuleAnswer, 'De regel waar deze datum uit volgt.')
  readonly rule: RuleAnswer;

  @DateAnswer('De dag waarop het uiterlijk moet (wettelijke grens).', { optional: true })
  readonly atTheLatestOn?: string;

  @IdAnswer('Waar het om gaat, als er meer zijn van een soort.', { optional: true })
  readonly for?: string;

  @IntegerAnswer('De dagen die geen toekenning meer kan dekken.', 9, { optional: true })
  readonly unfundedDays?: number;
}

export class LimitsAnswer {
  @DateAnswer('De dag waarop dit zo is (peildatum).')
  readonly on: string;

  @ObjectAnswer(
    () => ClockAnswer,
    'Elke klok: eerst die van de opdrachtgever, dan die van 2 jaar en van 3 jaar.',
    {
      list: true,
    },
  )
  readonly clocks: readonly ClockAnswer[];

  @ObjectAnswer(() => DeadlineAnswer, 'De uiterste datums (deadlines).', { list: true })
  readonly deadlines: readonly DeadlineAnswer[];
}
