import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { Protection } from '../../shared/protected.js';
import type { CandidateErased } from './events.js';
import type {
  ErasureAssessment,
  ErasureConfirmation,
  ErasureException,
  ErasureGround,
  RestrictionDecision,
} from './lists.js';

/** What the handler adds: the day in Amsterdam, and the subject of who asks. */
interface Surroundings {
  readonly today: CalendarDate;
  readonly by: string;
}
type Asked<Type extends string, Details> = { readonly type: Type } & Surroundings & Readonly<Details>;

export type AskForErasure = Asked<'AskForErasure', { requestId: Id; ground: ErasureGround }>;
/** `erasableFrom` follows from the file and its rules: absent while no day is known. */
export type ApproveRetention = Asked<
  'ApproveRetention',
  { requestId: Id; circumstances: { readonly erasableFrom: CalendarDate | undefined } }
>;
/** `parts` only with `partly`: what goes. */
export type DecideErasureFirst = Asked<
  'DecideErasureFirst',
  {
    requestId: Id;
    decision: ErasureAssessment;
    parts?: readonly Protection[] | undefined;
    exception?: ErasureException | undefined;
    reason: string;
  }
>;
/** `waitingDays` lie between this decision and the day from which it may be carried out. */
export type DecideErasureSecond = Asked<
  'DecideErasureSecond',
  { requestId: Id; decision: ErasureConfirmation; reason?: string | undefined; waitingDays: number }
>;
export type WithdrawErasure = Asked<'WithdrawErasure', { requestId: Id }>;
export type StopErasure = Asked<'StopErasure', { requestId: Id; reason: string }>;
/** Nobody asks for this: it is what a confirmed erasure comes to on its day. */
export type CarryOutErasure = Omit<
  Asked<'CarryOutErasure', { requestId: Id; keys: CandidateErased['data']['keys'] }>,
  'by'
>;
/** The same for another registration of the person, whose own stream knows of no request. */
export type EraseRegistration = { readonly type: 'EraseRegistration' } & CandidateErased['data'];
export type AskForRestriction = Asked<'AskForRestriction', { restrictionId: Id; reason: string }>;
export type DecideRestriction = Asked<
  'DecideRestriction',
  { restrictionId: Id; decision: RestrictionDecision; reason: string }
>;
export type LiftRestriction = Asked<'LiftRestriction', { restrictionId: Id; reason: string }>;
export type WithdrawRestriction = Asked<'WithdrawRestriction', { restrictionId: Id }>;
export type HoldFile = Asked<'HoldFile', { holdId: Id; until: CalendarDate; reason: string }>;

export type RightsCommand =
  | AskForErasure
  | ApproveRetention
  | DecideErasureFirst
  | DecideErasureSecond
  | WithdrawErasure
  | StopErasure
  | CarryOutErasure
  | EraseRegistration
  | AskForRestriction
  | DecideRestriction
  | LiftRestriction
  | WithdrawRestriction
  | HoldFile;
