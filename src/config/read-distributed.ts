import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AddressFault, parseAddress } from '../event-store/kurrentdb/kurrentdb-address.js';
import { DEFAULT_SETTINGS } from '../event-store/kurrentdb/kurrentdb-settings.js';
import { isNamespace } from '../event-store/kurrentdb/our-events.js';
import { ConfigError, type DistributedConfig } from './config.js';
import { type Environment, textIn } from './variables.js';

const POSTGRES = /^postgres(ql)?:$/;

type Shared = Pick<
  DistributedConfig,
  'profile' | 'kurrentDbUrl' | 'kurrentDbNamespace' | 'databaseUrl' | 'signingKeyFile' | 'masterKeyFile'
>;

/**
 * What every instance of the distributed profile has to be told; throws a `ConfigError` at the first that is missing or
 * cannot be. An address is never quoted: it holds a password.
 */
export function readDistributed(env: Environment, keysMayCome: boolean): Shared {
  return {
    profile: 'distributed',
    kurrentDbUrl: kurrentDbIn(env),
    kurrentDbNamespace: namespaceIn(env),
    databaseUrl: databaseIn(env),
    signingKeyFile: keyFileIn(
      env,
      'DOORLOPEND_SIGNING_KEY_FILE',
      keysMayCome,
      (file) => `openssl genpkey -algorithm ed25519 -out ${file}`,
    ),
    masterKeyFile: keyFileIn(
      env,
      'DOORLOPEND_MASTER_KEY_FILE',
      keysMayCome,
      (file) => `openssl rand -out ${file} 32`,
    ),
  };
}

function kurrentDbIn(env: Environment): string {
  const variable = 'KURRENTDB_URL';
  const form = 'kurrentdb://gebruiker:wachtwoord@machine:2113';
  const value = addressIn(env, variable, `Geef het adres van KurrentDB, zoals ${form}.`);
  try {
    parseAddress(value);
    return value;
  } catch (error) {
    if (!(error instanceof AddressFault)) throw error;
    throw new ConfigError(
      variable,
      `${variable} is geen bruikbaar adres van KurrentDB (${error.message}). Schrijf het zoals ${form}, ` +
        'met bijzondere tekens als %-code.',
    );
  }
}

function namespaceIn(env: Environment): string {
  const variable = 'KURRENTDB_NAMESPACE';
  const value = textIn(env, variable, DEFAULT_SETTINGS.namespace);
  if (isNamespace(value)) return value;
  throw new ConfigError(
    variable,
    `${variable} mag alleen kleine letters en cijfers hebben en begint met een letter, zoals doorlopend.`,
  );
}

function databaseIn(env: Environment): string {
  const variable = 'DATABASE_URL';
  const form = 'postgres://gebruiker:wachtwoord@machine:5432/database';
  const value = addressIn(env, variable, `Geef het adres van PostgreSQL, zoals ${form}.`);
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url !== undefined && POSTGRES.test(url.protocol) && url.pathname.length > 1) return value;
  throw new ConfigError(
    variable,
    `${variable} is geen bruikbaar adres van een database in PostgreSQL. Schrijf het zoals ${form}, ` +
      'met bijzondere tekens als %-code.',
  );
}

/** A key that each instance made for itself would not be the one of the others, so it has to be there already. */
export function keyFileIn(
  env: Environment,
  variable: string,
  mayCome: boolean,
  makes: (file: string) => string,
): string {
  const todo = (file: string) =>
    `Geef het bestand met de sleutel die elke instantie gebruikt; maak het eenmaal met: umask 077; ${makes(file)}`;
  const file = resolve(demanded(env, variable, todo('BESTAND')));
  if (mayCome || existsSync(file)) return file;
  throw new ConfigError(variable, `${variable} wijst naar ${file}, en dat is er niet. ${todo(file)}`);
}

/** The address itself, or the first line of the file that `{variable}_FILE` names: a secret that is no environment. */
function addressIn(env: Environment, variable: string, todo: string): string {
  const inFile = `${variable}_FILE`;
  if (env[variable] !== undefined && env[inFile] !== undefined) {
    throw new ConfigError(variable, `${variable} en ${inFile} zijn beide gezet. Laat er een weg.`);
  }
  if (env[inFile] === undefined)
    return demanded(env, variable, `${todo} Of noem met ${inFile} een bestand ermee.`);
  const file = resolve(textIn(env, inFile, ''));
  const [address = ''] = readLinesOf(file, inFile);
  return textIn({ [inFile]: address.trim() }, inFile, '');
}

function readLinesOf(file: string, variable: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    throw new ConfigError(
      variable,
      `${variable} wijst naar ${file}, en dat is niet te lezen. Zet het bestand daar neer.`,
    );
  }
}

function demanded(env: Environment, variable: string, todo: string): string {
  if (env[variable] !== undefined) return textIn(env, variable, '');
  throw new ConfigError(
    variable,
    `${variable} ontbreekt, en DOORLOPEND_PROFILE=distributed heeft het nodig. ${todo}`,
  );
}
