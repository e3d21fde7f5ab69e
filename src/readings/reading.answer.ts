import { FILE_KINDS } from '../../domain/access/data-kinds.js';
import { PURPOSES } from '../../domain/access/index.js';
import { ROLES } from '../../domain/access/roles.js';
import {
  EnumAnswer,
  IdAnswer,
  InstantAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../http/openapi/answer-fields.js';

export class ReadKindAnswer {
  @EnumAnswer(Object.keys(FILE_KINDS), 'De soort gegevens (kind).')
  readonly kind: string;

  @TextAnswer('Hetzelfde in woorden.', 'uw plan, doelen en afspraken')
  readonly text: string;
}

export class ReadingPurposeAnswer {
  @EnumAnswer(Object.keys(PURPOSES), 'Het doel (purpose).')
  readonly code: string;

  @TextAnswer('Hetzelfde in woorden.', 'begeleiding organiseren')
  readonly text: string;
}

export class ReadingAnswer {
  @IdAnswer('Het nummer van deze inzage (reading).')
  readonly id: string;

  @InstantAnswer('Wanneer er is gekeken.')
  readonly readAt: string;

  @TextAnswer('Wie keek: de rol en de organisatie, nooit een naam.', 'coördinator bij Jobcoach Noord')
  readonly who: string;

  @EnumAnswer([...ROLES, 'operator'], 'De rol van wie keek (role).')
  readonly role: string;

  @IdAnswer('De jobcoachorganisatie, opdrachtgever, jobcoach of werkgever voor wie die keek, of null.', {
    nullable: true,
  })
  readonly partyId: string | null;

  @TextAnswer(
    'Het nummer van het account of programma van wie keek: hetzelfde nummer is dezelfde persoon.',
    '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d',
  )
  readonly subject: string;

  @ObjectAnswer(() => ReadingPurposeAnswer, 'Waarvoor er is gekeken.')
  readonly purpose: ReadingPurposeAnswer;

  @ObjectAnswer(() => ReadKindAnswer, 'Naar welke soorten gegevens is gekeken.', { list: true })
  readonly kinds: readonly ReadKindAnswer[];

  @IdAnswer('Het traject, of null als het over de kandidaat zelf ging.', { nullable: true })
  readonly trajectoryId: string | null;
}
