import { describe, expect, it } from '@jest/globals';
import { FILE_KINDS } from '../../../domain/access/data-kinds.js';
import { type FileKind, isOnlooker, KIND_WORDS, PURPOSES, purposeOf } from '../../../domain/access/index.js';
import { STANDINGS } from '../../../domain/access/standing.js';

const KINDS = Object.keys(FILE_KINDS) as FileKind[];

describe('the purpose of a look', () => {
  it('is there for everybody but the candidate and the own coach, whatever is looked at', () => {
    const onlookers = STANDINGS.filter(isOnlooker);
    expect(onlookers).toEqual(['former-coach', 'coordinator', 'case-director', 'auditor', 'employer']);
    const purposes = onlookers.flatMap((standing) => KINDS.map((kind) => purposeOf(standing, kind)));
    // All of the list is used; what the operator of the machine looks for is not by standing.
    expect([...new Set(purposes), 'run-service'].toSorted()).toEqual(Object.keys(PURPOSES).toSorted());
  });

  it('has words of its own that a candidate can read, and so has each kind of data', () => {
    const words = [...Object.values(PURPOSES).map((purpose) => purpose.words), ...Object.values(KIND_WORDS)];
    expect(new Set(words).size).toBe(words.length);
    for (const text of words) expect(text).toMatch(/^[a-zë][a-zë, ]{8,59}$/);
    expect(Object.keys(KIND_WORDS)).toEqual(KINDS);
  });
});
