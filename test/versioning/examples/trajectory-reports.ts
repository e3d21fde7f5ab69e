import type { ReportsEvent } from '../../../domain/trajectory/reports/events.js';
import { type Examples, idOf } from './example.js';

/** What accounting for a period stores. */
export const trajectoryReports: Examples<ReportsEvent> = {
  AccountabilityReported: {
    1: { reportId: idOf('report'), from: '2024-03-01', to: '2024-08-31', form: 'uwv' },
  },
};
