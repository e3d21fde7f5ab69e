import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALL_APART, areOne, survivorOf } from '../../../domain/shared/survivors.js';

const merges = (...pairs: readonly (readonly [string, string])[]) => new Map(pairs);

describe('the one that stays', () => {
  it('is itself when it is no duplicate, and else the last of the chain', () => {
    const chain = merges(['a', 'b'], ['b', 'c'], ['x', 'y']);
    expect(['a', 'b', 'c', 'x', 'z'].map((id) => survivorOf(chain, id))).toEqual(['c', 'c', 'c', 'y', 'z']);
    expect(areOne(chain, 'a', 'c')).toBe(true);
    expect(areOne(chain, 'a', 'x')).toBe(false);
    expect(areOne(ALL_APART, 'a', 'a')).toBe(true);
  });

  it('is one and the same for everybody in a circle, and for who leads into it', () => {
    const circle = merges(['m', 'b'], ['b', 'c'], ['c', 'a'], ['a', 'b']);
    expect(['m', 'b', 'c', 'a'].map((id) => survivorOf(circle, id))).toEqual(['a', 'a', 'a', 'a']);
  });

  it('is found whatever was merged into what, and stays for itself unless in a circle', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, ids)), ids, (pairs, id) => {
        const survivors = merges(...pairs);
        const survivor = survivorOf(survivors, id);
        expect(survivorOf(survivors, survivor)).toBe(survivor);
        const into = survivors.get(id);
        if (into !== undefined) expect(survivorOf(survivors, into)).toBe(survivor);
      }),
    );
  });
});
