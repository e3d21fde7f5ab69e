import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { ItemCursor } from '../../../../projections/trajectory/trajectory.query.js';
import type { Reader } from '../../../access/reader.js';
import { AWARD_KINDS, type AwardCollection, viewOf } from '../../award-collections.js';
import { type AsOf, Dossiers } from '../../dossiers.js';
import { listItems, oneItem } from '../../list-items.js';
import { type OpenItem, openItems } from '../../open-items.js';

/** The applications, grants, objections and approvals of a trajectory as they stand on a day, newest first. */
export class AwardItemsOfTrajectory extends Query<readonly (OpenItem & ItemCursor)[]> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly collection: AwardCollection,
    readonly asOf: AsOf,
    readonly page: { readonly after?: ItemCursor | undefined; readonly limit: number },
  ) {
    super();
  }
}

/** One of them. */
export class AwardItemOfTrajectory extends Query<OpenItem> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly collection: AwardCollection,
    readonly asOf: AsOf,
    readonly itemId: Id,
  ) {
    super();
  }
}

@QueryHandler(AwardItemsOfTrajectory)
export class AwardItemsOfTrajectoryHandler implements IQueryHandler<AwardItemsOfTrajectory> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute({ reader, trajectoryId, collection, asOf, page }: AwardItemsOfTrajectory) {
    const dossier = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const view = viewOf(collection, dossier, asOf);
    const found = await listItems(dossier, AWARD_KINDS[collection], page, { view });
    return openItems(dossier.sight, 'award', found);
  }
}

@QueryHandler(AwardItemOfTrajectory)
export class AwardItemOfTrajectoryHandler implements IQueryHandler<AwardItemOfTrajectory> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute({
    reader,
    trajectoryId,
    collection,
    asOf,
    itemId,
  }: AwardItemOfTrajectory): Promise<OpenItem> {
    const dossier = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const view = viewOf(collection, dossier, asOf);
    const item = await oneItem(dossier, [AWARD_KINDS[collection]], itemId, { view });
    if (item === undefined) return refuseAccess('trajectory.not-found');
    const [opened] = await openItems(dossier.sight, 'award', [item]);
    return opened as OpenItem;
  }
}
