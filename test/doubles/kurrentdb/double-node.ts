import type { Metadata, ServiceError } from '@grpc/grpc-js';
import type { DoubleLog } from './double-log.js';
import type { Fault, Faults, FaultyCall } from './faults.js';
import { accessDenied, notLeader, unauthenticated, unavailable } from './refusals.js';

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** Who may use a double, by name and password. */
export interface User {
  readonly username: string;
  readonly password: string;
}

/** What a node was asked and what it gave, for tests that look at the traffic. */
export interface Seen {
  /** How often each call arrived. */
  readonly calls: Map<string, number>;
  /** The position that each subscription began after; undefined for the start or the end. */
  readonly subscribedAfter: (bigint | undefined)[];
  /** The stream of each event that was delivered. */
  readonly delivered: string[];
}

/** One node of a double as its services know it. */
export interface DoubleNode {
  readonly log: DoubleLog;
  readonly faults: Faults;
  readonly seen: Seen;
  /** The node that leads; undefined when this one does. */
  leader(): Endpoint | undefined;
  /** Who may call; undefined where anybody may. */
  readonly user: User | undefined;
  readonly deletes: 'refused' | 'soft';
}

/** Counts a call, and says why it is refused, if it is. */
export function admit(node: DoubleNode, call: string, metadata: Metadata): ServiceError | undefined {
  const { calls } = node.seen;
  calls.set(call, (calls.get(call) ?? 0) + 1);
  if (node.user !== undefined && !isFrom(node.user, metadata)) {
    return metadata.get('authorization').length === 0 ? accessDenied() : unauthenticated();
  }
  const leader = node.leader();
  // The client sets this header for calls that must not be served by a follower (`Client/index.js`, callArguments).
  if (leader !== undefined && metadata.get('requires-leader')[0] === 'true') return notLeader(leader);
  return undefined;
}

/** The fault that this call meets, once its delay has passed; 'unavailable' comes as the refusal that it is. */
export async function meetFault(
  node: DoubleNode,
  call: FaultyCall,
): Promise<{ readonly fault?: Fault; readonly refusal?: ServiceError }> {
  const fault = node.faults.take(call);
  if (fault === undefined) return {};
  if (fault.kind === 'unavailable') return { fault, refusal: unavailable() };
  if (fault.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  return { fault };
}

/** Basic authentication, as the client makes it (`Client/index.js`, createCredentialsMetadataGenerator). */
function isFrom({ username, password }: User, metadata: Metadata): boolean {
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return metadata.get('authorization')[0] === `Basic ${basic}`;
}
