import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module.js';
import { Overview } from './overview.js';

/** What the operator of the machine sees on the command line. */
@Module({ imports: [DossiersModule], providers: [Overview] })
export class OverviewModule {}
