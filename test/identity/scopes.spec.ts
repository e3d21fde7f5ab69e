import { describe, expect, it } from '@jest/globals';
import { SCOPES, SCOPES_OF_ROLE, scopeNeeded } from '../../src/identity/scopes.js';

describe('the scope that a route needs', () => {
  it.each([
    ['GET', '/v1/trajectories/:id/sessions', 'dossiers:read'],
    ['HEAD', '/v1/candidates', 'dossiers:read'],
    ['POST', '/v1/trajectories/:id/sessions', 'dossiers:record'],
    ['GET', '/v1/tasks', 'dossiers:read'],
    ['POST', '/v1/coaches/:id/absences', 'parties:record'],
    ['GET', '/v1/exports/statistics', 'exports:read'],
    ['POST', '/v1/programs', 'none'],
    ['GET', '/v1/nobody-thought-of-this', 'none'],
    ['GET', '/v1/constructor', 'none'],
    ['GET', '/elsewhere', 'none'],
    ['GET', '', 'none'],
  ])('%s %s: %s', (method, route, scope) => {
    expect(scopeNeeded(method, route)).toBe(scope);
  });

  it('is one that some role can have, and no role has one twice', () => {
    expect(new Set(Object.values(SCOPES_OF_ROLE).flat())).toEqual(new Set(SCOPES));
    for (const scopes of Object.values(SCOPES_OF_ROLE)) expect(new Set(scopes).size).toBe(scopes.length);
  });
});
