import { type CalendarDate, compareDays, type Instant } from '../../domain/shared/calendar.js';
import { byId, type Id } from '../../domain/shared/ids.js';

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
  'grant-revision',
  'objection',
  'coaching-approval',
  'correction-request',
  'settlement',
  'accountability-report',
  'closure',
  'closure-proposal',
  'reopening',
  'outcome',
  'aftercare-contact',
  'plan-request',
  'plan',
  'goal-outcome',
  'agreement-fulfilment',
  'evaluation-plan',
  'evaluation',
  'candidate-assessment',
  'employer-assessment',
  'incident',
  'support-need',
  'contact-rhythm',
  'coach-change-request',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What an item says, as its events said it: protected values stay sealed. */
export type ItemData = Readonly<Record<string, unknown>>;

/** A placement, grant, application, …; protected values are sealed. */
export interface TrajectoryItem {
  readonly id: Id;
  readonly kind: ItemKind;
  /** The day that its list is ordered by. */
  readonly on: CalendarDate;
  /** When it was first recorded. */
  readonly recordedAt: Instant;
  /** Of the event that last changed it. */
  readonly revision: number;
  readonly data: ItemData;
}

/** What an event does to one item. `before` is undefined when the item is new. */
export interface ItemChange {
  readonly kind: ItemKind;
  readonly id: Id;
  /** The item as it is now; undefined leaves it as it was. */
  readonly apply: (before: ItemData | undefined) => ItemData | undefined;
}

/** The item after a change by an event; undefined when the event leaves it as it was. */
export function itemAfter(
  { id, kind, apply }: ItemChange,
  before: Pick<TrajectoryItem, 'data' | 'recordedAt'> | undefined,
  { revision, recordedAt }: Pick<TrajectoryItem, 'revision' | 'recordedAt'>,
): TrajectoryItem | undefined {
  const data = apply(before?.data);
  if (data === undefined) return undefined;
  const on = dayOf(data) as CalendarDate;
  return { id, kind, on, recordedAt: before?.recordedAt ?? recordedAt, revision, data };
}

/** The item as recorded; what was there under its id (a draft) is added to. */
export function begun(kind: ItemKind, id: Id, data: object): ItemChange {
  return { kind, id, apply: (before) => ({ ...before, ...data }) };
}

/** The item with these fields; undefined ones leave it as it was. */
export function changed(kind: ItemKind, id: Id, changes: object): ItemChange {
  const stated = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { kind, id, apply: (before) => before && { ...before, ...Object.fromEntries(stated) } };
}

/**
 * What was told of an item with one thing more, or another of the same id: by day, then by id, in whichever order they
 * were recorded.
 */
export function withTold<Told>(
  before: readonly Told[],
  told: Told,
  placeOf: (told: Told) => { readonly on: CalendarDate; readonly id: Id },
): readonly Told[] {
  const { id } = placeOf(told);
  return [...before.filter((one) => placeOf(one).id !== id), told].sort((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return compareDays(one.on, other.on) || byId(one, other);
  });
}

/**
 * Null takes a field away; the reason of a correction stays with its event, in the timeline. Its evidence takes the
 * place of what the item rested on.
 */
export function corrected(kind: ItemKind, id: Id, changes: object): ItemChange {
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

/**
 * The day a list is ordered by: of a placement its start, of an application its receipt, of a plan its drafting, of an
 * outcome its day, of an objection the day that it was lodged.
 */
function dayOf(data: ItemData): string {
  const day =
    data.startsOn ??
    data.from ??
    data.receivedOn ??
    data.draftedOn ??
    data.measuredOn ??
    data.requestedOn ??
    data.on ??
    data.dueOn ??
    data.lodgedOn ??
    data.decidedOn;
  return typeof day === 'string' ? day : '';
}
