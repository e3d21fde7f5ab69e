import type { Decider } from '../shared/decider.js';
import type { OrganisationCommand } from './commands.js';
import { decide } from './decide.js';
import type { OrganisationEvent } from './events.js';
import { evolve, initialOrganisationState, type OrganisationState } from './state.js';

/** How an organisation's stream decides. */
export const organisationDecider: Decider<OrganisationState, OrganisationCommand, OrganisationEvent> = {
  initialState: initialOrganisationState,
  decide,
  evolve,
};
