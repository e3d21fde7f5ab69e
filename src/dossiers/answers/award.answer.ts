import { APPLICATION_KINDS, OBJECTION_RESULTS, REGIMES } from '../../../domain/shared/lists.js';
import {
  BooleanAnswer,
  DateAnswer,
  EnumAnswer,
  IdAnswer,
  IntegerAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';
import { ItemAnswer } from './dossier.answer.js';

const DEADLINE = ['open', 'overdue', 'met', 'late'] as const;

export class DecisionTermAnswer {
  @DateAnswer('De dag waarop de opdrachtgever beslist (streven), de stilstand meegeteld.')
  readonly dueOn: string;

  @DateAnswer('De dag waarop het uiterlijk moet (wettelijke grens).')
  readonly atTheLatestOn: string;

  @EnumAnswer(DEADLINE, 'Open, te laat en nog niet beslist, op tijd beslist, of te laat beslist.')
  readonly status: string;
}

export class ReachAnswer {
  @IdAnswer('De werkplek of de toekenning waar de aanvraag op volgt.')
  readonly for: string;

  @DateAnswer('De eerste dag die er te dekken is.')
  readonly firstDay: string;

  @DateAnswer('De laatste dag waarop de aanvraag op tijd is.')
  readonly dueOn: string;

  @DateAnswer('De eerste dag die een toekenning nog kan dekken.')
  readonly earliestFirstDay: string;

  @IntegerAnswer('De dagen zonder dekking (unfunded days) doordat de aanvraag laat is.', 9)
  readonly unfundedDays: number;

  @TextAnswer('De regel daarachter.', 'UWV 2014 voorbeelden 12 en 13 (S3)')
  readonly rule: string;
}

export class ApplicationAnswer extends ItemAnswer {
  @EnumAnswer(APPLICATION_KINDS, 'Het soort aanvraag (application).')
  readonly kind: string;

  @EnumAnswer(
    ['drafted', 'received', 'incomplete', 'granted', 'refused'],
    'De stand: concept, ontvangen, om aanvulling gevraagd, toegekend of afgewezen.',
  )
  readonly status: string;

  @DateAnswer('De dag van ontvangst; een concept heeft die niet.', { optional: true })
  readonly receivedOn?: string;

  @EnumAnswer(REGIMES, 'Het gevraagde begeleidingsregime.', { optional: true })
  readonly regime?: string;

  @TextAnswer('De motivering.', 'De doelen zijn nog niet bereikt.', { optional: true, nullable: true })
  readonly motivation?: string | null;

  @TextAnswer('De doelen.', 'Zelf de dag plannen', { optional: true, nullable: true, list: true })
  readonly goals?: readonly string[] | null;

  @DateAnswer('De dag waarop om aanvulling is gevraagd.', { optional: true, nullable: true })
  readonly completionAskedOn?: string | null;

  @TextAnswer('Wat er ontbrak.', 'Het getekende plan van aanpak', {
    optional: true,
    nullable: true,
    list: true,
  })
  readonly missing?: readonly string[] | null;

  @DateAnswer('De dag waarop is aangevuld.', { optional: true, nullable: true })
  readonly completedOn?: string | null;

  @DateAnswer('De dag waarop is beslist.', { optional: true, nullable: true })
  readonly decidedOn?: string | null;

  @DateAnswer('De dag van de afwijzing.', { optional: true })
  readonly refusedOn?: string;

  @TextAnswer('Waarom is afgewezen.', 'De kandidaat werkt zelfstandig.', { optional: true, nullable: true })
  readonly refusalReason?: string | null;

  @IdAnswer('De toekenningen erop.', { optional: true, list: true })
  readonly grantIds?: readonly string[];

  @IdAnswer('De bezwaren ertegen.', { optional: true, list: true })
  readonly objectionIds?: readonly string[];

  @ObjectAnswer(() => DecisionTermAnswer, 'De beslistermijn; een concept heeft die niet.', {
    nullable: true,
  })
  readonly decision: DecisionTermAnswer | null;

  @DateAnswer('De eerste dag die een toekenning erop kan dekken.', { optional: true })
  readonly earliestGrantDay?: string;

  @ObjectAnswer(() => ReachAnswer, 'Wat te laat zijn kost; null als er nog niets loopt om te dekken.', {
    nullable: true,
  })
  readonly reach: ReachAnswer | null;
}

export class GrantDecisionAnswer {
  @DateAnswer('De dag van de beschikking.')
  readonly decidedOn: string;

  @DateAnswer('De eerste dag.')
  readonly from: string;

  @DateAnswer('De laatste dag.')
  readonly to: string;

  @EnumAnswer(REGIMES, 'Het begeleidingsregime.')
  readonly regime: string;

  @IntegerAnswer('De toegekende minuten, als die zijn genoemd.', 1_560, { optional: true })
  readonly minutes?: number;

  @BooleanAnswer('Of is gemotiveerd waarom dit voorbij de maximale duur gaat.')
  readonly beyondLimit: boolean;
}

export class GrantAnswer extends ItemAnswer {
  @DateAnswer('De dag van de beschikking die nu geldt.')
  readonly decidedOn: string;

  @DateAnswer('De eerste dag van de toekenning (grant).')
  readonly from: string;

  @DateAnswer('De laatste dag van de toekenning.')
  readonly to: string;

  @EnumAnswer(REGIMES, 'Het begeleidingsregime.')
  readonly regime: string;

  @IntegerAnswer('De toegekende minuten, als die zijn genoemd.', 1_560, { optional: true })
  readonly minutes?: number;

  @IdAnswer('De aanvraag waarop is beslist.', { optional: true })
  readonly applicationId?: string;

  @IdAnswer('De werkplek waarvoor het is.', { optional: true })
  readonly placementId?: string;

  @ObjectAnswer(
    () => GrantDecisionAnswer,
    'De beschikkingen: de eerste en elke herziening, de laatste geldt.',
    {
      list: true,
    },
  )
  readonly decisions: readonly GrantDecisionAnswer[];

  @DateAnswer('De eerste dag die de toekenning kon dekken, gezien de aanvraag.', { nullable: true })
  readonly earliestFirstDay: string | null;

  @IntegerAnswer('De dagen zonder dekking (unfunded days) doordat de aanvraag laat was.', 9, {
    nullable: true,
  })
  readonly unfundedDays: number | null;

  @IntegerAnswer('Hoeveel dagen de toekenning verder terug gaat dan de regel geeft.', 0)
  readonly daysBeforeReach: number;

  @TextAnswer('De regel daarachter.', 'UWV 2014 voorbeelden 12 en 13 (S3)')
  readonly rule: string;

  @IdAnswer('De bezwaren ertegen.', { list: true })
  readonly objectionIds: readonly string[];
}

export class GrantRevisionAnswer extends ItemAnswer {
  @IdAnswer('De toekenning die is herzien (grant revision).')
  readonly grantId: string;

  @DateAnswer('De dag van de herziene beschikking.')
  readonly decidedOn: string;

  @TextAnswer('Waarom is herzien.', 'De werkplek veranderde.', { nullable: true })
  readonly reason: string | null;
}

export class ObjectionAnswer extends ItemAnswer {
  @IdAnswer('Waartegen het bezwaar is (objection): een toekenning of een aanvraag.')
  readonly against: string;

  @DateAnswer('De dag van het bezwaar.')
  readonly lodgedOn: string;

  @EnumAnswer(['candidate', 'employer'], 'Wie bezwaar maakte.')
  readonly by: string;

  @TextAnswer('De gronden.', 'Het regime is te licht.', { nullable: true })
  readonly grounds: string | null;

  @DateAnswer('De dag van het besluit; null zolang er niet is beslist.', { nullable: true })
  readonly decidedOn: string | null;

  @EnumAnswer(OBJECTION_RESULTS, 'Het besluit: gegrond, ongegrond of ingetrokken.', { nullable: true })
  readonly result: string | null;

  @TextAnswer('Waarom zo is beslist.', 'Er is meer begeleiding nodig.', { optional: true, nullable: true })
  readonly decisionReason?: string | null;
}

export class CoachingApprovalAnswer extends ItemAnswer {
  @IdAnswer('De afwezigheid waarvoor het is (coaching approval).')
  readonly absenceId: string;

  @IntegerAnswer('De goedgekeurde minuten.', 240)
  readonly minutes: number;
}

export class ProvenAnswer {
  @TextAnswer('Het soort feit.', 'hours-approval')
  readonly kind: string;

  @IdAnswer('Het nummer ervan, als het dat heeft.', { optional: true })
  readonly id?: string;

  @IntegerAnswer('De versie, van een plan van aanpak.', 1, { optional: true })
  readonly version?: number;

  @DateAnswer('De dag ervan.')
  readonly on: string;
}

export class RequirementAnswer {
  @TextAnswer('Wat er nodig is (requirement).', 'logbook')
  readonly requirement: string;

  @TextAnswer('Hoe dat heet.', 'getekend logboek')
  readonly words: string;

  @BooleanAnswer('Of het er is.')
  readonly present: boolean;

  @ObjectAnswer(() => ProvenAnswer, 'Waar het uit blijkt; leeg als het ontbreekt.', { list: true })
  readonly shownBy: readonly ProvenAnswer[];

  @TextAnswer('Wat eraan ontbreekt.', 'not-approved', { nullable: true })
  readonly lack: string | null;

  @TextAnswer('Hetzelfde in een zin.', 'Nog niet alle uren van de periode zijn goedgekeurd.', {
    nullable: true,
  })
  readonly explanation: string | null;
}

class CheckedAnswer {
  @DateAnswer('De dag waarop dit zo is (peildatum).')
  readonly on: string;

  @TextAnswer('Wat er is.', 'plan', { list: true })
  readonly present: readonly string[];

  @TextAnswer('Wat er ontbreekt.', 'logbook', { list: true })
  readonly missing: readonly string[];

  @ObjectAnswer(
    () => RequirementAnswer,
    'Alles wat nodig is, met waar het uit blijkt of wat eraan ontbreekt.',
    {
      list: true,
    },
  )
  readonly requirements: readonly RequirementAnswer[];

  @TextAnswer('De regel die dit vraagt.', 'UWV 2014 A.5, B.4.2 en B.4.3')
  readonly rule: string;
}

export class PrecedingPeriodAnswer {
  @IdAnswer('De toekenning waarop dit volgt.')
  readonly grantId: string;

  @DateAnswer('De eerste dag daarvan.')
  readonly from: string;

  @DateAnswer('De laatste dag daarvan.')
  readonly to: string;

  @IntegerAnswer('De minuten die er waren (budget).', 1_560, { nullable: true })
  readonly budgetMinutes: number | null;

  @IntegerAnswer('De minuten die zijn gebruikt.', 1_410)
  readonly usedMinutes: number;
}

export class CompletenessAnswer extends CheckedAnswer {
  @IdAnswer('De aanvraag.')
  readonly applicationId: string;

  @EnumAnswer(APPLICATION_KINDS, 'Het soort aanvraag.')
  readonly kind: string;

  @ObjectAnswer(() => PrecedingPeriodAnswer, 'De toegekende periode waarop de aanvraag volgt.', {
    nullable: true,
  })
  readonly period: PrecedingPeriodAnswer | null;
}

export class ExtensionTermAnswer {
  @TextAnswer('De regels waar de klok bij hoort.', 'municipal-2y')
  readonly clock: string;

  @DateAnswer('De eerste dag van de termijn.')
  readonly startsOn: string;

  @DateAnswer('De laatste dag: daarna vraagt een toekenning een motivering.')
  readonly lastDay: string;

  @IntegerAnswer('De minuten die er waren (budget) in de periodes tot nu toe.', 9_000, { nullable: true })
  readonly budgetMinutes: number | null;

  @IntegerAnswer('De minuten die zijn gebruikt.', 8_140)
  readonly usedMinutes: number;
}

export class ExtensionSetAnswer extends CheckedAnswer {
  @ObjectAnswer(() => ExtensionTermAnswer, 'De termijn die het eerst afloopt; null als er geen loopt.', {
    nullable: true,
  })
  readonly term: ExtensionTermAnswer | null;

  @DateAnswer('De laatste dag waarop de verlenging op tijd is aangekondigd.', { nullable: true })
  readonly announceBy: string | null;

  @EnumAnswer(DEADLINE, 'Hoe het met die aankondiging staat.', { nullable: true })
  readonly announcement: string | null;

  @IdAnswer('De verlengingsaanvragen die in de termijn zijn ontvangen.', { list: true })
  readonly applicationIds: readonly string[];
}
