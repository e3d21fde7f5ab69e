import { FUNDER_KINDS, TIE_KINDS } from '../../../domain/shared/lists.js';
import {
  DateAnswer,
  EnumAnswer,
  FreeAnswer,
  IdAnswer,
  IntegerAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';
import { AssessmentAveragesAnswer } from '../../shared/assessment-averages.answer.js';
import { PossibleDuplicateAnswer } from './party-people.answer.js';

export class RuleSetInForceAnswer {
  @TextAnswer('De naam van de regels (regelset, rule set).', 'municipal-2y')
  readonly name: string;

  @IntegerAnswer('De versie.', 1)
  readonly version: number;
}

export class FunderAnswer {
  @IdAnswer('Het nummer van de opdrachtgever (funder).')
  readonly id: string;

  @TextAnswer('De naam.', 'Gemeente Voorbeeldstad')
  readonly name: string;

  @EnumAnswer(FUNDER_KINDS, 'Of het een gemeente of UWV is (soort).')
  readonly kind: string;

  @ObjectAnswer(() => RuleSetInForceAnswer, 'De regels die vandaag gelden.')
  readonly ruleSet: RuleSetInForceAnswer;
}

export class RuleSetVersionAnswer {
  @IntegerAnswer('De versie.', 2)
  readonly version: number;

  @DateAnswer('De dag waarop zij ingaat; null bij de eerste, die ook voor elke eerdere datum geldt.', {
    nullable: true,
  })
  readonly effectiveOn: string | null;

  @DateAnswer('De laatste dag waarop zij geldt; null zolang er geen latere versie is.', { nullable: true })
  readonly lastDay: string | null;

  @FreeAnswer('De regels (regelset, rule set), elke waarde met haar bron.')
  readonly ruleSet: object;
}

/** An organisation or an employer. */
class CompanyAnswer {
  @IdAnswer('Het nummer.')
  readonly id: string;

  @TextAnswer('De naam.', 'Jobcoach Noord')
  readonly name: string;

  @TextAnswer('Het nummer in het Handelsregister (KvK-nummer).', '12345678', { nullable: true })
  readonly kvkNumber: string | null;
}

export class OrganisationAnswer extends CompanyAnswer {}

const DUPLICATES = 'Andere registraties die hetzelfde bleken (samengevoegd); ontbreekt als die er niet zijn.';
const POSSIBLE = 'Andere registraties die hetzelfde kunnen zijn; ontbreekt als die er niet zijn.';

export class EmployerAnswer extends CompanyAnswer {
  @IdAnswer(DUPLICATES, { list: true, optional: true })
  readonly duplicateIds?: readonly string[];

  @ObjectAnswer(() => PossibleDuplicateAnswer, POSSIBLE, { list: true, optional: true })
  readonly possibleDuplicates?: readonly PossibleDuplicateAnswer[];
}

export class RecognitionAnswer {
  @IdAnswer('Het nummer van de erkenning (recognition).')
  readonly id: string;

  @TextAnswer('Wat voor erkenning het is (soort).', 'registratie jobcoach')
  readonly kind: string;

  @TextAnswer('Wie de erkenning gaf.', 'Register Jobcoach')
  readonly issuer: string;

  @DateAnswer('De eerste dag waarop zij geldt.')
  readonly from: string;

  @DateAnswer('De laatste dag zoals die bij de erkenning hoort; null als zij geen einde heeft.', {
    nullable: true,
  })
  readonly until: string | null;

  @DateAnswer('De laatste dag waarop zij gold, als zij eerder is beëindigd; anders null.', { nullable: true })
  readonly endedOn: string | null;
}

export class CoachAnswer {
  @IdAnswer('Het nummer van de jobcoach (coach).')
  readonly id: string;

  @TextAnswer('De naam; null als de jobcoach is gewist.', 'S. Jansen', { nullable: true })
  readonly name: string | null;

  @IdAnswer('De jobcoachorganisatie (organisation) waar de jobcoach vandaag werkt.')
  readonly organisationId: string;
}

export class CoachEmploymentAnswer {
  @IdAnswer('Het nummer van het dienstverband (employment).')
  readonly id: string;

  @IdAnswer('De jobcoachorganisatie (organisation).')
  readonly organisationId: string;

  @DateAnswer('De eerste dag; null als dit van het begin af zo was.', { nullable: true })
  readonly from: string | null;
}

export class CoachTieAnswer {
  @IdAnswer('Het nummer van de band (tie).')
  readonly id: string;

  @EnumAnswer(TIE_KINDS, 'Wat de band is.')
  readonly kind: string;

  @IdAnswer('De kandidaat met wie de band is, of null.', { nullable: true })
  readonly candidateId: string | null;

  @IdAnswer('De werkgever met wie de band is, of null.', { nullable: true })
  readonly employerId: string | null;

  @DateAnswer('De eerste dag.')
  readonly from: string;

  @DateAnswer('De laatste dag; null zolang de band er is.', { nullable: true })
  readonly until: string | null;
}

export class CoachAbsenceAnswer {
  @IdAnswer('Het nummer van de afwezigheid (coach away).')
  readonly id: string;

  @DateAnswer('De eerste dag.')
  readonly from: string;

  @DateAnswer('De laatste dag; null als die niet bekend is.', { nullable: true })
  readonly until: string | null;
}

export class CoachDetailsAnswer extends CoachAnswer {
  @ObjectAnswer(() => CoachEmploymentAnswer, 'Waar de jobcoach werkte, werkt en gaat werken.', {
    list: true,
  })
  readonly employments: readonly CoachEmploymentAnswer[];

  @ObjectAnswer(() => CoachTieAnswer, 'Met wie de jobcoach een band heeft (ties).', { list: true })
  readonly ties: readonly CoachTieAnswer[];

  @ObjectAnswer(() => CoachAbsenceAnswer, 'Wanneer de jobcoach er niet is.', { list: true })
  readonly absences: readonly CoachAbsenceAnswer[];

  @ObjectAnswer(
    () => AssessmentAveragesAnswer,
    'De gemiddelde beoordelingen, vanaf vijf cijfers; null als u die niet mag zien.',
    { nullable: true },
  )
  readonly assessmentAverages: AssessmentAveragesAnswer | null;
}

export class CoachDayAnswer {
  @DateAnswer('De dag.')
  readonly on: string;

  @IntegerAnswer('De minuten van die dag, over alle kandidaten.', 315)
  readonly minutes: number;

  @IntegerAnswer('Het aantal coachsessies (sessions).', 4)
  readonly sessions: number;
}

export class CandidateContactAnswer {
  @TextAnswer('Het e-mailadres.', 'kandidaat@doorlopend.example', { optional: true })
  readonly email?: string;

  @TextAnswer('Het telefoonnummer.', '06 12345678', { optional: true })
  readonly phone?: string;

  @TextAnswer('Het adres.', 'Dorpsstraat 1, Voorbeeldstad', { optional: true })
  readonly address?: string;
}

export class CandidateAnswer {
  @IdAnswer('Het nummer van de kandidaat (candidate).')
  readonly id: string;

  @TextAnswer(
    'Het eigen nummer van de organisatie (kenmerk); null als de kandidaat is gewist, of als u het niet mag zien.',
    'K-0017',
    { nullable: true },
  )
  readonly reference: string | null;

  @TextAnswer('De naam; null als die is gewist, of als u die niet mag zien.', 'J. de Vries', {
    nullable: true,
  })
  readonly name: string | null;

  @ObjectAnswer(
    () => CandidateContactAnswer,
    'Hoe de kandidaat te bereiken is; null als dat niet bekend is, of als u het niet mag zien.',
    { nullable: true },
  )
  readonly contact: CandidateContactAnswer | null;

  @TextAnswer(
    'De wettelijk vertegenwoordiger; null als die er niet is, of als u die niet mag zien.',
    'A. de Vries',
    { nullable: true },
  )
  readonly legalRepresentative: string | null;

  @TextAnswer(
    'Waaronder een controleur (auditor) de kandidaat kent: bij dezelfde opdrachtgever altijd hetzelfde pseudoniem.',
    'P-7F3K-9QXM-2T4V',
    { optional: true },
  )
  readonly pseudonym?: string;

  @IdAnswer('De trajecten van de kandidaat die u mag zien, het oudste eerst.', { list: true })
  readonly trajectoryIds: readonly string[];

  @IdAnswer(DUPLICATES, { list: true, optional: true })
  readonly duplicateIds?: readonly string[];

  @ObjectAnswer(() => PossibleDuplicateAnswer, POSSIBLE, { list: true, optional: true })
  readonly possibleDuplicates?: readonly PossibleDuplicateAnswer[];
}
