import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import { type AppliedFor, type Completeness, completenessOf } from '../../../../domain/award/index.js';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { ApplicationReceived } from '../../../../domain/trajectory/award/events.js';
import type { ItemData } from '../../../../projections/trajectory/item.js';
import type { Reader } from '../../../access/reader.js';
import { viewOf } from '../../award-collections.js';
import { type PresentAndMissing, presentAndMissing } from '../../checked-requirements.js';
import { type AsOf, Dossiers } from '../../dossiers.js';
import { oneItem } from '../../list-items.js';

/** What an application needs, with what of it is there and what is missing. */
export type CompletenessOfApplication = PresentAndMissing &
  Omit<Completeness, 'requirements'> & { readonly applicationId: Id };

/** What does this application, or this draft, still need? */
export class ApplicationCompleteness extends Query<CompletenessOfApplication> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly applicationId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(ApplicationCompleteness)
export class ApplicationCompletenessHandler implements IQueryHandler<ApplicationCompleteness> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute(query: ApplicationCompleteness): Promise<CompletenessOfApplication> {
    const { reader, trajectoryId, applicationId, asOf } = query;
    const dossier = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const view = viewOf('applications', dossier, asOf);
    const item = await oneItem(dossier, ['application'], applicationId, { view });
    if (item === undefined) return refuseAccess('trajectory.not-found');
    const { on, trajectory, continued } = dossier;
    const input = { on, trajectory, continued, ruleSet: trajectory.ruleSet };
    const { requirements, ...completeness } = completenessOf(input, appliedFor(applicationId, item.data));
    return { applicationId, ...completeness, ...presentAndMissing(requirements) };
  }
}

function appliedFor(id: Id, data: ItemData): AppliedFor {
  const { kind, regime, placementId, receivedOn, draftedOn, motivation } = data as Partial<
    ApplicationReceived['data']
  > & { readonly draftedOn?: CalendarDate };
  const day = receivedOn ?? draftedOn;
  if (kind === undefined || day === undefined) throw new Error(`application ${id} has no kind or no day`);
  return { id, kind, day, regime, placementId, motivated: motivation !== undefined };
}
