import { trajectoryEvents } from '../../domain/trajectory/event-definitions.js';
import { JsonText } from '../runtime/json-text.js';
import type { ProjectedEvent, Projection, Rows } from '../runtime/projection.js';
import { type TimelineMetadata, timelineTable } from './timeline.schema.js';

/** What was recorded on a trajectory, in which order, when and by whom? */
export const timelineProjection: Projection = {
  name: 'timeline',
  version: 2,
  tables: [timelineTable],
  handles: Object.keys(trajectoryEvents),
  apply,
};

/** An event is kept as its text, where the feed has that: nothing of it is parsed only to be written again. */
function apply(event: ProjectedEvent, rows: Rows): void {
  rows.put(timelineTable, {
    event_id: event.id,
    trajectory_id: event.streamId,
    revision: event.revision,
    position: event.position,
    type: event.type,
    metadata: event.metadataText === undefined ? metadataOf(event) : new JsonText(event.metadataText),
    data: event.dataText === undefined ? event.data : new JsonText(event.dataText),
  });
}

function metadataOf({ actor, commandId, occurredOn, recordedAt }: ProjectedEvent): TimelineMetadata {
  return { actor, commandId, ...(occurredOn && { occurredOn }), recordedAt };
}
