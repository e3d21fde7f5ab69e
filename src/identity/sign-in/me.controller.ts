import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { GrantedRole } from '../../accounts/account.js';
import { Accounts } from '../../accounts/accounts.js';
import { RoleNames } from '../../accounts/role-names.js';
import { ReadOperation } from '../../http/openapi/operations.js';
import { askerOf } from '../current-asker.js';
import { WithoutRole } from '../public.js';
import { forgeryToken } from '../sessions/forgery.js';
import type { SignIn } from '../sessions/sessions.js';
import { MeAnswer } from './me.answer.js';

/** Tells a program who asks. */
@Controller('v1/me')
export class MeController {
  constructor(
    private readonly accounts: Accounts,
    private readonly names: RoleNames,
  ) {}

  @Get()
  @WithoutRole()
  @ReadOperation({
    tag: 'Aanmelden',
    summary: 'Lees wie u bent',
    description:
      'Het account, de rol (role) waarin u nu werkt en de rollen waarin u kunt werken. Bij een token zijn account en sessie null.',
    answer: MeAnswer,
  })
  async me(@Req() request: FastifyRequest): Promise<MeAnswer> {
    if (request.signIn !== null) return this.ofSession(request.signIn);
    const { subject, name = null, ...role } = askerOf(request);
    return { subject, accountId: null, name, ...heldRole(role), roles: [], session: null };
  }

  private async ofSession(signIn: SignIn): Promise<MeAnswer> {
    const { accountId, role, secret, assurance, idleEndsAt, endsAt } = signIn;
    const [account, roles] = await Promise.all([
      this.accounts.byId(accountId),
      this.accounts.roles(accountId),
    ]);
    const words = await this.names.of(roles);
    return {
      subject: accountId,
      accountId,
      name: account?.name ?? null,
      ...heldRole(role),
      roles: roles.map((held, index) => ({
        id: held.id,
        words: words[index] ?? '',
        endsAt: held.endsAt,
        ...heldRole(held),
      })),
      session: { assurance, idleEndsAt, endsAt, csrfToken: forgeryToken(secret) },
    };
  }
}

function heldRole(role: GrantedRole | undefined) {
  return {
    role: role?.role ?? null,
    organisationId: role?.organisationId ?? null,
    funderId: role?.funderId ?? null,
    coachId: role?.coachId ?? null,
    candidateId: role?.candidateId ?? null,
    employerId: role?.employerId ?? null,
  };
}
