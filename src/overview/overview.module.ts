import { Module } from '@nestjs/common';
import { RuledRecords } from '../dossiers/ruled-records.js';
import { Overview } from './overview.js';

/** What the operator of the machine sees on the command line. */
@Module({ providers: [Overview, RuledRecords] })
export class OverviewModule {}
