import { amsterdamDate, type CalendarDate } from '../../domain/shared/calendar.js';
import type { ItemData, ItemKind } from '../../projections/trajectory/item.js';
import type { TrajectoryItem } from '../../projections/trajectory/trajectory.query.js';

/**
 * What has no day of its own on which it happened: the day of its list, if it has one, lies ahead of it, or is the first
 * of the days that it is about.
 */
const WITHOUT_OWN_DAY: ReadonlySet<ItemKind> = new Set([
  'accountability-report',
  'closure-proposal',
  'evaluation-plan',
  'fit-carry',
  'fit-note',
]);

/** The last day of a list of this kind that is of interest on a day; undefined when its days do not say. */
export function lastListedDay(kind: ItemKind, on: CalendarDate | undefined): CalendarDate | undefined {
  return WITHOUT_OWN_DAY.has(kind) ? undefined : on;
}

/**
 * An item as it stands on a day (reading 6): undefined when it came about later; an end, a change or an answer that came
 * later is left out. Without a day everything that was recorded, also ahead, so that what was just written can be read.
 */
export function itemOnDay(item: TrajectoryItem, on: CalendarDate | undefined): ItemData | undefined {
  const { kind, data } = item;
  if (on === undefined) return data;
  if (kind === 'accountability-report') return amsterdamDate(item.recordedAt) <= on ? data : undefined;
  if (WITHOUT_OWN_DAY.has(kind)) return data;
  if (item.on > on) return undefined;
  switch (kind) {
    case 'coach-assignment':
    case 'substitution':
    case 'absence':
      return without(data, isAfter(data.until, on) ? ['until'] : []);
    case 'placement':
      return placementOnDay(data, on);
    case 'correction-request':
      return isAfter(data.answeredOn, on)
        ? { ...without(data, ['reason', 'answeredOn']), status: 'open' }
        : data;
    default:
      return data;
  }
}

const ENDING = ['endedOn', 'reportedOn', 'endReason', 'structuralWork'];

function placementOnDay(data: ItemData, on: CalendarDate): ItemData {
  const changes = data.changes as readonly { readonly from: CalendarDate }[] | undefined;
  const known = changes?.filter(({ from }) => from <= on);
  const stands = without(data, isAfter(data.endedOn, on) ? [...ENDING, 'changes'] : ['changes']);
  return known === undefined || known.length === 0 ? stands : { ...stands, changes: known };
}

function isAfter(day: unknown, on: CalendarDate): boolean {
  return typeof day === 'string' && day > on;
}

/** `data` without these fields. */
export function without(data: ItemData, fields: readonly string[]): ItemData {
  return Object.fromEntries(Object.entries(data).filter(([field]) => !fields.includes(field)));
}
