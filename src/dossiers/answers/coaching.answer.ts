import { ACTIVITIES, CONTACT_KINDS, SESSION_FORMS } from '../../../domain/shared/lists.js';
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

export class DeclaredInAnswer {
  @IdAnswer('De declaratie (declaration).')
  readonly declarationId: string;

  @IntegerAnswer('De minuten waarvoor zij telde.', 60)
  readonly minutes: number;
}

export class SessionRecognitionAnswer {
  @BooleanAnswer('Of de jobcoach op deze dag een geldige erkenning (recognition) had.')
  readonly coach: boolean;

  @BooleanAnswer('Of de jobcoachorganisatie op deze dag een geldige erkenning had.')
  readonly organisation: boolean;
}

export class SessionAnswer {
  @IdAnswer('De coachsessie (session).')
  readonly id: string;

  @IdAnswer('De jobcoach.')
  readonly coachId: string;

  @DateAnswer('De dag.')
  readonly on: string;

  @TextAnswer('De begintijd, als die is genoemd.', '09:30', { optional: true })
  readonly startsAt?: string;

  @IntegerAnswer('De minuten van de hele groep.', 60)
  readonly minutes: number;

  @IntegerAnswer('De groepsgrootte.', 1)
  readonly groupSize: number;

  @EnumAnswer(ACTIVITIES, 'De activiteit.')
  readonly activity: string;

  @EnumAnswer(SESSION_FORMS, 'De vorm.')
  readonly form: string;

  @IdAnswer('De werkplek, als die is genoemd.', { optional: true })
  readonly placementId?: string;

  @DateAnswer('De dag waarop het elders werd geregistreerd.', { optional: true })
  readonly registeredOn?: string;

  @BooleanAnswer('Of de coachsessie is ingetrokken.')
  readonly withdrawn: boolean;

  @IdAnswer('De goedkeuringen (hours approvals) die haar goedkeuren zoals zij nu is.', {
    list: true,
    optional: true,
  })
  readonly approvedBy?: readonly string[];

  @ObjectAnswer(() => DeclaredInAnswer, 'Waarvoor zij telde in elke declaratie.', {
    list: true,
    optional: true,
  })
  readonly declaredIn?: readonly DeclaredInAnswer[];

  @InstantAnswer('Wanneer het is vastgelegd.')
  readonly recordedAt: string;

  @ObjectAnswer(
    () => SessionRecognitionAnswer,
    'Of er op deze dag geldige erkenningen waren; alleen voor de coördinator en de opdrachtgever.',
    { optional: true },
  )
  readonly recognised?: SessionRecognitionAnswer;

  @TextAnswer('Het verslag; null als de kandidaat is vergeten.', 'Samen de werkplanning gemaakt.', {
    nullable: true,
  })
  readonly summary: string | null;

  @TextAnswer('De doelen.', 'Op tijd komen', { nullable: true, list: true })
  readonly goals: readonly string[] | null;

  @TextAnswer(
    'De vertrouwelijke notitie: alleen voor de kandidaat en de jobcoach van die dag.',
    'Maakt zich zorgen.',
    {
      nullable: true,
      optional: true,
    },
  )
  readonly confidentialNote?: string | null;
}

export class EmployerContactAnswer {
  @IdAnswer('Het werkgeverscontact (employer contact).')
  readonly id: string;

  @IdAnswer('De werkgever.')
  readonly employerId: string;

  @DateAnswer('De dag.')
  readonly on: string;

  @IntegerAnswer('De minuten.', 15)
  readonly minutes: number;

  @EnumAnswer(CONTACT_KINDS, 'Het soort werkgeverscontact.')
  readonly kind: string;

  @TextAnswer('Wie het contact zocht.', 'employer', { nullable: true })
  readonly initiatedBy: string | null;

  @InstantAnswer('Wanneer het is vastgelegd.')
  readonly recordedAt: string;

  @TextAnswer('Wat er is besproken; null als de kandidaat is vergeten.', 'Het gaat goed.', { nullable: true })
  readonly summary: string | null;
}
