import { unknownMember } from '../../domain/shared/decider.js';
import type { SignalEvent } from '../../domain/trajectory/signals/events.js';
import { begun, changed, corrected, type ItemChange, type ItemData } from './item.js';

/** What an event on incidents, support needs, contact rhythms or the choice of a coach does to an item. */
export function signalItem(event: SignalEvent): ItemChange {
  switch (event.type) {
    case 'IncidentReported':
      return begun('incident', event.data.incidentId, event.data);
    case 'IncidentResolved': {
      const { incidentId, on: resolvedOn, summary: resolution } = event.data;
      return changed('incident', incidentId, { resolvedOn, resolution });
    }
    case 'IncidentCorrected':
      return reopenable(corrected('incident', event.data.incidentId, event.data));
    case 'SupportNeedSignalled':
      return begun('support-need', event.data.needId, event.data);
    case 'SupportNeedCorrected':
      return corrected('support-need', event.data.needId, event.data);
    case 'ContactRhythmAgreed':
      return begun('contact-rhythm', event.data.rhythmId, event.data);
    case 'ContactRhythmCorrected':
      return corrected('contact-rhythm', event.data.rhythmId, event.data);
    case 'CoachChangeRequested': {
      const { requestedOn: on, ...asked } = event.data;
      return begun('coach-change-request', asked.requestId, { ...asked, on });
    }
    case 'CoachChangeAnswered': {
      const { requestId, decision, on: answeredOn, reason: answer } = event.data;
      return changed('coach-change-request', requestId, { decision, answeredOn, answer });
    }
    default:
      return unknownMember(event);
  }
}

/** An incident that is open again has no resolution either. */
function reopenable(change: ItemChange): ItemChange {
  return {
    ...change,
    apply: (before) => {
      const after = change.apply(before);
      return after && after.resolvedOn === undefined ? withoutResolution(after) : after;
    },
  };
}

function withoutResolution({ resolution: _, ...open }: ItemData): ItemData {
  return open;
}
