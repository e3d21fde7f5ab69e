import { ROLES } from '../../domain/access/roles.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { DateField, EnumField, IdField, TextField } from '../http/fields.js';
import type { Role } from '../identity/asker.js';
import { EmailField } from '../parties/dto/candidate.dto.js';

export class InviteDto {
  @EmailField({ description: 'Het e-mailadres van wie u uitnodigt.', example: 'a.dewit@doorlopend.example' })
  email: string;

  @TextField({ description: 'De naam van wie u uitnodigt.', example: 'A. de Wit' })
  name: string;

  @EnumField(ROLES, { description: 'De rol (role).', example: 'coordinator' })
  role: Role;

  @IdField({ description: 'De jobcoachorganisatie (organisation), bij een coördinator.', optional: true })
  organisationId?: Id;

  @IdField({
    description: 'De opdrachtgever (funder), bij een regisseur of toezichthouder.',
    optional: true,
  })
  funderId?: Id;

  @IdField({ description: 'De jobcoach (coach) die deze persoon is.', optional: true })
  coachId?: Id;

  @IdField({ description: 'De kandidaat (candidate) die deze persoon is.', optional: true })
  candidateId?: Id;

  @IdField({ description: 'De werkgever (employer) voor wie deze persoon werkt.', optional: true })
  employerId?: Id;
}

export class LinkEmployerDto {
  @IdField({ description: 'De werkplek (placement) bij de werkgever.' })
  placementId: Id;

  @DateField({
    description: 'De laatste dag waarop de link en de toegang gelden, ten hoogste een jaar vooruit.',
  })
  expiresOn: CalendarDate;
}
