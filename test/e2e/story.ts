import type { ROLES } from '../../domain/access/roles.js';
import type { Client } from './client.js';
import type { Service } from './service.js';

/** Those who register parties, with the parties that they registered. */
export class Cast {
  private constructor(
    readonly service: Pick<Service, 'as'>,
    readonly administrator: Client,
  ) {}

  static async of(service: Pick<Service, 'as'>): Promise<Cast> {
    return new Cast(service, await service.as({ role: 'administrator' }));
  }

  funder(ruleSet: string | object = 'municipal-2y'): Promise<string> {
    const kind = typeof ruleSet === 'string' && ruleSet.startsWith('uwv') ? 'uwv' : 'municipality';
    const name = kind === 'uwv' ? 'UWV' : 'Gemeente Voorbeeldstad';
    return this.administrator.record('/v1/funders', { name, kind, ruleSet });
  }

  /** A next version of the funder's rules; nothing when it is the last one already. */
  async adopt(funderId: string, ruleSet: string | object): Promise<void> {
    const next = { effectiveOn: '2024-06-01', ruleSet };
    const { status, text } = await this.administrator.post(`/v1/funders/${funderId}/rule-set-versions`, next);
    if (status >= 300) throw new Error(`adopting rules answered ${status}: ${text}`);
  }

  organisation(name = 'Jobcoach Noord'): Promise<string> {
    return this.administrator.record('/v1/organisations', { name });
  }

  employer(name: string): Promise<string> {
    return this.administrator.record('/v1/employers', { name });
  }

  coach(organisationId: string, name: string): Promise<string> {
    return this.administrator.record('/v1/coaches', { organisationId, name });
  }

  /** A funder, an organisation, an employer, a coach and a candidate with a trajectory and that coach. */
  async dossier(terms: DossierTerms = {}): Promise<Dossier> {
    const openedOn = terms.openedOn ?? '2024-01-01';
    const [funderId, organisationId, employerId] = await Promise.all([
      terms.funderId ?? this.funder(terms.ruleSet),
      terms.organisationId ?? this.organisation(),
      terms.employerId ?? this.employer('Bakkerij De Halm'),
    ]);
    const coachId = terms.coachId ?? (await this.coach(organisationId, 'Sanne Coachsma'));
    const coordinator = await this.service.as({ role: 'coordinator', organisation: organisationId });
    const candidateId =
      terms.candidateId ??
      (await coordinator.record('/v1/candidates', { name: 'Jikke Kandidaatsma', reference: 'K-0017' }));
    const opening = { candidateId, funderId, organisationId, openedOn };
    const trajectoryId = await coordinator.record('/v1/trajectories', {
      ...opening,
      ...(terms.continues && { continues: terms.continues }),
    });
    const ids = { funderId, organisationId, employerId, coachId, candidateId, trajectoryId };
    const dossier = new Dossier(ids, coordinator, await this.clientsOf(ids));
    await dossier.assign(coachId, openedOn);
    return dossier;
  }

  private async clientsOf(ids: DossierIds): Promise<DossierClients> {
    const { service } = this;
    return {
      administrator: this.administrator,
      coach: await service.as({ role: 'coach', coach: ids.coachId }),
      coordinator: await service.as({ role: 'coordinator', organisation: ids.organisationId }),
      'case-director': await service.as({ role: 'case-director', funder: ids.funderId }),
      auditor: await service.as({ role: 'auditor', funder: ids.funderId }),
      candidate: await service.as({ role: 'candidate', candidate: ids.candidateId }),
      employer: await service.as({ role: 'employer', employer: ids.employerId }),
    };
  }
}

/** What is already there, or how the funder counts; the rest is made. */
export interface DossierTerms {
  readonly ruleSet?: string | object;
  readonly openedOn?: string;
  readonly continues?: string;
  readonly funderId?: string;
  readonly organisationId?: string;
  readonly employerId?: string;
  readonly coachId?: string;
  readonly candidateId?: string;
}

interface DossierIds {
  readonly funderId: string;
  readonly organisationId: string;
  readonly employerId: string;
  readonly coachId: string;
  readonly candidateId: string;
  readonly trajectoryId: string;
}

/** What somebody is who has a token. */
export type DossierRole = (typeof ROLES)[number];
export type DossierClients = { readonly [Role in DossierRole]: Client };

/** A trajectory with the people around it. Each method records one fact and gives its id. */
export class Dossier {
  constructor(
    readonly ids: DossierIds,
    private readonly coordinator: Client,
    /** Somebody in each role, for the parties of this trajectory. */
    readonly as: DossierClients,
  ) {}

  /** The address of the trajectory. */
  get path(): string {
    return `/v1/trajectories/${this.ids.trajectoryId}`;
  }

  assign(coachId: string, from: string, terms: object = {}): Promise<string> {
    return this.coordinator.record(`${this.path}/coach-assignments`, {
      coachId,
      from,
      chosenBy: 'candidate',
      ...terms,
    });
  }

  place(startsOn: string, terms: object = {}): Promise<string> {
    return this.coordinator.record(
      `${this.path}/placements`,
      placement(this.ids.employerId, startsOn, terms),
    );
  }

  /** A placement that is over: from its first to its last day. */
  async placed(startsOn: string, endedOn: string, terms: object = {}): Promise<string> {
    const placementId = await this.place(startsOn, terms);
    await this.end(placementId, endedOn);
    return placementId;
  }

  async end(placementId: string, endedOn: string): Promise<void> {
    const body = { endedOn, reason: 'Het contract liep af.' };
    await this.coordinator.record(`${this.path}/placements/${placementId}/endings`, body);
  }

  grant(from: string, to: string, terms: object = {}): Promise<string> {
    return this.as['case-director'].record(`${this.path}/grants`, {
      decidedOn: from,
      from,
      to,
      regime: 'intensive',
      ...terms,
    });
  }

  session(on: string, terms: object = {}): Promise<string> {
    return this.as.coach.record(`${this.path}/sessions`, session(this.ids.coachId, on, terms));
  }
}

/** The body of a session of an hour. */
export function session(coachId: string, on: string, terms: object = {}): object {
  return {
    coachId,
    on,
    minutes: 60,
    activity: 'guidance-at-work',
    form: 'workplace',
    summary: 'Samen de werkplanning gemaakt.',
    ...terms,
  };
}

/** The body of a placement in employment of 24 hours a week. */
export function placement(employerId: string, startsOn: string, terms: object = {}): object {
  return { employerId, kind: 'employment', startsOn, hoursPerWeek: 24, ...terms };
}
