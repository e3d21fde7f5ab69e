import { isIP, isIPv6 } from 'node:net';
import { ConfigError } from './config.js';
import { type Environment, textIn } from './variables.js';

const VARIABLE = 'DOORLOPEND_TRUSTED_PROXIES';

/**
 * The proxies before the service, which say in `X-Forwarded-For` who asks: addresses or blocks (`10.0.0.0/8`), with commas
 * between. None when it is not set: then whoever connects is who asks. Throws a `ConfigError`.
 */
export function trustedProxiesIn(env: Environment): readonly string[] {
  if (env[VARIABLE] === undefined) return [];
  const proxies = textIn(env, VARIABLE, '')
    .split(',')
    .map((each) => each.trim());
  const wrong = proxies.find((each) => !isBlock(each));
  if (wrong === undefined) return proxies;
  throw new ConfigError(
    VARIABLE,
    `${VARIABLE} bevat "${wrong}", en dat is geen adres of blok van adressen. Schrijf bijvoorbeeld 10.0.0.5, 192.168.0.0/24.`,
  );
}

function isBlock(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv6(address) ? 128 : 32));
}
