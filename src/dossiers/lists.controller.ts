import { Controller, Get, Query, Res, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { LOG_GIVES } from '../../domain/access/index.js';
import type { Id } from '../../domain/shared/ids.js';
import { CurrentReader } from '../access/current-reader.js';
import type { Reader } from '../access/reader.js';
import { ReadOperation } from '../http/openapi/operations.js';
import { answerPage, windowOf } from '../http/read/page.js';
import { PathId } from '../http/read/path-id.js';
import { AsOfPageQuery, AsOfQuery } from '../http/read/queries.js';
import { EmployerContactAnswer, SessionAnswer } from './answers/coaching.answer.js';
import { ItemAnswer, RawEventAnswer, TimelineAnswer } from './answers/dossier.answer.js';
import { COLLECTION_DATA, COLLECTIONS, type Collection } from './collections.js';
import { followingPage } from './following-page.js';
import { itemAfter } from './item-after.js';
import {
  EmployerContactOfTrajectory,
  EmployerContactsOfTrajectory,
} from './queries/employer-contacts/employer-contacts.query.js';
import { EventsOfTrajectory } from './queries/events/events.query.js';
import { ItemOfTrajectory, ItemsOfTrajectory } from './queries/items/items.query.js';
import { SessionOfTrajectory, SessionsOfTrajectory } from './queries/sessions/sessions.query.js';
import { TimelineOfTrajectory } from './queries/timeline/timeline.query.js';

const tag = 'Lijsten van een traject';

@Controller('v1/trajectories/:id')
export class TrajectoryListsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('timeline')
  @ReadOperation({
    gives: LOG_GIVES,
    tag,
    summary: 'Alles wat er gebeurde, in woorden',
    description:
      'De tijdlijn (timeline): elk feit in de volgorde waarin het is vastgelegd, met wie en wanneer.',
    answer: TimelineAnswer,
    collection: true,
  })
  async timeline(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @Query() query: AsOfPageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 1);
    const page = { afterRevision: window.after && Number(window.after[0]), limit: window.limit };
    const { lines, next } = await this.queries.execute(new TimelineOfTrajectory(reader, id, page, query));
    return followingPage(reply, lines, next);
  }

  @Get('events')
  @ReadOperation({
    gives: LOG_GIVES,
    tag,
    summary: 'De gebeurtenissen zoals het logboek ze heeft',
    description:
      'De ruwe gebeurtenissen (events) met revisie, positie en de schakel van de keten. Persoonlijke tekst is versleuteld.',
    answer: RawEventAnswer,
    collection: true,
  })
  async events(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @Query() query: AsOfPageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 1);
    const page = { afterRevision: window.after && Number(window.after[0]), limit: window.limit };
    const { events, next } = await this.queries.execute(new EventsOfTrajectory(reader, id, page, query));
    return followingPage(reply, events, next);
  }

  @Get('sessions')
  @ReadOperation({
    gives: ['session', 'confidential-note', 'finding'],
    tag,
    summary: 'De coachsessies, de nieuwste eerst',
    description:
      'De coachsessies (sessions), ook ingetrokken. Wat vertrouwelijk is, ziet alleen wie dat mag.',
    answer: SessionAnswer,
    collection: true,
  })
  async sessions(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @Query() query: AsOfPageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 2);
    const page = { after: itemAfter(window), limit: window.limit + 1 };
    const sessions = await this.queries.execute(new SessionsOfTrajectory(reader, id, page, query));
    return answerPage(reply, sessions, window, (session) => [session.on, session.id]);
  }

  @Get('sessions/:itemId')
  @ReadOperation({
    gives: ['session', 'confidential-note', 'finding'],
    tag,
    summary: 'Eén coachsessie',
    description: 'Een coachsessie (session) van het traject.',
    answer: SessionAnswer,
  })
  session(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De coachsessie.') itemId: Id,
    @Query() asOf: AsOfQuery,
  ) {
    return this.queries.execute(new SessionOfTrajectory(reader, id, itemId, asOf));
  }

  @Get('employer-contacts')
  @ReadOperation({
    gives: ['employer-contact'],
    tag,
    summary: 'De werkgeverscontacten, de nieuwste eerst',
    description: 'De contacten met werkgevers (employer contacts) van het traject.',
    answer: EmployerContactAnswer,
    collection: true,
  })
  async employerContacts(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @Query() query: AsOfPageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 2);
    const page = { after: itemAfter(window), limit: window.limit + 1 };
    const contacts = await this.queries.execute(new EmployerContactsOfTrajectory(reader, id, page, query));
    return answerPage(reply, contacts, window, (contact) => [contact.on, contact.id]);
  }

  @Get('employer-contacts/:itemId')
  @ReadOperation({
    gives: ['employer-contact'],
    tag,
    summary: 'Eén werkgeverscontact',
    description: 'Een contact met een werkgever (employer contact) van het traject.',
    answer: EmployerContactAnswer,
  })
  employerContact(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'Het werkgeverscontact.') itemId: Id,
    @Query() asOf: AsOfQuery,
  ) {
    return this.queries.execute(new EmployerContactOfTrajectory(reader, id, itemId, asOf));
  }
}

