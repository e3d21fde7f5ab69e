import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ownPath } from '../../src/identity/own-path.js';

const ORIGIN = 'https://doorlopend.example';

describe('where somebody is sent back to', () => {
  it.each(['/', '/traject/1?on=2026-03-02', '/a//b'])('is the path %s itself', (path) => {
    expect(ownPath(path, '/begin')).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/.//evil.example',
    ' /x',
    '',
    undefined,
    ['/x'],
  ])('is the beginning for %j', (wanted) => {
    expect(ownPath(wanted, '/begin')).toBe('/begin');
  });

  it('is never anywhere but the service, whatever is asked', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      '.',
      '..',
      '@',
      ':',
      'evil.example',
      '\t',
      '%2f',
      'https:',
      '?',
      '#',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = ownPath(pieces.join(''), '/begin');
        expect(new URL(path, ORIGIN).origin).toBe(ORIGIN);
        expect(path).toMatch(/^\/(?!\/)/);
      }),
    );
  });
});
