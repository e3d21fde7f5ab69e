import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** The fewest characters of a password, and the most: a limit that no password manager meets. */
export const LEAST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;
/** Guesses that somebody who knows how people choose passwords has to make, as a power of ten. */
const LEAST_GUESSES_LOG10 = 10;
/** What is looked at: longer ones take the time of others. */
const JUDGED_CHARACTERS = 64;

/** Words that people here begin with. What follows them adds little. */
const DUTCH_WORDS = [
  ...[
    'wachtwoord',
    'welkom',
    'geheim',
    'welkom01',
    'geheimpje',
    'jobcoach',
    'doorlopend',
    'coach',
    'gemeente',
  ],
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober'],
  ...['november', 'december', 'lente', 'zomer', 'herfst', 'winter', 'maandag', 'dinsdag', 'woensdag'],
  ...['donderdag', 'vrijdag', 'zaterdag', 'zondag', 'amsterdam', 'rotterdam', 'utrecht', 'nederland'],
  ...['vakantie', 'voetbal', 'feyenoord', 'ajax', 'kerstmis', 'schatje', 'liefje', 'hallo', 'werken'],
];

/** What is known of who chooses the password. */
export interface Chooser {
  readonly name: string | null;
  readonly email: string | null;
}

/**
 * Why a password is refused, as a Dutch sentence that says what to do; undefined when it may be used. No rules about
 * capitals or digits: those make passwords that people forget and programs guess (NIST SP 800-63B).
 */
export async function passwordRefusal(
  password: string,
  { name, email }: Chooser,
): Promise<string | undefined> {
  const characters = [...password].length;
  if (characters < LEAST_PASSWORD) {
    return `Dit wachtwoord is te kort. Kies een wachtwoord van ${LEAST_PASSWORD} tekens of meer.`;
  }
  if (characters > LONGEST_PASSWORD) {
    return `Dit wachtwoord is te lang. Kies een wachtwoord van ten hoogste ${LONGEST_PASSWORD} tekens.`;
  }
  const own = ownWords(name, email);
  if (isOwn(password, own)) {
    return 'Uw wachtwoord lijkt op uw naam of e-mailadres. Kies een ander wachtwoord.';
  }
  guesser ??= loadGuesser();
  const { guessesLog10 } = (await guesser).check([...password].slice(0, JUDGED_CHARACTERS).join(''), own);
  if (guessesLog10 >= LEAST_GUESSES_LOG10) return undefined;
  return 'Dit wachtwoord is makkelijk te raden. Kies bijvoorbeeld vier woorden die niet bij elkaar horen.';
}

let guesser: Promise<ZxcvbnFactory> | undefined;

/** Loaded when the first password is chosen: its lists take memory that a service without does not need. */
async function loadGuesser(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, dutch: DUTCH_WORDS },
    graphs: common.adjacencyGraphs,
    maxLength: JUDGED_CHARACTERS,
  });
}

const LEAST_OWN = 3;

function ownWords(name: string | null, email: string | null): string[] {
  const words = `${name ?? ''} ${email ?? ''}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [...words, email?.toLowerCase() ?? ''].filter((word) => word.length >= LEAST_OWN);
}

/** True when it holds an own word, and too little beside. */
function isOwn(password: string, own: readonly string[]): boolean {
  let rest = password.toLowerCase();
  for (const word of [...own].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  return rest.length < LEAST_PASSWORD / 2 && rest.length < password.length;
}
