import { Metadata, type ServiceError, status } from '@grpc/grpc-js';

/*
 * How a node refuses a call. The client tells refusals apart by the trailer `exception` and reads their particulars
 * from the trailers beside it (`CommandError.js`, convertToCommandError and the classes above it).
 */

function refusal(
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/** Another node leads: its address is told, so that the client can go there (`CommandError.js`, NotLeaderError). */
export function notLeader(leader: { readonly host: string; readonly port: number }): ServiceError {
  return refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });
}

export function unavailable(): ServiceError {
  return refusal(status.UNAVAILABLE, 'Server Is Not Ready');
}

export function accessDenied(): ServiceError {
  return refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
}

export function unauthenticated(): ServiceError {
  return refusal(status.UNAUTHENTICATED, 'Unauthenticated', { exception: 'access-denied' });
}

export function tooLarge(most: number): ServiceError {
  return refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${most} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(most),
  });
}
