import { candidateProjection } from './candidate/candidate.projection.js';
import { caseloadProjection } from './caseload/caseload.projection.js';
import { coachProjection } from './coach/coach.projection.js';
import { coachAssessmentsProjection } from './coach-assessments/coach-assessments.projection.js';
import { coachDayProjection } from './coach-day/coach-day.projection.js';
import { employerProjection } from './employer/employer.projection.js';
import { employerContactsProjection } from './employer-contacts/employer-contacts.projection.js';
import { funderProjection } from './funder/funder.projection.js';
import { mergesProjection } from './merges/merges.projection.js';
import { organisationProjection } from './organisation/organisation.projection.js';
import { rightsProjection } from './rights/rights.projection.js';
import type { Projection } from './runtime/projection.js';
import { sessionsProjection } from './sessions/sessions.projection.js';
import { tasksProjection } from './tasks/tasks.projection.js';
import { timelineProjection } from './timeline/timeline.projection.js';
import { trajectoryProjection } from './trajectory/trajectory.projection.js';

/** Every read model of the service. */
export const projections: readonly Projection[] = [
  funderProjection,
  organisationProjection,
  employerProjection,
  coachProjection,
  candidateProjection,
  mergesProjection,
  trajectoryProjection,
  sessionsProjection,
  employerContactsProjection,
  timelineProjection,
  coachDayProjection,
  caseloadProjection,
  coachAssessmentsProjection,
  tasksProjection,
  rightsProjection,
];
