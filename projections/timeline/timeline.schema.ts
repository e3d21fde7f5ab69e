import { defineTable } from '../runtime/define-table.js';
import type { ProjectedEvent } from '../runtime/projection.js';

/** One row per event of a trajectory, as it was recorded; protected values stay sealed. */
export const timelineTable = defineTable({
  name: 'timeline',
  columns: {
    event_id: { type: 'text' },
    trajectory_id: { type: 'text' },
    revision: { type: 'integer' },
    position: { type: 'text' },
    type: { type: 'text' },
    /** `TimelineMetadata`. */
    metadata: { type: 'json' },
    data: { type: 'json' },
  },
  primaryKey: ['event_id'],
  indexes: [['trajectory_id', 'revision']],
});

/** Who recorded an event, when and by which command, and the day that it is about, where it is about one. */
export type TimelineMetadata = Pick<ProjectedEvent, 'actor' | 'commandId' | 'recordedAt'> &
  Partial<Pick<ProjectedEvent, 'occurredOn'>>;
