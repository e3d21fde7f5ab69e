import { Global, Module } from '@nestjs/common';
import { Pseudonyms } from './pseudonyms.js';
import { ReadGate } from './read-gate.js';

/** Who may read what, decided in one place. */
@Global()
@Module({ providers: [Pseudonyms, ReadGate], exports: [ReadGate] })
export class AccessModule {}
