import { postgresRows } from '../../projections/runtime/dialect.js';

/** The database could not be opened; `message` is a Dutch sentence that says what to do and holds nothing of the address. */
export class DatabaseNotOpened extends Error {
  constructor(sentence: string, options: { readonly cause: unknown }) {
    super(sentence, options);
    this.name = 'DatabaseNotOpened';
  }
}

const ADDRESS = 'DATABASE_URL (of het bestand in DATABASE_URL_FILE)';

/** By PostgreSQL's own code: what it is about, and what to do. */
const BY_CODE: { readonly [code: string]: string } = {
  '28P01': `PostgreSQL weigert de gebruiker of het wachtwoord. Verbeter ze in ${ADDRESS}, met bijzondere tekens als %-code.`,
  '28000': `PostgreSQL laat deze gebruiker van deze machine niet toe. Verbeter ${ADDRESS}, of sta de verbinding toe in pg_hba.conf.`,
  '3D000': `De database bestaat niet. Maak haar eerst (createdb), of verbeter de naam in ${ADDRESS}.`,
  '42501': `De gebruiker mag in de database geen tabellen maken. Geef hem dat recht, of noem een andere in ${ADDRESS}.`,
  '53300':
    'PostgreSQL heeft geen verbinding meer vrij. Verhoog max_connections: een instantie gebruikt er ten hoogste 28.',
  '53100': 'De schijf van PostgreSQL is vol. Maak ruimte en start opnieuw.',
  '57P03': 'PostgreSQL is zelf nog aan het starten. Start de dienst zo opnieuw.',
};

const AWAY = `PostgreSQL is niet te bereiken. Controleer of de server draait en of machine en poort kloppen in ${ADDRESS}, en start opnieuw.`;
const UNSAFE = `De beveiligde verbinding met PostgreSQL komt niet tot stand. Controleer sslmode en sslrootcert in ${ADDRESS}, en het certificaat van de server.`;

/** What OpenSSL, Node and the driver say when TLS does not come about. */
const OF_TLS = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
const WITHOUT_TLS = /^The server does not support SSL connections/;

/** What was thrown while the database was opened, as whoever starts the service needs to read it. */
export function notOpened(error: unknown): unknown {
  const sentence = sentenceFor(error);
  return sentence === undefined ? error : new DatabaseNotOpened(sentence, { cause: error });
}

function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (OF_TLS.test(code) || WITHOUT_TLS.test(error.message)) return UNSAFE;
  return postgresRows.isOutOfReach(error) ? AWAY : undefined;
}
