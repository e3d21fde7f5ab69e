import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';

/** A funder's own rule set as version 1 of `RuleSetAdopted` holds it; no preset, for presets may move on. */
export const storedRuleSet: RuleSet = {
  name: 'voorbeeld-2025',
  title: 'Gemeente Voorbeeld, twee jaar',
  kind: 'municipality',
  clock: {
    maximum: 'P2Y',
    scope: 'person',
    newEmployer: 'continues',
    toleratedGap: 'P4W',
    trialPlacementCounts: false,
    period: 'P6M',
    announceExtensionAtEndOf: 3,
    basis: 'Beleidsregels jobcoaching Voorbeeld, 1 januari 2025',
  },
  trialPlacement: { maximum: 'P2M', extendedMaximum: 'P6M' },
  hours: {
    model: 'percent-of-hours-worked',
    percentages: {
      'very-light': [3, 3, 3],
      light: [6, 3, 3],
      medium: [10, 5, 3],
      intensive: [15, 7.5, 6],
    },
  },
  defaultRegime: 'medium',
  sessionOutsidePlacementDeclarable: false,
  deadlines: {
    firstApplication: 'P4W',
    followOnApplication: 'P4W',
    grantReachesBack: 'P28D',
    decision: 'P6W',
    decisionAtTheLatest: 'P8W',
    endOfJobReport: 'P1W',
    declaration: 'P4W',
    sessionRegistration: 'P7D',
    contact: 'each-calendar-month',
    evaluation: 'P6M',
    planAgreement: 'P4W',
  },
  bindingTies: ['manager', 'colleague', 'case-manager', 'employer', 'family'],
  withoutRecognition: 'finding',
  asksForBsn: false,
  rateCents: 9150,
  sources: {
    'clock.maximum': { source: 'Beleidsregels jobcoaching Voorbeeld, artikel 4' },
    'clock.toleratedGap': { source: 'UWV 2014 A.4.2', inference: true },
  },
};
