import { describe, expect, it } from '@jest/globals';
import { separatedRoles } from '../../../domain/access/separated-roles.js';
import { newId } from '../../../src/shared/ids.js';

const coach = { role: 'coach', coachId: newId() } as const;
const funderId = newId();

describe('roles that may not reach one candidate together', () => {
  it.each(['case-director', 'auditor'] as const)('are those of a coach and a %s, in either order', (role) => {
    const enforcer = { role, funderId };
    const pair = [{ coachId: coach.coachId, funderId }];
    expect(separatedRoles([coach], enforcer)).toEqual(pair);
    expect(separatedRoles([enforcer], coach)).toEqual(pair);
  });

  it.each(['administrator', 'coordinator', 'candidate', 'employer'] as const)(
    'are not those of a coach and a %s',
    (role) => {
      expect(separatedRoles([coach], { role, funderId })).toEqual([]);
    },
  );

  it('are not two of the same kind', () => {
    expect(separatedRoles([coach], { role: 'coach', coachId: newId() })).toEqual([]);
    expect(separatedRoles([{ role: 'auditor', funderId }], { role: 'case-director', funderId })).toEqual([]);
  });
});
