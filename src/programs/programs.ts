import { Inject, Injectable } from '@nestjs/common';
import { mayRecord, refuseAccess } from '../../domain/access/index.js';
import type { Id } from '../../domain/shared/ids.js';
import { Problem } from '../http/problem/problem.js';
import type { Asker } from '../identity/asker.js';
import { SCOPES_OF_ROLE } from '../identity/scopes.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import type { Program } from './program.js';
import { publicKeysOf } from './program-keys.js';
import { ProgramRegister } from './program-register.js';
import type { KeySet, RegisterProgramDto } from './programs.dto.js';

/** Registers programs, gives them other keys and ends them, for who may (domain.md section 9a: invitation). */
@Injectable()
export class Programs {
  constructor(
    private readonly register: ProgramRegister,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Registers a program under `id`. Refuses a party that is not the role's, and a scope that the role cannot have. */
  async add(asker: Asker, id: Id, asked: RegisterProgramDto): Promise<void> {
    const { name, role, jwks } = asked;
    const party = partyOf(asked);
    permit(asker, party);
    const possible = SCOPES_OF_ROLE[role];
    const scopes = asked.scopes ?? possible;
    const beyond = scopes.find((scope) => !possible.includes(scope));
    if (beyond !== undefined) {
      throw new Problem(400, 'scopes.beyond-role', {
        detail: `De rol ${role} kan ${beyond} niet hebben. Kies uit: ${possible.join(', ')}.`,
        field: 'scopes',
      });
    }
    const program: Program = {
      ...{ id, name, role, ...party, scopes, keys: publicKeysOf(jwks) },
      registeredAt: this.clock.now(),
    };
    await this.register.add(program, asker.subject);
  }

  /** The programs of the asker's own organisation or funder; all of them for an administrator. */
  list(asker: Asker, page: { readonly after?: Id; readonly limit: number }): Promise<readonly Program[]> {
    return this.register.page(ownOf(asker), page);
  }

  /** The program, when it is one of the asker's; refuses with 404. */
  async seen(asker: Asker, id: Id): Promise<Program> {
    const program = await this.register.byId(id);
    const { organisationId, funderId } = ownOf(asker);
    const isOwn =
      program !== undefined &&
      (organisationId === undefined || organisationId === program.organisationId) &&
      (funderId === undefined || funderId === program.funderId);
    if (!isOwn)
      throw new Problem(404, 'program.not-found', {
        detail: 'Dit programma is er niet. Controleer het nummer.',
      });
    return program;
  }

  async replaceKeys(asker: Asker, id: Id, keys: KeySet): Promise<void> {
    const program = await this.seen(asker, id);
    if (program.endedAt !== undefined) {
      throw new Problem(409, 'program.ended', {
        detail: 'Dit programma is beëindigd. Meld een nieuw programma aan.',
      });
    }
    await this.register.replaceKeys(id, publicKeysOf(keys));
  }

  /** Ends it: it gets no more tokens, and those that it has live ten minutes at the most. */
  async end(asker: Asker, id: Id): Promise<void> {
    await this.seen(asker, id);
    await this.register.end(id, this.clock.now());
  }
}

type Party = Pick<Program, 'organisationId' | 'funderId'>;

/** The party of the role, and no other. */
function partyOf({ role, organisationId, funderId }: RegisterProgramDto): Party {
  const needed =
    role === 'coordinator' ? 'organisationId' : role === 'administrator' ? undefined : 'funderId';
  for (const [field, id] of Object.entries({ organisationId, funderId })) {
    if ((id !== undefined) === (field === needed)) continue;
    throw new Problem(400, 'party.not-of-role', {
      detail:
        field === needed
          ? `Geef ook ${field} op: zonder ziet de rol ${role} niets.`
          : `Laat ${field} weg: die hoort niet bij de rol ${role}.`,
      field,
    });
  }
  return { ...(organisationId && { organisationId }), ...(funderId && { funderId }) };
}

/** An administrator for anybody; a coordinator and a case director for their own organisation or funder. */
function permit(asker: Asker, { organisationId, funderId }: Party): void {
  const scope = {
    ...(organisationId && { organisationIds: [organisationId] }),
    ...(funderId && { funderIds: [funderId] }),
  };
  if (mayRecord('RegisterProgram', asker, scope) !== 'allowed') refuseAccess('role.may-not');
}

/** Whose programs the asker manages; refuses roles that manage none. */
function ownOf(asker: Asker): { readonly organisationId?: Id; readonly funderId?: Id } {
  const { role, organisationId, funderId } = asker;
  if (role === 'administrator') return {};
  if (role === 'coordinator' && organisationId !== undefined) return { organisationId };
  if (role === 'case-director' && funderId !== undefined) return { funderId };
  return refuseAccess('role.may-not');
}
