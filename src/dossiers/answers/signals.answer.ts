import { ANSWERS_TO_COACH_CHANGE, INCIDENT_INITIATORS, LIFE_DOMAINS } from '../../../domain/shared/lists.js';
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

const FORGOTTEN = 'null als de kandidaat is vergeten';

export class IncidentAnswer {
  @IdAnswer('Het incident (incident).')
  readonly id: string;

  @DateAnswer('De dag.')
  readonly on: string;

  @IdAnswer('De werkgever bij wie het was; null als het elders was.', { nullable: true })
  readonly employerId: string | null;

  @EnumAnswer(INCIDENT_INITIATORS, 'Wie het naar voren bracht.')
  readonly initiatedBy: string;

  @TextAnswer(`Wat er gebeurde; ${FORGOTTEN}.`, 'Er was ruzie in de kantine.', { nullable: true })
  readonly summary: string | null;

  @DateAnswer('De dag waarop het is opgelost; null zolang het open is.', { nullable: true })
  readonly resolvedOn: string | null;

  @TextAnswer(`Wat het oploste; null zolang het open is.`, 'Met zijn drieën besproken.', { nullable: true })
  readonly resolution: string | null;

  @IntegerAnswer('Hoeveel dagen het openstond, of tot nu toe openstaat.', 2)
  readonly daysOpen: number;

  @InstantAnswer('Wanneer het is vastgelegd.')
  readonly recordedAt: string;
}

export class SupportNeedAnswer {
  @IdAnswer('De ondersteuningsbehoefte (support need).')
  readonly id: string;

  @DateAnswer('De dag. Meer dan dit zien alleen de kandidaat en de jobcoach.')
  readonly on: string;

  @EnumAnswer(LIFE_DOMAINS, `Het leefgebied; ${FORGOTTEN}.`, { optional: true, nullable: true })
  readonly lifeDomain?: string | null;

  @TextAnswer(`Naar wie is doorverwezen; ${FORGOTTEN}.`, 'De schuldhulpverlening', {
    optional: true,
    nullable: true,
  })
  readonly referredTo?: string | null;

  @InstantAnswer('Wanneer het is vastgelegd.')
  readonly recordedAt?: string;
}

export class LongIntervalAnswer {
  @DateAnswer('Het contact ervoor, of de eerste dag van het contactritme.')
  readonly from: string;

  @DateAnswer('Het contact dat er een eind aan maakte; null zolang dat er niet was.', { nullable: true })
  readonly to: string | null;

  @IntegerAnswer('Hoeveel dagen ertussen zitten.', 21)
  readonly days: number;
}

export class ContactRhythmAnswer {
  @IdAnswer('Het contactritme (contact rhythm).')
  readonly id: string;

  @DateAnswer('De eerste dag, waarop de lijst is geordend.')
  readonly on: string;

  @IntegerAnswer('Hoeveel dagen er ten hoogste tussen twee contacten zitten.', 14)
  readonly everyDays: number;

  @DateAnswer('De eerste dag.')
  readonly from: string;

  @DateAnswer(
    'De dag voor het volgende contactritme, of de laatste van het traject; null als het doorloopt.',
    {
      nullable: true,
    },
  )
  readonly until: string | null;

  @DateAnswer('Het laatste contact met de kandidaat; null als dat er niet was.', { nullable: true })
  readonly lastContactOn: string | null;

  @IntegerAnswer('Hoeveel dagen dat geleden is.', 9, { nullable: true })
  readonly daysSinceContact: number | null;

  @DateAnswer('De laatste dag waarop het volgende contact op tijd is; null als dit ritme dan niet geldt.', {
    nullable: true,
  })
  readonly nextDueOn: string | null;

  @BooleanAnswer('Of die dag voorbij is.')
  readonly overdue: boolean;

  @ObjectAnswer(() => LongIntervalAnswer, 'Waar er meer dagen tussen zaten dan was afgesproken.', {
    list: true,
  })
  readonly tooLong: readonly LongIntervalAnswer[];

  @InstantAnswer('Wanneer het is vastgelegd.')
  readonly recordedAt: string;
}

export class CoachChangeRequestAnswer {
  @IdAnswer('Het verzoek om een andere jobcoach (coach-change request).')
  readonly id: string;

  @DateAnswer('De dag waarop de kandidaat het vroeg.')
  readonly on: string;

  @TextAnswer(
    'Waarom, als de kandidaat dat zei. De jobcoach en de auditor zien dit niet.',
    'Het klikt niet.',
    {
      optional: true,
      nullable: true,
    },
  )
  readonly reason?: string | null;

  @IdAnswer('Wie de kandidaat graag wil, als die is genoemd.', { nullable: true })
  readonly preferredCoachId: string | null;

  @EnumAnswer(ANSWERS_TO_COACH_CHANGE, 'Toegestaan of afgewezen; null zolang het verzoek wacht.', {
    nullable: true,
  })
  readonly decision: string | null;

  @DateAnswer('De dag van het antwoord; null zolang het verzoek wacht.', { nullable: true })
  readonly answeredOn: string | null;

  @TextAnswer('De reden van het antwoord. De jobcoach en de auditor zien die niet.', 'Er is plaats.', {
    optional: true,
    nullable: true,
  })
  readonly answer?: string | null;

  @IntegerAnswer('Hoeveel dagen het verzoek wachtte, of tot nu toe wacht.', 6)
  readonly daysWaited: number;

  @InstantAnswer('Wanneer het is vastgelegd.')
  readonly recordedAt: string;
}

export class StretchAnswer {
  @DateAnswer('De eerste dag.')
  readonly from: string;

  @DateAnswer('De laatste dag; null als die niet bekend is.', { nullable: true })
  readonly until: string | null;
}

export class ReachableCoachAnswer {
  @IdAnswer('De jobcoach (coach).')
  readonly coachId: string;

  @TextAnswer('De naam.', 'Sanne de Vries')
  readonly name: string;

  @ObjectAnswer(() => StretchAnswer, 'De dagen waarop deze jobcoach er niet is, als dit zo’n dag is.', {
    nullable: true,
  })
  readonly away: StretchAnswer | null;
}

export class CaseDirectorAnswer {
  @TextAnswer(`De naam; ${FORGOTTEN}.`, 'M. de Boer', { nullable: true })
  readonly name: string | null;

  @DateAnswer('Vanaf welke dag.')
  readonly from: string;
}

export class ReachableAnswer {
  @DateAnswer('De dag waarop dit zo is (peildatum).')
  readonly on: string;

  @ObjectAnswer(() => ReachableCoachAnswer, 'De eigen jobcoach (coach).', { nullable: true })
  readonly coach: ReachableCoachAnswer | null;

  @ObjectAnswer(() => ReachableCoachAnswer, 'Wie vervangt (substitute).', { nullable: true })
  readonly substitute: ReachableCoachAnswer | null;

  @ObjectAnswer(() => CaseDirectorAnswer, 'De regisseur (case director).', { nullable: true })
  readonly caseDirector: CaseDirectorAnswer | null;

  @ObjectAnswer(
    () => StretchAnswer,
    'De dagen waarop niemand te bereiken is: die van nu, of anders de eerstvolgende (gap).',
    { nullable: true },
  )
  readonly gap: StretchAnswer | null;
}
