import { describe, expect, it } from '@jest/globals';
import { readCookie, setCookie } from '../../src/identity/sessions/cookies.js';

describe('a cookie', () => {
  it('is bound to the very host over TLS, and out of reach of scripts and other sites', () => {
    expect(setCookie({ name: 's', value: 'v' }, true)).toBe(
      '__Host-s=v; Path=/; HttpOnly; SameSite=Lax; Secure',
    );
    expect(setCookie({ name: 's', value: '', maxAgeSeconds: 0 }, false)).toBe(
      's=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    );
  });

  it('is read by its whole name, and not at all when it is there twice', () => {
    expect(readCookie('a=1; s=v; b=2', 's', false)).toBe('v');
    expect(readCookie('xs=1', 's', false)).toBeUndefined();
    expect(readCookie('s=planted; s=v', 's', false)).toBeUndefined();
    expect(readCookie('s=v', 's', true)).toBeUndefined();
    expect(readCookie('__Host-s=v', 's', true)).toBe('v');
    expect(readCookie(undefined, 's', true)).toBeUndefined();
  });
});
