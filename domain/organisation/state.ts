import { unknownMember } from '../shared/decider.js';
import type { Recognitions } from '../shared/recognitions.js';
import type { OrganisationEvent, OrganisationRegistered } from './events.js';

/** What an organisation's stream has to remember for deciding. */
export interface OrganisationState {
  readonly registered: OrganisationRegistered['data'] | undefined;
  readonly recognitions: Recognitions;
}

export const initialOrganisationState: OrganisationState = { registered: undefined, recognitions: new Map() };

/** The state after one more event. */
export function evolve(state: OrganisationState, event: OrganisationEvent): OrganisationState {
  switch (event.type) {
    case 'OrganisationRegistered':
      return { ...state, registered: event.data };
    case 'OrganisationRecognised': {
      const { recognitionId, ...terms } = event.data;
      return { ...state, recognitions: new Map(state.recognitions).set(recognitionId, { terms }) };
    }
    case 'OrganisationRecognitionEnded': {
      const { recognitionId, endedOn } = event.data;
      const recognition = state.recognitions.get(recognitionId);
      if (recognition === undefined) return state;
      const recognitions = new Map(state.recognitions).set(recognitionId, { ...recognition, endedOn });
      return { ...state, recognitions };
    }
    default:
      return unknownMember(event);
  }
}
