import type {
  CorrectEmployerContact,
  CorrectFitNote,
  CorrectOrganisationChange,
  CorrectRuleSetMove,
  CorrectSubstitution,
} from '../../../../domain/trajectory/corrected-facts/commands.js';
import {
  CONTACT,
  changeOrganisationIt,
  FIT,
  MOVE,
  moveIt,
  NAMING,
  nameManagerIt,
  ORGANISATION_CHANGE,
  SUBSTITUTION,
  TODAY,
  WITH_COACH,
} from '../examples.js';

/** Corrections of what other examples record. */

export const reason = 'typefout';
const said = { today: TODAY, reason };

export const correctContact = (changes: CorrectEmployerContact['changes']): CorrectEmployerContact => ({
  type: 'CorrectEmployerContact',
  ...said,
  contactId: CONTACT,
  changes,
});
export const correctSubstitution = (
  changes: CorrectSubstitution['changes'],
  circumstances: CorrectSubstitution['circumstances'] = WITH_COACH.circumstances,
): CorrectSubstitution => ({
  type: 'CorrectSubstitution',
  ...said,
  substitutionId: SUBSTITUTION,
  changes,
  circumstances,
});
export const correctDirector = (changes: { name?: string; from?: '2024-02-01' | '2024-09-16' }) =>
  ({ type: 'CorrectCaseDirector', ...said, namingId: NAMING, changes }) as const;
export const correctManager = (changes: { name?: string; from?: '2024-02-01' }) =>
  ({ type: 'CorrectCaseManager', ...said, namingId: nameManagerIt.namingId, changes }) as const;
export const correctChange = (
  changes: CorrectOrganisationChange['changes'],
  circumstances: CorrectOrganisationChange['circumstances'] = changeOrganisationIt.circumstances,
): CorrectOrganisationChange => ({
  type: 'CorrectOrganisationChange',
  ...said,
  changeId: ORGANISATION_CHANGE,
  changes,
  circumstances,
});
export const correctMove = (changes: CorrectRuleSetMove['changes']): CorrectRuleSetMove => ({
  type: 'CorrectRuleSetMove',
  ...said,
  moveId: MOVE,
  changes,
  circumstances: moveIt.circumstances,
});
export const correctFit = (changes: CorrectFitNote['changes']): CorrectFitNote => ({
  type: 'CorrectFitNote',
  ...said,
  fitId: FIT,
  changes,
});
