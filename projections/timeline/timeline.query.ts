import type { Kysely } from 'kysely';
import type { CalendarDate, Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { ReadDatabase } from '../read-database.js';
import type { ProjectedEvent } from '../runtime/projection.js';
import { parsed } from '../shared/parse.js';
import type { TimelineMetadata } from './timeline.schema.js';

/** One recorded event of a trajectory; protected values are sealed. */
export interface TimelineEntry {
  readonly eventId: Id;
  readonly revision: number;
  readonly position: string;
  readonly type: string;
  readonly occurredOn: CalendarDate | null;
  readonly recordedAt: Instant;
  readonly commandId: Id;
  readonly actor: ProjectedEvent['actor'];
  readonly data: Readonly<Record<string, unknown>>;
}

/** Events of a trajectory in the order of recording, at most `limit` of them after that revision. */
export async function timelinePage(
  db: Kysely<ReadDatabase>,
  trajectoryId: Id,
  page: { readonly afterRevision?: number | undefined; readonly limit: number },
): Promise<readonly TimelineEntry[]> {
  const rows = await db
    .selectFrom('timeline')
    .selectAll()
    .where('trajectory_id', '=', trajectoryId)
    .where('revision', '>', page.afterRevision ?? -1)
    .orderBy('revision')
    .limit(page.limit)
    .execute();
  return rows.map((row) => {
    const { actor, commandId, occurredOn = null, recordedAt } = parsed<TimelineMetadata>(row.metadata);
    return {
      eventId: row.event_id,
      revision: row.revision,
      position: row.position,
      type: row.type,
      occurredOn,
      recordedAt,
      commandId,
      actor,
      data: parsed<Record<string, unknown>>(row.data),
    };
  });
}
