import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountRefused } from '../../accounts/account-refused.js';
import { OneTimeLinks, type OpenLink } from '../../accounts/one-time-links.js';
import { RoleNames } from '../../accounts/role-names.js';
import { hashOf } from '../../accounts/secret.js';
import { Issuers } from '../issuers/issuers.js';
import { sendPage } from '../pages/page.js';
import { linkPage, onwardPage } from '../pages/sign-in-pages.js';
import { PublicPage } from '../public.js';
import { PublicAddress } from '../public-address.js';
import { RelyingParty } from './relying-party.js';
import { AFTERWARDS, browserOf } from './sign-in.controller.js';
import { SignInFaultFilter } from './sign-in-fault.filter.js';

/** The links by which somebody enters an account for the first time, or takes a role. */
@ApiExcludeController()
@UseFilters(SignInFaultFilter)
@Controller('uitnodiging')
export class LinkController {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly names: RoleNames,
    private readonly issuers: Issuers,
    private readonly relyingParty: RelyingParty,
    private readonly address: PublicAddress,
  ) {}

  @Get(':token')
  @PublicPage()
  async open(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const link = await this.existing(token);
    const [role] = link.role === undefined ? [] : await this.names.of([link.role]);
    return sendPage(reply, linkPage({ token, link, role, issuers: this.issuers.all() }));
  }

  @Post(':token')
  @PublicPage()
  async use(
    @Param('token') token: string,
    @Body() form: Readonly<Record<string, unknown>> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    await this.existing(token);
    const { key, name } = this.issuers.byKey(String(form?.aanmelden));
    const destination = { issuer: key, returnTo: AFTERWARDS, linkHash: hashOf(token) };
    const browser = browserOf(request, reply, this.address.isSecure);
    return sendPage(reply, onwardPage(name, await this.relyingParty.begin(browser, destination)));
  }

  private async existing(token: string): Promise<OpenLink> {
    const link = await this.links.look(token);
    if (link === undefined) throw new AccountRefused('link.invalid');
    return link;
  }
}
