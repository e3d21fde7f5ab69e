import { Inject, Injectable } from '@nestjs/common';
import { type RhythmReading, rhythmReadings } from '../../../../domain/contact-rhythm/index.js';
import { type CalendarDate, daysBetween } from '../../../../domain/shared/calendar.js';
import { unknownMember } from '../../../../domain/shared/decider.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { ItemData } from '../../../../projections/trajectory/item.js';
import type { TrajectoryItem } from '../../../../projections/trajectory/trajectory.query.js';
import type { FileSight } from '../../../access/file-sight.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { SIGNAL_DATA, type SignalCollection } from '../../collections.js';
import { type AsOf, Dossiers } from '../../dossiers.js';
import { openFields } from '../../open-items.js';

/** An item as it is answered, with the fields that the reader may see. */
export type SignalView = { readonly id: Id; readonly on: CalendarDate } & Readonly<Record<string, unknown>>;

const NO_RHYTHMS: ReadonlyMap<Id, RhythmReading> = new Map();

/** Makes of items what is answered: what came after the day asked about has not happened, texts are opened. */
@Injectable()
export class SignalViews {
  constructor(
    private readonly dossiers: Dossiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The views of items of one collection, in the same order. */
  async of(
    sight: FileSight,
    collection: SignalCollection,
    items: readonly TrajectoryItem[],
    asOf: AsOf,
  ): Promise<readonly SignalView[]> {
    const on = asOf.on ?? this.clock.today();
    const kind = SIGNAL_DATA[collection];
    // What the reader does not get is not even opened.
    const rows = await openFields(
      sight.texts,
      items.map(({ data }) => sight.narrowed(kind, data)),
    );
    const rhythms = collection === 'contact-rhythms' ? await this.rhythms(sight, asOf) : NO_RHYTHMS;
    return items.map((item, index) => {
      const data = rows[index] ?? {};
      const view = { ...viewOf(collection, item, data, on, rhythms), recordedAt: item.recordedAt };
      return { ...sight.narrowed(kind, view), id: item.id, on: item.on };
    });
  }

  private async rhythms(sight: FileSight, asOf: AsOf): Promise<ReadonlyMap<Id, RhythmReading>> {
    const { on, trajectory } = await this.dossiers.of(sight, asOf);
    const readings = rhythmReadings(trajectory.facts, trajectory.sessions, on);
    return new Map(readings.map((reading) => [reading.id, reading]));
  }
}

function viewOf(
  collection: SignalCollection,
  item: TrajectoryItem,
  data: ItemData,
  on: CalendarDate,
  rhythms: ReadonlyMap<Id, RhythmReading>,
): object {
  switch (collection) {
    case 'incidents': {
      const { employerId = null, initiatedBy, summary } = data;
      const resolvedOn = happened(data.resolvedOn, on);
      const resolution = resolvedOn === null ? null : data.resolution;
      return {
        employerId,
        initiatedBy,
        summary,
        resolvedOn,
        resolution,
        daysOpen: days(item, resolvedOn, on),
      };
    }
    case 'support-needs': {
      const { lifeDomain, referredTo } = data;
      return { lifeDomain, referredTo };
    }
    case 'contact-rhythms':
      return { ...rhythms.get(item.id) };
    case 'coach-change-requests': {
      const { reason = null, preferredCoachId = null } = data;
      const answeredOn = happened(data.answeredOn, on);
      const [decision, answer] = answeredOn === null ? [null, null] : [data.decision, data.answer];
      const asked = { reason, preferredCoachId };
      return { ...asked, decision, answeredOn, answer, daysWaited: days(item, answeredOn, on) };
    }
    default:
      return unknownMember(collection);
  }
}

/** The day of something, null when it is not there or lies after `on`. */
function happened(day: unknown, on: CalendarDate): CalendarDate | null {
  return typeof day === 'string' && day <= on ? (day as CalendarDate) : null;
}

/** The days from the item's own to the one that ended it, or to `on` while nothing has. */
function days(item: TrajectoryItem, endedOn: CalendarDate | null, on: CalendarDate): number {
  return daysBetween(item.on, endedOn ?? on);
}
