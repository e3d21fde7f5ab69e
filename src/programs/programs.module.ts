import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { PublicAddress } from '../identity/public-address.js';
import { SigningKeys } from '../identity/signing-keys.js';
import { ProgramRegister } from './program-register.js';
import { ProgramsController } from './programs.controller.js';
import { Programs } from './programs.js';
import { serveTokens } from './token-endpoint.js';

/** Programs that sign in by themselves: they are registered here and get their tokens here. */
@Module({ controllers: [ProgramsController], providers: [ProgramRegister, Programs] })
export class ProgramsModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly register: ProgramRegister,
    private readonly keys: SigningKeys,
    private readonly address: PublicAddress,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance();
    // A command runs the service without listening.
    if (fastify === undefined) return;
    const { register, keys, address } = this;
    serveTokens(fastify, { register, keys, publicUrl: () => address.origin });
  }
}
