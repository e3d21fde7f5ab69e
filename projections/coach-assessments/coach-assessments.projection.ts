import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { assignedCoachOn, evolveFacts } from '../../domain/trajectory/state.js';
import type { ProjectedEvent, Projection, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { coachAssessmentFactsTable, coachAssessmentTable } from './coach-assessments.schema.js';

/** How do candidates and employers score a coach, over all candidates together? */
export const coachAssessmentsProjection: Projection = {
  name: 'coach-assessments',
  version: 1,
  tables: [coachAssessmentTable, coachAssessmentFactsTable],
  handles: [
    'TrajectoryOpened',
    'CoachAssigned',
    'CoachAssignmentCorrected',
    'CoachHandedOver',
    'AssessmentGiven',
    'AssessmentCorrected',
  ] satisfies TrajectoryEvent['type'][],
  apply,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  const key = { trajectory_id: event.streamId };
  const row = await rows.get(coachAssessmentFactsTable, key);
  if (row !== undefined && Number(row.revision) >= event.revision) return;
  const before = row?.facts as TrajectoryFacts | undefined;
  const facts = evolveFacts(before, domainEvent<TrajectoryEvent>(event));
  if (facts === undefined) return;
  rows.put(coachAssessmentFactsTable, { ...key, revision: event.revision, facts });
  // A coach recorded afterwards may have been the one of an earlier day, so every assessment is looked at again.
  for (const { id, by, on, score, onPaper } of facts.assessments) {
    rows.put(coachAssessmentTable, {
      assessment_id: id,
      coach_id: assignedCoachOn(facts, on) ?? null,
      on,
      by,
      score,
      on_paper: onPaper,
    });
  }
}
