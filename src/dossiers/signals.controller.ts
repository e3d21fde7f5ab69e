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
  CoachChangeRequestAnswer,
  ContactRhythmAnswer,
  IncidentAnswer,
  ReachableAnswer,
  SupportNeedAnswer,
} from './answers/signals.answer.js';
import { SIGNAL_COLLECTIONS, SIGNAL_DATA, type SignalCollection } from './collections.js';
import { itemAfter } from './item-after.js';
import { ReachableOfTrajectory } from './queries/reachable/reachable.query.js';
import { SignalOfTrajectory, SignalsOfTrajectory } from './queries/signals/signals.query.js';

const tag = 'Rondom het coachen';

interface Words {
  readonly many: string;
  readonly one: string;
  readonly description: string;
  readonly answer: Type<object>;
}

/** What each collection is called in Dutch, and what it answers with. */
const WORDS: { readonly [C in SignalCollection]: Words } = {
  incidents: {
    many: 'De incidenten',
    one: 'Eén incident',
    description:
      'Wat er misging en hoe het is opgelost (incidents). Een werkgever ziet alleen wat bij de eigen organisatie gebeurde.',
    answer: IncidentAnswer,
  },
  'support-needs': {
    many: 'De ondersteuningsbehoeften',
    one: 'Eén ondersteuningsbehoefte',
    description:
      'Waar ondersteuning nodig is (support needs). Anderen dan de kandidaat en de jobcoach zien alleen dat er een is, en van welke dag.',
    answer: SupportNeedAnswer,
  },
  'contact-rhythms': {
    many: 'De contactritmes',
    one: 'Eén contactritme',
    description:
      'Hoe vaak er contact zou zijn, en wat daarvan kwam (contact rhythms): het laatste contact, het volgende en waar het te lang duurde.',
    answer: ContactRhythmAnswer,
  },
  'coach-change-requests': {
    many: 'De verzoeken om een andere jobcoach',
    one: 'Eén verzoek om een andere jobcoach',
    description:
      'Wat de kandidaat vroeg, wat het antwoord was en hoe lang dat duurde (coach-change requests).',
    answer: CoachChangeRequestAnswer,
  },
};

/** The two routes of one collection: its list, newest first, and one item. */
function signalController(collection: SignalCollection): Type<object> {
  const { many, one, description, answer } = WORDS[collection];

  @Controller(`v1/trajectories/:id/${collection}`)
  class SignalController {
    constructor(readonly queries: QueryBus) {}

    @Get()
    @ReadOperation({
      gives: [SIGNAL_DATA[collection]],
      tag,
      summary: `${many}, de nieuwste eerst`,
      description,
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
      const items = await this.queries.execute(new SignalsOfTrajectory(reader, id, collection, page, query));
      return answerPage(reply, items, window, (item) => [item.on, item.id]);
    }

    @Get(':itemId')
    @ReadOperation({ gives: [SIGNAL_DATA[collection]], tag, summary: one, description, answer })
    one(
      @CurrentReader() reader: Reader,
      @PathId('id', 'Het traject.') id: Id,
      @PathId('itemId', 'Het onderdeel.') itemId: Id,
      @Query() asOf: AsOfQuery,
    ) {
      return this.queries.execute(new SignalOfTrajectory(reader, id, collection, itemId, asOf));
    }
  }
  Object.defineProperty(SignalController, 'name', { value: `${answer.name}sController` });
  return SignalController;
}

@Controller('v1/trajectories/:id')
class ReachableController {
  constructor(private readonly queries: QueryBus) {}

  @Get('reachable')
  @ReadOperation({
    gives: ['reachable'],
    tag,
    summary: 'Wie er nu te bereiken is',
    description:
      'De jobcoach, wie vervangt en de regisseur (reachable), en de dagen waarop de jobcoach er niet is en niemand vervangt.',
    answer: ReachableAnswer,
  })
  reachable(@CurrentReader() reader: Reader, @PathId('id', 'Het traject.') id: Id, @Query() asOf: AsOfQuery) {
    return this.queries.execute(new ReachableOfTrajectory(reader, id, asOf));
  }
}

export const signalControllers = [...SIGNAL_COLLECTIONS.map(signalController), ReachableController];
