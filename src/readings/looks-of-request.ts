import type { FastifyReply, FastifyRequest } from 'fastify';
import { FILE_KINDS } from '../../domain/access/data-kinds.js';
import {
  type DataKind,
  type FileKind,
  isOnlooker,
  mayRead,
  PURPOSES,
  purposeOf,
} from '../../domain/access/index.js';
import { unknownMember } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Look, Reading } from '../access/reader.js';
import type { Asker } from '../identity/asker.js';
import type { ReadingEntry } from './reading-entry.js';
import { newSpanId, traceContextOf } from './trace-context.js';

/** A look by somebody whose looks are recorded, with the purpose that they have by the first kind of data. */
function seenByOnlooker(look: Look, { gives }: Reading) {
  const { standing } = look;
  if (!isOnlooker(standing)) return [];
  // Who was let in sees something of the first kind; of the parts, what they see nothing of was not read.
  const kinds = gives.filter(isFileKind).filter((kind) => mayRead(standing, kind).items !== 'none');
  return [{ look, kinds, purpose: purposeOf(standing, gives[0] as FileKind) }];
}

/**
 * What is to be recorded of an answer that is about to leave at `readAt` (milliseconds since 1970): one entry per
 * candidate whom the asker looks at without being that candidate or coaching them.
 */
export function looksOf(
  request: FastifyRequest,
  reply: FastifyReply,
  readAt: number,
): readonly ReadingEntry[] {
  const { reading, asker } = request;
  if (reading === null || asker === null || reading.looks.length === 0) return [];
  const seen = new Map(
    reading.looks.flatMap((look) => seenByOnlooker(look, reading)).map((one) => [one.look.candidateId, one]),
  );
  if (seen.size === 0) return [];
  const trace = traceContextOf(request.headers.traceparent);
  return [...seen].map(([candidateId, { kinds, purpose }]) => ({
    candidateId,
    trajectoryId: onlyTrajectory(reading.looks, candidateId),
    startedAt: readAt - Math.ceil(reply.elapsedTime),
    readAt,
    subject: asker.subject,
    role: asker.role,
    partyId: partyOf(asker),
    purpose,
    purposeVersion: PURPOSES[purpose].version,
    kinds,
    route: `${request.method} ${reading.route}`,
    trace,
    spanId: newSpanId(),
  }));
}

/** The trajectory that all looks at the candidate were about. */
function onlyTrajectory(looks: readonly Look[], candidateId: Id): Id | undefined {
  const ids = new Set(
    looks.filter((look) => look.candidateId === candidateId).map((look) => look.trajectoryId),
  );
  const [only] = ids;
  return ids.size === 1 ? only : undefined;
}

/** The party that the asker acts for in their role. */
function partyOf({
  role,
  organisationId,
  funderId,
  coachId,
  candidateId,
  employerId,
}: Asker): Id | undefined {
  switch (role) {
    case 'coordinator':
      return organisationId;
    case 'case-director':
    case 'auditor':
      return funderId;
    case 'coach':
      return coachId;
    case 'candidate':
      return candidateId;
    case 'employer':
      return employerId;
    case 'administrator':
      return undefined;
    default:
      return unknownMember(role);
  }
}

function isFileKind(kind: DataKind): kind is FileKind {
  return Object.hasOwn(FILE_KINDS, kind);
}
