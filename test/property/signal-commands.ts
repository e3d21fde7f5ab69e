import fc from 'fast-check';
import {
  CONTACT_INITIATORS,
  CONTACT_KINDS,
  INCIDENT_INITIATORS,
  LIFE_DOMAINS,
} from '../../domain/shared/lists.js';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import {
  aDay,
  anEvidence,
  maybe,
  oneOf,
  reason,
  TODAY,
  withCoach,
  withOrganisation,
  withRules,
} from './arbitraries.js';

/** Commands around the coaching, and corrections that change no text: a text is sealed and cannot be compared. */

const asked = { today: TODAY, reason };
const incidentTerms = {
  on: aDay,
  employerId: oneOf('employer'),
  initiatedBy: fc.constantFrom(...INCIDENT_INITIATORS),
};
const rhythmTerms = { everyDays: fc.integer({ min: 1, max: 92 }), from: aDay };
const contactTerms = {
  employerId: oneOf('employer'),
  on: aDay,
  minutes: fc.integer({ min: 1, max: 60 }),
  kind: fc.constantFrom(...CONTACT_KINDS),
};

/** Reports an incident, at an employer or not. */
export const incidentIt = maybe({ ...incidentTerms, incidentId: oneOf('incident') }, ['employerId']).map(
  (terms) => ({ type: 'ReportIncident', today: TODAY, ...terms, summary: 'verslag' }) as const,
);
/** Signals a support need. */
export const needIt = fc
  .record({ needId: oneOf('need', 2), on: aDay, lifeDomain: fc.constantFrom(...LIFE_DOMAINS) })
  .map((terms) => ({ type: 'SignalSupportNeed', today: TODAY, ...terms, referredTo: 'wijkteam' }) as const);
/** Agrees a contact rhythm. */
export const rhythmIt = fc
  .record({ ...rhythmTerms, rhythmId: oneOf('rhythm', 3) })
  .map((terms) => ({ type: 'AgreeContactRhythm', today: TODAY, ...terms }) as const);
/** Records a contact with an employer. */
export const contactIt = maybe(
  { ...contactTerms, contactId: oneOf('contact'), initiatedBy: fc.constantFrom(...CONTACT_INITIATORS) },
  ['initiatedBy'],
).map((terms) => ({ type: 'RecordEmployerContact', today: TODAY, ...terms, summary: 'verslag' }) as const);
/** Lets a coach stand in, sometimes without an end. */
export const substituteIt = maybe(
  { substitutionId: oneOf('substitution', 2), coachId: oneOf('coach', 3), from: aDay, until: aDay },
  ['until'],
).map((terms) => ({ type: 'SubstituteCoach', ...withCoach, ...terms, reason }) as const);
/** Lets another organisation coach. */
export const organisationIt = maybe(
  {
    changeId: oneOf('organisation-change'),
    organisationId: oneOf('organisation', 3),
    on: aDay,
    candidateChose: fc.boolean(),
    evidence: anEvidence,
  },
  ['evidence'],
).map((terms) => ({ type: 'ChangeOrganisation', ...withOrganisation, ...terms, reason }) as const);
/** Moves to another version of the rules. */
export const moveIt = maybe(
  { moveId: oneOf('rule-set-move'), version: fc.integer({ min: 1, max: 3 }), on: aDay, evidence: anEvidence },
  ['evidence'],
).map((terms) => ({ type: 'MoveRuleSet', ...withRules, ...terms, reason }) as const);
/** Names a case director. */
export const directorIt = fc
  .record({ namingId: oneOf('naming', 2), from: aDay })
  .map((terms) => ({ type: 'NameCaseDirector', today: TODAY, ...terms, name: 'M. de Wit' }) as const);
/** Names a case manager. */
export const managerIt = maybe({ namingId: oneOf('case-manager', 2), from: aDay, evidence: anEvidence }, [
  'evidence',
]).map((terms) => ({ type: 'NameCaseManager', today: TODAY, ...terms, name: 'P. Jansen' }) as const);

