import { Global, Module } from '@nestjs/common';
import { ReadGate } from './read-gate.js';

/** Who may read what, decided in one place. */
@Global()
@Module({ providers: [ReadGate], exports: [ReadGate] })
export class AccessModule {}
