import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces } from '@nestjs/swagger';
import accepts from 'accepts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Id } from '../../domain/shared/ids.js';
import { CurrentReader } from '../access/current-reader.js';
import type { Reader } from '../access/reader.js';
import { HTML_DOCUMENT_POLICY, htmlOf } from '../documents/html-document.js';
import { pdfOf } from '../documents/pdf-document.js';
import { ItemAnswer } from '../dossiers/answers/dossier.answer.js';
import { itemAfter } from '../dossiers/item-after.js';
import { ItemsOfTrajectory } from '../dossiers/queries/items/items.query.js';
import { ReadOperation } from '../http/openapi/operations.js';
import { answerPage, windowOf } from '../http/read/page.js';
import { PathId } from '../http/read/path-id.js';
import { AsOfPageQuery, AsOfQuery } from '../http/read/queries.js';
import { AccountabilityReportOfTrajectory } from './accountability.query.js';
import { accountabilityDocument } from './accountability-document.js';
import { AccountabilityReportAnswer } from './answers.js';
import { reportAnswer } from './report-answer.js';

const tag = 'Verantwoording';

@Controller('v1/trajectories/:id/accountability-reports')
export class ReportsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    gives: ['report'],
    tag,
    summary: 'De verantwoordingsrapportages, de nieuwste eerst',
    description:
      'Over welke dagen verantwoording is afgelegd (accountability reports), in welke vorm en wanneer.',
    answer: ItemAnswer,
    collection: true,
  })
  async list(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @Query() query: AsOfPageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 2);
    const page = { after: itemAfter(window), limit: window.limit + 1 };
    const items = await this.queries.execute(
      new ItemsOfTrajectory(reader, id, 'accountability-reports', page, query),
    );
    return answerPage(reply, items, window, (item) => [item.on, item.id]);
  }

  @Get(':itemId')
  @ApiProduces('text/html', 'application/pdf')
  @ReadOperation({
    gives: ['report', 'identity', 'assessment'],
    tag,
    summary: 'Eén verantwoordingsrapportage, ook als bladzijde of PDF',
    description:
      'De verantwoordingsrapportage (accountability report) zoals die was toen zij werd gemaakt: wat later is vastgelegd, staat er niet in. Vraag met de header Accept om application/json, text/html of application/pdf. Wie iets van het dossier niet mag zien, krijgt dat ook hier niet.',
    answer: AccountabilityReportAnswer,
  })
  async one(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De verantwoordingsrapportage.') itemId: Id,
    @Query() asOf: AsOfQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await this.queries.execute(new AccountabilityReportOfTrajectory(reader, id, itemId, asOf));
    reply.header('vary', 'accept');
    const document = () => accountabilityDocument(found.report, found.texts, found.reportedAt);
    // Who asks for something else altogether gets JSON, as everywhere.
    switch (accepts(request.raw).type(['json', 'html', 'pdf'])) {
      case 'html':
        reply.type('text/html; charset=utf-8').header('content-security-policy', HTML_DOCUMENT_POLICY);
        return htmlOf(document());
      case 'pdf':
        reply
          .type('application/pdf')
          .header('content-disposition', `inline; filename="verantwoording-${itemId}.pdf"`);
        return pdfOf(document());
      default:
        return reportAnswer(found);
    }
  }
}
