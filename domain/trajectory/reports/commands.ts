import type { Asked } from '../asked.js';
import type { RuleSetCircumstances } from '../circumstances.js';
import type { AccountabilityReported } from './events.js';
import type { ReportForm } from './report-form.js';

export type ReportAccountability = Asked<
  'ReportAccountability',
  Omit<AccountabilityReported['data'], 'form'> & {
    /** The form of the funder that pays, when it is left out. */
    form?: ReportForm;
    /** The rules on the last day of the period. */
    circumstances: RuleSetCircumstances;
  }
>;
export type ReportsCommand = ReportAccountability;
