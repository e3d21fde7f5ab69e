import type { CalendarDate } from '../../shared/calendar.js';
import { corrected, withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import { effectiveChanges, isEmpty } from '../corrections.js';
import type { TrajectoryFacts } from '../facts.js';
import {
  decidedBefore,
  openedFacts,
  refuseAfterClosure,
  refuseBeforeOpening,
  refuseFuture,
} from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type { CorrectIncident, ReportIncident, ResolveIncident } from './commands.js';
import { signalEvents } from './event-definitions.js';
import type { IncidentReported, SignalEvent } from './events.js';
import type { Incident } from './facts.js';

function incidentAt({ incidents }: TrajectoryFacts, id: Id): Incident {
  return incidents.find((incident) => incident.id === id) ?? refuse('incident.not-found');
}

/** Refuses a day that has not come, or on which the trajectory was not open. */
function refuseBadDay(facts: TrajectoryFacts, on: CalendarDate, today: CalendarDate, field: string): void {
  refuseFuture(on, today, field);
  refuseBeforeOpening(facts, on, field);
  refuseAfterClosure(facts, on, field);
}

/** Reports an incident, at an employer or not, whoever brought it up. */
export function reportIncident(command: ReportIncident, state: TrajectoryState): readonly SignalEvent[] {
  const { incidentId, on, employerId, initiatedBy, summary, today } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ incidentId, on, employerId, initiatedBy, summary });
  const event: IncidentReported = { type: 'IncidentReported', data };
  if (decidedBefore(state, incidentId, event)) return [];
  refuseBadDay(facts, on, today, 'on');
  return [event];
}

/** Says on which day an incident was resolved, and what did. */
export function resolveIncident(command: ResolveIncident, state: TrajectoryState): readonly SignalEvent[] {
  const { incidentId, on, summary, today } = command;
  const facts = openedFacts(state);
  const incident = incidentAt(facts, incidentId);
  if (incident.resolvedOn === on) return [];
  if (incident.resolvedOn !== undefined) refuse('incident.already-resolved', 'on');
  refuseFuture(on, today, 'on');
  if (on < incident.on) refuse('incident.resolved-before-start', 'on');
  refuseAfterClosure(facts, on, 'on');
  return [{ type: 'IncidentResolved', data: { incidentId, on, summary } }];
}

const FIELDS = ['on', 'employerId', 'initiatedBy', 'resolvedOn'] as const;

/** Corrects an incident or its resolution; `resolvedOn: null` reopens it. */
export function correctIncident(command: CorrectIncident, state: TrajectoryState): readonly SignalEvent[] {
  const { incidentId, reason, today } = command;
  const facts = openedFacts(state);
  const held = incidentAt(facts, incidentId);
  const { protect } = signalEvents.IncidentCorrected;
  const changes = effectiveChanges(command.changes, held, ['employerId', 'resolvedOn'], protect);
  if (isEmpty(changes)) return [];
  const now = corrected<Incident, (typeof FIELDS)[number]>(held, changes, FIELDS);
  if (changes.on) refuseBadDay(facts, changes.on, today, 'on');
  if (changes.resolvedOn) {
    refuseFuture(changes.resolvedOn, today, 'resolvedOn');
    refuseAfterClosure(facts, changes.resolvedOn, 'resolvedOn');
    // What resolves it is told with the day, as when it is resolved at once.
    if (held.resolvedOn === undefined && changes.resolution === undefined) {
      refuse('incident.not-resolved', 'resolution');
    }
  }
  if (now.resolvedOn !== undefined && now.resolvedOn < now.on) {
    refuse('incident.resolved-before-start', changes.resolvedOn ? 'resolvedOn' : 'on');
  }
  if (changes.resolution !== undefined && now.resolvedOn === undefined) {
    refuse('incident.not-resolved', 'resolvedOn');
  }
  return [{ type: 'IncidentCorrected', data: { incidentId, reason, ...changes } }];
}
