import {
  ERASURE_ASSESSMENTS,
  ERASURE_CONFIRMATIONS,
  ERASURE_EXCEPTIONS,
  ERASURE_GROUNDS,
  ERASURE_STATUSES,
  type ErasureAssessment,
  type ErasureConfirmation,
  type ErasureException,
  type ErasureGround,
  type ErasureStatus,
  RESTRICTION_DECISIONS,
  RESTRICTION_STATUSES,
  type RestrictionDecision,
  type RestrictionStatus,
} from '../../../domain/candidate/rights/lists.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Protection } from '../../../domain/shared/protected.js';
import { PROTECTIONS } from '../../../domain/shared/protected.js';
import { DateField, EnumField, LongTextField, TextsField } from '../../http/fields.js';
import { PageQuery } from '../../http/read/queries.js';

const WHY = {
  description: 'Waarom (reden). Alleen de kandidaat en de coördinator lezen dit.',
  example: 'De begeleiding is afgelopen en de declaraties zijn vastgesteld.',
};

export class AskForErasureDto {
  @EnumField(ERASURE_GROUNDS, {
    description:
      'Waarom de gegevens weg moeten (grond, art. 17 lid 1 AVG): niet meer nodig, toestemming ingetrokken, bezwaar, onrechtmatig verwerkt, of een wettelijke plicht om te wissen.',
    example: 'no-longer-needed',
  })
  ground: ErasureGround;
}

export class AssessErasureDto {
  @EnumField(ERASURE_ASSESSMENTS, {
    description: 'De eerste beslissing (assessment): toegewezen, gedeeltelijk toegewezen of geweigerd.',
    example: 'granted',
  })
  decision: ErasureAssessment;

  @TextsField({
    description: `Alleen bij gedeeltelijk: wat verdwijnt (delen, parts): ${PROTECTIONS.join(', ')}. Dat is wie iemand is, wat er over iemand is geschreven, en wat in vertrouwen is gezegd.`,
    optional: true,
    minItems: 1,
    maxItems: 3,
    example: ['confidential'],
  })
  parts?: Protection[];

  @EnumField(ERASURE_EXCEPTIONS, {
    description:
      'Waarom iets bewaard blijft (uitzondering, art. 17 lid 3 AVG onder b, d of e): een wettelijke plicht, archivering, of een rechtsvordering. Verplicht bij gedeeltelijk en bij weigeren.',
    example: 'legal-duty',
    optional: true,
  })
  exception?: ErasureException;

  @LongTextField(WHY)
  reason: string;
}

export class ConfirmErasureDto {
  @EnumField(ERASURE_CONFIRMATIONS, {
    description: 'De tweede beslissing (confirmation), door iemand anders: bevestigd, of teruggegeven.',
    example: 'confirmed',
  })
  decision: ErasureConfirmation;

  @LongTextField({ ...WHY, optional: true })
  reason?: string;
}

export class WithdrawErasureDto {
  @LongTextField({
    ...WHY,
    description: 'Waarom het niet doorgaat (reden). Verplicht voor wie niet de kandidaat is.',
    optional: true,
  })
  reason?: string;
}

export class AskForRestrictionDto {
  @LongTextField({
    description:
      'Waarom de gegevens wel bewaard maar niet gebruikt mogen worden (beperking, restriction; art. 18 AVG).',
    example: 'Wat er over mijn stage staat klopt niet, en dat wordt uitgezocht.',
  })
  reason: string;
}

export class DecideRestrictionDto {
  @EnumField(RESTRICTION_DECISIONS, {
    description: 'Of de beperking gaat gelden: toegewezen of geweigerd.',
    example: 'granted',
  })
  decision: RestrictionDecision;

  @LongTextField(WHY)
  reason: string;
}

export class HoldFileDto {
  @DateField({ description: 'De laatste dag tot en met welke het dossier in elk geval blijft.' })
  until: CalendarDate;

  @LongTextField(WHY)
  reason: string;
}

export class ErasureRequestsQuery extends PageQuery {
  @EnumField(ERASURE_STATUSES, { description: 'Alleen verzoeken die zo staan (status).', optional: true })
  readonly status?: ErasureStatus;
}

export class RestrictionsQuery extends PageQuery {
  @EnumField(RESTRICTION_STATUSES, {
    description: 'Alleen beperkingen die zo staan (status).',
    optional: true,
  })
  readonly status?: RestrictionStatus;
}
