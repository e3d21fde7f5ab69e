import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';

/** A funder's own rule set as version 2 of `RuleSetAdopted` holds it; no preset, for presets may move on. */
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
  thresholds: { endsSoon: 'P8W', lowAssessment: 7, coachDayMinutes: 720, absence: 'P4W' },
  bindingTies: ['manager', 'colleague', 'case-manager', 'employer', 'family'],
  withoutRecognition: 'finding',
  asksForBsn: false,
  rateCents: 9150,
  rateFrom: '2025-01-01',
  sources: {
    'clock.maximum': { source: 'Beleidsregels jobcoaching Voorbeeld, artikel 4' },
    'clock.toleratedGap': { source: 'UWV 2014 A.4.2', inference: true },
  },
};

const UNSAID = {
  source: 'Stond nog niet in de regelset; vast in het programma tot en met vorm 1',
  inference: true,
} as const;
const { rateFrom: _, ...withoutRateFrom } = storedRuleSet;

/** The same as version 1 held it, without the thresholds and the day of the rate, and as it reads today. */
export const storedRuleSetOfFirstShape: RuleSet = {
  ...withoutRateFrom,
  thresholds: { endsSoon: 'P13W', lowAssessment: 6.5, coachDayMinutes: 960, absence: 'P4W' },
  sources: {
    ...storedRuleSet.sources,
    'thresholds.endsSoon': UNSAID,
    'thresholds.lowAssessment': UNSAID,
    'thresholds.coachDayMinutes': UNSAID,
    'thresholds.absence': UNSAID,
  },
};
