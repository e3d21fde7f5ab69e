import { type CoachEvent, type CoachRegistered, coachEvents } from '../../domain/coach/events.js';
import { addDays, type Instant } from '../../domain/shared/calendar.js';
import { unknownMember } from '../../domain/shared/decider.js';
import { byId, type Id } from '../../domain/shared/ids.js';
import type { ProjectedEvent, Projection, Row, Rows } from '../runtime/projection.js';
import { type AwayDays, awayDays } from '../shared/away-days.js';
import { domainEvent } from '../shared/domain-event.js';
import {
  type RecognitionView,
  withRecognition,
  withRecognitionCorrected,
  withRecognitionEnded,
} from '../shared/recognition.js';
import { withItem, withItemChanged } from '../shared/stated-list.js';
import type { AwayView, EmploymentView, TieView } from './coach.query.js';
import { coachOrganisationTable, coachTable, NO_END } from './coach.schema.js';

/** Which coaches are there, where do they work, and what are they recognised for and tied to? */
export const coachProjection: Projection = {
  name: 'coach',
  version: 4,
  tables: [coachTable, coachOrganisationTable],
  handles: Object.keys(coachEvents),
  apply,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  const row = await rows.get(coachTable, { coach_id: event.streamId });
  if (row !== undefined && Number(row.revision) >= event.revision) return;
  const fact = domainEvent<CoachEvent>(event);
  const after =
    fact.type === 'CoachRegistered'
      ? registered(event.streamId, fact.data, await rows.blindIndex(fact.data.name))
      : row && { ...row, ...changes(row, fact, event.recordedAt) };
  if (after === undefined) return;
  rows.put(coachTable, { ...after, revision: event.revision });
  if (after.employments !== row?.employments) {
    const before = (row?.employments ?? []) as readonly EmploymentView[];
    for (const { organisationId: organisation_id } of before) {
      rows.remove(coachOrganisationTable, { organisation_id, coach_id: event.streamId });
    }
    putOrganisations(event.streamId, after.employments as readonly EmploymentView[], rows);
  }
}

/** Employments are in order, so each ends on the day before the next begins. */
function putOrganisations(coach_id: Id, employments: readonly EmploymentView[], rows: Rows): void {
  for (const [index, { organisationId: organisation_id }] of employments.entries()) {
    // A later employment at the same organisation comes later in the list and takes this one's place.
    const next = employments[index + 1]?.from;
    rows.put(coachOrganisationTable, {
      organisation_id,
      coach_id,
      last_day: next ? addDays(next, -1) : NO_END,
    });
  }
}

function registered(id: string, data: CoachRegistered['data'], nameIndex: string | null): Row {
  const employment: EmploymentView = { id, organisationId: data.organisationId, from: null };
  return {
    coach_id: id,
    name: data.name,
    name_index: nameIndex,
    organisation_id: data.organisationId,
    employments: [employment],
    recognitions: [],
    ties: [],
    away: [],
  };
}

function changes(row: Row, event: Exclude<CoachEvent, CoachRegistered>, recordedAt: Instant): Row {
  switch (event.type) {
    case 'CoachEmployed': {
      const { employmentId: id, organisationId, from } = event.data;
      return employed(withItem(row.employments as readonly EmploymentView[], { id, organisationId, from }));
    }
    case 'CoachEmploymentCorrected': {
      const { employmentId, ...corrected } = event.data;
      const employments = row.employments as readonly EmploymentView[];
      return employed(withItemChanged(employments, employmentId, corrected));
    }
    case 'CoachRecognised':
      return { recognitions: withRecognition(row.recognitions as readonly RecognitionView[], event.data) };
    case 'CoachRecognitionEnded':
      return {
        recognitions: withRecognitionEnded(row.recognitions as readonly RecognitionView[], event.data),
      };
    case 'CoachRecognitionCorrected':
      return {
        recognitions: withRecognitionCorrected(row.recognitions as readonly RecognitionView[], event.data),
      };
    case 'TieDeclared': {
      const { tieId: id, kind, candidateId = null, employerId = null, from, until = null } = event.data;
      const tie: TieView = { id, kind, candidateId, employerId, from, until };
      return { ties: withItem(row.ties as readonly TieView[], tie) };
    }
    case 'TieEnded': {
      const { tieId, endedOn: until } = event.data;
      return { ties: withItemChanged(row.ties as readonly TieView[], tieId, { until }) };
    }
    case 'TieCorrected': {
      const { tieId, ...corrected } = event.data;
      return { ties: withItemChanged(row.ties as readonly TieView[], tieId, corrected) };
    }
    case 'CoachAway':
    case 'CoachReturned':
    case 'CoachAwayCorrected':
      return { away: withAway(row, { id: event.data.absenceId, ...awayDays(event) }, recordedAt) };
    default:
      return unknownMember(event);
  }
}

/** The absences with one as it now stands, and how it stood before. */
function withAway(
  row: Row,
  stated: Pick<AwayView, 'id'> & AwayDays,
  recordedAt: Instant,
): readonly AwayView[] {
  const away = row.away as readonly AwayView[];
  const before = away.find(({ id }) => id === stated.id);
  const { from, until } = { until: null, ...before, ...stated };
  if (from === undefined) return away;
  const recorded = [...(before?.recorded ?? []), { from, until, recordedAt }];
  return withItem(away, { id: stated.id, from, until, recorded });
}

/** Of two employments from the same day the one with the smaller id counts (domain/coach/state.ts), so it comes last. */
function inOrder(a: EmploymentView, b: EmploymentView): number {
  if (a.from === b.from) return byId(b, a);
  return (a.from ?? '') < (b.from ?? '') ? -1 : 1;
}

/** The employments in order, and where the coach works last of all. */
function employed(employments: readonly EmploymentView[]): Row {
  const sorted = [...employments].sort(inOrder);
  const [last] = sorted.slice(-1);
  return { employments: sorted, ...(last && { organisation_id: last.organisationId }) };
}
