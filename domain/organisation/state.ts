import type { CalendarDate } from '../shared/calendar.js';
import { unknownMember } from '../shared/decider.js';
import type { Recognitions } from '../shared/recognitions.js';
import { type StatedById, withChanged, withStated } from '../shared/stated.js';
import { type OrganisationEvent, type OrganisationRegistered, organisationEvents } from './events.js';

/** What an organisation's stream has to remember for deciding. Of a complaint it holds the day and no text. */
export interface OrganisationState {
  readonly registered: OrganisationRegistered['data'] | undefined;
  readonly recognitions: Recognitions;
  readonly complaints: StatedById<{ readonly on: CalendarDate }>;
}

export const initialOrganisationState: OrganisationState = {
  registered: undefined,
  recognitions: new Map(),
  complaints: new Map(),
};

/** The state after one more event. */
export function evolve(state: OrganisationState, event: OrganisationEvent): OrganisationState {
  const { protect } = organisationEvents[event.type];
  switch (event.type) {
    case 'OrganisationRegistered':
      return { ...state, registered: event.data };
    case 'OrganisationRecognised': {
      const { recognitionId, ...terms } = event.data;
      return { ...state, recognitions: withStated(state.recognitions, recognitionId, terms) };
    }
    case 'OrganisationRecognitionEnded': {
      const { recognitionId, endedOn } = event.data;
      return { ...state, recognitions: withChanged(state.recognitions, recognitionId, { endedOn }) };
    }
    case 'OrganisationRecognitionCorrected': {
      const { recognitionId, ...changes } = event.data;
      return { ...state, recognitions: withChanged(state.recognitions, recognitionId, changes, protect) };
    }
    case 'ComplaintReceived': {
      const { complaintId, ...terms } = event.data;
      return { ...state, complaints: withStated(state.complaints, complaintId, terms, protect) };
    }
    case 'ComplaintCorrected': {
      const { complaintId, ...changes } = event.data;
      return { ...state, complaints: withChanged(state.complaints, complaintId, changes, protect) };
    }
    default:
      return unknownMember(event);
  }
}
