import { GOAL_KINDS, PLAN_PARTIES } from '../../../domain/trajectory/plan/lists.js';
import {
  BooleanAnswer,
  DateAnswer,
  EnumAnswer,
  IdAnswer,
  InstantAnswer,
  IntegerAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';

const WHO = 'een partij, of in woorden wie; null als de kandidaat is vergeten';

export class GoalAnswer {
  @IdAnswer('Het doel (goal).')
  readonly id: string;

  @TextAnswer('Wat het doel is; null als de kandidaat is vergeten.', 'Op tijd komen', { nullable: true })
  readonly what: string | null;

  @BooleanAnswer('Of het een van de drie hoofddoelen is.')
  readonly main: boolean;

  @EnumAnswer(GOAL_KINDS, 'Een werkdoel of een persoonlijk doel; null als dat niet is gezegd.', {
    nullable: true,
  })
  readonly kind: string | null;

  @EnumAnswer(['open', 'reached', 'dropped'], 'Open, bereikt of losgelaten, op deze dag.')
  readonly state: string;

  @DateAnswer('De dag waarop het doel is bereikt of losgelaten.', { nullable: true })
  readonly endedOn: string | null;
}

export class AgreementAnswer {
  @IdAnswer('De afspraak (agreement).')
  readonly id: string;

  @TextAnswer('Wat er nodig is; null als de kandidaat is vergeten.', 'Een aangepaste stoel', {
    nullable: true,
  })
  readonly what: string | null;

  @TextAnswer(`Wie het organiseert: ${WHO}.`, 'employer', { nullable: true })
  readonly organisedBy: string | null;

  @TextAnswer(`Wie het betaalt: ${WHO}.`, 'funder', { nullable: true })
  readonly paidBy: string | null;

  @TextAnswer(`Wie verantwoordelijk is: ${WHO}.`, 'coach', { nullable: true })
  readonly responsible: string | null;

  @DateAnswer('De dag waarop het klaar moet zijn.')
  readonly dueOn: string;

  @EnumAnswer(['open', 'overdue', 'fulfilled'], 'Open, over tijd of nagekomen, op deze dag.')
  readonly state: string;

  @DateAnswer('De dag waarop de afspraak is nagekomen.', { nullable: true })
  readonly fulfilledOn: string | null;
}

class PartyAnswer {
  @IdAnswer('Het akkoord of de afwijzing.')
  readonly id: string;

  @EnumAnswer(PLAN_PARTIES, 'De partij.')
  readonly party: string;

  @IdAnswer('Welke werkgever, als de partij dat is.', { nullable: true })
  readonly employerId: string | null;

  @DateAnswer('De dag.')
  readonly on: string;

  @BooleanAnswer('Of het op papier is getekend en door een ander is vastgelegd (op papier).')
  readonly onPaper: boolean;
}

export class AgreedByAnswer extends PartyAnswer {
  @TextAnswer('Wie akkoord ging; null als de kandidaat is vergeten.', 'J. de Wit', { nullable: true })
  readonly name: string | null;
}

export class DeclinedByAnswer extends PartyAnswer {
  @TextAnswer('Waarom niet; null als de kandidaat is vergeten.', 'Te veel tegelijk.', { nullable: true })
  readonly reason: string | null;
}

export class PlanAnswer {
  @IdAnswer('Het nummer van deze versie.')
  readonly id: string;

  @IntegerAnswer('De versie van het plan van aanpak (plan of approach).', 1)
  readonly version: number;

  @DateAnswer('De dag waarop deze versie is opgesteld.')
  readonly draftedOn: string;

  @InstantAnswer('Wanneer deze versie is vastgelegd.')
  readonly recordedAt: string;

  @TextAnswer('Waarom het plan werd herzien; null bij de eerste versie.', 'Ander rooster.', {
    nullable: true,
  })
  readonly reason: string | null;

  @EnumAnswer(
    ['asked', 'agreed', 'declined'],
    'Of de partijen nog zijn gevraagd, allemaal akkoord zijn, of een van hen het plan afwees.',
  )
  readonly state: string;

  @DateAnswer('De dag waarop iedereen akkoord was.', { nullable: true })
  readonly agreedByAllOn: string | null;

  @ObjectAnswer(() => AgreedByAnswer, 'Wie akkoord ging.', { list: true })
  readonly agreedBy: readonly AgreedByAnswer[];

  @IntegerAnswer('Hoeveel van hen op papier.', 1)
  readonly agreedOnPaper: number;

  @ObjectAnswer(() => DeclinedByAnswer, 'Wie het plan afwees.', { list: true })
  readonly declinedBy: readonly DeclinedByAnswer[];

  @EnumAnswer(PLAN_PARTIES, 'Wie nog akkoord moet gaan.', { list: true })
  readonly toAgree: readonly string[];

  @IdAnswer('Welke werkgevers dat zijn.', { list: true })
  readonly employersToAgree: readonly string[];

  @ObjectAnswer(() => GoalAnswer, 'De doelen, de hoofddoelen eerst.', { list: true })
  readonly goals: readonly GoalAnswer[];

  @TextAnswer(
    'Wat de kandidaat nodig heeft; null als u dat niet mag zien of de kandidaat is vergeten.',
    'Rust',
    {
      nullable: true,
      list: true,
    },
  )
  readonly needs: readonly string[] | null;

  @ObjectAnswer(() => AgreementAnswer, 'De afspraken.', { list: true })
  readonly agreements: readonly AgreementAnswer[];

  @DateAnswer('De dagen waarop wordt geëvalueerd.', { list: true })
  readonly evaluationsOn: readonly string[];
}
