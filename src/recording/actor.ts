import type { Role } from '../../domain/access/recording.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Actor } from '../event-store/event-store.port.js';

/** Who records: an asker with a token, or the operator of the machine through an import or the command line. */
export interface RecordingAsker {
  readonly subject: string;
  readonly role: Role;
  readonly organisationId?: Id;
  readonly funderId?: Id;
  readonly coachId?: Id;
  readonly candidateId?: Id;
  readonly employerId?: Id;
}

/** The operator of the machine, who may do all that an import needs. */
export const OPERATOR: RecordingAsker = { subject: 'operator', role: 'operator' };

/** What the event says of who recorded it: subject, role and party; never a name. */
export function actorOf(asker: RecordingAsker, via: Actor['via']): Actor {
  const { subject, role, organisationId, funderId, coachId, candidateId, employerId } = asker;
  return {
    subject,
    role,
    ...(organisationId && { organisationId }),
    ...(funderId && { funderId }),
    ...(coachId && { coachId }),
    ...(candidateId && { candidateId }),
    ...(employerId && { employerId }),
    via,
  };
}
