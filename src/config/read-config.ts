import { join, resolve } from 'node:path';
import { type Config, ConfigError, LOG_LEVELS, type LogLevel } from './config.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration that the environment asks for; throws a `ConfigError` at the first value that cannot be. */
export function readConfig(env: Environment): Config {
  const dataFolder = resolve(text(env, 'DOORLOPEND_DATA', './data'));
  const secrets = join(dataFolder, 'secrets');
  return {
    profile: profile(env),
    dataFolder,
    host: host(env),
    port: port(env),
    signingKeyFile: resolve(text(env, 'DOORLOPEND_SIGNING_KEY_FILE', join(secrets, 'signing.key'))),
    masterKeyFile: resolve(text(env, 'DOORLOPEND_MASTER_KEY_FILE', join(secrets, 'master.key'))),
    logLevel: logLevel(env),
    buildsReadModels: 'beside-requests',
    commitsEvents: 'here',
  };
}

/** The variable's text, or the default when it is not set; set but blank is refused, because it is a slip. */
function text(env: Environment, variable: string, otherwise: string): string {
  const value = env[variable];
  if (value === undefined) return otherwise;
  if (value.trim() === '' || value.includes('\0')) {
    throw new ConfigError(variable, `${variable} is leeg. Vul een waarde in of haal de variabele weg.`);
  }
  return value;
}

function profile(env: Environment): 'embedded' {
  const variable = 'DOORLOPEND_PROFILE';
  const value = text(env, variable, 'embedded');
  if (value === 'embedded') return value;
  throw new ConfigError(
    variable,
    value === 'distributed'
      ? `${variable}=distributed kan in deze versie nog niet. Gebruik embedded of haal de variabele weg.`
      : `${variable} kent de waarde "${value}" niet. Gebruik embedded.`,
  );
}

function host(env: Environment): string {
  const variable = 'HOST';
  const value = text(env, variable, '127.0.0.1');
  if (/^[0-9A-Za-z.:_%-]+$/.test(value)) return value;
  throw new ConfigError(variable, `${variable} is geen naam of adres van een machine: "${value}".`);
}

function port(env: Environment): number {
  const variable = 'PORT';
  const value = text(env, variable, '3000');
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new ConfigError(
    variable,
    `${variable} moet een heel getal van 0 tot en met 65535 zijn, niet "${value}".`,
  );
}

function logLevel(env: Environment): LogLevel {
  const variable = 'LOG_LEVEL';
  const value = text(env, variable, 'info');
  const level = LOG_LEVELS.find((known) => known === value);
  if (level !== undefined) return level;
  throw new ConfigError(
    variable,
    `${variable} kent de waarde "${value}" niet. Kies uit ${LOG_LEVELS.join(', ')}.`,
  );
}
