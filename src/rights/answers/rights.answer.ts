import {
  ERASURE_ASSESSMENTS,
  ERASURE_EXCEPTIONS,
  ERASURE_GROUNDS,
  ERASURE_STATUSES,
  RESTRICTION_STATUSES,
} from '../../../domain/candidate/rights/lists.js';
import { PROTECTIONS } from '../../../domain/shared/protected.js';
import {
  DateAnswer,
  EnumAnswer,
  IdAnswer,
  InstantAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';

const NULLABLE = { nullable: true } as const;
const REASON = 'De begeleiding is afgelopen.';

export class ErasureRequestAnswer {
  @IdAnswer('Het nummer van het verzoek om wissen (erasure request).')
  readonly id: string;

  @IdAnswer('De kandidaat (candidate).')
  readonly candidateId: string;

  @EnumAnswer(['request', 'retention'], 'Of de kandidaat het vroeg, of de bewaartermijn voorbij is.')
  readonly basis: string;

  @EnumAnswer(ERASURE_GROUNDS, 'De grond van het verzoek; null als de bewaartermijn voorbij is.', NULLABLE)
  readonly ground: string | null;

  @EnumAnswer(ERASURE_STATUSES, 'Hoe het ermee staat (status).')
  readonly status: string;

  @DateAnswer('De dag van het verzoek.')
  readonly on: string;

  @DateAnswer(
    'De laatste dag om te beslissen (art. 12 lid 3 AVG); null als de bewaartermijn voorbij is.',
    NULLABLE,
  )
  readonly dueOn: string | null;

  @EnumAnswer(ERASURE_ASSESSMENTS, 'De eerste beslissing; null zolang die er niet is.', NULLABLE)
  readonly decision: string | null;

  @EnumAnswer(PROTECTIONS, 'Wat verdwijnt (delen).', { list: true })
  readonly parts: readonly string[];

  @EnumAnswer(ERASURE_EXCEPTIONS, 'Waarom iets bewaard blijft; null als dat niet zo is.', NULLABLE)
  readonly exception: string | null;

  @TextAnswer('Waarom zo is beslist; null voor wie dat niet leest, of als het is gewist.', REASON, NULLABLE)
  readonly reason: string | null;

  @TextAnswer('Wie de eerste beslissing nam (subject van het account).', 'coordinator-2', NULLABLE)
  readonly firstBy: string | null;

  @TextAnswer('Waarom het werd teruggegeven of tegengehouden.', REASON, NULLABLE)
  readonly laterReason: string | null;

  @TextAnswer('Wie de tweede beslissing nam (subject van het account).', 'administrator-1', NULLABLE)
  readonly secondBy: string | null;

  @DateAnswer('De eerste dag waarop het wordt uitgevoerd; null zolang het niet is bevestigd.', NULLABLE)
  readonly carryOutFrom: string | null;

  @InstantAnswer(
    'Sinds wanneer alle sleutels zijn vernietigd en niets over is; null zolang dat niet zo is.',
    NULLABLE,
  )
  readonly doneAt: string | null;
}

export class RestrictionAnswer {
  @IdAnswer('Het nummer van het verzoek om beperking (restriction).')
  readonly id: string;

  @IdAnswer('De kandidaat (candidate).')
  readonly candidateId: string;

  @EnumAnswer(RESTRICTION_STATUSES, 'Hoe het ermee staat (status).')
  readonly status: string;

  @DateAnswer('De dag van het verzoek.')
  readonly on: string;

  @TextAnswer('Waarom de kandidaat het vroeg; null als dat is gewist.', 'Het klopt niet.', NULLABLE)
  readonly reason: string | null;

  @TextAnswer('Waarom zo is beslist; null zolang dat niet is gebeurd.', REASON, NULLABLE)
  readonly decisionReason: string | null;

  @TextAnswer('Waarom de beperking eindigde.', REASON, NULLABLE)
  readonly endReason: string | null;
}
