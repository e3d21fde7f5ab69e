import { unknownMember } from '../../shared/decider.js';
import { corrected, withoutUndefined } from '../../shared/fields.js';
import { replaced } from '../../shared/replaced.js';
import type { SignalEvent } from './events.js';
import type { SignalFacts } from './facts.js';

/** The facts after one more event on incidents, support needs, contact rhythms or the choice of a coach. */
export function evolveSignals<Facts extends SignalFacts>(facts: Facts, event: SignalEvent): Facts {
  switch (event.type) {
    case 'IncidentReported': {
      const { incidentId: id, on, employerId, initiatedBy } = event.data;
      const incident = withoutUndefined({ id, on, employerId, initiatedBy });
      return { ...facts, incidents: [...facts.incidents, incident] };
    }
    case 'IncidentResolved': {
      const { incidentId, on: resolvedOn } = event.data;
      const incidents = replaced(facts.incidents, incidentId, (it) => ({ ...it, resolvedOn }));
      return { ...facts, incidents };
    }
    case 'IncidentCorrected': {
      const { data } = event;
      const incidents = replaced(facts.incidents, data.incidentId, (it) =>
        corrected(it, data, ['on', 'employerId', 'initiatedBy', 'resolvedOn']),
      );
      return { ...facts, incidents };
    }
    case 'SupportNeedSignalled': {
      const { needId: id, on } = event.data;
      return { ...facts, supportNeeds: [...facts.supportNeeds, { id, on }] };
    }
    case 'SupportNeedCorrected': {
      const { data } = event;
      const supportNeeds = replaced(facts.supportNeeds, data.needId, (it) => corrected(it, data, ['on']));
      return { ...facts, supportNeeds };
    }
    case 'ContactRhythmAgreed': {
      const { rhythmId: id, everyDays, from } = event.data;
      return { ...facts, contactRhythms: [...facts.contactRhythms, { id, everyDays, from }] };
    }
    case 'ContactRhythmCorrected': {
      const { data } = event;
      const contactRhythms = replaced(facts.contactRhythms, data.rhythmId, (it) =>
        corrected(it, data, ['everyDays', 'from']),
      );
      return { ...facts, contactRhythms };
    }
    case 'CoachChangeRequested': {
      const { requestId: id, requestedOn, preferredCoachId } = event.data;
      const request = withoutUndefined({ id, requestedOn, preferredCoachId });
      return { ...facts, coachChangeRequests: [...facts.coachChangeRequests, request] };
    }
    case 'CoachChangeAnswered': {
      const { requestId, decision, on } = event.data;
      const coachChangeRequests = replaced(facts.coachChangeRequests, requestId, (it) => ({
        ...it,
        answer: { decision, on },
      }));
      return { ...facts, coachChangeRequests };
    }
    default:
      return unknownMember(event);
  }
}
