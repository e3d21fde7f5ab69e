import type { ReportsCommand } from '../../../../domain/trajectory/reports/commands.js';
import { AFTER, type ClosedCases } from '../closing/closed-case.js';
import { reportIt } from './examples.js';

/** A closed trajectory can still be accounted for, up to its last day. */
export const reportsClosed: ClosedCases<ReportsCommand> = {
  ReportAccountability: {
    clause: 'hours approval, accountability, declaration and settlement of those days',
    taken: reportIt,
    refused: { ...reportIt, to: AFTER },
  },
};
