import { hash } from 'node:crypto';
import type { DomainEvent } from '../../../domain/shared/decider.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { Protection, Sealed } from '../../../domain/shared/protected.js';

/**
 * What every golden file of an event type reads as today, by the schema version it was stored in. Typed by the present
 * shape: an upcaster that leaves an old event in another shape cannot be written down here.
 */
export type Examples<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: {
    readonly [storedVersion: number]: Extract<Event, { type: Type }>['data'];
  };
};

/** The id that the golden files give to whatever has this name: a placement, a coach, an event. */
export function idOf(name: string): Id {
  const digits = hash('sha256', name, 'hex');
  return `018f3c1e-${digits.slice(0, 4)}-7${digits.slice(4, 7)}-8${digits.slice(7, 10)}-${digits.slice(10, 22)}`;
}

/** The sealed value that stands in the golden file of `type` under `field`; nobody has its key. */
export function sealed(
  type: string,
  field: string,
  protection: Protection,
  person = `candidate/${idOf('candidate')}`,
): Sealed {
  const of = `${idOf(`event ${type}`)}/${field}`;
  const box = Buffer.from(hash('sha512', of, 'hex'), 'hex')
    .subarray(0, 60)
    .toString('base64url');
  return { sealedWith: `${person}/${protection}/1`, of, box };
}
