import { trajectoryEvents } from '../../domain/trajectory/event-definitions.js';
import { JsonText } from '../runtime/json-text.js';
import type { ProjectedEvent, Projection, Rows } from '../runtime/projection.js';
import { timelineTable } from './timeline.schema.js';

/** What was recorded on a trajectory, in which order, when and by whom? */
export const timelineProjection: Projection = {
  name: 'timeline',
  version: 1,
  tables: [timelineTable],
  handles: Object.keys(trajectoryEvents),
  apply,
};

function apply(event: ProjectedEvent, rows: Rows): void {
  rows.put(timelineTable, {
    event_id: event.id,
    trajectory_id: event.streamId,
    revision: event.revision,
    position: event.position,
    type: event.type,
    occurred_on: event.occurredOn ?? null,
    recorded_at: event.recordedAt,
    command_id: event.commandId,
    actor: event.actor,
    data: event.dataText === undefined ? event.data : new JsonText(event.dataText),
  });
}
