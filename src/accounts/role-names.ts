import { Inject, Injectable } from '@nestjs/common';
import { candidatesById } from '../../projections/candidate/candidate.query.js';
import { coachesById } from '../../projections/coach/coach.query.js';
import { employersById } from '../../projections/employer/employer.query.js';
import { fundersById } from '../../projections/funder/funder.query.js';
import { organisationsById } from '../../projections/organisation/organisation.query.js';
import type { Role } from '../identity/asker.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import type { GrantedRole } from './account.js';

/** Each role as people call it. */
export const ROLE_WORDS: { readonly [role in Role]: string } = {
  administrator: 'beheerder',
  coach: 'jobcoach',
  coordinator: 'coördinator',
  'case-director': 'regisseur',
  auditor: 'toezichthouder',
  candidate: 'kandidaat',
  employer: 'werkgever',
};

/** Says roles in words, with the party that each is held for. */
@Injectable()
export class RoleNames {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  /** `coördinator bij Sterk Werk`; without the party when that is not known. In the order of the roles. */
  async of(roles: readonly GrantedRole[]): Promise<readonly string[]> {
    const db = this.readStore.reader;
    const ids = (field: keyof GrantedRole) => roles.flatMap((role) => role[field] ?? []);
    const [coaches, candidates] = await Promise.all([
      coachesById(db, ids('coachId')),
      candidatesById(db, ids('candidateId')),
    ]);
    const organisationOf = new Map<string | undefined, string | null>([
      ...coaches.map(({ id, organisationId }) => [id, organisationId] as const),
      ...candidates.map(({ id, organisationId }) => [id, organisationId] as const),
    ]);
    const partyOf = ({ organisationId, funderId, coachId, candidateId, employerId }: GrantedRole) =>
      organisationId ?? funderId ?? employerId ?? organisationOf.get(coachId ?? candidateId);
    const parties = roles.flatMap((role) => partyOf(role) ?? []);
    const found = await Promise.all([
      organisationsById(db, parties),
      fundersById(db, parties),
      employersById(db, parties),
    ]);
    const names = new Map<string | null | undefined, string>(
      found.flat().map(({ id, name }) => [id, name] as const),
    );
    return roles.map((role) => {
      const name = names.get(partyOf(role));
      return `${ROLE_WORDS[role.role]}${name === undefined ? '' : ` bij ${name}`}`;
    });
  }
}
