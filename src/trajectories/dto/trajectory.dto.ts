import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { DateField, IdField, TextField } from '../../http/fields.js';

export class OpenTrajectoryDto {
  @IdField({ description: 'De kandidaat (candidate).' })
  candidateId: Id;

  @IdField({
    description: 'De opdrachtgever (funder): gemeente of UWV. Zijn regels gelden voor het traject.',
  })
  funderId: Id;

  @IdField({ description: 'De jobcoachorganisatie (organisation).' })
  organisationId: Id;

  @DateField({ description: 'De dag waarop het traject begint (openedOn).' })
  openedOn: CalendarDate;

  @IdField({ description: 'Het traject waarop dit traject volgt (continues).', optional: true })
  continues?: Id;
}

/** Evidence that somebody else signed, for what a coordinator records on their behalf. */
export class EvidenceDto {
  @TextField({
    description: 'Wat voor stuk het is, zoals beschikking, brief of e-mail.',
    example: 'beschikking',
  })
  kind: string;

  @TextField({ description: 'Het kenmerk van het stuk.', example: 'B-2026-1183' })
  reference: string;

  @DateField({ description: 'De dag waarop het is ondertekend.', notInFuture: true, example: '2026-02-20' })
  signedOn: CalendarDate;
}
