import { Body, Controller, type DynamicModule, Get, Module, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Refusal, type RefusalKind } from '../../domain/shared/refusal.js';
import { GivesData } from '../../src/access/gives-data.js';
import type { Config } from '../../src/config/config.js';
import { configModule } from '../../src/config/config.module.js';
import {
  EventStoreUnavailable,
  OutcomeUnknown,
  WrongExpectedRevision,
} from '../../src/event-store/errors.js';
import { HealthModule } from '../../src/health/health.module.js';
import { HttpModule } from '../../src/http/http.module.js';
import { ReadOperation, WriteOperation } from '../../src/http/openapi/operations.js';
import { answerPage, windowOf } from '../../src/http/read/page.js';
import { PathId } from '../../src/http/read/path-id.js';
import { POSITION_GATE, type PositionGate } from '../../src/http/read/position-gate.js';
import { CurrentWrite, WriteRequest } from '../../src/http/write/write-request.js';
import { type WriteAnswer, Writes } from '../../src/http/write/writes.js';
import type { Asker } from '../../src/identity/asker.js';
import { CurrentAsker } from '../../src/identity/current-asker.js';
import { IdentityModule } from '../../src/identity/identity.module.js';
import { StaleRevision } from '../../src/recording/recording.js';
import { deriveId } from '../../src/shared/ids.js';
import { DraftPlanBody, RecordSessionBody, SampleItem, SampleListQuery, SampleQuery } from './sample.dto.js';

/** A stream in memory: enough of a feature to see every answer of the house. */
export class SampleStream {
  readonly recorded: { readonly id: string; readonly body: object }[] = [];
  /** What the next command does before it records; a test sets it. */
  before: () => Promise<void> = async () => undefined;

  get revision(): bigint | undefined {
    return this.recorded.length === 0 ? undefined : BigInt(this.recorded.length - 1);
  }
}

const TAG = 'Coachsessies';
const FAILURES: { readonly [name: string]: () => Error } = {
  internal: () => new Error('geheim: Jan de Vries', { cause: new Error('geheim: Piet') }),
  contended: () => new WrongExpectedRevision('trajectory-x', 1n, 2n),
  uncertain: () => new OutcomeUnknown('trajectory-x', { cause: new Error('geheim') }),
  'out-of-reach': () => new EventStoreUnavailable({ cause: new Error('geheim') }),
};

@Controller('v1/trajectories/:id')
export class SessionsController {
  constructor(
    private readonly writes: Writes,
    private readonly stream: SampleStream,
  ) {}

  @Post('sessions')
  @WriteOperation({
    tag: TAG,
    summary: 'Leg een coachsessie vast',
    description: 'Legt een coachsessie vast.',
    refusals: { 'coach.not-assigned': 'Deze jobcoach is die dag niet toegewezen.' },
  })
  record(
    @PathId('id', 'Het nummer van het traject.') id: string,
    @Body() body: RecordSessionBody,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswer> {
    return this.store(id, body, write);
  }

  @Post('plans')
  @WriteOperation({ tag: 'Plannen', summary: 'Maak een plan', description: 'Legt een plan van aanpak vast.' })
  draft(
    @PathId('id', 'Het nummer van het traject.') id: string,
    @Body() body: DraftPlanBody,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswer> {
    return this.store(id, body, write);
  }

  @Get('sessions')
  @ReadOperation({
    gives: ['reference'],
    tag: TAG,
    summary: 'Coachsessies',
    description: 'De coachsessies van een traject.',
    answer: SampleItem,
    collection: true,
  })
  list(
    @PathId('id', 'Het nummer van het traject.') _id: string,
    @Query() query: SampleListQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 1);
    const after = Number(window.after?.[0] ?? -1);
    const numbers = Array.from({ length: 120 }, (_, number) => number).filter((number) => number > after);
    return answerPage(reply, numbers.slice(0, window.limit + 1), window, (number) => [number]);
  }

  @Get('sessions/:sessionId')
  @ReadOperation({
    gives: ['reference'],
    tag: TAG,
    summary: 'Coachsessie',
    description: 'Eén coachsessie.',
    answer: SampleItem,
  })
  get(
    @PathId('id', 'Het nummer van het traject.') id: string,
    @PathId('sessionId', 'Het nummer van de coachsessie.') sessionId: string,
    @Query() query: SampleQuery,
    @CurrentAsker() asker: Asker,
  ): object {
    return { id, sessionId, query: { ...query }, role: asker.role };
  }

  private store(id: string, body: object, write: WriteRequest): Promise<WriteAnswer> {
    return this.writes.answer(write, async (commandId) => {
      await this.stream.before();
      if (write.match && !write.match(this.stream.revision)) throw new StaleRevision();
      const itemId = deriveId(commandId, 'item');
      const known = this.stream.recorded.some((one) => one.id === itemId);
      if (!known) this.stream.recorded.push({ id: itemId, body });
      return {
        id: itemId,
        revision: this.stream.revision ?? 0n,
        position: String(this.stream.recorded.length),
        location: `/v1/trajectories/${id}/sessions/${itemId}`,
        created: !known,
      };
    });
  }
}

/** Fails in every way that a handler can. */
@ApiExcludeController()
@Controller('v1/failures')
export class FailuresController {
  @Get(':kind')
  @GivesData('reference')
  fail(@Param('kind') kind: string): never {
    const failure = FAILURES[kind];
    if (failure !== undefined) throw failure();
    throw new Refusal(`sample.${kind}`, { kind: kind as RefusalKind, sentence: 'Dit mag niet.' }, 'on');
  }
}

/** A gate that a test opens. */
export class SampleGate implements PositionGate {
  outcome: 'reached' | 'late' | 'malformed' = 'reached';
  readonly asked: string[] = [];

  async waitFor(position: string): Promise<'reached' | 'late' | 'malformed'> {
    this.asked.push(position);
    return this.outcome;
  }
}

@Module({
  controllers: [SessionsController, FailuresController],
  providers: [SampleStream, SampleGate, { provide: POSITION_GATE, useExisting: SampleGate }],
})
class SampleFeature {}

@Module({})
class SampleModule {}

/** The house with a small feature in it: every kind of route. */
export function sampleModule(config: Config): DynamicModule {
  return {
    module: SampleModule,
    imports: [configModule(config), IdentityModule, HttpModule, HealthModule, SampleFeature],
  };
}
