import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { maySeeIncident, refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { ItemKind } from '../../../../projections/trajectory/item.js';
import type { ItemCursor } from '../../../../projections/trajectory/trajectory.query.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { SignalCollection } from '../../../access/signal-fields.js';
import type { Asker } from '../../../identity/asker.js';
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
    readonly asker: Asker,
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
    readonly asker: Asker,
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

  async execute({ asker, trajectoryId, collection, page, asOf }: SignalsOfTrajectory) {
    await letThrough(this.gate, asker, trajectoryId, collection);
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const until = { ...page, until: asOf.on };
    const items = await listItems(files, KINDS[collection], until, sightOf(asker, collection, asOf));
    return this.views.of(asker, trajectoryId, collection, items, asOf);
  }
}

@QueryHandler(SignalOfTrajectory)
export class SignalOfTrajectoryHandler implements IQueryHandler<SignalOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
    private readonly views: SignalViews,
  ) {}

  async execute({ asker, trajectoryId, collection, itemId, asOf }: SignalOfTrajectory): Promise<SignalView> {
    await letThrough(this.gate, asker, trajectoryId, collection);
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const item = await oneItem(files, [KINDS[collection]], itemId, sightOf(asker, collection, asOf));
    if (item === undefined) return refuseAccess('trajectory.not-found');
    const [view] = await this.views.of(asker, trajectoryId, collection, [item], asOf);
    return view ?? refuseAccess('trajectory.not-found');
  }
}

/** Incidents are all that an employer reads of a file; refuses with `trajectory.not-found`. */
async function letThrough(
  gate: ReadGate,
  asker: Asker,
  trajectoryId: Id,
  collection: SignalCollection,
): Promise<void> {
  if (collection === 'incidents') await gate.incidents(asker, trajectoryId);
  else await gate.trajectory(asker, trajectoryId);
}

function sightOf(asker: Asker, collection: SignalCollection, { on }: AsOf): ItemSight {
  return {
    isSeen: ({ data: { employerId } }) =>
      collection !== 'incidents' || maySeeIncident(asker, { employerId: employerId as Id | undefined }),
    view: (item) => (on === undefined || item.on <= on ? item.data : undefined),
  };
}
