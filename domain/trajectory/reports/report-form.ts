/** Whose form an accountability report follows: UWV's, or the one that municipalities ask for. */
export const REPORT_FORMS = ['uwv', 'municipality'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];
