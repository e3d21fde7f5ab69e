import { Controller, Get, Query, Res, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Id } from '../../domain/shared/ids.js';
import { CurrentReader } from '../access/current-reader.js';
import type { Reader } from '../access/reader.js';
import { ReadOperation } from '../http/openapi/operations.js';
import { answerPage, windowOf } from '../http/read/page.js';
import { PathId } from '../http/read/path-id.js';
import { AsOfPageQuery, AsOfQuery } from '../http/read/queries.js';
import {
  ApplicationAnswer,
  CoachingApprovalAnswer,
  CompletenessAnswer,
  ExtensionSetAnswer,
  GrantAnswer,
  GrantRevisionAnswer,
  ObjectionAnswer,
} from './answers/award.answer.js';
import { AWARD_COLLECTIONS, type AwardCollection } from './award-collections.js';
import { itemAfter } from './item-after.js';
import { AwardItemOfTrajectory, AwardItemsOfTrajectory } from './queries/award/award-items.query.js';
import { ApplicationCompleteness } from './queries/award/completeness.query.js';
import { ExtensionSetQuery } from './queries/award/extension-set.query.js';

const tag = 'Aanvraag en toekenning';

@Controller('v1/trajectories/:id')
class AwardController {
  constructor(private readonly queries: QueryBus) {}

  @Get('applications/:itemId/completeness')
  @ReadOperation({
    gives: ['award'],
    tag,
    summary: 'Wat er bij een aanvraag hoort en wat ontbreekt',
    description:
      'De volledigheid (completeness) van een aanvraag of een concept, met waar elk stuk uit blijkt en de regel die het vraagt.',
    answer: CompletenessAnswer,
  })
  completeness(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De aanvraag.') itemId: Id,
    @Query() asOf: AsOfQuery,
  ) {
    return this.queries.execute(new ApplicationCompleteness(reader, id, itemId, asOf));
  }

  @Get('extension-set')
  @ReadOperation({
    gives: ['award'],
    tag,
    summary: 'Wat er nodig is om te verlengen',
    description:
      'De stukken voor een verlenging voorbij de maximale duur (extension set), met wat ontbreekt en tot wanneer aankondigen op tijd is.',
    answer: ExtensionSetAnswer,
  })
  extensionSet(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @Query() asOf: AsOfQuery,
  ) {
    return this.queries.execute(new ExtensionSetQuery(reader, id, asOf));
  }
}

interface CollectionWords {
  readonly name: string;
  readonly words: string;
  readonly answer: Type<object>;
}

const COLLECTION_WORDS: { readonly [C in AwardCollection]: CollectionWords } = {
  applications: { name: 'Applications', words: 'Aanvragen (applications)', answer: ApplicationAnswer },
  grants: { name: 'Grants', words: 'Toekenningen (grants)', answer: GrantAnswer },
  'grant-revisions': {
    name: 'GrantRevisions',
    words: 'Herzieningen van toekenningen (grant revisions)',
    answer: GrantRevisionAnswer,
  },
  objections: { name: 'Objections', words: 'Bezwaren (objections)', answer: ObjectionAnswer },
  'coaching-approvals': {
    name: 'CoachingApprovals',
    words: 'Goedkeuringen van coaching tijdens afwezigheid (coaching approvals)',
    answer: CoachingApprovalAnswer,
  },
};

/** The two routes of one collection, each on any day: its list, newest first, and one item. */
function collectionController(collection: AwardCollection): Type<object> {
  const { name, words, answer } = COLLECTION_WORDS[collection];

  @Controller(`v1/trajectories/:id/${collection}`)
  class AwardCollectionController {
    constructor(readonly queries: QueryBus) {}

    @Get()
    @ReadOperation({
      gives: ['award'],
      tag,
      summary: `${words}, de nieuwste eerst`,
      description: `${words} van het traject, zoals zij staan op de dag die u kiest.`,
      answer,
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
        new AwardItemsOfTrajectory(reader, id, collection, query, page),
      );
      return answerPage(reply, items, window, (item) => [item.on, item.id]);
    }

    @Get(':itemId')
    @ReadOperation({
      gives: ['award'],
      tag,
      summary: `Eén uit: ${words}`,
      description: `${words}: één daarvan, op de dag die u kiest.`,
      answer,
    })
    one(
      @CurrentReader() reader: Reader,
      @PathId('id', 'Het traject.') id: Id,
      @PathId('itemId', 'Het onderdeel.') itemId: Id,
      @Query() asOf: AsOfQuery,
    ) {
      return this.queries.execute(new AwardItemOfTrajectory(reader, id, collection, asOf, itemId));
    }
  }
  Object.defineProperty(AwardCollectionController, 'name', { value: `${name}Controller` });
  return AwardCollectionController;
}

export const awardControllers = [AwardController, ...AWARD_COLLECTIONS.map(collectionController)];
