import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Accounts } from '../../accounts/accounts.js';
import { RoleNames } from '../../accounts/role-names.js';
import { Issuers } from '../issuers/issuers.js';
import { ownPath } from '../own-path.js';
import { sendPage } from '../pages/page.js';
import { rolesPage, signedOutPage } from '../pages/sign-in-pages.js';
import { PageWithoutRole } from '../public.js';
import { PublicAddress } from '../public-address.js';
import { dropSession, keepSession } from '../sessions/session-cookie.js';
import { Sessions, type SignIn } from '../sessions/sessions.js';
import { Entering } from './entering.js';
import { RelyingParty } from './relying-party.js';
import { AFTERWARDS } from './sign-in.controller.js';
import { SignInFaultFilter } from './sign-in-fault.filter.js';
import { SignInRefused } from './sign-in-refused.js';

type Form = Readonly<Record<string, unknown>> | undefined;

/** The role that acts in a session, and its end. */
@ApiExcludeController()
@UseFilters(SignInFaultFilter)
@Controller()
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly names: RoleNames,
    private readonly issuers: Issuers,
    private readonly sessions: Sessions,
    private readonly entering: Entering,
    private readonly relyingParty: RelyingParty,
    private readonly address: PublicAddress,
  ) {}

  @Get('aanmelden/rol')
  @PageWithoutRole()
  async roles(
    @Query('terug') back: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const signIn = signInOf(request);
    const [account, roles] = await Promise.all([
      this.accounts.byId(signIn.accountId),
      this.accounts.roles(signIn.accountId),
    ]);
    const words = await this.names.of(roles);
    return sendPage(
      reply,
      rolesPage({
        signIn,
        name: account?.name ?? null,
        roles: roles.map(({ id }, index) => ({ id, words: words[index] ?? '' })),
        returnTo: ownPath(back, AFTERWARDS),
      }),
    );
  }

  @Post('aanmelden/rol')
  @PageWithoutRole()
  async actAs(
    @Body() form: Form,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const secret = await this.entering.actAs(signInOf(request), form?.rol);
    keepSession(reply, secret, this.address.isSecure);
    return reply.redirect(ownPath(form?.terug, AFTERWARDS), 303);
  }

  @Post('afmelden')
  @PageWithoutRole()
  async signOut(
    @Body() form: Form,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { secret, accountId, issuer } = signInOf(request);
    const ended = await this.sessions.end(secret);
    if (form?.overal === 'ja') await this.sessions.endAll(accountId);
    dropSession(reply, this.address.isSecure);
    const url = await this.relyingParty.endSessionUrl(issuer, ended?.idToken ?? null);
    const name = this.issuers.byAddress(issuer)?.name ?? issuer;
    return sendPage(reply, signedOutPage(url && { name, url }));
  }
}

/** The session of a page; whoever brings a token has none, and no page to see. */
function signInOf({ signIn }: FastifyRequest): SignIn {
  if (signIn === null) throw new SignInRefused('sign-in.expired');
  return signIn;
}
