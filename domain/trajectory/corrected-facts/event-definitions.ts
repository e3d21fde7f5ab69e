import type { EventDefinitions } from '../../shared/event-definition.js';
import type { FactCorrectionEvent } from './events.js';

/* STORAGE. What is protected, and when an event occurred, is part of what the log holds; see events.ts. */

const correction = { version: 1, upcasters: {}, occurredOn: () => undefined } as const;
const reason = { reason: 'narrative' } as const;
const evidence = { evidence: 'narrative' } as const;
const naming = { name: 'identity', ...reason, ...evidence } as const;

/** The corrections of contacts, substitutions, namings, changes of organisation or rules, and fit notes, as the log stores them. */
export const factCorrectionEvents: EventDefinitions<FactCorrectionEvent> = {
  EmployerContactCorrected: { ...correction, protect: { summary: 'narrative', ...reason } },
  SubstitutionCorrected: { ...correction, protect: reason },
  CaseDirectorCorrected: { ...correction, protect: naming },
  CaseManagerCorrected: { ...correction, protect: naming },
  OrganisationChangeCorrected: { ...correction, protect: { ...reason, ...evidence } },
  RuleSetMoveCorrected: { ...correction, protect: { ...reason, ...evidence } },
  FitNoteCorrected: {
    ...correction,
    protect: {
      fits: 'narrative',
      doesNotFit: 'narrative',
      adjustments: 'narrative',
      shareWithNext: 'narrative',
      ...reason,
    },
  },
};
