import { UWV_2014 } from '../../../../domain/rule-sets/uwv-2014.js';
import type { ReportAccountability } from '../../../../domain/trajectory/reports/commands.js';
import { id, TODAY } from '../examples.js';

/** Accounts for half a year under the rules of UWV. */
export const reportIt: ReportAccountability = {
  type: 'ReportAccountability',
  today: TODAY,
  reportId: id(700),
  from: '2024-02-01',
  to: '2024-07-31',
  circumstances: { ruleSet: UWV_2014 },
};
