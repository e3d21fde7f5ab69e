import { Problem } from '../problem/problem.js';

/** The refusal of a request beyond its budget; `seconds` until there is a next one. */
export function tooMany(seconds: number): Problem {
  return new Problem(429, 'requests.too-many', {
    detail: `Er komen te veel aanvragen. Wacht ${seconds} ${seconds === 1 ? 'seconde' : 'seconden'} en probeer het opnieuw.`,
    headers: { 'retry-after': String(seconds) },
  });
}
