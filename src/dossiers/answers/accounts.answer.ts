import {
  BooleanAnswer,
  DateAnswer,
  EnumAnswer,
  IdAnswer,
  IntegerAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';

export class HoursPeriodAnswer {
  @EnumAnswer(
    ['coaching-period', 'trial', 'extension'],
    'Een jobcoachperiode, een proefplaatsing buiten elke termijn, of een verlenging voorbij de maximale duur.',
  )
  readonly kind: string;

  @IntegerAnswer('Het nummer van de jobcoachperiode; null bij de andere soorten.', 1, { nullable: true })
  readonly number: number | null;

  @IdAnswer('De werkgever waar de periode voor telt; null als de klok over alle werkgevers loopt.', {
    nullable: true,
  })
  readonly employerId: string | null;

  @DateAnswer('De eerste dag.')
  readonly startsOn: string;

  @DateAnswer('De laatste dag; null zolang die niet bekend is.', { nullable: true })
  readonly lastDay: string | null;

  @IntegerAnswer('De toegekende minuten; null als geen dag is toegekend.', 1_560, { nullable: true })
  readonly granted: number | null;

  @IntegerAnswer('De gebruikte minuten.', 615)
  readonly used: number;

  @IntegerAnswer('De goedgekeurde minuten, zoals de coachsessies nu zijn.', 600)
  readonly approved: number;

  @IntegerAnswer('De gedeclareerde minuten.', 540)
  readonly declared: number;

  @IntegerAnswer('De minuten die over zijn: toegekend en niet gebruikt.', 945, { nullable: true })
  readonly left: number | null;

  @DateAnswer(
    'De dag waarop de minuten in dit tempo op zijn (het gemiddelde per dag vanaf de eerste dag), of op raakten; null als dat niet in de periode is.',
    { nullable: true },
  )
  readonly runsOutOn: string | null;
}

export class HoursAnswer {
  @DateAnswer('De dag waarop dit zo is (peildatum).')
  readonly on: string;

  @TextAnswer('De naam van de klok die geldt.', 'municipal-2y')
  readonly clock: string;

  @ObjectAnswer(() => HoursPeriodAnswer, 'De periodes, op volgorde van hun eerste dag.', { list: true })
  readonly periods: readonly HoursPeriodAnswer[];
}

export class HoursApprovalAnswer {
  @IdAnswer('De goedkeuring van uren (hours approval).')
  readonly id: string;

  @DateAnswer('De dag waarop is goedgekeurd.')
  readonly on: string;

  @DateAnswer('De eerste dag.')
  readonly from: string;

  @DateAnswer('De laatste dag.')
  readonly to: string;

  @IntegerAnswer('De minuten die zijn goedgekeurd.', 600)
  readonly minutes: number;

  @BooleanAnswer('Of de goedkeuring is ingetrokken.')
  readonly withdrawn: boolean;

  @IdAnswer('De coachsessies die nog zijn goedgekeurd, op volgorde van dag.', { list: true })
  readonly sessionIds: readonly string[];

  @IntegerAnswer('De minuten daarvan; minder als coachsessies opnieuw goedgekeurd moeten worden.', 540)
  readonly stillApprovedMinutes: number;
}

export class ChangedAfterDeclarationAnswer {
  @IntegerAnswer('Wat de uren nu meer of minder zijn, in minuten.', -15)
  readonly minutes: number;

  @IdAnswer('De coachsessies die zijn verbeterd, ingetrokken of daarna goedgekeurd.', { list: true })
  readonly sessionIds: readonly string[];
}

export class SettlementAnswer {
  @IdAnswer('De afrekening (settlement).')
  readonly id: string;

  @DateAnswer('De dag van de afrekening.')
  readonly on: string;

  @IntegerAnswer('De minuten die worden betaald.', 585)
  readonly minutes: number;

  @IntegerAnswer('Het bedrag in hele centen zonder btw.', 72_910)
  readonly amountCents: number;

  @IntegerAnswer('De verandering van de uren waar deze afrekening mee rekent, in minuten.', -15)
  readonly changedMinutes: number;
}

export class ToldSettlementAnswer extends SettlementAnswer {
  @TextAnswer('Waarom het anders is dan gedeclareerd (reden).', 'Een coachsessie is ingetrokken.', {
    nullable: true,
  })
  readonly reason: string | null;
}

export class DeclarationAnswer {
  @IdAnswer('De declaratie (declaration).')
  readonly id: string;

  @DateAnswer('De dag waarop zij is ingediend.')
  readonly on: string;

  @DateAnswer('De eerste dag.')
  readonly from: string;

  @DateAnswer('De laatste dag.')
  readonly to: string;

  @IntegerAnswer('De minuten die worden gevraagd.', 600)
  readonly minutes: number;

  @IntegerAnswer('Het bedrag in hele centen zonder btw.', 74_780, { nullable: true })
  readonly amountCents: number | null;

  @BooleanAnswer('Of de declaratie is ingetrokken.')
  readonly withdrawn: boolean;

  @ObjectAnswer(
    () => ChangedAfterDeclarationAnswer,
    'Wat er aan de uren veranderde nadat de declaratie was ingediend.',
  )
  readonly changedAfterDeclaration: ChangedAfterDeclarationAnswer;

  @IntegerAnswer('De verandering die nog met een afrekening verrekend moet worden, in minuten.', -15)
  readonly toSettleMinutes: number;

  @ObjectAnswer(() => ToldSettlementAnswer, 'De afrekeningen, in de volgorde van vastleggen.', { list: true })
  readonly settlements: readonly ToldSettlementAnswer[];

  @ObjectAnswer(() => SettlementAnswer, 'De afrekening die geldt: de laatste.', { nullable: true })
  readonly settled: SettlementAnswer | null;
}
