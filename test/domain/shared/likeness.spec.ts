import { describe, expect, it } from '@jest/globals';
import { likenessOf } from '../../../domain/shared/likeness.js';

describe('the likeness of names', () => {
  it.each([
    ['Bakkerij De Halm B.V.', 'bakkerij de halm'],
    ['Bakkerij  De-Halm bv', 'BAKKERIJ DE HALM'],
    ['Café Zuid', 'Cafe\u0301 zuid'],
    ['Stichting De Brug', 'stichting de brug'],
    ['Jansen & Zn. VOF', 'Jansen Zn'],
  ])('%s is like %s', (one, other) => {
    expect(likenessOf(one)).toBe(likenessOf(other));
  });

  it('tells other names apart, also where only a number differs', () => {
    const names = ['Kwekerij Noord', 'Kwekerij Zuid', 'Vestiging 1', 'Vestiging 2', 'De Halm', 'Halm'];
    expect(new Set(names.map(likenessOf)).size).toBe(names.length);
  });

  it('is nothing for a name of signs only', () => {
    expect(likenessOf('***')).toBe('');
  });
});
