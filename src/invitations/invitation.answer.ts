import { IdAnswer, InstantAnswer, TextAnswer } from '../http/openapi/answer-fields.js';

export class InvitationAnswer {
  @IdAnswer('Het account dat met de link wordt geopend.')
  readonly accountId: string;

  @TextAnswer(
    'De link, die één keer werkt. Hij staat alleen in dit antwoord: stuur hem zelf door, de dienst verstuurt geen e-mail.',
    'https://doorlopend.example/uitnodiging/q0…',
  )
  readonly link: string;

  @InstantAnswer('Tot wanneer de link werkt.')
  readonly expiresAt: string;
}
