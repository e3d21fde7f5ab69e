import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../domain/access/index.js';
import { unknownMember } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import type { Reader } from '../access/reader.js';
import type { GrantedRole } from '../accounts/account.js';
import { RoleNames } from '../accounts/role-names.js';
import { CandidateSight, type SeenCandidate } from '../parties/queries/candidates/candidate-sight.js';
import type { RecordedReading } from './reading-entry.js';
import { ReadingLog, type ReadingsOf } from './reading-log.js';

/** A look, and in words who it was by. */
export interface NamedReading {
  readonly reading: RecordedReading;
  /** The role and the party, never a person: `coördinator bij Sterk Werk`. */
  readonly who: string;
}

/** Who looked at a candidate's data? The newest first; refuses with `candidate.not-found`. */
export class ReadingsOfCandidate extends Query<readonly NamedReading[]> {
  constructor(
    readonly reader: Reader,
    readonly candidateId: Id,
    readonly page: { readonly before: Id | undefined; readonly limit: number },
  ) {
    super();
  }
}

@QueryHandler(ReadingsOfCandidate)
export class ReadingsOfCandidateHandler implements IQueryHandler<ReadingsOfCandidate> {
  constructor(
    private readonly sight: CandidateSight,
    private readonly log: ReadingLog,
    private readonly names: RoleNames,
  ) {}

  async execute({ reader, candidateId, page }: ReadingsOfCandidate): Promise<readonly NamedReading[]> {
    const [seen] = await this.sight.seen(reader, [candidateId]);
    if (seen === undefined || !seen.sight.shows('who-looked')) return refuseAccess('candidate.not-found');
    const readings = await this.log.page(readingsFor(reader, seen), page);
    const roles = readings.map(grantedRole);
    const names = await this.names.of(roles.flatMap((role) => role ?? []));
    let next = 0;
    return readings.map((reading, index) => ({
      reading,
      who: roles[index] === undefined ? 'beheerder van de machine' : (names[next++] ?? ''),
    }));
  }
}

/**
 * The candidate sees every look. A funder sees those at the trajectories that are in its sight, and at the candidate by
 * parties of these: that somebody has to do with the candidate for another funder is not told.
 */
function readingsFor(reader: Reader, { registrations, trajectories }: SeenCandidate): ReadingsOf {
  const candidateIds = registrations.map(({ id }) => id);
  if (reader.role === 'candidate') return { candidateIds };
  const own = reader.funderId === undefined ? [] : [reader.funderId];
  const partyIds = [...own, ...trajectories.flatMap(partiesOf)];
  return { candidateIds, within: { trajectoryIds: trajectories.map(({ id }) => id), partyIds } };
}

function partiesOf(facts: TrajectoryFacts): readonly Id[] {
  return [
    facts.funderId,
    facts.organisationId,
    ...facts.organisationChanges.map(({ organisationId }) => organisationId),
    ...[...facts.assignments, ...facts.substitutions].map(({ coachId }) => coachId),
    ...facts.placements.map(({ employerId }) => employerId),
  ];
}

/** The role with its party, as accounts have it; undefined for the operator of the machine, who has no account. */
function grantedRole({ role, partyId }: RecordedReading): GrantedRole | undefined {
  switch (role) {
    case 'operator':
      return undefined;
    case 'administrator':
      return { role };
    case 'coordinator':
      return { role, ...(partyId && { organisationId: partyId }) };
    case 'case-director':
    case 'auditor':
      return { role, ...(partyId && { funderId: partyId }) };
    case 'coach':
      return { role, ...(partyId && { coachId: partyId }) };
    case 'candidate':
      return { role, ...(partyId && { candidateId: partyId }) };
    case 'employer':
      return { role, ...(partyId && { employerId: partyId }) };
    default:
      return unknownMember(role);
  }
}