/** What each collection is called in Dutch. */
const WORDS: { readonly [C in Collection]: string } = {
  'coach-assignments': 'Koppelingen van jobcoaches (coach assignments), met overdrachten',
  substitutions: 'Vervangingen (substitutions)',
  'case-directors': 'Regisseurs (case directors)',
  'case-managers': 'Klantmanagers (case managers)',
  'organisation-changes': 'Overgangen naar een andere jobcoachorganisatie (organisation changes)',
  'rule-set-moves': 'Overgangen naar een andere versie van de regels (rule-set moves)',
  placements: 'Werkplekken (placements)',
  absences: 'Afwezigheid (absences)',
  'fit-notes': 'Wat past en wat niet (fit notes)',
  'correction-requests': 'Correctieverzoeken (correction requests) met hun antwoord',
  closures: 'Afsluitingen (closures)',
  'closure-proposals':
    'Voorstellen om af te sluiten, te heropenen of een uitkomst vast te leggen (closure proposals)',
  reopenings: 'Heropeningen (reopenings)',
  outcomes: 'Uitkomsten na 6, 12, 24 en 36 maanden (outcomes)',
  'aftercare-contacts': 'Nazorgcontacten (aftercare contacts)',
  'goal-outcomes': 'Bereikte en losgelaten doelen (goal outcomes)',
  'agreement-fulfilments': 'Nagekomen afspraken (agreement fulfilments)',
  'plan-requests': 'Verzoeken om een plan van aanpak (plan requests)',
  'evaluation-plans': 'Geplande evaluaties (evaluation plans)',
  evaluations: 'Evaluaties (evaluations)',
  assessments: 'Beoordelingen (assessments) die u mag zien',
  'accountability-reports': 'Verantwoordingsrapportages (accountability reports)',
};

/** The two routes of one collection: its list, newest first, and one item. */
function collectionController(collection: Collection): Type<object> {
  const name = collection
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

  @Controller(`v1/trajectories/:id/${collection}`)
  class CollectionController {
    constructor(readonly queries: QueryBus) {}

    @Get()
    @ReadOperation({
      gives: [COLLECTION_DATA[collection]],
      tag,
      summary: `${WORDS[collection]}, de nieuwste eerst`,
      description: `${WORDS[collection]} van het traject, met wat erbij is vastgelegd, zoals zij staan op de dag die u kiest.`,
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
      const items = await this.queries.execute(new ItemsOfTrajectory(reader, id, collection, page, query));
      return answerPage(reply, items, window, (item) => [item.on, item.id]);
    }

    @Get(':itemId')
    @ReadOperation({
      gives: [COLLECTION_DATA[collection]],
      tag,
      summary: `Eén uit: ${WORDS[collection]}`,
      description: `${WORDS[collection]}: één daarvan, op de dag die u kiest.`,
      answer: ItemAnswer,
    })
    one(
      @CurrentReader() reader: Reader,
      @PathId('id', 'Het traject.') id: Id,
      @PathId('itemId', 'Het onderdeel.') itemId: Id,
      @Query() asOf: AsOfQuery,
    ) {
      return this.queries.execute(new ItemOfTrajectory(reader, id, collection, itemId, asOf));
    }
  }
  Object.defineProperty(CollectionController, 'name', { value: `${name}Controller` });
  return CollectionController;
}

/** A report is read as a document: its routes are in a controller of its own. */
export const collectionControllers = COLLECTIONS.filter((name) => name !== 'accountability-reports').map(
  collectionController,
);
