import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module.js';
import { AccountabilityReportHandler } from './accountability.query.js';
import { ReportTextsReader } from './report-texts.js';
import { ReportsController } from './reports.controller.js';

/** Documents in which an organisation accounts for what it did. */
@Module({
  imports: [DossiersModule],
  controllers: [ReportsController],
  providers: [AccountabilityReportHandler, ReportTextsReader],
})
export class ReportsModule {}
