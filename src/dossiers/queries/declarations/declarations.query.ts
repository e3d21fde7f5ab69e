import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import { type DeclarationFigures, declarationsBy } from '../../../../domain/hours/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Asker } from '../../../identity/asker.js';
import { Sealer } from '../../../privacy/sealer.js';
import { type AsOf, Dossiers } from '../../dossiers.js';
import type { TrajectoryFile } from '../../files/trajectory-file.js';

/** A declaration as it is answered: with why each settlement is another than what was asked, null when unknown. */
export interface OpenDeclaration extends Omit<DeclarationFigures, 'settlements'> {
  readonly settlements: readonly (DeclarationFigures['settlements'][number] & {
    readonly reason: string | null;
  })[];
}

/** The declarations of a trajectory, newest first. */
export class DeclarationsOfTrajectory extends Query<readonly OpenDeclaration[]> {
  constructor(
    readonly asker: Asker,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

/** One declaration of a trajectory. */
export class DeclarationOfTrajectory extends Query<OpenDeclaration> {
  constructor(
    readonly asker: Asker,
    readonly trajectoryId: Id,
    readonly declarationId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(DeclarationsOfTrajectory)
export class DeclarationsOfTrajectoryHandler implements IQueryHandler<DeclarationsOfTrajectory> {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly sealer: Sealer,
  ) {}

  async execute({
    asker,
    trajectoryId,
    asOf,
  }: DeclarationsOfTrajectory): Promise<readonly OpenDeclaration[]> {
    const { on, trajectory, continued, file } = await this.dossiers.trajectory(asker, trajectoryId, asOf);
    const declarations = declarationsBy({ on, trajectory, continued, ruleSet: trajectory.ruleSet });
    const reasons = await this.reasonsOf(
      file,
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

  /** What was written with each settlement, opened; nothing of somebody who was forgotten. */
  private async reasonsOf(
    file: TrajectoryFile,
    settlementIds: readonly Id[],
  ): Promise<ReadonlyMap<Id, string>> {
    const items = await file.itemsById(settlementIds);
    const opened = await this.sealer.openRows(items.map(({ data }) => ({ reason: data.reason })));
    const reasons = new Map<Id, string>();
    items.forEach(({ id }, index) => {
      const reason = opened[index]?.reason;
      if (typeof reason === 'string') reasons.set(id, reason);
    });
    return reasons;
  }
}

@QueryHandler(DeclarationOfTrajectory)
export class DeclarationOfTrajectoryHandler implements IQueryHandler<DeclarationOfTrajectory> {
  constructor(private readonly declarations: DeclarationsOfTrajectoryHandler) {}

  async execute({ asker, trajectoryId, declarationId, asOf }: DeclarationOfTrajectory) {
    const all = await this.declarations.execute(new DeclarationsOfTrajectory(asker, trajectoryId, asOf));
    return all.find(({ id }) => id === declarationId) ?? refuseAccess('trajectory.not-found');
  }
}
