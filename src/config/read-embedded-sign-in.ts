import { join, resolve } from 'node:path';
import { type Config, ConfigError, type SignInConfig } from './config.js';
import { keyFileIn } from './read-distributed.js';
import { type Environment, textIn } from './variables.js';

const VARIABLE = 'DOORLOPEND_EMBEDDED_SIGN_IN';
const KEY_FILE = 'DOORLOPEND_SIGN_IN_KEY_FILE';

/**
 * The embedded provider: on in the embedded profile, off in the distributed one, unless the environment says otherwise.
 * Undefined where it is off. Throws a `ConfigError`.
 */
export function embeddedSignInIn(
  env: Environment,
  profile: Config['profile'],
  dataFolder: string,
): SignInConfig['embedded'] {
  const value = textIn(env, VARIABLE, profile === 'embedded' ? 'on' : 'off');
  if (value !== 'on' && value !== 'off') {
    throw new ConfigError(VARIABLE, `${VARIABLE} kent de waarde "${value}" niet. Gebruik on of off.`);
  }
  if (value === 'off') return undefined;
  const keyFile =
    profile === 'embedded'
      ? resolve(textIn(env, KEY_FILE, join(dataFolder, 'secrets', 'sign-in.key')))
      : keyFileIn(env, KEY_FILE, false, (file) => `openssl rand -base64 -out ${file} 32`);
  return { keyFile };
}
