import { type CoachEvent, type CoachRegistered, coachEvents } from '../../domain/coach/events.js';
import { addDays, type Instant } from '../../domain/shared/calendar.js';
import { unknownMember } from '../../domain/shared/decider.js';
import { byId, type Id } from '../../domain/shared/ids.js';
import type { ProjectedEvent, Projection, Row, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { type RecognitionView, withRecognition, withRecognitionEnded } from '../shared/recognition.js';
import type { AwayView, EmploymentView, TieView } from './coach.query.js';
import { coachOrganisationTable, coachTable, NO_END } from './coach.schema.js';

/** Which coaches are there, where do they work, and what are they recognised for and tied to? */
export const coachProjection: Projection = {
  name: 'coach',
  version: 3,
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
  if (fact.type === 'CoachRegistered' || fact.type === 'CoachEmployed') {
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
      const employments = [
        ...without(row.employments as readonly EmploymentView[], id),
        { id, organisationId, from },
      ];
      employments.sort(inOrder);
      return { employments, organisation_id: employments.at(-1)?.organisationId ?? organisationId };
    }
    case 'CoachRecognised':
      return { recognitions: withRecognition(row.recognitions as readonly RecognitionView[], event.data) };
    case 'CoachRecognitionEnded':
      return {
        recognitions: withRecognitionEnded(row.recognitions as readonly RecognitionView[], event.data),
      };
    case 'TieDeclared': {
      const { tieId: id, kind, candidateId = null, employerId = null, from, until = null } = event.data;
      const tie: TieView = { id, kind, candidateId, employerId, from, until };
      return { ties: [...without(row.ties as readonly TieView[], id), tie] };
    }
    case 'CoachAway': {
      const { absenceId: id, from, until = null } = event.data;
      return { away: [...without(row.away as readonly AwayView[], id), { id, from, until, recordedAt }] };
    }
    default:
      return unknownMember(event);
  }
}

/** Of two employments from the same day the one with the smaller id counts (domain/coach/state.ts), so it comes last. */
function inOrder(a: EmploymentView, b: EmploymentView): number {
  if (a.from === b.from) return byId(b, a);
  return (a.from ?? '') < (b.from ?? '') ? -1 : 1;
}

function without<Item extends { readonly id: string }>(list: readonly Item[], id: string): readonly Item[] {
  return list.filter((one) => one.id !== id);
}
