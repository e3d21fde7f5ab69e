import { unknownMember } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';

export const ITEM_KINDS = [
  'coach-assignment',
  'handover',
  'substitution',
  'case-director',
  'case-manager',
  'organisation-change',
  'rule-set-move',
  'placement',
  'absence',
  'fit-note',
  'fit-carry',
  'application',
  'grant',
  'accountability-report',
  'closure',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What an item says, as its events said it: protected values stay sealed. */
export type ItemData = Readonly<Record<string, unknown>>;

/** What an event does to one item. `before` is undefined when the item is new. */
export interface ItemChange {
  readonly kind: ItemKind;
  readonly id: Id;
  /** The item as it is now; undefined leaves it as it was. */
  readonly apply: (before: ItemData | undefined) => ItemData | undefined;
}

/** What the event does to an item, or undefined when it is about none. `eventId` names an item without an id of its own. */
export function itemChange(event: TrajectoryEvent, eventId: Id): ItemChange | undefined {
  switch (event.type) {
    case 'CoachAssigned':
      return begun('coach-assignment', event.data.assignmentId, event.data);
    case 'CoachAssignmentCorrected':
      return corrected('coach-assignment', event.data.assignmentId, event.data);
    case 'CoachHandedOver':
      return begun('handover', event.data.handoverId, event.data);
    case 'CoachSubstituted':
      return begun('substitution', event.data.substitutionId, event.data);
    case 'SubstitutionEnded':
      return changed('substitution', event.data.substitutionId, { until: event.data.endedOn });
    case 'CaseDirectorNamed':
      return begun('case-director', event.data.namingId, event.data);
    case 'CaseManagerNamed':
      return begun('case-manager', event.data.namingId, event.data);
    case 'OrganisationChanged':
      return begun('organisation-change', event.data.changeId, event.data);
    case 'RuleSetMoved':
      return begun('rule-set-move', event.data.moveId, event.data);
    case 'PlacementStarted':
      return begun('placement', event.data.placementId, event.data);
    case 'PlacementChanged':
      return withChange(event.data);
    case 'PlacementEnded': {
      const { placementId, endedOn, reportedOn, reason: endReason, structuralWork } = event.data;
      return changed('placement', placementId, { endedOn, reportedOn, endReason, structuralWork });
    }
    case 'PlacementCorrected':
      return corrected('placement', event.data.placementId, event.data);
    case 'AbsenceReported':
      return begun('absence', event.data.absenceId, event.data);
    case 'AbsenceEnded':
      return changed('absence', event.data.absenceId, { until: event.data.endedOn });
    case 'AbsenceCorrected':
      return corrected('absence', event.data.absenceId, event.data);
    case 'FitLearned':
      return begun('fit-note', event.data.fitId, event.data);
    case 'FitCarried':
      return begun('fit-carry', eventId, event.data);
    case 'ApplicationDrafted':
      return begun('application', event.data.applicationId, { ...event.data, status: 'drafted' });
    case 'ApplicationReceived':
      return begun('application', event.data.applicationId, { ...event.data, status: 'received' });
    case 'CoachingGranted':
      return begun('grant', event.data.grantId, event.data);
    case 'GrantCorrected':
      return corrected('grant', event.data.grantId, event.data);
    case 'AccountabilityReported':
      return begun('accountability-report', event.data.reportId, event.data);
    case 'TrajectoryClosed':
      return begun('closure', eventId, event.data);
    case 'TrajectoryOpened':
    case 'SessionRecorded':
    case 'SessionCorrected':
    case 'SessionWithdrawn':
    case 'EmployerContactRecorded':
      return undefined;
    default:
      return unknownMember(event);
  }
}

/** The item as recorded; what was there under its id (a draft) is added to. */
function begun(kind: ItemKind, id: Id, data: object): ItemChange {
  return { kind, id, apply: (before) => ({ ...before, ...data }) };
}

function changed(kind: ItemKind, id: Id, changes: object): ItemChange {
  const stated = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { kind, id, apply: (before) => before && { ...before, ...Object.fromEntries(stated) } };
}

/**
 * Null takes a field away; the reason of a correction stays with its event, in the timeline. Its evidence takes the
 * place of what the item rested on.
 */
function corrected(kind: ItemKind, id: Id, changes: object): ItemChange {
  const apply = (before: ItemData | undefined): ItemData | undefined => {
    if (before === undefined) return undefined;
    const after: Record<string, unknown> = { ...before };
    for (const [field, value] of Object.entries(changes)) {
      if (field === 'reason' || value === undefined) continue;
      if (value === null) delete after[field];
      else after[field] = value;
    }
    if (Object.hasOwn(changes, 'endedOn') && after.endedOn === undefined) {
      for (const field of ['reportedOn', 'endReason', 'structuralWork']) delete after[field];
    }
    return after;
  };
  return { kind, id, apply };
}

function withChange(change: { readonly placementId: Id; readonly changeId: Id }): ItemChange {
  const { placementId, ...terms } = change;
  const apply = (before: ItemData | undefined): ItemData | undefined => {
    if (before === undefined) return undefined;
    const changes = (before.changes ?? []) as readonly (typeof terms)[];
    return { ...before, changes: [...changes.filter((one) => one.changeId !== terms.changeId), terms] };
  };
  return { kind: 'placement', id: placementId, apply };
}
