import type { CalendarDate } from '../../shared/calendar.js';
import type { DomainEvent } from '../../shared/decider.js';
import type { Id } from '../../shared/ids.js';
import type { ContactInitiator, ContactKind } from '../../shared/lists.js';
import type { RuleSetReference } from '../facts.js';
import type { Changes, Text, Texts, Transcribed } from '../stored-shapes.js';

/*
 * STORAGE. The names and shapes in this file are what the log holds, for ever; see ../events.ts. Each corrects a fact of
 * that file; `reason` is why, and what the fact itself gave as a reason stays as it was.
 */

export type EmployerContactCorrected = DomainEvent<
  'EmployerContactCorrected',
  { readonly contactId: Id; readonly reason: Text } & Changes<{
    employerId: Id;
    on: CalendarDate;
    minutes: number;
    kind: ContactKind;
    initiatedBy: ContactInitiator;
    summary: Text;
  }>
>;
export type SubstitutionCorrected = DomainEvent<
  'SubstitutionCorrected',
  { readonly substitutionId: Id; readonly reason: Text } & Changes<{
    coachId: Id;
    from: CalendarDate;
    until: CalendarDate;
  }>
>;

type NamingCorrection = { readonly namingId: Id; readonly reason: Text } & Changes<{
  name: Text;
  from: CalendarDate;
}> &
  Transcribed;

export type CaseDirectorCorrected = DomainEvent<'CaseDirectorCorrected', NamingCorrection>;
export type CaseManagerCorrected = DomainEvent<'CaseManagerCorrected', NamingCorrection>;
export type OrganisationChangeCorrected = DomainEvent<
  'OrganisationChangeCorrected',
  { readonly changeId: Id; readonly reason: Text } & Changes<{
    organisationId: Id;
    on: CalendarDate;
    candidateChose: boolean;
  }> &
    Transcribed
>;
export type RuleSetMoveCorrected = DomainEvent<
  'RuleSetMoveCorrected',
  { readonly moveId: Id; readonly reason: Text } & Changes<{
    ruleSet: RuleSetReference;
    on: CalendarDate;
  }> &
    Transcribed
>;
export type FitNoteCorrected = DomainEvent<
  'FitNoteCorrected',
  { readonly fitId: Id; readonly reason: Text } & Changes<{
    placementId: Id;
    fits: Texts;
    doesNotFit: Texts;
    adjustments: Texts;
    shareWithNext: Texts;
  }>
>;

export type FactCorrectionEvent =
  | EmployerContactCorrected
  | SubstitutionCorrected
  | CaseDirectorCorrected
  | CaseManagerCorrected
  | OrganisationChangeCorrected
  | RuleSetMoveCorrected
  | FitNoteCorrected;
