import { type RefusalText, refusals } from '../../domain/shared/refusal.js';

/** What somebody reads who may not invite this one, or not like this. */
const INVITATION_REFUSALS = {
  'invitation.party-missing': {
    kind: 'invalid',
    sentence: 'Bij deze rol hoort een partij. Noem voor wie deze persoon in deze rol werkt.',
  },
  'invitation.party-superfluous': {
    kind: 'invalid',
    sentence: 'Deze partij hoort niet bij deze rol. Laat het nummer weg.',
  },
  'invitation.expiry-out-of-range': {
    kind: 'invalid',
    sentence:
      'De laatste dag ligt te vroeg of te ver weg. Kies een dag van vandaag tot en met een jaar later.',
  },
  'invitation.account-closed': {
    kind: 'rule',
    sentence: 'Het account met dit adres is afgesloten. Vraag een beheerder om het weer te openen.',
  },
  'invitation.roles-not-together': {
    kind: 'rule',
    sentence:
      'Wie een kandidaat begeleidt, mag niet over dezelfde kandidaat beslissen of controleren. Nodig voor een van beide iemand anders uit.',
  },
} as const satisfies Record<string, RefusalText>;

/** Refuses with one of the codes of invitations. */
export const refuseInvitation: (code: keyof typeof INVITATION_REFUSALS, field?: string) => never =
  refusals(INVITATION_REFUSALS);
