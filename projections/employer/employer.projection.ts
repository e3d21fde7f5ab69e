import { type EmployerEvent, type EmployerRegistered, employerEvents } from '../../domain/employer/events.js';
import { unknownMember } from '../../domain/shared/decider.js';
import { likenessOf } from '../../domain/shared/likeness.js';
import type { ProjectedEvent, Projection, Row, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { type MergeView, withMerge, withMergeWithdrawn } from '../shared/merge-list.js';
import { normalisedName } from '../shared/normalised-name.js';
import { withItem, withItemChanged } from '../shared/stated-list.js';
import type { ContactPersonView, PreferredCoachView } from './employer.query.js';
import { employerTable } from './employer.schema.js';

/** Which employers are there, who is reached there, and which of them are one? */
export const employerProjection: Projection = {
  name: 'employer',
  version: 2,
  tables: [employerTable],
  handles: Object.keys(employerEvents),
  apply,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  const row = await rows.get(employerTable, { employer_id: event.streamId });
  if (row !== undefined && Number(row.revision) >= event.revision) return;
  const fact = domainEvent<EmployerEvent>(event);
  const after =
    fact.type === 'EmployerRegistered'
      ? registered(event.streamId, fact.data)
      : row && { ...row, ...changes(row, fact) };
  if (after !== undefined) rows.put(employerTable, { ...after, revision: event.revision });
}

function registered(id: string, { name, kvkNumber }: EmployerRegistered['data']): Row {
  return {
    employer_id: id,
    name,
    normalised_name: normalisedName(name),
    likeness: likenessOf(name),
    kvk_number: kvkNumber ?? null,
    contact_persons: [],
    preferred_coaches: [],
    merges: [],
    merged_into: null,
  };
}

function changes(row: Row, event: Exclude<EmployerEvent, EmployerRegistered>): Row {
  const contactPersons = row.contact_persons as readonly ContactPersonView[];
  const preferredCoaches = row.preferred_coaches as readonly PreferredCoachView[];
  const merges = row.merges as readonly MergeView[];
  switch (event.type) {
    case 'ContactPersonNamed': {
      const { contactPersonId: id, name, phone = null, email = null, from, until = null } = event.data;
      return { contact_persons: withItem(contactPersons, { id, name, phone, email, from, until }) };
    }
    case 'ContactPersonLeft': {
      const { contactPersonId, endedOn: until } = event.data;
      return { contact_persons: withItemChanged(contactPersons, contactPersonId, { until }) };
    }
    case 'ContactPersonCorrected': {
      const { contactPersonId, ...corrected } = event.data;
      return { contact_persons: withItemChanged(contactPersons, contactPersonId, corrected) };
    }
    case 'CoachPreferred': {
      const { preferenceId: id, coachId, from, until = null } = event.data;
      return { preferred_coaches: withItem(preferredCoaches, { id, coachId, from, until }) };
    }
    case 'CoachPreferenceEnded': {
      const { preferenceId, endedOn: until } = event.data;
      return { preferred_coaches: withItemChanged(preferredCoaches, preferenceId, { until }) };
    }
    case 'CoachPreferenceCorrected': {
      const { preferenceId, ...corrected } = event.data;
      return { preferred_coaches: withItemChanged(preferredCoaches, preferenceId, corrected) };
    }
    case 'EmployerMerged':
      return { merges: withMerge(merges, event.data) };
    case 'EmployerMergeWithdrawn':
      return { merges: withMergeWithdrawn(merges, event.data) };
    case 'EmployerMarkedDuplicate':
      return { merged_into: event.data.survivorId };
    case 'EmployerUnmarkedDuplicate':
      return { merged_into: null };
    default:
      return unknownMember(event);
  }
}
