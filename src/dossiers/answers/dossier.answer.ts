import { PLACEMENT_KINDS } from '../../../domain/shared/lists.js';
import {
  DateAnswer,
  EnumAnswer,
  FreeAnswer,
  IdAnswer,
  InstantAnswer,
  IntegerAnswer,
  NumberAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';
import { AssessmentAveragesAnswer } from '../../shared/assessment-averages.answer.js';
import { PlanAnswer } from './plan.answer.js';
import { EvaluationMomentAnswer } from './review.answer.js';

export class RuleSetReferenceAnswer {
  @TextAnswer('De naam van de regels (rule set).', 'municipal-2y')
  readonly name: string;

  @IntegerAnswer('De versie.', 1)
  readonly version: number;
}

export class WeeklyHoursAnswer {
  @DateAnswer('Vanaf welke dag.')
  readonly from: string;

  @NumberAnswer('De uren per week.', 24)
  readonly hoursPerWeek: number;

  @NumberAnswer('De gewerkte uren per jaar, als de werkplek die noemt.', 1_200, { optional: true })
  readonly hoursPerYear?: number;
}

export class OpenPlacementAnswer {
  @IdAnswer('De werkplek (placement).')
  readonly id: string;

  @IdAnswer('De werkgever.')
  readonly employerId: string;

  @EnumAnswer(PLACEMENT_KINDS, 'Het soort werkplek.')
  readonly kind: string;

  @DateAnswer('De eerste dag.')
  readonly startsOn: string;

  @DateAnswer('De laatste dag, als die bekend is.', { optional: true })
  readonly endedOn?: string;

  @ObjectAnswer(() => WeeklyHoursAnswer, 'De uren per week, met wat er veranderde.', { list: true })
  readonly hours: readonly WeeklyHoursAnswer[];
}

export class CountsAnswer {
  @IntegerAnswer('Het aantal coachsessies.', 41)
  readonly sessions: number;

  @IntegerAnswer('De minuten daarvan voor deze kandidaat.', 2_460)
  readonly minutes: number;

  @IntegerAnswer('De minuten coaching daarvan, zonder de lichte, blijvende begeleiding.', 2_400)
  readonly coachingMinutes: number;

  @IntegerAnswer(
    'De minuten lichte, blijvende begeleiding (structural support): voorbij de maximale duur, of na een afsluiting waarbij zij doorgaat.',
    60,
  )
  readonly structuralSupportMinutes: number;

  @IntegerAnswer('De minuten nazorg (aftercare), na de laatste dag.', 30)
  readonly aftercareMinutes: number;

  @IntegerAnswer('Het aantal contacten na de laatste dag.', 2)
  readonly aftercareContacts: number;

  @IntegerAnswer('Het aantal werkgeverscontacten.', 6)
  readonly employerContacts: number;

  @IntegerAnswer('Het aantal werkplekken.', 2)
  readonly placements: number;

  @IntegerAnswer('Het aantal toekenningen.', 4)
  readonly grants: number;

  @IntegerAnswer('Het aantal keren afwezig.', 1)
  readonly absences: number;
}

export class TrajectoryAnswer {
  @IdAnswer('Het traject (trajectory).')
  readonly id: string;

  @IdAnswer('De kandidaat.')
  readonly candidateId: string;

  @IdAnswer('De opdrachtgever.')
  readonly funderId: string;

  @IdAnswer('De jobcoachorganisatie op deze dag.')
  readonly organisationId: string;

  @ObjectAnswer(() => RuleSetReferenceAnswer, 'De regels waaronder het traject op deze dag valt.')
  readonly ruleSet: RuleSetReferenceAnswer;

  @EnumAnswer(['open', 'closed'], 'Of het traject open of gesloten is.')
  readonly status: string;

  @DateAnswer('De dag waarop het begon.')
  readonly openedOn: string;

  @DateAnswer('De laatste dag; null zolang het open is.', { nullable: true })
  readonly closedOn: string | null;

  @IdAnswer('Het traject waarop dit volgt.', { nullable: true })
  readonly continues: string | null;

  @IdAnswer('De jobcoach op deze dag.', { nullable: true })
  readonly coachId: string | null;

  @IdAnswer('Wie er vervangt op deze dag.', { list: true })
  readonly substituteCoachIds: readonly string[];

  @ObjectAnswer(() => OpenPlacementAnswer, 'De werkplekken die op deze dag lopen.', { list: true })
  readonly placements: readonly OpenPlacementAnswer[];

  @ObjectAnswer(() => PlanAnswer, 'De laatste versie van het plan van aanpak, als die er is.', {
    nullable: true,
  })
  readonly plan: PlanAnswer | null;

  @ObjectAnswer(() => EvaluationMomentAnswer, 'De evaluaties: gehouden, te houden en over tijd.', {
    list: true,
  })
  readonly evaluationMoments: readonly EvaluationMomentAnswer[];

  @ObjectAnswer(() => AssessmentAveragesAnswer, 'De gemiddelde beoordelingen in dit traject.')
  readonly assessmentAverages: AssessmentAveragesAnswer;

  @ObjectAnswer(
    () => AssessmentAveragesAnswer,
    'De gemiddelde beoordelingen van de jobcoach, over alle kandidaten; null zonder jobcoach of met knownOn.',
    { nullable: true },
  )
  readonly coachAssessmentAverages: AssessmentAveragesAnswer | null;

  @ObjectAnswer(() => CountsAnswer, 'Aantallen.')
  readonly counts: CountsAnswer;

  @IntegerAnswer('De revisie, voor If-Match.', 12)
  readonly revision: number;
}

/** An item of a collection: besides these, the fields that it was recorded with. */
export class ItemAnswer {
  @IdAnswer('Het nummer (id).')
  readonly id: string;

  @DateAnswer('De dag waarop de lijst is geordend.')
  readonly on: string;

  @InstantAnswer('Wanneer het is vastgelegd.')
  readonly recordedAt: string;
}

export class ActorAnswer {
  @TextAnswer('Wie het vastlegde (nummer, nooit een naam).', '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d')
  readonly subject: string;

  @TextAnswer('In welke rol.', 'coach')
  readonly role: string;

  @TextAnswer('Waardoor: api, page, import of cli.', 'api')
  readonly via: string;
}

export class TimelineAnswer {
  @IdAnswer('De gebeurtenis.')
  readonly eventId: string;

  @IntegerAnswer('De revisie in het traject.', 3)
  readonly revision: number;

  @TextAnswer('De positie in het logboek.', '42')
  readonly position: string;

  @TextAnswer('Het soort gebeurtenis.', 'SessionRecorded')
  readonly type: string;

  @DateAnswer('De dag waarop het gebeurde.', { nullable: true })
  readonly occurredOn: string | null;

  @InstantAnswer('Wanneer het is vastgelegd.')
  readonly recordedAt: string;

  @ObjectAnswer(() => ActorAnswer, 'Wie het vastlegde.')
  readonly actor: ActorAnswer;

  @TextAnswer('Wat er gebeurde, in een zin.', 'Het traject is geopend op 2026-03-02.')
  readonly words: string;
}

export class RawEventAnswer {
  @IdAnswer('De gebeurtenis (event).')
  readonly id: string;

  @TextAnswer('Het soort gebeurtenis.', 'SessionRecorded')
  readonly type: string;

  @IntegerAnswer('De versie van de vorm.', 1)
  readonly schemaVersion: number;

  @IntegerAnswer('De revisie in het traject.', 3)
  readonly revision: number;

  @TextAnswer('De positie in het logboek.', '42')
  readonly position: string;

  @DateAnswer('De dag waarop het gebeurde.', { nullable: true })
  readonly occurredOn: string | null;

  @InstantAnswer('Wanneer het is vastgelegd.')
  readonly recordedAt: string;

  @ObjectAnswer(() => ActorAnswer, 'Wie het vastlegde, in welke rol en voor wie.')
  readonly actor: ActorAnswer;

  @IdAnswer('De opdracht waar het uit volgde.')
  readonly commandId: string;

  @FreeAnswer('De inhoud; persoonlijke tekst is versleuteld. Null als u die niet mag zien.', {
    nullable: true,
  })
  readonly data: object | null;

  @TextAnswer('De SHA-256 over de gebeurtenis en haar voorganger.', 'b3a1…')
  readonly hash: string;

  @TextAnswer('De SHA-256 van de voorganger.', 'a90c…', { nullable: true })
  readonly previousHash: string | null;
}

export class CaseloadAnswer {
  @IdAnswer('Het traject.')
  readonly trajectoryId: string;

  @EnumAnswer(['open', 'closed'], 'Of het traject open of gesloten is.')
  readonly status: string;

  @IdAnswer('De kandidaat.')
  readonly candidateId: string;

  @IdAnswer('De jobcoachorganisatie op deze dag.')
  readonly organisationId: string;

  @IdAnswer('De opdrachtgever.')
  readonly funderId: string;

  @IdAnswer('De jobcoach op deze dag.', { nullable: true })
  readonly coachId: string | null;

  @DateAnswer('De laatste dag volgens de regels van de opdrachtgever.', { nullable: true })
  readonly limitOn: string | null;

  @DateAnswer('De laatste dag van de maximale duur van 2 jaar (gemeenten).', { nullable: true })
  readonly municipalLastDay: string | null;

  @DateAnswer('De laatste dag van de maximale duur van 3 jaar (UWV).', { nullable: true })
  readonly uwvLastDay: string | null;

  @DateAnswer('De dag waarop het traject begon.')
  readonly openedOn: string;

  @DateAnswer('De laatste dag van het traject; null zolang het open is.', { nullable: true })
  readonly closedOn: string | null;
}
