import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { ContactInitiator, ContactKind } from '../../shared/lists.js';
import type { Asked, Corrections } from '../asked.js';
import type {
  CoachCircumstances,
  OrganisationCircumstances,
  RuleSetCircumstances,
} from '../circumstances.js';
import type { Text, Texts, Transcribed } from '../stored-shapes.js';

/*
 * Corrections of what ../commands.ts records. `evidence` is that of the correction itself.
 */

export type CorrectEmployerContact = Asked<
  'CorrectEmployerContact',
  {
    contactId: Id;
    changes: Corrections<{
      employerId: Id;
      on: CalendarDate;
      minutes: number;
      kind: ContactKind;
      initiatedBy?: ContactInitiator;
      summary: Text;
    }>;
    reason: Text;
  }
>;
export type CorrectSubstitution = Asked<
  'CorrectSubstitution',
  {
    substitutionId: Id;
    /** `until: null` lets an ended one run on. */
    changes: Corrections<{ coachId: Id; from: CalendarDate; until?: CalendarDate }>;
    reason: Text;
    circumstances: { readonly coach: CoachCircumstances };
  }
>;

type NamingCorrection = {
  namingId: Id;
  changes: Corrections<{ name: Text; from: CalendarDate }>;
  reason: Text;
} & Transcribed;

export type CorrectCaseDirector = Asked<'CorrectCaseDirector', NamingCorrection>;
export type CorrectCaseManager = Asked<'CorrectCaseManager', NamingCorrection>;
export type CorrectOrganisationChange = Asked<
  'CorrectOrganisationChange',
  {
    changeId: Id;
    changes: Corrections<{ organisationId: Id; on: CalendarDate; candidateChose: boolean }>;
    reason: Text;
    circumstances: { readonly organisation: OrganisationCircumstances };
  } & Transcribed
>;
export type CorrectRuleSetMove = Asked<
  'CorrectRuleSetMove',
  {
    moveId: Id;
    /** `version` is that of the funder's rules; those rules, or the ones held, are in `circumstances`. */
    changes: Corrections<{ version: number; on: CalendarDate }>;
    reason: Text;
    circumstances: RuleSetCircumstances;
  } & Transcribed
>;
export type CorrectFitNote = Asked<
  'CorrectFitNote',
  {
    fitId: Id;
    changes: Corrections<{
      placementId: Id;
      fits: Texts;
      doesNotFit: Texts;
      adjustments: Texts;
      shareWithNext: Texts;
    }>;
    reason: Text;
  }
>;

export type FactCorrectionCommand =
  | CorrectEmployerContact
  | CorrectSubstitution
  | CorrectCaseDirector
  | CorrectCaseManager
  | CorrectOrganisationChange
  | CorrectRuleSetMove
  | CorrectFitNote;
