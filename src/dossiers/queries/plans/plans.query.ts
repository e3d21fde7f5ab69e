import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Plan } from '../../../../domain/trajectory/plan/facts.js';
import type { Reader } from '../../../access/reader.js';
import { type AsOf, type Dossier, Dossiers } from '../../dossiers.js';
import type { OpenPlan } from './open-plan.js';
import { OpenPlans } from './open-plans.js';
import { plansOfEmployer } from './own-plan.js';

/** The versions of the plan of a trajectory as they stand on a day, newest first. */
export class PlansOfTrajectory extends Query<readonly OpenPlan[]> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
    readonly page: { readonly before?: number | undefined; readonly limit: number },
  ) {
    super();
  }
}

/** One version of the plan as it stands on a day; refuses with `trajectory.not-found`. */
export class PlanOfTrajectory extends Query<OpenPlan> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly version: number,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(PlansOfTrajectory)
export class PlansOfTrajectoryHandler implements IQueryHandler<PlansOfTrajectory> {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly plans: OpenPlans,
  ) {}

  async execute({ reader, trajectoryId, asOf, page }: PlansOfTrajectory): Promise<readonly OpenPlan[]> {
    const dossier = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const { before = Number.POSITIVE_INFINITY, limit } = page;
    const versions = (await inSight(this.dossiers, dossier, asOf))
      .filter(({ version }) => version < before)
      .reverse()
      .slice(0, limit);
    return this.plans.of(dossier, versions);
  }
}

@QueryHandler(PlanOfTrajectory)
export class PlanOfTrajectoryHandler implements IQueryHandler<PlanOfTrajectory> {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly plans: OpenPlans,
  ) {}

  async execute({ reader, trajectoryId, version, asOf }: PlanOfTrajectory): Promise<OpenPlan> {
    const dossier = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const all = await inSight(this.dossiers, dossier, asOf);
    const versions = all.filter((plan) => plan.version === version);
    const [plan] = await this.plans.of(dossier, versions);
    return plan ?? refuseAccess('trajectory.not-found');
  }
}

/**
 * The versions drafted by the day asked about that the reader may see. What is out of an employer's sight now is so in
 * every earlier knowledge.
 */
async function inSight(
  dossiers: Dossiers,
  dossier: Dossier,
  { on, knownOn }: AsOf,
): Promise<readonly Plan[]> {
  const versions = draftedFor(dossier);
  if (dossier.sight.of('plan').items === 'all' || knownOn === undefined) return versions;
  const now = draftedFor(await dossiers.of(dossier.sight, { on }));
  return versions.filter(({ id }) => now.some((plan) => plan.id === id));
}

function draftedFor({ on, trajectory: { facts }, sight }: Dossier): readonly Plan[] {
  const versions =
    sight.of('plan').items === 'all'
      ? facts.planOfApproach.versions
      : plansOfEmployer(facts, sight.owner.employerIds);
  return versions.filter(({ draftedOn }) => draftedOn <= on);
}
