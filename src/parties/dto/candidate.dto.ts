import { Field, type FieldOptions, LongTextField, NestedField, TextField } from '../../http/fields.js';
import { PageQuery } from '../../http/read/queries.js';

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const LONGEST_EMAIL = 254;

/** An e-mail address. */
export function EmailField(options: FieldOptions): PropertyDecorator {
  return Field(
    { example: 'kandidaat@doorlopend.example', ...options },
    {
      check: (value) =>
        typeof value === 'string' && value.length <= LONGEST_EMAIL && EMAIL.test(value)
          ? undefined
          : { code: 'email.invalid', detail: 'Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.' },
      schema: { type: 'string', format: 'email', maxLength: LONGEST_EMAIL },
    },
  );
}

/** How somebody can be reached. */
export class ContactDetailsDto {
  @EmailField({ description: 'Het e-mailadres.', optional: true })
  email?: string;

  @TextField({ description: 'Het telefoonnummer.', optional: true, max: 30, example: '06 12345678' })
  phone?: string;

  @LongTextField({
    description: 'Het adres.',
    optional: true,
    max: 500,
    example: 'Dorpsstraat 1, Voorbeeldstad',
  })
  address?: string;
}

export class RegisterCandidateDto {
  @TextField({ description: 'De naam van de kandidaat (candidate).', example: 'J. de Vries' })
  name: string;

  @TextField({
    description: 'Het eigen nummer van de jobcoachorganisatie voor de kandidaat (kenmerk). Nooit een BSN.',
    example: 'K-0017',
  })
  reference: string;

  @NestedField(() => ContactDetailsDto, {
    description: 'Hoe de kandidaat te bereiken is (contactgegevens).',
    optional: true,
  })
  contact?: ContactDetailsDto;

  @TextField({
    description: 'De naam van de wettelijk vertegenwoordiger.',
    optional: true,
    example: 'A. de Vries',
  })
  legalRepresentative?: string;
}

export class CandidatesQuery extends PageQuery {
  @TextField({ description: 'Het eigen nummer van de jobcoachorganisatie (kenmerk).', example: 'K-0017' })
  reference: string;
}
