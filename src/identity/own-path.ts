/** Anything else than a visible ASCII character could be read as something else by somebody on the way. */
const PATH = /^\/[\x21-\x7e]*$/;
const LONGEST = 1_000;
/** Only its origin is compared. */
const HERE = 'http://here.invalid';

/** The path of the service in `wanted`, with its query, or `otherwise` when it leads anywhere else: nobody is sent away. */
export function ownPath(wanted: unknown, otherwise: string): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST || !PATH.test(wanted)) return otherwise;
  if (wanted.includes('\\') || wanted.startsWith('//') || !URL.canParse(wanted, HERE)) return otherwise;
  const { origin, pathname, search } = new URL(wanted, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : otherwise;
}
