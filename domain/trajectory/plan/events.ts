import type { CalendarDate } from '../../shared/calendar.js';
import type { DomainEvent } from '../../shared/decider.js';
import type { Id } from '../../shared/ids.js';
import type { Protected } from '../../shared/protected.js';
import type { Text, Transcribed } from '../stored-shapes.js';
import type { AgreementParty, GoalKind, PlanParty } from './lists.js';

/*
 * STORAGE. As in ../events.ts: names and shapes are what the log holds, for ever. What a plan says of a person is sealed
 * whole in `texts`; ids, days and closed words stand beside it unsealed, for rules go by them.
 */

/** What a plan says in words, each text under the id that the unsealed part gives it. */
export interface PlanTexts {
  readonly goals: readonly { readonly goalId: Id; readonly what: string }[];
  readonly needs: readonly string[];
  readonly agreements: readonly AgreementTexts[];
}

/** Who is said in words only where the unsealed word is `other`. */
export interface AgreementTexts {
  readonly agreementId: Id;
  readonly what: string;
  readonly organisedBy?: string;
  readonly paidBy?: string;
  readonly responsible?: string;
}

/** A whole version of the plan. */
interface PlanContent {
  readonly planId: Id;
  /** 1 for the first, then one more with each revision. */
  readonly version: number;
  readonly draftedOn: CalendarDate;
  /** The main ones first, three at the most (UWV 2014 B.4.1). */
  readonly goals: readonly { readonly goalId: Id; readonly main: boolean; readonly kind?: GoalKind }[];
  readonly agreements: readonly {
    readonly agreementId: Id;
    readonly dueOn: CalendarDate;
    readonly organisedBy: AgreementParty;
    readonly paidBy: AgreementParty;
    readonly responsible: AgreementParty;
  }[];
  /** In order, each day once. */
  readonly evaluationsOn: readonly CalendarDate[];
  readonly texts: Protected<PlanTexts>;
}

/** What a party says of one version. */
interface PlanAnswerTerms {
  readonly answerId: Id;
  readonly planId: Id;
  readonly version: number;
  readonly party: PlanParty;
  /** Which employer, where the party is one. */
  readonly employerId?: Id;
  readonly on: CalendarDate;
}

/** A plan was asked for, or a revision of it: mostly by the funder. */
export type PlanRequested = DomainEvent<
  'PlanRequested',
  {
    readonly requestId: Id;
    /** The day on which it was asked, in Amsterdam. */
    readonly requestedOn: CalendarDate;
    readonly reason: Text;
  }
>;
export type PlanDrafted = DomainEvent<'PlanDrafted', PlanContent>;
/** A next version, which the parties are asked about again. */
export type PlanRevised = DomainEvent<'PlanRevised', PlanContent & { readonly reason: Text }>;
export type PlanAgreed = DomainEvent<
  'PlanAgreed',
  PlanAnswerTerms & {
    /** The name of who agreed. */
    readonly by: Text;
  } & Transcribed
>;
export type PlanDeclined = DomainEvent<
  'PlanDeclined',
  PlanAnswerTerms & { readonly reason: Text } & Transcribed
>;

export type GoalReached = DomainEvent<
  'GoalReached',
  { readonly outcomeId: Id; readonly goalId: Id; readonly on: CalendarDate; readonly remark?: Text }
>;
export type GoalDropped = DomainEvent<
  'GoalDropped',
  { readonly outcomeId: Id; readonly goalId: Id; readonly on: CalendarDate; readonly reason: Text }
>;
/** How a goal ended was recorded wrongly; null at `on` opens the goal again. */
export type GoalOutcomeCorrected = DomainEvent<
  'GoalOutcomeCorrected',
  {
    readonly outcomeId: Id;
    readonly goalId: Id;
    readonly on?: CalendarDate | null;
    readonly remark?: Text | null;
    readonly reason: Text;
  }
>;
export type AgreementFulfilled = DomainEvent<
  'AgreementFulfilled',
  { readonly fulfilmentId: Id; readonly agreementId: Id; readonly on: CalendarDate; readonly remark?: Text }
>;
/** A fulfilment was recorded wrongly; null at `on` opens the agreement again. */
export type AgreementFulfilmentCorrected = DomainEvent<
  'AgreementFulfilmentCorrected',
  {
    readonly fulfilmentId: Id;
    readonly agreementId: Id;
    readonly on?: CalendarDate | null;
    readonly remark?: Text | null;
    readonly reason: Text;
  }
>;

export type PlanEvent =
  | PlanRequested
  | PlanDrafted
  | PlanRevised
  | PlanAgreed
  | PlanDeclined
  | GoalReached
  | GoalDropped
  | GoalOutcomeCorrected
  | AgreementFulfilled
  | AgreementFulfilmentCorrected;
