import type { RuleSet, ValueSource } from './rule-set.js';
import { UWV_2014 } from './uwv-2014.js';

const silent = (source: string): ValueSource => ({ source, inference: true });
const asUwv = silent('Geen gemeentelijke bron; als UWV 2014 (S3)');

/**
 * Municipal practice of two years, 4 × 6 months (domain-facts 1.4). No municipal text says what a new employer or a
 * trial placement does to the clock, so those values are inference (readings 3, 5 and 22a).
 */
export const MUNICIPAL_2Y: RuleSet = {
  ...UWV_2014,
  name: 'municipal-2y',
  title: 'Gemeente, twee jaar',
  kind: 'municipality',
  clock: {
    maximum: 'P2Y',
    scope: 'person',
    newEmployer: 'continues',
    toleratedGap: 'P4W',
    trialPlacementCounts: false,
    period: 'P6M',
    announceExtensionAtEndOf: 3,
    basis:
      'Gemeentelijke praktijk van twee jaar: OVAL, brief aan gemeenteraden 2023; ISD Kompas, 4 x 6 maanden',
  },
  sources: {
    'clock.maximum': { source: 'OVAL 2023 (S40); ISD Kompas (S28): nooit meer dan 4 x 6 maanden' },
    'clock.scope': silent(
      'Geen gemeentelijke bron (domain-facts 1.4); de aanspraak is van de persoon (Pw art. 10da)',
    ),
    'clock.newEmployer': silent('Geen gemeentelijke bron (domain-facts 1.4); Pw art. 8a lid 2 onder g (S7)'),
    'clock.toleratedGap': asUwv,
    'clock.trialPlacementCounts': silent('Geen gemeentelijke bron (domain-facts 1.4); lezing 3'),
    'clock.period': { source: 'ISD Kompas (S28): toets elke zes maanden' },
    'clock.announceExtensionAtEndOf': silent(
      'Als UWV 2014 A.4.2 (S3): aan het einde van de voorlaatste periode',
    ),
    'clock.basis': { source: 'OVAL 2023 (S40); ISD Kompas (S28)' },
    'trialPlacement.maximum': { source: 'Pw art. 8a lid 2 onder d (S7): twee maanden' },
    'trialPlacement.extendedMaximum': {
      source: 'Pw art. 8a lid 2 onder d (S7): met ten hoogste vier maanden',
    },
    hours: silent(
      'Percentages van factorwerk (S27), 10/5/3 en bij uitzondering 15; overige als UWV 2014 (lezing 22a)',
    ),
    defaultRegime: silent('Als UWV 2014 (S3); factorwerk 10/5/3 (S27)'),
    sessionOutsidePlacementDeclarable: asUwv,
    'deadlines.firstApplication': asUwv,
    'deadlines.followOnApplication': asUwv,
    'deadlines.grantReachesBack': asUwv,
    'deadlines.decision': asUwv,
    'deadlines.decisionAtTheLatest': { source: 'Awb 4:13 (S8): acht weken' },
    'deadlines.endOfJobReport': asUwv,
    'deadlines.declaration': asUwv,
    'deadlines.sessionRegistration': asUwv,
    'deadlines.contact': silent('RCPA Assen 2019 (S43): ten minste eens per maand; advies, geen regel'),
    'deadlines.evaluation': { source: 'ISD Kompas (S28): toets elke zes maanden' },
    'deadlines.planAgreement': silent('domain.md paragraaf 6, Deadlines'),
    'thresholds.endsSoon': silent('domain.md paragraaf 6: dertien weken'),
    'thresholds.lowAssessment': asUwv,
    'thresholds.coachDayMinutes': silent('Rb. Limburg 2015:10794 (S44): dagen van zestien uur'),
    'thresholds.absence': asUwv,
    bindingTies: silent(
      'ISD Kompas (S28), Utrecht (S36): niet de directe collega of leidinggevende; OVAL 2023 (S40)',
    ),
    withoutRecognition: silent('domain.md paragraaf 5'),
    asksForBsn: silent('domain.md paragraaf 10'),
    retention: silent('Geen gemeentelijke bron; als UWV 2012 (S4), per opdrachtgever in te stellen'),
  },
};
