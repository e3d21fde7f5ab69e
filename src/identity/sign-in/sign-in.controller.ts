import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newSecret } from '../../accounts/secret.js';
import type { Assurance } from '../assurance.js';
import { Issuers } from '../issuers/issuers.js';
import { ownPath } from '../own-path.js';
import { sendPage } from '../pages/page.js';
import { issuersPage } from '../pages/sign-in-pages.js';
import { PublicPage } from '../public.js';
import { PublicAddress } from '../public-address.js';
import { browserSecret, keepBrowserSecret, keepSession, sessionSecret } from '../sessions/session-cookie.js';
import { Sessions } from '../sessions/sessions.js';
import { Entering } from './entering.js';
import { RelyingParty } from './relying-party.js';
import { ATTEMPT_SECONDS } from './sign-in-attempts.js';
import { SignInFaultFilter } from './sign-in-fault.filter.js';

/** Where somebody comes when nothing else was asked for: who they are, in which role, and what else can be done. */
export const AFTERWARDS = '/aanmelden/rol';
/** What a second factor is worth. */
const HIGHER: Assurance = 'substantial';

/** Signing in at the issuers that are configured. */
@ApiExcludeController()
@UseFilters(SignInFaultFilter)
@Controller('aanmelden')
export class SignInController {
  constructor(
    private readonly issuers: Issuers,
    private readonly relyingParty: RelyingParty,
    private readonly entering: Entering,
    private readonly sessions: Sessions,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  @PublicPage()
  choose(
    @Query('terug') back: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    const elsewhere = this.elsewhere(request);
    if (elsewhere !== undefined) return reply.redirect(elsewhere, 302);
    return sendPage(reply, issuersPage(this.issuers.all(), ownPath(back, AFTERWARDS)));
  }

  @Get('terug')
  @PublicPage()
  finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.finished(request, reply, undefined);
  }

  @Get('terug/:issuer')
  @PublicPage()
  finishOfOne(
    @Param('issuer') key: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.finished(request, reply, key);
  }

  @Get(':issuer')
  @PublicPage()
  async begin(
    @Param('issuer') issuer: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const elsewhere = this.elsewhere(request);
    if (elsewhere !== undefined) return reply.redirect(elsewhere, 302);
    const browser = browserOf(request, reply, this.address.isSecure);
    const destination = { issuer, returnTo: ownPath(query.terug, AFTERWARDS) };
    const least = query.niveau === 'hoger' ? HIGHER : undefined;
    return reply.redirect((await this.relyingParty.begin(browser, destination, least)).href, 303);
  }

  private async finished(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string | undefined,
  ): Promise<FastifyReply> {
    const { isSecure: secure } = this.address;
    const [, query = ''] = request.url.split('?', 2);
    const seen = await this.relyingParty.finish(
      browserSecret(request, secure),
      new URLSearchParams(query),
      key,
    );
    const { secret, chooses } = await this.entering.enter(seen);
    const before = sessionSecret(request, secure);
    if (before !== undefined) await this.sessions.end(before);
    keepSession(reply, secret, secure);
    const { returnTo } = seen.destination;
    return reply.redirect(chooses ? `/aanmelden/rol?terug=${encodeURIComponent(returnTo)}` : returnTo, 303);
  }

  /**
   * The same page at the service's own address, for who came by another name of this machine: issuers send people back to
   * the one address, and the cookies have to be there. Where an address is configured, others may stand before it.
   */
  private elsewhere(request: FastifyRequest): string | undefined {
    const { origin, isConfigured } = this.address;
    return isConfigured || request.host === new URL(origin).host ? undefined : `${origin}${request.url}`;
  }
}

/** The secret of the browser's sign-ins under way, given to it when it has none: several windows share it. */
export function browserOf(request: FastifyRequest, reply: FastifyReply, secure: boolean): string {
  const known = browserSecret(request, secure);
  const secret = known ?? newSecret();
  keepBrowserSecret(reply, secret, { secure, seconds: ATTEMPT_SECONDS });
  return secret;
}
