import { ROLES } from '../../../domain/access/roles.js';
import {
  EnumAnswer,
  IdAnswer,
  InstantAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';
import { ASSURANCES } from '../assurance.js';

class HeldRole {
  @EnumAnswer(ROLES, 'De rol (role).', { nullable: true })
  readonly role: string | null;

  @IdAnswer('De jobcoachorganisatie (organisation) van de rol.', { nullable: true })
  readonly organisationId: string | null;

  @IdAnswer('De opdrachtgever (funder) van de rol.', { nullable: true })
  readonly funderId: string | null;

  @IdAnswer('De jobcoach (coach) van de rol.', { nullable: true })
  readonly coachId: string | null;

  @IdAnswer('De kandidaat (candidate) van de rol.', { nullable: true })
  readonly candidateId: string | null;

  @IdAnswer('De werkgever (employer) van de rol.', { nullable: true })
  readonly employerId: string | null;
}

export class ChoosableRoleAnswer extends HeldRole {
  @IdAnswer('Het nummer van de rol, om ermee te gaan werken.')
  readonly id: string;

  @TextAnswer('De rol in woorden.', 'coördinator bij Sterk Werk')
  readonly words: string;

  @InstantAnswer('Wanneer de rol eindigt; null als dat niet vaststaat.', { nullable: true })
  readonly endsAt: string | null;
}

export class SessionAnswer {
  @EnumAnswer(ASSURANCES, 'Hoe zeker de aanmelding is (assurance).')
  readonly assurance: string;

  @InstantAnswer('Wanneer de sessie eindigt als er niets meer gebeurt.')
  readonly idleEndsAt: string;

  @InstantAnswer('Wanneer de sessie hoe dan ook eindigt.')
  readonly endsAt: string;

  @TextAnswer('Stuur dit mee in de kop X-CSRF-Token bij alles wat iets verandert.', 'kP0…')
  readonly csrfToken: string;
}

/** Who asks: the account, the role that acts, and what else could. */
export class MeAnswer extends HeldRole {
  @TextAnswer('Wie er handelt (subject), zoals het bij elk feit wordt vastgelegd.', 'een nummer')
  readonly subject: string;

  @IdAnswer('Het account; null bij een token.', { nullable: true })
  readonly accountId: string | null;

  @TextAnswer('De naam, om te tonen.', 'A. de Wit', { nullable: true })
  readonly name: string | null;

  @ObjectAnswer(() => ChoosableRoleAnswer, 'De rollen waarin het account kan werken.', { list: true })
  readonly roles: readonly ChoosableRoleAnswer[];

  @ObjectAnswer(() => SessionAnswer, 'De sessie; null bij een token.', { nullable: true })
  readonly session: SessionAnswer | null;
}
