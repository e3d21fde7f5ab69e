import { defineTable } from '../../projections/runtime/define-table.js';
import type { ProjectedEvent, Projection, Rows } from '../../projections/runtime/projection.js';

/** What was added to a stream: the simplest read model that reads its rows before it writes them. */
export const tallyTable = defineTable({
  name: 'tally',
  columns: {
    stream: { type: 'text' },
    total: { type: 'integer' },
    revision: { type: 'integer' },
    last: { type: 'json', nullable: true },
  },
  primaryKey: ['stream'],
  indexes: [['total']],
});

/** A tally whose `apply` can be made to fail. */
export function tallyProjection(
  options: {
    readonly version?: number;
    readonly factor?: number;
    readonly before?: (event: ProjectedEvent) => void;
  } = {},
): Projection {
  return {
    name: 'tally',
    version: options.version ?? 1,
    tables: [tallyTable],
    handles: ['Added'],
    apply: async (event: ProjectedEvent, rows: Rows) => {
      options.before?.(event);
      const row = await rows.get(tallyTable, { stream: event.stream });
      if (row !== undefined && Number(row.revision) >= event.revision) return;
      const { amount } = event.data as { amount: number };
      rows.put(tallyTable, {
        stream: event.stream,
        total: Number(row?.total ?? 0) + amount * (options.factor ?? 1),
        revision: event.revision,
        last: { amount },
      });
    },
  };
}

/** An event that the tally applies. */
export function added(stream: string, amount: number): Omit<ProjectedEvent, 'revision' | 'position'> {
  return {
    id: '018f0000-0000-7000-8000-000000000001',
    type: 'Added',
    data: { amount } as never,
    stream: `tally-${stream}`,
    streamId: stream,
    recordedAt: '2026-01-01T00:00:00.000Z',
    occurredOn: '2026-01-01',
    actor: { subject: 'test', role: 'operator', via: 'cli' },
    commandId: '018f0000-0000-7000-8000-000000000002',
  };
}
