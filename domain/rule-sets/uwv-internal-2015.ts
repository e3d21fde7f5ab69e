import type { RuleSet } from './rule-set.js';
import { UWV_2014 } from './uwv-2014.js';

/** UWV, coach organised by the employer with a subsidy (domain-facts 1.1, 1.2 and 2.1). */
export const UWV_INTERNAL_2015: RuleSet = {
  ...UWV_2014,
  name: 'uwv-internal-2015',
  title: 'UWV, Protocol Interne Jobcoach 2015',
  clock: {
    ...UWV_2014.clock,
    newEmployer: 'deducts-same-work',
    period: 'P1Y',
    announceExtensionAtEndOf: 2,
    basis: 'Beleidsregel UWV Protocol Interne Jobcoach 2015 (BWBR0036046), 2.6 en 2.7',
  },
  hours: {
    model: 'percent-of-hours-worked',
    percentages: { light: [6, 3, 3], medium: [10, 5, 3], intensive: [15, 7.5, 6] },
  },
  bindingTies: ['manager', 'case-manager', 'family'],
  sources: {
    ...UWV_2014.sources,
    'clock.maximum': { source: 'UWV intern 2015 2.7 (S5): eerste aanvraag en twee herhalingen; UWV (S17)' },
    'clock.scope': { source: 'UWV intern 2015 2.6.5 (S5): in beginsel drie jaar bij een nieuwe werkgever' },
    'clock.newEmployer': {
      source: 'UWV, voorwaarden subsidie interne jobcoach (S16): zelfde werk wordt afgetrokken',
    },
    'clock.toleratedGap': { source: 'Geen bron voor intern; als UWV 2014 (S3)', inference: true },
    'clock.trialPlacementCounts': { source: 'UWV intern 2015 2.6.2 (S5)' },
    'clock.period': { source: 'UWV intern 2015 2.7 (S5); UWV (S17); 123subsidie (S24): een jaar' },
    'clock.announceExtensionAtEndOf': { source: 'Lezing 59: periode 2 van 3', inference: true },
    'clock.basis': { source: 'BWBR0036046 (S5)' },
    bindingTies: {
      source:
        'UWV intern 2015 2.8 (S5), 123subsidie (S24): een eigen werknemer mag coach zijn; overige als OVAL (S40)',
      inference: true,
    },
    hours: { source: 'UWV intern 2015 2.4.1 (S5): als extern, zonder zeer licht' },
  },
};
