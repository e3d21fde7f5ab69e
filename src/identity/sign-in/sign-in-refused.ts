/** Why a sign-in came to nothing. */
export type SignInRefusal =
  | 'issuer.unknown'
  | 'issuer.unreachable'
  | 'sign-in.expired'
  | 'sign-in.refused'
  | 'sign-in.cancelled'
  | 'account.unknown'
  | 'account.disabled'
  | 'role.none'
  | 'role.not-yours'
  | 'role.other-issuer'
  | 'assurance.too-low';

interface Words {
  readonly status: number;
  readonly sentence: string;
}

const WORDS: { readonly [Code in SignInRefusal]: Words } = {
  'issuer.unknown': {
    status: 404,
    sentence: 'Deze manier van aanmelden bestaat hier niet. Kies een andere.',
  },
  'issuer.unreachable': {
    status: 503,
    sentence:
      'Deze manier van aanmelden is nu niet bereikbaar. Probeer het over een paar minuten nog eens, of kies een andere.',
  },
  'sign-in.expired': {
    status: 400,
    sentence: 'Dit aanmelden duurde te lang of is al gebruikt. Begin opnieuw.',
  },
  'sign-in.refused': {
    status: 400,
    sentence: 'Het antwoord op het aanmelden klopt niet, dus u bent niet aangemeld. Begin opnieuw.',
  },
  'sign-in.cancelled': {
    status: 400,
    sentence: 'Het aanmelden is afgebroken. Begin opnieuw als u dat wilt.',
  },
  'account.unknown': {
    status: 403,
    sentence: 'Bij deze aanmelding hoort nog geen account. Open eerst de link uit uw uitnodiging.',
  },
  'account.disabled': {
    status: 403,
    sentence: 'Dit account is afgesloten. Vraag de beheerder van uw organisatie waarom.',
  },
  'role.none': {
    status: 403,
    sentence: 'Uw account heeft nu geen rol. Vraag uw organisatie of opdrachtgever om een uitnodiging.',
  },
  'role.not-yours': {
    status: 403,
    sentence: 'Deze rol hoort niet bij uw account. Kies een rol uit de lijst.',
  },
  'role.other-issuer': {
    status: 403,
    sentence: 'Met deze aanmelding mag u niet in deze rol werken. Meld u aan bij de organisatie van de rol.',
  },
  'assurance.too-low': {
    status: 403,
    sentence: 'Voor deze rol is een tweede stap nodig. Meld u opnieuw aan, met een tweede factor.',
  },
};

/** The message is a Dutch sentence that says what to do, without personal data. */
export class SignInRefused extends Error {
  readonly status: number;

  constructor(
    readonly code: SignInRefusal,
    /** The issuer's name in addresses, where signing in again with it would help. */
    readonly again?: string,
    options?: ErrorOptions,
  ) {
    super(WORDS[code].sentence, options);
    this.name = 'SignInRefused';
    this.status = WORDS[code].status;
  }
}