/** Every one of them, with the corrections of each. */
export const signalCommands: readonly fc.MaybeWeightedArbitrary<TrajectoryCommand>[] = [
  incidentIt,
  needIt,
  rhythmIt,
  contactIt,
  substituteIt,
  organisationIt,
  moveIt,
  directorIt,
  managerIt,
  fc
    .record({ incidentId: oneOf('incident'), on: aDay })
    .map((terms) => ({ type: 'ResolveIncident', today: TODAY, ...terms, summary: 'besproken' }) as const),
  maybe({ ...incidentTerms, employerId: fc.option(oneOf('employer')), resolvedOn: fc.option(aDay) }, [
    'on',
    'employerId',
    'initiatedBy',
    'resolvedOn',
  ]).chain((changes) =>
    oneOf('incident').map(
      (incidentId) => ({ type: 'CorrectIncident', ...asked, incidentId, changes }) as const,
    ),
  ),
  fc
    .record({ needId: oneOf('need', 2), changes: fc.record({ on: aDay }) })
    .map((terms) => ({ type: 'CorrectSupportNeed', ...asked, ...terms }) as const),
  fc
    .record({ rhythmId: oneOf('rhythm', 3), changes: maybe(rhythmTerms, ['everyDays', 'from']) })
    .map((terms) => ({ type: 'CorrectContactRhythm', ...asked, ...terms }) as const),
  maybe({ requestId: oneOf('request', 2), preferredCoachId: oneOf('coach', 3) }, ['preferredCoachId']).map(
    (terms) => ({ type: 'AskForAnotherCoach', today: TODAY, ...terms }) as const,
  ),
  fc
    .record({
      requestId: oneOf('request', 2),
      decision: fc.constantFrom('granted', 'refused'),
      on: fc.constant(TODAY),
    })
    .map((terms) => ({ type: 'AnswerCoachChange', ...asked, ...terms }) as const),
  fc
    .record({
      contactId: oneOf('contact'),
      changes: maybe({ ...contactTerms, initiatedBy: fc.option(fc.constantFrom(...CONTACT_INITIATORS)) }, [
        'employerId',
        'on',
        'minutes',
        'kind',
        'initiatedBy',
      ]),
    })
    .map((terms) => ({ type: 'CorrectEmployerContact', ...asked, ...terms }) as const),
  fc
    .record({
      substitutionId: oneOf('substitution', 2),
      changes: maybe({ from: aDay, until: fc.option(aDay), coachId: oneOf('coach', 3) }, [
        'from',
        'until',
        'coachId',
      ]),
    })
    .map((terms) => ({ type: 'CorrectSubstitution', ...withCoach, ...terms, reason }) as const),
  fc
    .record({ namingId: oneOf('naming', 2), changes: fc.record({ from: aDay }) })
    .map((terms) => ({ type: 'CorrectCaseDirector', ...asked, ...terms }) as const),
  fc
    .record({ namingId: oneOf('case-manager', 2), changes: fc.record({ from: aDay }) })
    .map((terms) => ({ type: 'CorrectCaseManager', ...asked, ...terms }) as const),
  fc
    .record({
      changeId: oneOf('organisation-change'),
      changes: maybe({ organisationId: oneOf('organisation', 3), on: aDay, candidateChose: fc.boolean() }, [
        'organisationId',
        'on',
        'candidateChose',
      ]),
    })
    .map((terms) => ({ type: 'CorrectOrganisationChange', ...withOrganisation, ...terms, reason }) as const),
  fc
    .record({
      moveId: oneOf('rule-set-move'),
      changes: maybe({ version: fc.integer({ min: 1, max: 3 }), on: aDay }, ['version', 'on']),
    })
    .map((terms) => ({ type: 'CorrectRuleSetMove', ...withRules, ...terms, reason }) as const),
  {
    // It needs a note and another placement than the note's.
    weight: 5,
    arbitrary: fc
      .record({ fitId: oneOf('fit', 2), changes: fc.record({ placementId: oneOf('placement') }) })
      .map((terms) => ({ type: 'CorrectFitNote', ...asked, ...terms }) as const),
  },
];
