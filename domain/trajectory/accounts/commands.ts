import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { Asked, Corrections } from '../asked.js';
import type { AccountCircumstances } from '../circumstances.js';
import type { DeclarationSettled } from './events.js';

/* What can be asked about hours approved, declared and settled; see ../commands.ts. */

type WithAccount = { readonly circumstances: AccountCircumstances };

/** The days of an approval, both included. */
interface ApprovalTerms {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

interface DeclarationTerms {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly minutes: number;
  /** Whole cents without VAT; left out, it follows from the rate of the rule set. */
  readonly amountCents?: number;
}

/** `withdrawn: true` takes the whole fact back, `false` lets it count again. */
interface Withdrawable {
  readonly withdrawn: boolean;
}

export type ApproveHours = Asked<'ApproveHours', { approvalId: Id } & ApprovalTerms & WithAccount>;
export type CorrectHoursApproval = Asked<
  'CorrectHoursApproval',
  { approvalId: Id; changes: Corrections<ApprovalTerms & Withdrawable>; reason: string } & WithAccount
>;
export type SubmitDeclaration = Asked<
  'SubmitDeclaration',
  { declarationId: Id } & DeclarationTerms & WithAccount
>;
export type CorrectDeclaration = Asked<
  'CorrectDeclaration',
  { declarationId: Id; changes: Corrections<DeclarationTerms & Withdrawable>; reason: string } & WithAccount
>;
export type SettleDeclaration = Asked<
  'SettleDeclaration',
  Omit<DeclarationSettled['data'], 'changedMinutes'> & WithAccount
>;

export type AccountsCommand =
  | ApproveHours
  | CorrectHoursApproval
  | SubmitDeclaration
  | CorrectDeclaration
  | SettleDeclaration;
