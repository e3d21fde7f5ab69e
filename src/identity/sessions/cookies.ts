/** A cookie of the service: only for it, on every path, out of reach of scripts and not sent along from other sites. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Absent: until the browser closes. 0 takes it away. */
  readonly maxAgeSeconds?: number;
}

/** The name under which browsers keep it: over TLS with the prefix that binds it to this very host. */
function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/** The `Set-Cookie` header. */
export function setCookie({ name, value, maxAgeSeconds }: Cookie, secure: boolean): string {
  return [
    `${cookieName(name, secure)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
    ...(maxAgeSeconds === undefined ? [] : [`Max-Age=${maxAgeSeconds}`]),
  ].join('; ');
}

/** The value of a cookie in a `Cookie` header; undefined when it is absent, or there twice, as when somebody planted one. */
export function readCookie(header: string | undefined, name: string, secure: boolean): string | undefined {
  if (header === undefined) return undefined;
  const start = `${cookieName(name, secure)}=`;
  const values = header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(start))
    .map((part) => part.slice(start.length));
  return values.length === 1 ? values[0] : undefined;
}
