import { Controller, Get, Header, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { CurrentReader } from '../access/current-reader.js';
import type { Reader } from '../access/reader.js';
import { DateField, EnumField, IdField } from '../http/fields.js';
import { ReadOperation } from '../http/openapi/operations.js';
import { answerPage, windowOf } from '../http/read/page.js';
import { PathId } from '../http/read/path-id.js';
import { AsOfQuery, PageQuery } from '../http/read/queries.js';
import { etagOf } from '../http/write/if-match.js';
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
    gives: ['course'],
    tag,
    summary: 'De trajecten die u mag zien, de meest dringende eerst',
    description: 'De caseload: wie de maximale duur (limit) het eerst bereikt, staat bovenaan.',
    answer: CaseloadAnswer,
    collection: true,
  })
  async caseload(
    @CurrentReader() reader: Reader,
    @Query() query: CaseloadQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 2);
    const [limitOn, trajectoryId] = window.after ?? [];
    const entries = await this.queries.execute(
      new Caseload(reader, {
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
    gives: ['course', 'plan', 'assessment', 'identity'],
    tag,
    summary: 'Het traject op een dag',
    description: 'Wie erbij horen, welke werkplek loopt, het plan en de aantallen (trajectory).',
    answer: TrajectoryAnswer,
  })
  async trajectory(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @Query() asOf: AsOfQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const overview = await this.queries.execute(new OverviewOfTrajectory(reader, id, asOf));
    reply.header('etag', etagOf(BigInt(overview.revision)));
    return overview;
  }

  @Get('trajectories/:id/limits')
  @ReadOperation({
    gives: ['award'],
    tag,
    summary: 'De maximale duur, de uren en de uiterste datums',
    description:
      'Elke klok met haar termijnen, jobcoachperiodes, uren en verlengingen (limits), op elke dag die u kiest, met de regel erachter.',
    answer: LimitsAnswer,
  })
  limits(@CurrentReader() reader: Reader, @PathId('id', 'Het traject.') id: Id, @Query() asOf: AsOfQuery) {
    return this.queries.execute(new LimitsOfTrajectory(reader, id, asOf));
  }

  @Get('trajectories/:id/job-change')
  @ReadOperation({
    gives: ['course', 'fit-note'],
    tag,
    summary: 'Wat er bij de nieuwe baan hoort',
    description:
      'Wat meeging naar de nieuwe werkplek, wat opnieuw moet worden aangevraagd en wie het plan nog moet goedkeuren.',
    answer: JobChangeOverviewAnswer,
  })
  jobChange(@CurrentReader() reader: Reader, @PathId('id', 'Het traject.') id: Id, @Query() asOf: AsOfQuery) {
    return this.queries.execute(new JobChangeOfTrajectory(reader, id, asOf));
  }

  @Get('trajectories/:id/lanes')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @ReadOperation({
    gives: ['course'],
    tag,
    summary: 'Een tekening van het traject',
    description: 'Werkgevers, jobcoaches, toekenningen en beide grenzen op één tijdlijn, als SVG.',
    answer: Object,
  })
  @ApiProduces('image/svg+xml')
  lanes(@CurrentReader() reader: Reader, @PathId('id', 'Het traject.') id: Id, @Query() asOf: AsOfQuery) {
    return this.queries.execute(new LanesOfTrajectory(reader, id, asOf));
  }

  @Get('candidates/:id/continuity')
  @ReadOperation({
    gives: ['course', 'under-other-funders'],
    tag,
    summary: 'Bleef de jobcoach bij een nieuwe baan?',
    description:
      'De lijn van werkgevers, jobcoaches en toekenningen van een kandidaat, en wat er bij elke wisseling van werk gebeurde (continuity).',
    answer: ContinuityAnswer,
  })
  continuity(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De kandidaat.') id: Id,
    @Query() asOf: AsOfQuery,
  ) {
    return this.queries.execute(new ContinuityOfCandidate(reader, id, asOf));
  }
}
