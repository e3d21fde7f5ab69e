import { ConfigError } from './config.js';
import { type Environment, textIn } from './variables.js';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** True for the name or address of the machine itself, as a `URL` has it. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/**
 * The origin at which browsers reach the service: `https://doorlopend.example`. Undefined when it is not set: then it is
 * where the service listens. Throws a `ConfigError` when a session would travel unencrypted over a network.
 */
export function publicUrlIn(env: Environment): string | undefined {
  const variable = 'PUBLIC_URL';
  if (env[variable] === undefined) return undefined;
  const value = textIn(env, variable, '');
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const bare =
    url !== undefined && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (bare && safe) return url.origin;
  throw new ConfigError(
    variable,
    `${variable} moet een adres met https zijn zonder pad, zoals https://doorlopend.example. ` +
      'Alleen op deze computer zelf mag het met http.',
  );
}
