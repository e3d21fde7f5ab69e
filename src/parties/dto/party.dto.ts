import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { FUNDER_KINDS, type FunderKind } from '../../../domain/shared/lists.js';
import { DateField, EnumField, Field, IdField, TextField } from '../../http/fields.js';
import { RuleSetField, type RuleSetInput } from './rule-set-field.js';

const KVK_NUMBER = /^\d{8}$/;

/** A number of the trade register. */
function KvkNumberField(): PropertyDecorator {
  return Field(
    {
      description: 'Het nummer in het Handelsregister (KvK-nummer), acht cijfers.',
      optional: true,
      example: '12345678',
    },
    {
      check: (value) =>
        typeof value === 'string' && KVK_NUMBER.test(value)
          ? undefined
          : { code: 'kvk-number.invalid', detail: 'Vul de acht cijfers in, zonder spaties.' },
      schema: { type: 'string', pattern: KVK_NUMBER.source },
    },
  );
}

export class RegisterFunderDto {
  @TextField({ description: 'De naam van de opdrachtgever (funder).', example: 'Gemeente Voorbeeldstad' })
  name: string;

  @EnumField(FUNDER_KINDS, {
    description: 'Of het een gemeente of UWV is (soort).',
    example: 'municipality',
  })
  kind: FunderKind;

  @RuleSetField({
    description:
      'De regels (regelset, rule set): de naam van een bekende regelset of een eigen regelset. Ze gelden ook voor elke eerdere datum.',
  })
  ruleSet: RuleSetInput;
}

export class AdoptRuleSetDto {
  @DateField({ description: 'De dag waarop deze versie van de regels ingaat (ingangsdatum).' })
  effectiveOn: CalendarDate;

  @RuleSetField({
    description:
      'De regels (regelset, rule set): de naam van een bekende regelset of een eigen regelset, heel of als verschil met een bekende (basedOn).',
  })
  ruleSet: RuleSetInput;
}

export class RegisterOrganisationDto {
  @TextField({
    description: 'De naam van de jobcoachorganisatie (organisation).',
    example: 'Jobcoach Noord',
  })
  name: string;

  @KvkNumberField()
  kvkNumber?: string;
}

export class RegisterEmployerDto {
  @TextField({ description: 'De naam van de werkgever (employer).', example: 'Bakkerij De Halm' })
  name: string;

  @KvkNumberField()
  kvkNumber?: string;
}

export class RegisterCoachDto {
  @TextField({ description: 'De naam van de jobcoach (coach).', example: 'S. Jansen' })
  name: string;

  @IdField({ description: 'De jobcoachorganisatie (organisation) waar de jobcoach werkt.' })
  organisationId: Id;
}
