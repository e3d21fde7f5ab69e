import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import { type DeclarationFigures, declarationsBy } from '../../../../domain/hours/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Reader } from '../../../access/reader.js';
import { type AsOf, type Dossier, Dossiers } from '../../dossiers.js';

/** A declaration as it is answered: with why each settlement is another than what was asked, null when unknown. */
export interface OpenDeclaration extends Omit<DeclarationFigures, 'settlements'> {
  readonly settlements: readonly (DeclarationFigures['settlements'][number] & {
    readonly reason: string | null;
  })[];
}

/** The declarations of a trajectory, newest first. */
export class DeclarationsOfTrajectory extends Query<readonly OpenDeclaration[]> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

/** One declaration of a trajectory. */
export class DeclarationOfTrajectory extends Query<OpenDeclaration> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly declarationId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(DeclarationsOfTrajectory)
export class DeclarationsOfTrajectoryHandler implements IQueryHandler<DeclarationsOfTrajectory> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute({
    reader,
    trajectoryId,
    asOf,
  }: DeclarationsOfTrajectory): Promise<readonly OpenDeclaration[]> {
    const dossier = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const { on, trajectory, continued } = dossier;
    const declarations = declarationsBy({ on, trajectory, continued, ruleSet: trajectory.ruleSet });
    const reasons = await reasonsOf(
      dossier,
      declarations.flatMap(({ settlements }) => settlements.map(({ id }) => id)),
    );
    return declarations.map((declaration) => ({
      ...declaration,
      settlements: declaration.settlements.map((settlement) => ({
        ...settlement,
        reason: reasons.get(settlement.id) ?? null,
      })),
    }));
  }
}

/** What was written with each settlement, opened; nothing of somebody who was forgotten. */
async function reasonsOf(
  { file, sight }: Dossier,
  settlementIds: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  const items = await file.itemsById(settlementIds);
  const opened = await sight.texts.openRows(items.map(({ data }) => ({ reason: data.reason })));
  const reasons = new Map<Id, string>();
  items.forEach(({ id }, index) => {
    const reason = opened[index]?.reason;
    if (typeof reason === 'string') reasons.set(id, reason);
  });
  return reasons;
}

@QueryHandler(DeclarationOfTrajectory)
export class DeclarationOfTrajectoryHandler implements IQueryHandler<DeclarationOfTrajectory> {
  constructor(private readonly declarations: DeclarationsOfTrajectoryHandler) {}

  async execute({ reader, trajectoryId, declarationId, asOf }: DeclarationOfTrajectory) {
    const all = await this.declarations.execute(new DeclarationsOfTrajectory(reader, trajectoryId, asOf));
    return all.find(({ id }) => id === declarationId) ?? refuseAccess('trajectory.not-found');
  }
}
