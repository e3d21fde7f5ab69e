import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { SystemClock } from '../../src/shared/clock.js';
import type { Answer, Client, Service } from './parties-service.js';

export const NOBODY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
export const today = new SystemClock().today();

/** The day `days` after today, before it when negative. */
export function day(days: number): CalendarDate {
  return addDays(today, days);
}

/** A funder, two organisations, an employer and a coach, with somebody who asks for each. */
export interface Parties {
  readonly administrator: Client;
  readonly coordinator: Client;
  readonly otherCoordinator: Client;
  readonly caseDirector: Client;
  readonly coach: Client;
  readonly funderId: Id;
  readonly organisationId: Id;
  readonly otherOrganisationId: Id;
  readonly employerId: Id;
  readonly coachId: Id;
}

/** Registers the parties over HTTP, each by who may. */
export async function registerParties(service: Service): Promise<Parties> {
  const administrator = await service.as({ role: 'administrator' });
  const funderId = await administrator.record('/v1/funders', {
    name: 'Gemeente Voorbeeldstad',
    kind: 'municipality',
    ruleSet: 'municipal-2y',
  });
  const organisationId = await administrator.record('/v1/organisations', {
    name: 'Jobcoach Noord',
    kvkNumber: '12345678',
  });
  const otherOrganisationId = await administrator.record('/v1/organisations', { name: 'Jobcoach Zuid' });
  const coordinator = await service.as({ role: 'coordinator', organisation: organisationId });
  const coachId = await coordinator.record('/v1/coaches', { name: 'S. Jansen', organisationId });
  return {
    administrator,
    coordinator,
    otherCoordinator: await service.as({ role: 'coordinator', organisation: otherOrganisationId }),
    caseDirector: await service.as({ role: 'case-director', funder: funderId }),
    coach: await service.as({ role: 'coach', coach: coachId }),
    funderId,
    organisationId,
    otherOrganisationId,
    employerId: await coordinator.record('/v1/employers', { name: 'Bakkerij De Halm' }),
    coachId,
  };
}

/** The items of a collection. */
export function itemsOf({ body }: Answer): readonly Readonly<Record<string, unknown>>[] {
  return body.items as readonly Readonly<Record<string, unknown>>[];
}

/** The ids of the items of a collection. */
export function idsOf(answer: Answer): readonly unknown[] {
  return itemsOf(answer).map(({ id }) => id);
}
