import { describe, expect, it } from '@jest/globals';
import { ACCESS_REFUSALS, refuseAccess } from '../../../domain/access/index.js';
import { Refusal } from '../../../domain/shared/refusal.js';

describe('a refusal of access', () => {
  it('says with its code and its kind whether it is forbidden or out of sight', () => {
    const kinds = Object.entries(ACCESS_REFUSALS).map(([code, { kind }]) => [
      code.endsWith('.not-found'),
      kind,
    ]);
    expect(kinds.filter(([notFound, kind]) => (kind === 'hidden') !== notFound)).toEqual([]);
  });

  it('carries a Dutch sentence and the field it is about', () => {
    expect(() => refuseAccess('role.may-not', 'coachId')).toThrow(
      new Refusal('role.may-not', ACCESS_REFUSALS['role.may-not'], 'coachId'),
    );
  });
});
