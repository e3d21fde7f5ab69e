import { Module } from '@nestjs/common';
import { ProgramRegister } from './program-register.js';
import { ProgramsController } from './programs.controller.js';
import { Programs } from './programs.js';

/** Programs that sign in by themselves: their registration here, their tokens at the token endpoint. */
@Module({ controllers: [ProgramsController], providers: [ProgramRegister, Programs] })
export class ProgramsModule {}
