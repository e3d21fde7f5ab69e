import { PRESETS } from '../../domain/rule-sets/index.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { projections } from '../../projections/index.js';
import { allRows, deliver } from '../projections/projected.js';
import { ReadStoreFixture } from '../projections/read-store-fixture.js';
import { Story } from '../projections/story.js';

/** What tells when, and after what, something was recorded: of course that is another in another order. */
const RECORDING: ReadonlySet<string> = new Set([
  'revision',
  'facts_revision',
  'position',
  'event_id',
  'commandId',
  'recorded_at',
  'recordedAt',
]);

/** The rows of every read model after these events of one trajectory, without their order and that of recording. */
export async function rowsAfter(
  events: readonly TrajectoryEvent[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const fixture = new ReadStoreFixture();
  const store = fixture.open();
  const story = new Story();
  story.tell('funder', 'funder', {
    type: 'FunderRegistered',
    data: { name: 'Gouda', kind: 'municipality' },
  });
  for (const version of [1, 2, 3]) {
    const ruleSet = PRESETS[version === 2 ? 'municipal-3y' : 'municipal-2y'];
    story.tell('funder', 'funder', { type: 'RuleSetAdopted', data: { version, ruleSet } });
  }
  story.trajectory('trajectory', ...events);
  await deliver(store, projections, [story.events]);
  const tables = await allRows(store, projections);
  await fixture.close();
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.map((row) => JSON.stringify(unordered(row))).sort(),
    ]),
  );
}

/** A value of a row with its lists in an order of their own: which list has an order is for whoever reads it. */
function unordered(value: unknown): unknown {
  if (typeof value === 'string') return withoutEventNumber(parsed(value));
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(unordered(item))).sort();
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([field]) => !RECORDING.has(field));
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, held]) => [field, unordered(held)]),
  );
}

/** JSON columns are stored as text. */
function parsed(text: string): unknown {
  return /^[[{]/.test(text) ? unordered(JSON.parse(text)) : text;
}

/** What a job change took along has no id of its own, and goes by that of its event. */
function withoutEventNumber(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^event-\d+$/, 'event') : value;
}
