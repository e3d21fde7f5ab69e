import type { Assessments } from '../../domain/accountability/accountability.js';
import type { AccountabilityReport } from './accountability.query.js';
import type { ReportTexts } from './accountability-document.js';
import type { AccountabilityReportAnswer, ReportedAssessmentsAnswer } from './answers.js';

/** The report as JSON, each text beside the fact that it is of. */
export function reportAnswer({
  id,
  reportedAt,
  report,
  texts,
}: AccountabilityReport): AccountabilityReportAnswer {
  const { candidate, organisation, funder } = texts;
  return {
    id,
    reportedAt,
    candidate,
    organisation,
    funder,
    ...report,
    logbook: report.logbook.map((line) => ({
      ...line,
      summary: texts.summary(line.sessionId),
      goals: texts.sessionGoals(line.sessionId),
    })),
    coaches: report.coaches.map((total) => ({ ...total, name: texts.coach(total.coachId) })),
    goals: report.goals.map((goal) => ({ ...goal, what: texts.goal(goal.id) })),
    evaluations: report.evaluations.map((evaluation) => ({
      ...evaluation,
      adjustments: texts.adjustments(evaluation.id),
    })),
    candidateAssessments: assessmentsAnswer(report.candidateAssessments, texts),
    employerAssessments: assessmentsAnswer(report.employerAssessments, texts),
  };
}

function assessmentsAnswer(
  { given, meanTenths }: Assessments,
  texts: ReportTexts,
): ReportedAssessmentsAnswer {
  return {
    given: given.map(({ id, on, score }) => ({ id, on, score, remark: texts.remark(id) })),
    meanTenths,
  };
}
