import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ExtensionSet, extensionSet } from '../../../../domain/award/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Reader } from '../../../access/reader.js';
import { type PresentAndMissing, presentAndMissing } from '../../checked-requirements.js';
import { type AsOf, Dossiers } from '../../dossiers.js';

/** What an extension rests on, with what of it is there and what is missing. */
export type ExtensionSetOfTrajectory = PresentAndMissing & Omit<ExtensionSet, 'requirements'>;

/** What does an extension past the limit need, and until when is announcing it in time? */
export class ExtensionSetQuery extends Query<ExtensionSetOfTrajectory> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(ExtensionSetQuery)
export class ExtensionSetHandler implements IQueryHandler<ExtensionSetQuery> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute({ reader, trajectoryId, asOf }: ExtensionSetQuery): Promise<ExtensionSetOfTrajectory> {
    const { on, trajectory, continued } = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const input = { on, trajectory, continued, ruleSet: trajectory.ruleSet };
    const { requirements, ...set } = extensionSet(input);
    return { ...set, ...presentAndMissing(requirements) };
  }
}
