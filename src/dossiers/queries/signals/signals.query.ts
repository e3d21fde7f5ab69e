import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { ItemKind } from '../../../../projections/trajectory/item.js';
import type { ItemCursor } from '../../../../projections/trajectory/trajectory.query.js';
import type { FileSight } from '../../../access/file-sight.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Reader } from '../../../access/reader.js';
import { SIGNAL_DATA, type SignalCollection } from '../../collections.js';
import type { AsOf } from '../../dossiers.js';
import { Files } from '../../files/files.js';
import { type ItemSight, listItems, oneItem } from '../../list-items.js';
import { type SignalView, SignalViews } from './signal-views.js';

const KINDS: { readonly [C in SignalCollection]: ItemKind } = {
  incidents: 'incident',
  'support-needs': 'support-need',
  'contact-rhythms': 'contact-rhythm',
  'coach-change-requests': 'coach-change-request',
};

/** The items of one collection around the coaching, newest first, as they stand on a day. */
export class SignalsOfTrajectory extends Query<readonly SignalView[]> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly collection: SignalCollection,
    readonly page: { readonly after?: ItemCursor | undefined; readonly limit: number },
    readonly asOf: AsOf,
  ) {
    super();
  }
}

/** One item of a collection around the coaching. */
export class SignalOfTrajectory extends Query<SignalView> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly collection: SignalCollection,
    readonly itemId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(SignalsOfTrajectory)
export class SignalsOfTrajectoryHandler implements IQueryHandler<SignalsOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
    private readonly views: SignalViews,
  ) {}

  async execute({ reader, trajectoryId, collection, page, asOf }: SignalsOfTrajectory) {
    const sight = await this.gate.trajectory(reader, trajectoryId);
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const until = { ...page, until: asOf.on };
    const items = await listItems(files, KINDS[collection], until, shownOf(sight, collection, asOf));
    return this.views.of(sight, collection, items, asOf);
  }
}

@QueryHandler(SignalOfTrajectory)
export class SignalOfTrajectoryHandler implements IQueryHandler<SignalOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
    private readonly views: SignalViews,
  ) {}

  async execute({ reader, trajectoryId, collection, itemId, asOf }: SignalOfTrajectory): Promise<SignalView> {
    const sight = await this.gate.trajectory(reader, trajectoryId);
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const item = await oneItem(files, [KINDS[collection]], itemId, shownOf(sight, collection, asOf));
    if (item === undefined) return refuseAccess('trajectory.not-found');
    const [view] = await this.views.of(sight, collection, [item], asOf);
    return view ?? refuseAccess('trajectory.not-found');
  }
}

function shownOf(sight: FileSight, collection: SignalCollection, { on }: AsOf): ItemSight {
  return {
    isSeen: ({ data }) => sight.isSeen(SIGNAL_DATA[collection], data),
    view: (item) => (on === undefined || item.on <= on ? item.data : undefined),
  };
}
