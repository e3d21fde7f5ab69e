import { unknownMember } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import type { ClosingEvent } from '../../domain/trajectory/closing/events.js';
import { begun, corrected, type ItemChange } from './item.js';

/** What an event of the end does to its item. The one closure that has no id of its own goes by its trajectory's. */
export function closingItem(event: ClosingEvent, trajectoryId: Id): ItemChange {
  switch (event.type) {
    case 'TrajectoryClosed':
      return begun('closure', event.data.closureId ?? trajectoryId, event.data);
    case 'ClosureCorrected':
      return corrected('closure', event.data.closureId, event.data);
    case 'ClosureProposed':
      return begun('closure-proposal', event.data.proposalId, event.data);
    case 'TrajectoryReopened':
      return begun('reopening', event.data.reopeningId, event.data);
    case 'ReopeningCorrected':
      return corrected('reopening', event.data.reopeningId, event.data);
    case 'OutcomeMeasured':
      return begun('outcome', event.data.outcomeId, event.data);
    case 'OutcomeCorrected':
      return corrected('outcome', event.data.outcomeId, event.data);
    case 'AftercareContactRecorded':
      return begun('aftercare-contact', event.data.contactId, event.data);
    case 'AftercareContactCorrected':
      return corrected('aftercare-contact', event.data.contactId, event.data);
    default:
      return unknownMember(event);
  }
}
