import { CONTACT_CHANNELS } from '../../../domain/shared/lists.js';
import {
  BooleanAnswer,
  DateAnswer,
  EnumAnswer,
  IdAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';

export class ContactPersonAnswer {
  @IdAnswer('Het nummer van de contactpersoon (contact person).')
  readonly id: string;

  @TextAnswer('De naam; null als die is gewist.', 'M. de Boer', { nullable: true })
  readonly name: string | null;

  @TextAnswer('Het telefoonnummer, als dat bekend is.', '06 12345678', { nullable: true })
  readonly phone: string | null;

  @TextAnswer('Het e-mailadres, als dat bekend is.', 'chef@doorlopend.example', { nullable: true })
  readonly email: string | null;

  @DateAnswer('De eerste dag.')
  readonly from: string;

  @DateAnswer('De laatste dag; null zolang die niet bekend is.', { nullable: true })
  readonly until: string | null;
}

export class PreferredCoachAnswer {
  @IdAnswer('Het nummer van de voorkeur (preferred coach).')
  readonly id: string;

  @IdAnswer('De jobcoach (coach).')
  readonly coachId: string;

  @DateAnswer('De eerste dag.')
  readonly from: string;

  @DateAnswer('De laatste dag; null zolang de voorkeur geldt.', { nullable: true })
  readonly until: string | null;
}

export class ComplaintAnswer {
  @IdAnswer('Het nummer van de klacht (complaint).')
  readonly id: string;

  @DateAnswer('De dag van de klacht.')
  readonly on: string;

  @TextAnswer('Waar de klacht over gaat; null als die is gewist.', 'Wekenlang onbereikbaar.', {
    nullable: true,
  })
  readonly summary: string | null;
}

export class ConsentAnswer {
  @IdAnswer('Het nummer van de toestemming (consent).')
  readonly id: string;

  @TextAnswer('Waarvoor; null als de kandidaat is gewist.', 'Overleg met de nieuwe werkgever', {
    nullable: true,
  })
  readonly purpose: string | null;

  @BooleanAnswer('Of de toestemming is gegeven, of ingetrokken.')
  readonly given: boolean;

  @DateAnswer('De dag waarop de kandidaat dit zei.')
  readonly on: string;
}

export class ContactPreferenceAnswer {
  @EnumAnswer(CONTACT_CHANNELS, 'Hoe de kandidaat het liefst wordt bereikt; null als dat niet is gezegd.', {
    nullable: true,
  })
  readonly channel: string | null;
}

export class MergeAnswer {
  @IdAnswer('Het nummer van de samenvoeging (merge).')
  readonly id: string;

  @IdAnswer('De dubbele registratie (duplicate).')
  readonly duplicateId: string;

  @TextAnswer('Waarom; null als dat is gewist.', 'Tweemaal ingevoerd.', { nullable: true })
  readonly reason: string | null;

  @BooleanAnswer('Of de samenvoeging is ingetrokken.')
  readonly withdrawn: boolean;

  @TextAnswer('Waarom zij is ingetrokken; null zolang zij staat.', 'Het zijn twee vestigingen.', {
    nullable: true,
  })
  readonly withdrawalReason: string | null;
}

export class PossibleDuplicateAnswer {
  @IdAnswer('De andere registratie.')
  readonly id: string;

  @EnumAnswer(['name', 'kvk-number', 'reference'], 'Wat er hetzelfde is: naam, KvK-nummer of kenmerk.', {
    list: true,
  })
  readonly because: readonly string[];
}
