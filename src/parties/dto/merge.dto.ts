import type { Id } from '../../../domain/shared/ids.js';
import { IdField, LongTextField } from '../../http/fields.js';

export class MergeDto {
  @IdField({ description: 'De dubbele registratie (duplicate), die in deze opgaat.' })
  duplicateId: Id;

  @LongTextField({
    description: 'Waarom het dezelfde is (reden).',
    example: 'Tweemaal ingevoerd, met en zonder B.V.',
  })
  reason: string;
}

export class WithdrawMergeDto {
  @LongTextField({
    description: 'Waarom de samenvoeging verkeerd was (reden).',
    example: 'Het zijn twee vestigingen met een eigen leidinggevende.',
  })
  reason: string;
}
