import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { CONTACT_CHANNELS, type ContactChannel } from '../../../domain/shared/lists.js';
import { BooleanField, DateField, EnumField, LongTextField, TextField } from '../../http/fields.js';
import { CORRECTION_REASON } from './coach.dto.js';

const PURPOSE = {
  description: 'Waarvoor de toestemming is (doel van de toestemming, consent).',
  example: 'Overleg met de nieuwe werkgever',
};
const GIVEN = { description: 'Of de toestemming is gegeven; false trekt haar in.' };
const ON = { description: 'De dag waarop de kandidaat dit zei.', notInFuture: true };

export class GiveConsentDto {
  @TextField(PURPOSE)
  purpose: string;

  @BooleanField(GIVEN)
  given: boolean;

  @DateField(ON)
  on: CalendarDate;
}

export class CorrectConsentDto {
  @TextField({ ...PURPOSE, optional: true })
  purpose?: string;

  @BooleanField({ ...GIVEN, optional: true })
  given?: boolean;

  @DateField({ ...ON, optional: true })
  on?: CalendarDate;

  @LongTextField(CORRECTION_REASON)
  reason: string;
}

export class PreferContactDto {
  @EnumField(CONTACT_CHANNELS, {
    description: 'Hoe de kandidaat het liefst wordt bereikt (voorkeur voor contact).',
    example: 'phone',
  })
  channel: ContactChannel;
}
