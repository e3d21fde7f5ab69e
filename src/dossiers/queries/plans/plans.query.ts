import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import type { Plan } from '../../../../domain/trajectory/plan/facts.js';
import type { Asker } from '../../../identity/asker.js';
import { type AsOf, type Dossier, Dossiers } from '../../dossiers.js';
import { type OpenPlan, OpenPlans } from './open-plans.js';
import { ownPartOf, plansOfEmployer } from './own-plan.js';

/** The versions of the plan of a trajectory as they stand on a day, newest first. */
export class PlansOfTrajectory extends Query<readonly OpenPlan[]> {
  constructor(
    readonly asker: Asker,
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
    readonly asker: Asker,
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

  async execute({ asker, trajectoryId, asOf, page }: PlansOfTrajectory): Promise<readonly OpenPlan[]> {
    const dossier = await this.dossiers.alsoForEmployer(asker, trajectoryId, asOf);
    const { before = Number.POSITIVE_INFINITY, limit } = page;
    const versions = (await inSight(this.dossiers, asker, dossier, asOf))
      .filter(({ version }) => version < before)
      .reverse()
      .slice(0, limit);
    return openFor(asker, await this.plans.of(dossier, versions));
  }
}

@QueryHandler(PlanOfTrajectory)
export class PlanOfTrajectoryHandler implements IQueryHandler<PlanOfTrajectory> {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly plans: OpenPlans,
  ) {}

  async execute({ asker, trajectoryId, version, asOf }: PlanOfTrajectory): Promise<OpenPlan> {
    const dossier = await this.dossiers.alsoForEmployer(asker, trajectoryId, asOf);
    const all = await inSight(this.dossiers, asker, dossier, asOf);
    const versions = all.filter((plan) => plan.version === version);
    const [plan] = openFor(asker, await this.plans.of(dossier, versions));
    return plan ?? refuseAccess('trajectory.not-found');
  }
}

/**
 * The versions drafted by the day asked about that the asker may read. What is out of an employer's sight now is so in
 * every earlier knowledge.
 */
async function inSight(
  dossiers: Dossiers,
  asker: Asker,
  dossier: Dossier,
  { on, knownOn }: AsOf,
): Promise<readonly Plan[]> {
  const versions = draftedFor(asker, dossier);
  if (asker.role !== 'employer' || knownOn === undefined) return versions;
  const now = draftedFor(asker, await dossiers.alsoForEmployer(asker, dossier.trajectory.facts.id, { on }));
  return versions.filter(({ id }) => now.some((plan) => plan.id === id));
}

function draftedFor({ role, employerId }: Asker, { on, trajectory: { facts } }: Dossier): readonly Plan[] {
  return versionsFor(facts, role === 'employer' ? employerId : undefined).filter(
    ({ draftedOn }) => draftedOn <= on,
  );
}

function versionsFor(facts: TrajectoryFacts, employerId: Id | undefined): readonly Plan[] {
  return employerId === undefined ? facts.planOfApproach.versions : plansOfEmployer(facts, employerId);
}

function openFor({ role, employerId }: Asker, plans: readonly OpenPlan[]): readonly OpenPlan[] {
  if (role !== 'employer' || employerId === undefined) return plans;
  return plans.map((plan) => ownPartOf(plan, employerId));
}
