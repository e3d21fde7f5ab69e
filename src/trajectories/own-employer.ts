import { refuseAccess } from '../../domain/access/index.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Asker } from '../identity/asker.js';

/** The employer that a request speaks for: an employer only for itself (403), anybody else for the one it names. */
export function ownEmployer(asker: Asker, employerId: Id | undefined): { readonly employerId?: Id } {
  if (asker.role !== 'employer') return employerId === undefined ? {} : { employerId };
  if (employerId !== undefined && employerId !== asker.employerId) refuseAccess('role.may-not', 'employerId');
  return asker.employerId === undefined ? {} : { employerId: asker.employerId };
}
