import type { candidateTable } from './candidate/candidate.schema.js';
import type { caseloadSubstituteTable, caseloadTable } from './caseload/caseload.schema.js';
import type { coachOrganisationTable, coachTable } from './coach/coach.schema.js';
import type {
  coachAssessmentFactsTable,
  coachAssessmentTable,
} from './coach-assessments/coach-assessments.schema.js';
import type { coachDayTable } from './coach-day/coach-day.schema.js';
import type { employerTable } from './employer/employer.schema.js';
import type { trajectoryContactTable } from './employer-contacts/employer-contacts.schema.js';
import type { funderTable } from './funder/funder.schema.js';
import type { partyMergeTable } from './merges/merges.schema.js';
import type { organisationTable } from './organisation/organisation.schema.js';
import type {
  erasedCandidateTable,
  erasureTable,
  fileHoldTable,
  restrictionTable,
} from './rights/rights.schema.js';
import type { StoredRow } from './runtime/define-table.js';
import type { trajectorySessionTable } from './sessions/sessions.schema.js';
import type { awaitedContactTable, taskTable } from './tasks/tasks.schema.js';
import type { timelineTable } from './timeline/timeline.schema.js';
import type {
  trajectoryItemTable,
  trajectoryRevisionTable,
  trajectoryTable,
} from './trajectory/trajectory.schema.js';

/** The views that queries read, by name: the rows of every read model as they are stored. */
export interface ReadDatabase {
  readonly awaited_contact: StoredRow<typeof awaitedContactTable>;
  readonly candidate: StoredRow<typeof candidateTable>;
  readonly caseload: StoredRow<typeof caseloadTable>;
  readonly caseload_substitute: StoredRow<typeof caseloadSubstituteTable>;
  readonly coach: StoredRow<typeof coachTable>;
  readonly coach_assessment: StoredRow<typeof coachAssessmentTable>;
  readonly coach_assessment_facts: StoredRow<typeof coachAssessmentFactsTable>;
  readonly coach_organisation: StoredRow<typeof coachOrganisationTable>;
  readonly coach_day: StoredRow<typeof coachDayTable>;
  readonly erased_candidate: StoredRow<typeof erasedCandidateTable>;
  readonly erasure: StoredRow<typeof erasureTable>;
  readonly file_hold: StoredRow<typeof fileHoldTable>;
  readonly restriction: StoredRow<typeof restrictionTable>;
  readonly employer: StoredRow<typeof employerTable>;
  readonly funder: StoredRow<typeof funderTable>;
  readonly organisation: StoredRow<typeof organisationTable>;
  readonly party_merge: StoredRow<typeof partyMergeTable>;
  readonly task: StoredRow<typeof taskTable>;
  readonly timeline: StoredRow<typeof timelineTable>;
  readonly trajectory: StoredRow<typeof trajectoryTable>;
  readonly trajectory_contact: StoredRow<typeof trajectoryContactTable>;
  readonly trajectory_item: StoredRow<typeof trajectoryItemTable>;
  readonly trajectory_revision: StoredRow<typeof trajectoryRevisionTable>;
  readonly trajectory_session: StoredRow<typeof trajectorySessionTable>;
}
