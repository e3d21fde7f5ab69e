/** Why an account cannot be made, changed or entered. */
export type AccountRefusal =
  | 'email.taken'
  | 'identity.taken'
  | 'link.invalid'
  | 'account.disabled'
  | 'account.in-use'
  | 'role.separated';

const SENTENCES: { readonly [Code in AccountRefusal]: string } = {
  'email.taken': 'Er is al een account met dit e-mailadres. Gebruik een ander adres.',
  'identity.taken':
    'U meldt zich hiermee al aan bij een ander account. Vraag de beheerder om de rol daar toe te voegen.',
  'link.invalid': 'Deze link is al gebruikt, verlopen of onvolledig. Vraag een nieuwe link aan.',
  'account.disabled': 'Dit account is afgesloten. Vraag de beheerder van uw organisatie waarom.',
  'account.in-use':
    'Bij dit account hoort al een manier van aanmelden. Open de link opnieuw en kies de manier waarop u zich altijd aanmeldt.',
  'role.separated':
    'Wie een kandidaat begeleidt, mag niet over dezelfde kandidaat beslissen of controleren. Laat een van beide door iemand anders doen.',
};

/** The message is a Dutch sentence that says what to do, without personal data. */
export class AccountRefused extends Error {
  constructor(readonly code: AccountRefusal) {
    super(SENTENCES[code]);
    this.name = 'AccountRefused';
  }
}
