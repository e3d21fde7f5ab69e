import { type CalendarDate, type Days, includes } from '../shared/calendar.js';
import { byId } from '../shared/ids.js';
import { absencesIn } from './absences-in.js';
import type {
  Accountability,
  AccountabilityInput,
  Assessments,
  Missing,
  ReportedAssessment,
  ReportedGrant,
} from './accountability.js';
import { logbookOf, totalsPerActivity, totalsPerCoach } from './logbook.js';

/**
 * The accountability report of a period, assembled from the record: logbook, results per goal, activities, both
 * assessments, absence and hours (UWV 2014 B.4.2). The order in which facts were recorded changes nothing.
 */
export function accountFor(input: AccountabilityInput): Accountability {
  const { from, to, form, hours } = input;
  const period: Days = { from, to };
  const logbook = logbookOf(input.sessions, period);
  const contacts = input.employerContacts.filter(({ on }) => includes(period, on));
  const evaluations = within(input.evaluations, period);
  const candidate = assessmentsBy('candidate', input.assessments, period);
  const employer = assessmentsBy('employer', input.assessments, period);
  const report = {
    from,
    to,
    form,
    grants: grantsIn(input, period),
    hours,
    logbook,
    activities: totalsPerActivity(logbook),
    coaches: totalsPerCoach(logbook),
    employerContacts: {
      count: contacts.length,
      minutes: contacts.reduce((sum, { minutes }) => sum + minutes, 0),
    },
    absences: absencesIn(input.absences, period),
    goals: [...input.goals].sort((a, b) => Number(b.main) - Number(a.main)),
    evaluations,
    candidateAssessments: candidate,
    employerAssessments: employer,
  };
  return { ...report, missing: missingIn(report) };
}

function within<Item extends { readonly id: string; readonly on: CalendarDate }>(
  items: readonly Item[],
  period: Days,
): readonly Item[] {
  return items
    .filter(({ on }) => includes(period, on))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : byId(a, b)));
}

function assessmentsBy(
  party: ReportedAssessment['by'],
  assessments: readonly ReportedAssessment[],
  period: Days,
): Assessments {
  const given = within(
    assessments.filter(({ by }) => by === party),
    period,
  );
  const sum = given.reduce((total, { score }) => total + score, 0);
  return { given, meanTenths: given.length === 0 ? null : Math.floor((sum * 10) / given.length + 0.5) };
}

/** The grants that have a day in the period, each as it was last decided. */
function grantsIn({ grants }: AccountabilityInput, { from, to }: Days): readonly ReportedGrant[] {
  return grants
    .flatMap(({ id, decisions }): ReportedGrant[] => {
      const decision = decisions.at(-1);
      if (decision === undefined || decision.to < from || (to !== undefined && decision.from > to)) return [];
      const { regime, minutes = null } = decision;
      return [{ grantId: id, from: decision.from, to: decision.to, regime, minutes }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.grantId < b.grantId ? -1 : 1));
}

/**
 * What the form asks for and was not there. Both ask for a logbook, a plan, an evaluation and hours that the
 * organisation approved; UWV also for the opinion of candidate and employer (UWV 2014 B.4.2). What municipalities ask
 * is inference after Rotterdam: a report with a specification of the hours (domain-facts 2.2).
 */
function missingIn(report: Omit<Accountability, 'missing'>): readonly Missing[] {
  const { hours, logbook } = report;
  const missing: Missing[] = [];
  if (logbook.length === 0) missing.push('logbook');
  if (report.goals.length === 0) missing.push('plan');
  if (report.evaluations.length === 0) missing.push('evaluation');
  if (report.form === 'uwv') {
    if (report.candidateAssessments.given.length === 0) missing.push('candidate-assessment');
    if (report.employerAssessments.given.length === 0) missing.push('employer-assessment');
  }
  if (hours.approvedMinutes < hours.usedMinutes) missing.push('approved-hours');
  return missing;
}
