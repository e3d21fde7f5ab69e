import type { ROLES } from '../../domain/access/roles.js';

/** What a token of a program can be good for. A token without scopes is good for all that its role may. */
export const SCOPES = [
  'dossiers:read',
  'dossiers:record',
  'parties:read',
  'parties:record',
  'exports:read',
] as const;
export type TokenScope = (typeof SCOPES)[number];

const READER: readonly TokenScope[] = ['dossiers:read', 'parties:read'];
const RECORDER: readonly TokenScope[] = [...READER, 'dossiers:record'];

/** The scopes that a program in this role can have: those under which the access tables let the role do anything. */
export const SCOPES_OF_ROLE: { readonly [role in (typeof ROLES)[number]]: readonly TokenScope[] } = {
  administrator: ['parties:read', 'parties:record'],
  coach: RECORDER,
  coordinator: SCOPES,
  'case-director': SCOPES,
  auditor: [...READER, 'exports:read'],
  candidate: RECORDER,
  employer: RECORDER,
};

/** The kind of data under each first part of a path in `/v1`. `none`: no program comes there, whatever its scopes. */
const AREAS: { readonly [segment: string]: 'dossiers' | 'parties' | 'exports' | 'none' } = {
  trajectories: 'dossiers',
  candidates: 'dossiers',
  tasks: 'dossiers',
  organisations: 'parties',
  employers: 'parties',
  coaches: 'parties',
  funders: 'parties',
  exports: 'exports',
  programs: 'none',
};

/**
 * The scope that a token of a program must have for this route, as Fastify writes it (`/v1/coaches/:id/days`); `none`
 * where no program may come. A route that nobody thought of is closed to programs.
 */
export function scopeNeeded(method: string, route: string): TokenScope | 'none' {
  const [, version, segment = ''] = route.split('/');
  const area = version === 'v1' && Object.hasOwn(AREAS, segment) ? AREAS[segment] : 'none';
  if (area === undefined || area === 'none') return 'none';
  if (area === 'exports') return 'exports:read';
  return `${area}:${method === 'GET' || method === 'HEAD' ? 'read' : 'record'}`;
}
