import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import type { ItemKind } from '../../../../projections/trajectory/item-change.js';
import type { ItemCursor } from '../../../../projections/trajectory/trajectory.query.js';
import {
  type Collection,
  hiddenFields,
  mayReadCollection,
  maySeeItem,
} from '../../../access/dossier-fields.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Asker } from '../../../identity/asker.js';
import { Sealer } from '../../../privacy/sealer.js';
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
    readonly asker: Asker,
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
    readonly asker: Asker,
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
    private readonly sealer: Sealer,
    private readonly files: Files,
  ) {}

  async execute({ asker, trajectoryId, collection, page, asOf }: ItemsOfTrajectory) {
    const facts = await this.gate.alsoForEmployer(asker, trajectoryId);
    if (!mayReadCollection(asker, collection)) return refuseAccess('trajectory.not-found');
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const sight = sightOf(asker, facts, asOf);
    const pages = await Promise.all(
      KINDS[collection].map((kind) =>
        listItems(files, kind, { ...page, until: lastListedDay(kind, asOf.on) }, sight),
      ),
    );
    const items = pages.flat().sort(newestFirst).slice(0, page.limit);
    return openItems(this.sealer, items, hiddenIn(asker, collection));
  }
}

@QueryHandler(ItemOfTrajectory)
export class ItemOfTrajectoryHandler implements IQueryHandler<ItemOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly sealer: Sealer,
    private readonly files: Files,
  ) {}

  async execute({ asker, trajectoryId, collection, itemId, asOf }: ItemOfTrajectory): Promise<OpenItem> {
    const facts = await this.gate.alsoForEmployer(asker, trajectoryId);
    if (!mayReadCollection(asker, collection)) return refuseAccess('trajectory.not-found');
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const item = await oneItem(files, KINDS[collection], itemId, sightOf(asker, facts, asOf));
    if (item === undefined) return refuseAccess('trajectory.not-found');
    const [opened] = await openItems(this.sealer, [item], hiddenIn(asker, collection));
    return opened as OpenItem;
  }
}

function sightOf(asker: Asker, facts: TrajectoryFacts, { on }: AsOf): ItemSight {
  return {
    isSeen: (item) => maySeeItem(asker, item, facts),
    view: (item) => itemOnDay(item, on),
  };
}

function hiddenIn(asker: Asker, collection: Collection): readonly string[] {
  return hiddenFields(asker, collection === 'absences' ? 'absences' : 'other');
}
