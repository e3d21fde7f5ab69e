import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { ItemKind } from '../../../../projections/trajectory/item-change.js';
import type { ItemCursor } from '../../../../projections/trajectory/trajectory.query.js';
import type { FileSight } from '../../../access/file-sight.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Reader } from '../../../access/reader.js';
import { COLLECTION_DATA, type Collection } from '../../collections.js';
import type { AsOf } from '../../dossiers.js';
import { Files } from '../../files/files.js';
import { itemOnDay, lastListedDay } from '../../item-on-day.js';
import { type ItemSight, listItems, oneItem } from '../../list-items.js';
import { newestFirst, type OpenItem, openItems } from '../../open-items.js';

/** The kinds of item in a collection. */
const KINDS: { readonly [C in Collection]: readonly ItemKind[] } = {
  'coach-assignments': ['coach-assignment', 'handover'],
  substitutions: ['substitution'],
  'case-directors': ['case-director'],
  'case-managers': ['case-manager'],
  'organisation-changes': ['organisation-change'],
  'rule-set-moves': ['rule-set-move'],
  placements: ['placement'],
  absences: ['absence'],
  'fit-notes': ['fit-note'],
  'correction-requests': ['correction-request'],
  closures: ['closure'],
  'closure-proposals': ['closure-proposal'],
  reopenings: ['reopening'],
  outcomes: ['outcome'],
  'aftercare-contacts': ['aftercare-contact'],
  'goal-outcomes': ['goal-outcome'],
  'agreement-fulfilments': ['agreement-fulfilment'],
  'plan-requests': ['plan-request'],
  'evaluation-plans': ['evaluation-plan'],
  evaluations: ['evaluation'],
  assessments: ['candidate-assessment', 'employer-assessment'],
  'accountability-reports': ['accountability-report'],
};

/** The items of one collection of a trajectory as they stand on a day, newest first. */
export class ItemsOfTrajectory extends Query<readonly (OpenItem & ItemCursor)[]> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly collection: Collection,
    readonly page: { readonly after?: ItemCursor | undefined; readonly limit: number },
    readonly asOf: AsOf,
  ) {
    super();
  }
}

/** One item of a collection of a trajectory. */
export class ItemOfTrajectory extends Query<OpenItem> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly collection: Collection,
    readonly itemId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(ItemsOfTrajectory)
export class ItemsOfTrajectoryHandler implements IQueryHandler<ItemsOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
  ) {}

  async execute({ reader, trajectoryId, collection, page, asOf }: ItemsOfTrajectory) {
    const sight = await this.gate.trajectory(reader, trajectoryId);
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const shown = shownOf(sight, collection, asOf);
    const pages = await Promise.all(
      KINDS[collection].map((kind) =>
        listItems(files, kind, { ...page, until: lastListedDay(kind, asOf.on) }, shown),
      ),
    );
    const items = pages.flat().sort(newestFirst).slice(0, page.limit);
    return openItems(sight, COLLECTION_DATA[collection], items);
  }
}

@QueryHandler(ItemOfTrajectory)
export class ItemOfTrajectoryHandler implements IQueryHandler<ItemOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
  ) {}

  async execute({ reader, trajectoryId, collection, itemId, asOf }: ItemOfTrajectory): Promise<OpenItem> {
    const sight = await this.gate.trajectory(reader, trajectoryId);
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const item = await oneItem(files, KINDS[collection], itemId, shownOf(sight, collection, asOf));
    if (item === undefined) return refuseAccess('trajectory.not-found');
    const [opened] = await openItems(sight, COLLECTION_DATA[collection], [item]);
    return opened as OpenItem;
  }
}

function shownOf(sight: FileSight, collection: Collection, { on }: AsOf): ItemSight {
  return {
    isSeen: ({ data }) => sight.isSeen(COLLECTION_DATA[collection], data),
    view: (item) => itemOnDay(item, on),
  };
}
