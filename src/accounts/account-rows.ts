import type { Kysely, Selectable } from 'kysely';
import { isSealed, type Sealed } from '../../domain/shared/protected.js';
import { PARTY_CLAIMS, type Role } from '../identity/asker.js';
import { knownOrNull } from '../privacy/known.js';
import type { Sealer } from '../privacy/sealer.js';
import type { StoreTables } from '../service-store/migrations.js';
import type { Account, AccountRole, GrantedRole, RoleParties } from './account.js';

const PARTY_FIELDS = Object.values(PARTY_CLAIMS);

const COLUMNS = {
  organisationId: 'organisation_id',
  funderId: 'funder_id',
  coachId: 'coach_id',
  candidateId: 'candidate_id',
  employerId: 'employer_id',
} as const satisfies { readonly [field in keyof Required<RoleParties>]: keyof StoreTables['account_role'] };

/** The account of a row, opened; what was forgotten is null. */
export async function accountOf(sealer: Sealer, row: Selectable<StoreTables['account']>): Promise<Account> {
  const [name, email] = await sealer.openAll<string | null>([sealedIn(row.name), sealedIn(row.email)]);
  return {
    id: row.account_id,
    name: knownOrNull(name),
    email: knownOrNull(email),
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
  };
}

/** A sealed value as its column holds it. */
export function sealedIn(column: string | null): Sealed | null {
  if (column === null) return null;
  const value: unknown = JSON.parse(column);
  if (!isSealed(value)) throw new TypeError('a column of an account holds something that is not sealed');
  return value;
}

/** The columns of a role's parties. */
export function partyColumns(parties: RoleParties) {
  return {
    organisation_id: parties.organisationId ?? null,
    funder_id: parties.funderId ?? null,
    coach_id: parties.coachId ?? null,
    candidate_id: parties.candidateId ?? null,
    employer_id: parties.employerId ?? null,
  };
}

/** The columns of a role that say what it is and for whom it is held. */
type RoleColumns = Pick<StoreTables['account_role'], 'role' | (typeof COLUMNS)[keyof typeof COLUMNS]>;

/** The role and its parties, from the columns of a row that is a role's. */
export function grantedRoleOf(row: RoleColumns): GrantedRole {
  const parties: { -readonly [field in keyof RoleParties]: RoleParties[field] } = {};
  for (const field of PARTY_FIELDS) {
    const id = row[COLUMNS[field]];
    if (id !== null) parties[field] = id;
  }
  return { role: row.role as Role, ...parties };
}

/** The role of a row. */
export function accountRoleOf(row: Selectable<StoreTables['account_role']>): AccountRole {
  return { id: row.account_role_id, ...grantedRoleOf(row), endsAt: row.ended_at };
}

/** True when both are the same role for the same parties. */
export function sameRole(a: GrantedRole, b: GrantedRole): boolean {
  return a.role === b.role && PARTY_FIELDS.every((field) => a[field] === b[field]);
}

/** The roles of an account that count at this instant, the oldest first. */
export async function rolesHeld(
  db: Kysely<StoreTables>,
  accountId: string,
  now: string,
): Promise<readonly AccountRole[]> {
  const rows = await db
    .selectFrom('account_role')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('accepted_at', 'is not', null)
    .where((on) => on.or([on('ended_at', 'is', null), on('ended_at', '>', now)]))
    .orderBy('account_role_id')
    .execute();
  return rows.map(accountRoleOf);
}
