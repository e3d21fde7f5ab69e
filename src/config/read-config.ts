import { join, resolve } from 'node:path';
import {
  type Config,
  ConfigError,
  LOG_LEVELS,
  type LogLevel,
  type ReadingsConfig,
  type SignInConfig,
} from './config.js';
import { publicUrlIn } from './public-url.js';
import { readDistributed } from './read-distributed.js';
import { embeddedSignInIn } from './read-embedded-sign-in.js';
import { readIssuers } from './read-issuers.js';
import { trustedProxiesIn } from './trusted-proxies.js';
import { type Environment, numberIn, textIn } from './variables.js';

const LONGEST_DRAIN_S = 600;
/** Requests by which nobody is known that one address may send in a minute before it is told to wait. */
const UNKNOWN_A_MINUTE = 300;
/** Two weeks, so that within the month that the law gives (GDPR art. 12(3)) two weeks are left to decide in. */
const ERASURE_WAIT_DAYS = 14;
const LONGEST_WAIT_DAYS = 366;

/**
 * The configuration that the environment asks for; throws a `ConfigError` at the first value that cannot be. Keys that
 * every instance shares have to be there, unless they are still to come.
 */
export function readConfig(env: Environment, { keysMayCome = false } = {}): Config {
  const profile = profileIn(env);
  const dataFolder = resolve(textIn(env, 'DOORLOPEND_DATA', './data'));
  const shared =
    profile === 'distributed' ? readDistributed(env, keysMayCome) : { profile, ...keysIn(env, dataFolder) };
  return {
    dataFolder,
    host: hostIn(env),
    port: numberIn(env, 'PORT', { otherwise: 3_000, most: 65_535 }),
    trustedProxies: trustedProxiesIn(env),
    logLevel: logLevelIn(env),
    signIn: { ...signInFrom(env), embedded: embeddedSignInIn(env, profile, dataFolder) },
    securityContact: securityContactIn(env),
    budgets: { account: 60 * requestsPerSecondIn(env), address: UNKNOWN_A_MINUTE },
    readings: readingsFrom(env),
    drainMs: 1_000 * drainSecondsIn(env, profile),
    erasureWaitDays: numberIn(env, 'DOORLOPEND_ERASURE_WAIT_DAYS', {
      otherwise: ERASURE_WAIT_DAYS,
      most: LONGEST_WAIT_DAYS,
    }),
    buildsReadModels: 'beside-requests',
    commitsEvents: 'here',
    ...shared,
  };
}

function securityContactIn(env: Environment): string | undefined {
  const variable = 'DOORLOPEND_SECURITY_CONTACT';
  if (env[variable] === undefined) return undefined;
  const contact = textIn(env, variable, '');
  if (/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(contact)) return contact;
  throw new ConfigError(
    variable,
    `${variable} moet met mailto: of https: beginnen, zoals mailto:beveiliging@voorbeeld.nl.`,
  );
}

/** What an account may ask a second, on average over a minute. */
function requestsPerSecondIn(env: Environment): number {
  return numberIn(env, 'DOORLOPEND_REQUESTS_PER_SECOND', { otherwise: 500, least: 1, most: 99_999 });
}

function signInFrom(env: Environment): Omit<SignInConfig, 'embedded'> {
  return {
    publicUrl: publicUrlIn(env),
    ...readIssuers(env),
    idleSeconds:
      60 * numberIn(env, 'DOORLOPEND_SESSION_IDLE_MINUTES', { otherwise: 30, least: 1, most: 1_440 }),
    sessionSeconds: 3_600 * numberIn(env, 'DOORLOPEND_SESSION_HOURS', { otherwise: 12, least: 1, most: 168 }),
  };
}

function readingsFrom(env: Environment): ReadingsConfig {
  const variable = 'DOORLOPEND_PROCESSING_REGISTER';
  const register = textIn(env, variable, 'urn:doorlopend:verwerking:');
  if (!/^(https:\/\/|urn:)[!-~]+$/.test(register) || !URL.canParse(register)) {
    throw new ConfigError(
      variable,
      `${variable} is geen begin van een adres. Schrijf bijvoorbeeld https://register.example/verwerkingen/ of urn:gemeente:verwerking:.`,
    );
  }
  const keptYears = numberIn(env, 'DOORLOPEND_READINGS_YEARS', { otherwise: 5, least: 1, most: 50 });
  return { register, keptYears };
}

function profileIn(env: Environment): Config['profile'] {
  const variable = 'DOORLOPEND_PROFILE';
  const value = textIn(env, variable, 'embedded');
  if (value === 'embedded' || value === 'distributed') return value;
  throw new ConfigError(
    variable,
    `${variable} kent de waarde "${value}" niet. Gebruik embedded of distributed.`,
  );
}

/** The keys lie with the data unless the environment says otherwise. */
function keysIn(env: Environment, dataFolder: string) {
  const secrets = join(dataFolder, 'secrets');
  return {
    signingKeyFile: resolve(textIn(env, 'DOORLOPEND_SIGNING_KEY_FILE', join(secrets, 'signing.key'))),
    masterKeyFile: resolve(textIn(env, 'DOORLOPEND_MASTER_KEY_FILE', join(secrets, 'master.key'))),
  };
}

/** A single process has no balancer before it that would have to notice. */
function drainSecondsIn(env: Environment, profile: Config['profile']): number {
  const otherwise = profile === 'distributed' ? 5 : 0;
  return numberIn(env, 'DOORLOPEND_DRAIN_SECONDS', { otherwise, most: LONGEST_DRAIN_S });
}

function hostIn(env: Environment): string {
  const variable = 'HOST';
  const value = textIn(env, variable, '127.0.0.1');
  if (/^[0-9A-Za-z.:_%-]+$/.test(value)) return value;
  throw new ConfigError(variable, `${variable} is geen naam of adres van een machine: "${value}".`);
}

function logLevelIn(env: Environment): LogLevel {
  const variable = 'LOG_LEVEL';
  const value = textIn(env, variable, 'info');
  const level = LOG_LEVELS.find((known) => known === value);
  if (level !== undefined) return level;
  throw new ConfigError(
    variable,
    `${variable} kent de waarde "${value}" niet. Kies uit ${LOG_LEVELS.join(', ')}.`,
  );
}
