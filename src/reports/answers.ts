import { MISSING } from '../../domain/accountability/accountability.js';
import { ACTIVITIES, REGIMES, SESSION_FORMS } from '../../domain/shared/lists.js';
import { REPORT_FORMS } from '../../domain/trajectory/reports/report-form.js';
import {
  BooleanAnswer,
  DateAnswer,
  EnumAnswer,
  IdAnswer,
  InstantAnswer,
  IntegerAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../http/openapi/answer-fields.js';

export class ReportedGrantAnswer {
  @IdAnswer('De toekenning.') readonly grantId: string;
  @DateAnswer('De eerste dag.') readonly from: string;
  @DateAnswer('De laatste dag.') readonly to: string;
  @EnumAnswer(REGIMES, 'Het regime.') readonly regime: string;
  @IntegerAnswer('De toegekende minuten per jobcoachperiode; null als die niet zijn genoemd.', 1_560, {
    nullable: true,
  })
  readonly minutes: number | null;
}

export class ReportedHoursAnswer {
  @IntegerAnswer(
    'Toegekend in de jobcoachperiodes die helemaal in deze dagen liggen; null zonder zo een.',
    1_560,
    {
      nullable: true,
    },
  )
  readonly grantedMinutes: number | null;
  @IntegerAnswer('Gebruikt op deze dagen.', 615) readonly usedMinutes: number;
  @IntegerAnswer('Daarvan goedgekeurd.', 600) readonly approvedMinutes: number;
  @IntegerAnswer('Daarvan gedeclareerd.', 540) readonly declaredMinutes: number;
}

export class LogbookLineAnswer {
  @IdAnswer('De coachsessie.') readonly sessionId: string;
  @DateAnswer('De dag.') readonly on: string;
  @TextAnswer('Hoe laat die begon; null als dat niet is vastgelegd.', '09:30', { nullable: true })
  readonly startsAt: string | null;
  @IdAnswer('De jobcoach.') readonly coachId: string;
  @IntegerAnswer('De minuten die voor deze kandidaat tellen.', 45) readonly minutes: number;
  @EnumAnswer(ACTIVITIES, 'De activiteit.') readonly activity: string;
  @EnumAnswer(SESSION_FORMS, 'De vorm.') readonly form: string;
  @TextAnswer('Wat er gebeurde; null als dat niet meer te lezen is.', 'Samen de dag doorgenomen.', {
    nullable: true,
  })
  readonly summary: string | null;
  @TextAnswer('De doelen waaraan is gewerkt.', 'Op tijd komen', { list: true })
  readonly goals: readonly string[];
}

export class ActivityTotalAnswer {
  @EnumAnswer(ACTIVITIES, 'De activiteit.') readonly activity: string;
  @IntegerAnswer('Hoeveel coachsessies.', 12) readonly sessions: number;
  @IntegerAnswer('Samen zoveel minuten.', 540) readonly minutes: number;
}

export class CoachTotalAnswer {
  @IdAnswer('De jobcoach.') readonly coachId: string;
  @TextAnswer('Hoe die heet.', 'Bram Vervangsma') readonly name: string;
  @IntegerAnswer('Hoeveel coachsessies.', 12) readonly sessions: number;
  @IntegerAnswer('Samen zoveel minuten.', 540) readonly minutes: number;
}

export class ContactTotalAnswer {
  @IntegerAnswer('Hoeveel contacten.', 3) readonly count: number;
  @IntegerAnswer('Samen zoveel minuten.', 45) readonly minutes: number;
}

export class ReportedAbsenceAnswer {
  @DateAnswer('De eerste dag binnen de verantwoorde dagen.') readonly from: string;
  @DateAnswer('De laatste dag daarbinnen.') readonly to: string;
  @IntegerAnswer('Hoeveel dagen dat zijn.', 14) readonly days: number;
  @BooleanAnswer('Of de hele afwezigheid langer dan vier weken duurde.') readonly overFourWeeks: boolean;
}

export class ReportedGoalAnswer {
  @IdAnswer('Het doel.') readonly id: string;
  @BooleanAnswer('Een van de drie hoofddoelen.') readonly main: boolean;
  @TextAnswer('Wat het doel is; null als dat niet meer te lezen is.', 'Op tijd komen', { nullable: true })
  readonly what: string | null;
  @EnumAnswer(['open', 'reached', 'dropped'], 'Wat ervan werd.') readonly state: string;
  @DateAnswer('De dag waarop; null zolang het open is.', { nullable: true }) readonly on: string | null;
}

export class ReportedEvaluationAnswer {
  @IdAnswer('De evaluatie.') readonly id: string;
  @TextAnswer('De soort.', 'interim') readonly kind: string;
  @DateAnswer('De dag.') readonly on: string;
  @IntegerAnswer('De resultaatcode, 1 tot en met 6; null zonder code.', 3, { nullable: true })
  readonly resultCode: number | null;
  @TextAnswer('Wat er anders gaat; null als er niets is vastgelegd.', 'Vaker op de werkvloer.', {
    nullable: true,
  })
  readonly adjustments: string | null;
}

export class ReportedAssessmentAnswer {
  @IdAnswer('De beoordeling.') readonly id: string;
  @DateAnswer('De dag.') readonly on: string;
  @IntegerAnswer('De score, 1 tot en met 10.', 8) readonly score: number;
  @TextAnswer('De toelichting; null zonder.', 'Hij luistert goed.', { nullable: true })
  readonly remark: string | null;
}

export class ReportedAssessmentsAnswer {
  @ObjectAnswer(() => ReportedAssessmentAnswer, 'De beoordelingen die u mag zien.', { list: true })
  readonly given: readonly ReportedAssessmentAnswer[];
  @IntegerAnswer('Het gemiddelde in tienden: 75 is 7,5. Null als er geen is, of te weinig om te tonen.', 75, {
    nullable: true,
  })
  readonly meanTenths: number | null;
}

export class AccountabilityReportAnswer {
  @IdAnswer('De verantwoordingsrapportage.') readonly id: string;
  @InstantAnswer('Wanneer die is gemaakt; wat later is vastgelegd, staat er niet in.')
  readonly reportedAt: string;
  @TextAnswer('De kandidaat; null voor wie geen naam mag zien.', 'Sanne Voorbeeld', { nullable: true })
  readonly candidate: string | null;
  @TextAnswer('De jobcoachorganisatie.', 'Jobcoach Noord') readonly organisation: string;
  @TextAnswer('De opdrachtgever.', 'Gemeente Utrecht') readonly funder: string;
  @DateAnswer('De eerste dag waarover verantwoording is afgelegd.') readonly from: string;
  @DateAnswer('De laatste dag.') readonly to: string;
  @EnumAnswer(REPORT_FORMS, 'De vorm.') readonly form: string;
  @ObjectAnswer(() => ReportedGrantAnswer, 'De toekenningen op deze dagen.', { list: true })
  readonly grants: readonly ReportedGrantAnswer[];
  @ObjectAnswer(() => ReportedHoursAnswer, 'De uren in minuten.') readonly hours: ReportedHoursAnswer;
  @ObjectAnswer(() => LogbookLineAnswer, 'Het logboek, op volgorde van dag.', { list: true })
  readonly logbook: readonly LogbookLineAnswer[];
  @ObjectAnswer(() => ActivityTotalAnswer, 'De tijd per activiteit.', { list: true })
  readonly activities: readonly ActivityTotalAnswer[];
  @ObjectAnswer(() => CoachTotalAnswer, 'De tijd per jobcoach.', { list: true })
  readonly coaches: readonly CoachTotalAnswer[];
  @ObjectAnswer(() => ContactTotalAnswer, 'De contacten met werkgevers.')
  readonly employerContacts: ContactTotalAnswer;
  @ObjectAnswer(() => ReportedAbsenceAnswer, 'De afwezigheid, zonder reden.', { list: true })
  readonly absences: readonly ReportedAbsenceAnswer[];
  @ObjectAnswer(() => ReportedGoalAnswer, 'De doelen van het plan van aanpak.', { list: true })
  readonly goals: readonly ReportedGoalAnswer[];
  @ObjectAnswer(() => ReportedEvaluationAnswer, 'De evaluaties.', { list: true })
  readonly evaluations: readonly ReportedEvaluationAnswer[];
  @ObjectAnswer(() => ReportedAssessmentsAnswer, 'De beoordelingen door de kandidaat.')
  readonly candidateAssessments: ReportedAssessmentsAnswer;
  @ObjectAnswer(() => ReportedAssessmentsAnswer, 'De beoordelingen door de werkgever.')
  readonly employerAssessments: ReportedAssessmentsAnswer;
  @EnumAnswer(MISSING, 'Wat de vorm vraagt en er nog niet was.', { list: true })
  readonly missing: readonly string[];
}
