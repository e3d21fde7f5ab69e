import { MUNICIPAL_2Y } from './municipal-2y.js';
import type { RuleSet } from './rule-set.js';

/** Municipal practice of three years: factorwerk's form and samenvoordeklant (domain-facts 1.4). */
export const MUNICIPAL_3Y: RuleSet = {
  ...MUNICIPAL_2Y,
  name: 'municipal-3y',
  title: 'Gemeente, drie jaar',
  clock: {
    ...MUNICIPAL_2Y.clock,
    maximum: 'P3Y',
    announceExtensionAtEndOf: 5,
    basis:
      'Gemeentelijke praktijk van drie jaar: factorwerk, aanvraagformulier gemeente; samenvoordeklant 2019',
  },
  sources: {
    ...MUNICIPAL_2Y.sources,
    'clock.maximum': { source: 'factorwerk (S27); samenvoordeklant 2019 (S18); onderzoek 2018 (S41)' },
    'clock.period': { source: 'factorwerk (S27): elk half jaar opnieuw bezien' },
    'clock.basis': { source: 'factorwerk (S27); samenvoordeklant 2019 (S18)' },
    'deadlines.evaluation': { source: 'factorwerk (S27): elk half jaar opnieuw bezien' },
  },
};
