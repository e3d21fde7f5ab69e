import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import {
  TASK_KINDS,
  TASK_ROLES,
  type TaskKind,
  type TaskRole,
  type TaskStatus,
} from '../../domain/tasks/index.js';
import { CurrentReader } from '../access/current-reader.js';
import type { Reader } from '../access/reader.js';
import { DateField, EnumField, IdField } from '../http/fields.js';
import { ReadOperation } from '../http/openapi/operations.js';
import { answerPage, windowOf } from '../http/read/page.js';
import { PageQuery } from '../http/read/queries.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { TaskAnswer, taskAnswer } from './answers/task.answer.js';
import { Tasks } from './queries/tasks/tasks.query.js';

class TasksQuery extends PageQuery {
  @DateField({
    description: 'De dag waarover u het wilt weten (peildatum); zonder deze vandaag.',
    optional: true,
  })
  readonly on?: CalendarDate;

  @EnumField(TASK_ROLES, { description: 'Alleen wat in deze rol te doen is.', optional: true })
  readonly for?: TaskRole;

  @EnumField(TASK_KINDS, { description: 'Alleen taken van deze soort.', optional: true })
  readonly kind?: TaskKind;

  @EnumField(['open', 'overdue'], {
    description: 'Alleen wat nog op tijd kan, of wat te laat is.',
    optional: true,
  })
  readonly status?: TaskStatus;

  @IdField({ description: 'Alleen van dit traject.', optional: true })
  readonly trajectoryId?: Id;
}

@Controller('v1')
export class TasksController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('tasks')
  @ReadOperation({
    gives: ['task', 'correction-request'],
    tag: 'Taken',
    summary: 'Wat er te doen is, en wie er aan zet is',
    description:
      'Alles wat wacht in de trajecten die u mag zien (taken, tasks), met de regel, de laatste dag en wat het afhandelt. Wat het eerst moet, staat bovenaan; wat geen laatste dag heeft, onderaan.',
    answer: TaskAnswer,
    collection: true,
  })
  async tasks(
    @CurrentReader() reader: Reader,
    @Query() query: TasksQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 3);
    const [dueOn = null, trajectoryId, taskId] = window.after ?? [];
    const tasks = await this.queries.execute(
      new Tasks(reader, {
        on: query.on ?? this.clock.today(),
        for: query.for,
        kind: query.kind,
        status: query.status,
        trajectoryId: query.trajectoryId,
        after: window.after && {
          dueOn: dueOn as CalendarDate | null,
          trajectoryId: String(trajectoryId),
          taskId: String(taskId),
        },
        limit: window.limit + 1,
      }),
    );
    const { items } = answerPage(reply, tasks, window, (task) => [
      task.dueOn,
      task.trajectoryId,
      task.taskId,
    ]);
    return { items: items.map(taskAnswer) };
  }
}
