import { Controller, Get, Header, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { DateField, EnumField, IdField } from '../http/fields.js';
import { ReadOperation } from '../http/openapi/operations.js';
import { answerPage, windowOf } from '../http/read/page.js';
import { PathId } from '../http/read/path-id.js';
import { AsOfQuery, PageQuery } from '../http/read/queries.js';
import { etagOf } from '../http/write/if-match.js';
import type { Asker } from '../identity/asker.js';
import { CurrentAsker } from '../identity/current-asker.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { ContinuityAnswer, JobChangeOverviewAnswer } from './answers/continuity.answer.js';
import { CaseloadAnswer, TrajectoryAnswer } from './answers/dossier.answer.js';
import { LimitsAnswer } from './answers/limits.answer.js';
import { Caseload } from './queries/caseload/caseload.query.js';
import { ContinuityOfCandidate } from './queries/continuity/continuity.query.js';
import { JobChangeOfTrajectory } from './queries/job-change/job-change.query.js';
import { LanesOfTrajectory } from './queries/lanes/lanes.query.js';
import { LimitsOfTrajectory } from './queries/limits/limits.query.js';
import { OverviewOfTrajectory } from './queries/trajectory/trajectory.query.js';

const tag = 'Vragen over een traject';

class CaseloadQuery extends PageQuery {
  @DateField({
    description: 'De dag waarover u het wilt weten (peildatum); zonder deze vandaag.',
    optional: true,
  })
  readonly on?: CalendarDate;

  @EnumField(['open', 'closed'], { description: 'Alleen open of alleen gesloten trajecten.', optional: true })
  readonly status?: 'open' | 'closed';

  @DateField({ description: 'Alleen wie de maximale duur vóór deze dag bereikt.', optional: true })
  readonly limitBefore?: CalendarDate;

  @IdField({ description: 'Alleen van deze jobcoachorganisatie.', optional: true })
  readonly organisationId?: Id;

  @IdField({ description: 'Alleen van deze opdrachtgever.', optional: true })
  readonly funderId?: Id;

  @IdField({ description: 'Alleen van deze jobcoach.', optional: true })
  readonly coachId?: Id;
}

@Controller('v1')
export class DossiersController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('trajectories')
  @ReadOperation({
    tag,
    summary: 'De trajecten die u mag zien, de meest dringende eerst',
    description: 'De caseload: wie de maximale duur (limit) het eerst bereikt, staat bovenaan.',
    answer: CaseloadAnswer,
    collection: true,
  })
  async caseload(
    @CurrentAsker() asker: Asker,
    @Query() query: CaseloadQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 2);
    const [limitOn, trajectoryId] = window.after ?? [];
    const entries = await this.queries.execute(
      new Caseload(asker, {
        on: query.on ?? this.clock.today(),
        status: query.status,
        limitBefore: query.limitBefore,
        organisationId: query.organisationId,
        funderId: query.funderId,
        coachId: query.coachId,
        after: window.after && {
          limitOn: limitOn as CalendarDate | null,
          trajectoryId: String(trajectoryId),
        },
        limit: window.limit + 1,
      }),
    );
    return answerPage(reply, entries, window, (entry) => [entry.limitOn, entry.trajectoryId]);
  }

  @Get('trajectories/:id')
  @ReadOperation({
    tag,
    summary: 'Het traject op een dag',
    description: 'Wie erbij horen, welke werkplek loopt, het plan en de aantallen (trajectory).',
    answer: TrajectoryAnswer,
  })
  async trajectory(
    @CurrentAsker() asker: Asker,
    @PathId('id', 'Het traject.') id: Id,
    @Query() asOf: AsOfQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const overview = await this.queries.execute(new OverviewOfTrajectory(asker, id, asOf));
    reply.header('etag', etagOf(BigInt(overview.revision)));
    return overview;
  }

  @Get('trajectories/:id/limits')
  @ReadOperation({
    tag,
    summary: 'De maximale duur, de uren en de uiterste datums',
    description:
      'Elke klok met haar termijnen, jobcoachperiodes, uren en verlengingen (limits), op elke dag die u kiest, met de regel erachter.',
    answer: LimitsAnswer,
  })
  limits(@CurrentAsker() asker: Asker, @PathId('id', 'Het traject.') id: Id, @Query() asOf: AsOfQuery) {
    return this.queries.execute(new LimitsOfTrajectory(asker, id, asOf));
  }

  @Get('trajectories/:id/job-change')
  @ReadOperation({
    tag,
    summary: 'Wat er bij de nieuwe baan hoort',
    description:
      'Wat meeging naar de nieuwe werkplek, wat opnieuw moet worden aangevraagd en wie het plan nog moet goedkeuren.',
    answer: JobChangeOverviewAnswer,
  })
  jobChange(@CurrentAsker() asker: Asker, @PathId('id', 'Het traject.') id: Id, @Query() asOf: AsOfQuery) {
    return this.queries.execute(new JobChangeOfTrajectory(asker, id, asOf));
  }

  @Get('trajectories/:id/lanes')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @ReadOperation({
    tag,
    summary: 'Een tekening van het traject',
    description: 'Werkgevers, jobcoaches, toekenningen en beide grenzen op één tijdlijn, als SVG.',
    answer: Object,
  })
  @ApiProduces('image/svg+xml')
  lanes(@CurrentAsker() asker: Asker, @PathId('id', 'Het traject.') id: Id, @Query() asOf: AsOfQuery) {
    return this.queries.execute(new LanesOfTrajectory(asker, id, asOf));
  }

  @Get('candidates/:id/continuity')
  @ReadOperation({
    tag,
    summary: 'Bleef de jobcoach bij een nieuwe baan?',
    description:
      'De lijn van werkgevers, jobcoaches en toekenningen van een kandidaat, en wat er bij elke wisseling van werk gebeurde (continuity).',
    answer: ContinuityAnswer,
  })
  continuity(@CurrentAsker() asker: Asker, @PathId('id', 'De kandidaat.') id: Id, @Query() asOf: AsOfQuery) {
    return this.queries.execute(new ContinuityOfCandidate(asker, id, asOf));
  }
}
